// Starting a vote from the one of the round before: it fills what is still open, and takes nothing away.
import { earlierFields } from '../../../analysis/panel/ways/earlier-vote.ts';
import type { Context } from '../../context.ts';
import type { RoundOffers } from '../../db/panel-comments.ts';
import type { TypedFields } from '../../db/panels.ts';
import { type Invitation, ownBallot } from './invitation.ts';

/** What this member said in the last closed round, as fields of these offers that are still open in `typed`. */
export async function openFieldsFromBefore(
  ctx: Context,
  invitation: Invitation,
  offers: RoundOffers,
  typed: TypedFields,
): Promise<TypedFields> {
  const before = invitation.closed && (await ownBallot(ctx, invitation, invitation.closed.round));
  const votes = before?.submitted ? (before.ballot.votes ?? {}) : {};
  const fields = Object.entries(offers).flatMap(([list, offer]) => {
    const vote = votes[list];
    const earlier = vote ? Object.entries(earlierFields(vote, offer)) : [];
    return earlier.map(([field, value]): [string, string] => [`${list}.${field}`, value]);
  });
  return Object.fromEntries(fields.filter(([field]) => (typed[field] ?? '') === ''));
}
