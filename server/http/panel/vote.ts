// A member votes in another way than by ordering cards: what the buttons of the form do, and saving on the way. What is
// wrong is kept as it was typed, while what was right before goes on counting.
import type { Response } from 'express';
import type { Context } from '../../context.ts';
import type { RoundOffers } from '../../db/panel-comments.ts';
import type { Round } from '../../db/panels.ts';
import { offersFor } from '../../operations/open-round.ts';
import type { Message } from '../../texts.ts';
import type { Fields } from './ballot-form.ts';
import { type Remark, type Said, soundRemarks } from './comments.ts';
import { openFieldsFromBefore } from './earlier-vote.ts';
import { type Invitation, ownBallot } from './invitation.ts';
import { type Change, type Kept, keepBallot } from './open-round.ts';
import { readVoteForm, type VoteReading } from './vote-form.ts';
import {
  showVote,
  showVoteReview,
  showVoteSubmitted,
  type VotedRound,
  type WrongVote,
} from './vote-pages.ts';

/** Whether a round has votes instead of orders of cards. */
export function isVoted(round: Round): round is VotedRound {
  return round.way !== 'order';
}

/** The form as it is kept. @param fromBefore it was just filled from the round before */
export async function openVote(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
  fromBefore: boolean,
): Promise<void> {
  const offers = await offersOfMember(ctx, invitation, round);
  await showVote(ctx, response, invitation, round, offers, null, fromBefore);
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
  const offers = await offersOfMember(ctx, invitation, round);
  const fromBefore = fields.do === 'previous';
  const typed = readVoteForm(fields, offers).typed;
  const more = fromBefore ? await openFieldsFromBefore(ctx, invitation, offers, typed) : {};
  const reading = readVoteForm({ ...fields, ...more }, offers);
  const change = { after: fields.after, comments: soundRemarks(said) };
  const { elsewhere } = await save(ctx, invitation, round, reading, change);
  const problems = problemsOf(reading);
  if (problems.length === 0 && said.wrong.size === 0 && elsewhere.size === 0) {
    return response.redirect(303, `${invitation.address}${fromBefore ? '?done=previous' : '/review'}`);
  }
  const wrong = { typed: reading.typed, said: { ...said, elsewhere }, problems };
  await showVote(ctx, response, invitation, round, offers, wrong);
}

/** Looking over what is kept; while it is not right, the form. */
export async function showKeptVote(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
): Promise<void> {
  const offers = await offersOfMember(ctx, invitation, round);
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
  const offers = await offersOfMember(ctx, invitation, round);
  const reading = readVoteForm(fields, offers);
  const submitting = reading.ballot !== null;
  await save(ctx, invitation, round, reading, { after: fields.after, submitting });
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
  await showVoteSubmitted(
    ctx,
    response,
    invitation,
    round,
    await offersOfMember(ctx, invitation, round),
    own,
  );
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
  comments: ReadonlyMap<string, Remark>,
): Promise<Kept & { readonly pending: Message | null }> {
  const reading = readVoteForm(fields, await offersOfMember(ctx, invitation, round));
  const kept = await save(ctx, invitation, round, reading, { after: fields.after, comments });
  const pending = kept.submitted && !reading.ballot ? { key: 'votes.save.pending' } : null;
  return { ...kept, pending };
}

function problemsOf(reading: VoteReading): WrongVote['problems'] {
  return reading.empty ? [{ key: 'votes.problem.nothing' }] : reading.problems;
}

/** Keeps what was typed, and the vote where it is right; a vote that was right before stays until then. */
function save(
  ctx: Context,
  invitation: Invitation,
  { round }: VotedRound,
  { typed, ballot }: VoteReading,
  change: Omit<Change, 'ballot'>,
): Promise<Kept> {
  return keepBallot(ctx, invitation, round, {
    ...change,
    ballot: (own) => ({ ballot: ballot ?? own?.ballot ?? { lists: {}, votes: {} }, typed }),
  });
}

/** What was drawn for the member of this invitation. */
function offersOfMember(ctx: Context, { project, member }: Invitation, round: Round): Promise<RoundOffers> {
  return offersFor(ctx, project.code, round, member.code);
}
