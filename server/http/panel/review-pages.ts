// Looking over an order before it is handed in, and the thanks after it.
import type { Response } from 'express';
import { writeCards } from '../../../analysis/panel/ballot-order.ts';
import type { Context } from '../../context.ts';
import type { Ballot, Round } from '../../db/panels.ts';
import { outcomeOf } from '../outcome.ts';
import type { BallotCards } from './ballot-form.ts';
import { cardsFrom, openCards, titlesOf } from './ballot-page.ts';
import { orderView } from './card-views.ts';
import { headOf, type Invitation } from './invitation.ts';
import { stateOf } from './open-round.ts';
import { panelOptions } from './panel-options.ts';

/** The whole order to read, with a warning when it is still the chance one. */
export async function showReview(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  open: Round,
): Promise<void> {
  const { cards, saved } = await openCards(ctx, invitation, open);
  ctx.render(
    response,
    'panel/review',
    {
      ...headOf(invitation, open.round, saved?.savedAt ?? null),
      after: stateOf(saved),
      closesOn: open.closesOn,
      submitted: saved?.submitted ?? false,
      untouched: sameOrder(cards, cardsFrom(invitation, open, null)),
      list: orderView(cards, titlesOf(invitation)),
      lines: [...cards].map(([name, list]) => ({ name, line: writeCards(list) })),
    },
    panelOptions(ctx, response, invitation, { key: 'panel.review.title' }),
  );
}

/** Handed in: what was, until when it may change, and the way back. */
export async function showSubmitted(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  open: Round,
  own: Ballot,
): Promise<void> {
  ctx.render(
    response,
    'panel/submitted',
    {
      ...headOf(invitation, open.round, own.savedAt),
      closesOn: open.closesOn,
      list: orderView(cardsFrom(invitation, open, own), titlesOf(invitation)),
      outcome: await outcomeOf(ctx.db.kysely, invitation.project.code),
    },
    panelOptions(ctx, response, invitation, { key: 'panel.submitted.title' }),
  );
}

function sameOrder(one: BallotCards, other: BallotCards): boolean {
  return [...one].every(([name, list]) => writeCards(list) === writeCards(other.get(name) ?? []));
}
