// A member votes in another way than by ordering cards: what the buttons of the form do, and saving on the way. What is
// wrong is kept as it was typed, while what was right before goes on counting.
import type { Response } from 'express';
import type { Context } from '../../context.ts';
import { offersOf, type RoundOffers } from '../../db/panel-comments.ts';
import { ballotsOf, type Round, saveBallot } from '../../db/panels.ts';
import { roundClosed } from '../../errors.ts';
import { giveStart } from '../../operations/open-round.ts';
import type { Message } from '../../texts.ts';
import type { Fields, Said } from './ballot-form.ts';
import { type Invitation, ownBallot } from './invitation.ts';
import { readVoteForm, type VoteReading } from './vote-form.ts';
import {
  showVote,
  showVoteReview,
  showVoteSubmitted,
  type VotedRound,
  type WrongVote,
} from './vote-pages.ts';

/** What was drawn for this member; drawn now when the round was opened without it. */
export async function offersFor(ctx: Context, invitation: Invitation, round: Round): Promise<RoundOffers> {
  const { project, member } = invitation;
  const kept = await offersOf(ctx.db.kysely, project.code, round.round, member.code);
  if (kept) return kept;
  await ctx.writes.run((db) => giveStart(ctx, db, project.code, round, member.code));
  return (await offersOf(ctx.db.kysely, project.code, round.round, member.code)) ?? {};
}

/** Whether a round has votes instead of orders of cards. */
export function isVoted(round: Round): round is VotedRound {
  return round.way !== 'order';
}

/** The form as it is kept. */
export async function openVote(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
): Promise<void> {
  await showVote(ctx, response, invitation, round, await offersFor(ctx, invitation, round));
}

/** Saves the form and goes on to looking it over; with a mistake it comes back with everything that was typed. */
export async function reviewVote(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
  fields: Fields,
  said: Said,
): Promise<void> {
  const offers = await offersFor(ctx, invitation, round);
  const reading = readVoteForm(fields, offers);
  await save(ctx, invitation, round, reading, false);
  const problems = problemsOf(reading);
  if (problems.length === 0 && said.wrong.size === 0) {
    return response.redirect(303, `${invitation.address}/review`);
  }
  await showVote(ctx, response, invitation, round, offers, { typed: reading.typed, said, problems });
}

/** Looking over what is kept; while it is not right, the form. */
export async function showKeptVote(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
): Promise<void> {
  const offers = await offersFor(ctx, invitation, round);
  const own = await ownBallot(ctx, invitation, round.round);
  const reading = readVoteForm(own?.typed ?? {}, offers);
  if (!own || !reading.ballot) return response.redirect(303, invitation.address);
  showVoteReview(ctx, response, invitation, round, offers, own);
}

/** Hands in what the form of the review carries. */
export async function submitVote(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
  fields: Fields,
): Promise<void> {
  const offers = await offersFor(ctx, invitation, round);
  const reading = readVoteForm(fields, offers);
  await save(ctx, invitation, round, reading, reading.ballot !== null);
  if (reading.ballot) {
    ctx.live.changed(invitation.project.code);
    return response.redirect(303, `${invitation.address}/submitted`);
  }
  const problems = problemsOf(reading);
  const { typed } = reading;
  await showVote(ctx, response, invitation, round, offers, { typed, said: null, problems });
}

/** Thanks, with what was handed in. */
export async function showHandedIn(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
): Promise<void> {
  const own = await ownBallot(ctx, invitation, round.round);
  if (!own?.submitted) return response.redirect(303, invitation.address);
  showVoteSubmitted(ctx, response, invitation, round, await offersFor(ctx, invitation, round), own);
}

/**
 * Saves what the browser module sends.
 * @returns when it was saved, and a word when what was handed in before goes on counting meanwhile
 */
export async function saveTypedVote(
  ctx: Context,
  invitation: Invitation,
  round: VotedRound,
  fields: Fields,
): Promise<{ readonly savedAt: string; readonly pending: Message | null }> {
  const reading = readVoteForm(fields, await offersFor(ctx, invitation, round));
  const { savedAt, submitted } = await save(ctx, invitation, round, reading, false);
  const pending = submitted && !reading.ballot ? { key: 'votes.save.pending' } : null;
  return { savedAt, pending };
}

function problemsOf(reading: VoteReading): WrongVote['problems'] {
  return reading.empty ? [{ key: 'votes.problem.nothing' }] : reading.problems;
}

/**
 * Saves durably what was typed, and the vote where it is right; a vote that was right before stays until then.
 * @throws ExpectedFailure when the round closed in the meantime
 */
async function save(
  ctx: Context,
  invitation: Invitation,
  { round }: VotedRound,
  { typed, ballot }: VoteReading,
  submitting: boolean,
): Promise<{ readonly savedAt: string; readonly submitted: boolean }> {
  const savedAt = ctx.now().toISOString();
  const { project, member } = invitation;
  const key = { project: project.code, round, member: member.code };
  const ownKey = invitation.ownKey(round);
  return ctx.writes.run(async (db) => {
    const own = (await ballotsOf(db, key.project, round)).find((each) => each.member === key.member);
    const submitted = submitting || (own?.submitted ?? false);
    const kept = ballot ?? own?.ballot ?? { lists: {}, votes: {} };
    if (!(await saveBallot(db, { ...key, ballot: kept, typed, submitted, savedAt, ownKey })))
      throw roundClosed();
    return { savedAt, submitted };
  });
}
