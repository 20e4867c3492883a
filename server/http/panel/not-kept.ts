// A form that could not be kept, because the ballot was changed elsewhere or its round is over: everything that was typed
// is on the page, and where it may still count the member says which of the two stays.

import type { NextFunction, Request, Response } from 'express';
import { listsOf } from '../../../analysis/panel/panel-result.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { offersOf } from '../../db/panel-comments.ts';
import type { Round } from '../../db/panels.ts';
import { type ExpectedFailure, failureOf } from '../../errors.ts';
import type { Message } from '../../texts.ts';
import { readBallotForm } from './ballot-form.ts';
import { titlesOf } from './ballot-page.ts';
import { orderView, plainText } from './card-views.ts';
import { readComments } from './comments.ts';
import { headOf, type Invitation, invitationOf, ownBallot } from './invitation.ts';
import { fieldsOf, stateOf } from './open-round.ts';
import type { OrderView, PanelHead } from './pages.ts';
import { panelOptions } from './panel-options.ts';
import { readVoteForm } from './vote-form.ts';
import { type SaidList, saidLists, voteWords } from './vote-pages.ts';

export interface NotKeptPage extends PanelHead {
  readonly title: Message;
  readonly text: Message;
  /** What the form said: an order, a vote in words, and what was written about needs. */
  readonly list: OrderView | null;
  readonly votes: readonly SaidList[];
  readonly comments: readonly { readonly title: Text; readonly words: string }[];
  /** The same form once more, made on what is stored now; null where nothing may take its place. */
  readonly again: {
    readonly action: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  } | null;
}

type Handler = (request: Request, response: Response, next: NextFunction) => Promise<void>;

/** The handler of a form, which gives what was typed back when it cannot be kept. */
export function keepingTyped(ctx: Context, handler: Handler): Handler {
  return async (request, response, next) => {
    try {
      await handler(request, response, next);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.key !== 'ballotChanged' && failure.key !== 'roundClosed') throw thrown;
      const invitation = await invitationOf(ctx, request);
      const { round: asked } = fieldsOf(request);
      const round =
        invitation.rounds.find((each) => String(each.round) === asked) ?? invitation.rounds.at(-1);
      if (!round) throw thrown;
      await showNotKept(ctx, request, response, invitation, round, failure);
    }
  };
}

async function showNotKept(
  ctx: Context,
  request: Request,
  response: Response,
  invitation: Invitation,
  round: Round,
  failure: ExpectedFailure,
): Promise<void> {
  const changed = failure.key === 'ballotChanged';
  const own = changed ? await ownBallot(ctx, invitation, round.round) : null;
  const title = `errors.${failure.key}.title`;
  ctx.render(
    response,
    'panel/not-kept',
    {
      ...headOf(invitation, round.round, null),
      title: { key: title },
      text: { key: changed ? 'errors.ballotChanged.text' : 'panel.elsewhere.lost' },
      ...(await typedIn(ctx, request, response, invitation, round)),
      again: changed
        ? { action: request.originalUrl, fields: onceMore(fieldsOf(request), stateOf(own)) }
        : null,
    },
    {
      ...panelOptions(ctx, response, invitation, { key: title }),
      status: failure.status,
      styles: ['vote.css'],
    },
  );
}

/** What a form said, to be read by the member. */
async function typedIn(
  ctx: Context,
  request: Request,
  response: Response,
  invitation: Invitation,
  round: Round,
): Promise<Pick<NotKeptPage, 'list' | 'votes' | 'comments'>> {
  const fields = fieldsOf(request);
  const lists = listsOf(round);
  const titles = titlesOf(invitation);
  const comments = [...readComments(fields, lists).remarks]
    .filter(([, { words }]) => words !== '')
    .map(([need, { words }]) => ({ title: titles.get(need) ?? plainText(need), words }));
  if (round.way === 'order') {
    const { cards, problems } = readBallotForm(fields, lists);
    return { list: problems.length === 0 ? orderView(cards, titles) : null, votes: [], comments };
  }
  const { project, member } = invitation;
  const offers = (await offersOf(ctx.db.kysely, project.code, round.round, member.code)) ?? {};
  const { ballot } = readVoteForm(fields, offers);
  const votes = ballot ? saidLists(ballot, offers, voteWords(ctx, response, invitation)) : [];
  return { list: null, votes, comments };
}

/** The fields as they came, for a form made on this state. */
function onceMore(fields: Readonly<Record<string, unknown>>, after: string) {
  const typed = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'after' ? [{ name, value }] : [],
  );
  return [...typed, { name: 'after', value: after }];
}
