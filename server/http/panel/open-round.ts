// The open round of an invitation, and keeping a ballot in it: what was made on an older state never takes the place of
// a newer ballot, from wherever that came.
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Context } from '../../context.ts';
import { commentsBy, saveComments } from '../../db/panel-comments.ts';
import { type Ballot, ballotOf, holdOpen, type Round, storeBallot } from '../../db/panels.ts';
import { ballotChanged, roundClosed } from '../../errors.ts';
import { type BallotCards, type Fields, storedBallot } from './ballot-form.ts';
import { compareRemarks, type Remark } from './comments.ts';
import { type Invitation, invitationOf } from './invitation.ts';

/**
 * The invitation with its open round.
 * @throws ExpectedFailure when no round is open, or another than the form says it is of
 */
export async function openRound(
  ctx: Context,
  request: Request,
): Promise<{ readonly invitation: Invitation; readonly open: Round }> {
  const invitation = await invitationOf(ctx, request);
  const { open } = invitation;
  const { round } = fieldsOf(request);
  if (!open || (round !== undefined && round !== String(open.round))) throw roundClosed();
  return { invitation, open };
}

/** The fields of a form, as they came. */
export function fieldsOf(request: Request): Fields {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? (body as Fields) : {};
}

/** Names what is stored of a ballot, comments apart; empty when nothing is. The same ballot has the same name. */
export function stateOf(ballot: Pick<Ballot, 'ballot' | 'typed' | 'submitted'> | null): string {
  if (!ballot) return '';
  const said = JSON.stringify([ballot.ballot, ballot.typed ?? null, ballot.submitted]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 16);
}

/** A ballot to be kept. */
export interface Change {
  /** The state on which it was made, as the form says it in `after`; what says none is not compared. */
  readonly after: unknown;
  /** What was said about needs, kept with it where nothing else was said elsewhere. */
  readonly comments?: ReadonlyMap<string, Remark>;
  readonly submitting?: boolean;
  /** The ballot, given the one that is stored. */
  readonly ballot: (own: Ballot | null) => Pick<Ballot, 'ballot' | 'typed'>;
}

/** What is stored now. */
export interface Kept {
  readonly savedAt: string;
  readonly state: string;
  readonly submitted: boolean;
  /** Other words about needs that were kept in the meantime, and stay (`compareRemarks`). */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/**
 * Saves a ballot durably. What was submitted stays submitted: a later change counts at once.
 * @throws ExpectedFailure when the round closed in the meantime, or the stored ballot is another than the one this
 *   change was made on. The same change once more is no other.
 */
export async function keepBallot(
  ctx: Context,
  invitation: Invitation,
  round: number,
  { after, comments = new Map(), submitting, ballot }: Change,
): Promise<Kept> {
  const savedAt = ctx.now().toISOString();
  const key = { project: invitation.project.code, round, member: invitation.member.code };
  return ctx.writes.run(async (db) => {
    // Whoever else saves in this round waits from here on: what is read now is what will be replaced.
    if (!(await holdOpen(db, key.project, round))) throw roundClosed();
    const own = await ballotOf(db, key.project, round, key.member);
    const submitted = submitting === true || (own?.submitted ?? false);
    const changed = { ...key, ...ballot(own), submitted, savedAt, ownKey: invitation.ownKey(round) };
    const [stored, state] = [stateOf(own), stateOf(changed)];
    if (after !== undefined && after !== stored && state !== stored) throw ballotChanged();
    const { keep, elsewhere } = compareRemarks(comments, await commentsBy(db, key));
    await saveComments(db, key, keep);
    await storeBallot(db, changed);
    return { savedAt, state, submitted, elsewhere };
  });
}

/** Keeps an order of cards, as keepBallot does. */
export async function saveOrder(
  ctx: Context,
  invitation: Invitation,
  open: Round,
  cards: BallotCards,
  change: Omit<Change, 'ballot'>,
): Promise<Kept> {
  const ballot = () => ({ ballot: storedBallot(cards) });
  const kept = await keepBallot(ctx, invitation, open.round, { ...change, ballot });
  if (change.submitting) ctx.live.changed(invitation.project.code);
  return kept;
}
