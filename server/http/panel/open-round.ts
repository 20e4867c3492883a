// The open round of an invitation, and saving an order in it.
import type { Request } from 'express';
import type { Context } from '../../context.ts';
import { ballotsOf, type Round, saveBallot } from '../../db/panels.ts';
import { roundClosed } from '../../errors.ts';
import { type BallotCards, storedBallot } from './ballot-form.ts';
import { type Invitation, invitationOf } from './invitation.ts';

/** The invitation with its open round. @throws ExpectedFailure when no round is open. */
export async function openRound(
  ctx: Context,
  request: Request,
): Promise<{ readonly invitation: Invitation; readonly open: Round }> {
  const invitation = await invitationOf(ctx, request);
  if (!invitation.open) throw roundClosed();
  return { invitation, open: invitation.open };
}

/**
 * Saves a ballot durably. What was submitted stays submitted: a later change counts at once.
 * @returns the moment. @throws ExpectedFailure when the round closed in the meantime.
 */
export async function saveOrder(
  ctx: Context,
  invitation: Invitation,
  open: Round,
  cards: BallotCards,
  submitting: boolean,
): Promise<string> {
  const savedAt = ctx.now().toISOString();
  const key = { project: invitation.project.code, round: open.round, member: invitation.member.code };
  const saved = await ctx.writes.run(async (transaction) => {
    const ballots = submitting ? [] : await ballotsOf(transaction, key.project, key.round);
    const submitted = submitting || ballots.some((own) => own.member === key.member && own.submitted);
    const ownKey = invitation.ownKey(open.round);
    return saveBallot(transaction, { ...key, ballot: storedBallot(cards), submitted, savedAt, ownKey });
  });
  if (!saved) throw roundClosed();
  if (submitting) ctx.live.changed(key.project);
  return savedAt;
}
