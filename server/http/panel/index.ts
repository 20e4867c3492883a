// Routes of the sounding board, in the order a request meets them. The token in the address is the one key: it
// leads to a member, a project and its rounds, and every form is judged against the lists of the open round.

import { Router } from 'express';
import { readCards, writeCards } from '../../../analysis/panel/ballot-order.ts';
import { listsOf } from '../../../analysis/panel/panel-result.ts';
import type { Context } from '../../context.ts';
import { countOpening } from '../../db/card-openings.ts';
import type { Round } from '../../db/panels.ts';
import type { Message } from '../../texts.ts';
import {
  type BallotCards,
  cardsOfBallot,
  type Fields,
  linesBefore,
  makeMove,
  type Pressed,
  readBallotForm,
  readPressed,
} from './ballot-form.ts';
import { type BallotNews, noNews, showBallot } from './ballot-page.ts';
import { readComments, soundRemarks } from './comments.ts';
import { type Invitation, invitationOf, ownBallot } from './invitation.ts';
import { panelLiveRoutes } from './live.ts';
import { meetingRoutes } from './meetings.ts';
import { keepingTyped } from './not-kept.ts';
import { type Change, fieldsOf, openRound, saveOrder } from './open-round.ts';
import { pilesRoutes, sortsFirst } from './piles.ts';
import { printRoutes } from './print.ts';
import { showReview, showSubmitted } from './review-pages.ts';
import { showNotice, showRound } from './round-page.ts';
import { saveFromBrowser } from './save-from-browser.ts';
import { isVoted, openVote, reviewVote, showHandedIn, showKeptVote, submitVote } from './vote.ts';

export function panelRoutes(ctx: Context): Router {
  const router = Router();
  panelLiveRoutes(ctx, router);
  pilesRoutes(ctx, router);
  printRoutes(ctx, router);

  router.get('/:token', async (request, response) => {
    const invitation = await invitationOf(ctx, request);
    const { open, closed } = invitation;
    if (open && isVoted(open)) {
      await openVote(ctx, response, invitation, open, request.query.done === 'previous');
    } else if (open && request.query.order !== 'now' && (await sortsFirst(ctx, invitation, open))) {
      response.redirect(303, `${invitation.address}/piles`);
    } else if (open) await showBallot(ctx, response, invitation, open, newsOf(request.query, open));
    else if (closed) await showRound(ctx, response, invitation, closed);
    else showNotice(ctx, response, invitation);
  });

  const formPosted = keepingTyped(ctx, async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    const lists = listsOf(open);
    const said = readComments(fieldsOf(request), lists);
    if (isVoted(open)) {
      return reviewVote(ctx, response, invitation, open, fieldsOf(request), said);
    }
    const { cards, problems } = readBallotForm(fieldsOf(request), lists);
    if (problems.length > 0) {
      return showBallot(ctx, response, invitation, open, { ...noNews, said, problems });
    }
    const change = { after: fieldsOf(request).after, comments: soundRemarks(said) };
    const done = await press(ctx, invitation, open, cards, readPressed(fieldsOf(request)), change);
    if (said.wrong.size === 0 && done.elsewhere.size === 0 && done.problems.length === 0) {
      const query = new URLSearchParams(done.query).toString();
      return response.redirect(303, `${invitation.address}${done.path}${query && `?${query}`}`);
    }
    // What can be kept is; what cannot comes back beside its field, after the move that was asked for.
    const news = newsOf(done.query, open);
    const { problems: refused, elsewhere } = done;
    const more = { said: { ...said, elsewhere }, problems: refused };
    await showBallot(ctx, response, invitation, open, { ...news, ...more });
  });
  router.post('/:token', formPosted);

  router.put('/:token/ballot', (request, response) => saveFromBrowser(ctx, request, response));

  router.post('/:token/opened', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    const { need } = fieldsOf(request);
    const known = Object.values(open.lists).flat();
    if (typeof need === 'string' && known.includes(need)) {
      await ctx.writes.run((db) => countOpening(db, invitation.project.code, open.round, need));
    }
    response.status(204).end();
  });

  router.get('/:token/review', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    if (isVoted(open)) return showKeptVote(ctx, response, invitation, open);
    await showReview(ctx, response, invitation, open);
  });

  const handedIn = keepingTyped(ctx, async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    if (isVoted(open)) return submitVote(ctx, response, invitation, open, fieldsOf(request));
    const { cards, problems } = readBallotForm(fieldsOf(request), listsOf(open));
    if (problems.length > 0) {
      return showBallot(ctx, response, invitation, open, { ...noNews, problems });
    }
    await saveOrder(ctx, invitation, open, cards, { after: fieldsOf(request).after, submitting: true });
    response.redirect(303, `${invitation.address}/submitted`);
  });
  router.post('/:token/submit', handedIn);

  router.get('/:token/submitted', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    if (isVoted(open)) return showHandedIn(ctx, response, invitation, open);
    const own = await ownBallot(ctx, invitation, open.round);
    if (own?.submitted) await showSubmitted(ctx, response, invitation, open, own);
    else response.redirect(303, invitation.address);
  });

  meetingRoutes(ctx, router);

  router.get('/:token/rounds/:round', async (request, response, next) => {
    const invitation = await invitationOf(ctx, request);
    const round = invitation.rounds.find(
      ({ round, state }) => state === 'closed' && String(round) === request.params.round,
    );
    if (round) await showRound(ctx, response, invitation, round);
    else next();
  });

  return router;
}

/** Where to go on after a button, what the page there tells, and why an undo was refused. */
interface Done {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly problems: readonly Message[];
  /** Other words about needs that were kept in the meantime, and stay. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** Does what the button says and saves. */
async function press(
  ctx: Context,
  invitation: Invitation,
  open: Round,
  cards: BallotCards,
  pressed: Pressed,
  change: Omit<Change, 'ballot'>,
): Promise<Done> {
  const save = async (made: BallotCards, done: Partial<Done> = {}): Promise<Done> => {
    const { elsewhere } = await saveOrder(ctx, invitation, open, made, change);
    return { path: '', query: {}, problems: [], elsewhere, ...done };
  };
  if (pressed.kind === 'move') {
    const made = makeMove(cards, pressed.move);
    if (!made) return save(cards);
    const before = linesOf(new Map([[made.list, made.before]]), 'before');
    return save(made.cards, { query: { moved: pressed.move.need, by: pressed.move.kind, ...before } });
  }
  if (pressed.kind === 'undo') {
    const lines = Object.entries(pressed.lines).map(([name, line]) => [`cards.${name}`, line]);
    const fields = { ...linesOf(cards, 'cards'), ...Object.fromEntries(lines) };
    const again = readBallotForm(fields, listsOf(open));
    if (again.problems.length > 0) {
      return { path: '', query: {}, problems: again.problems, elsewhere: new Map() };
    }
    return save(again.cards, { query: { done: 'undone' } });
  }
  if (pressed.kind === 'previous') {
    const before = await previousCards(ctx, invitation, open, cards);
    return save(before, { query: { done: 'previous', ...linesOf(cards, 'before') } });
  }
  return save(cards, { path: pressed.kind === 'review' ? '/review' : '' });
}

/** Cards as form fields of that name. */
function linesOf(cards: BallotCards, name: 'cards' | 'before'): Readonly<Record<string, string>> {
  return Object.fromEntries([...cards].map(([list, of]) => [`${name}.${list}`, writeCards(of)]));
}

/** This member's order of the closed round on the lists of the open one; their cards as they are without it. */
async function previousCards(
  ctx: Context,
  invitation: Invitation,
  open: Round,
  cards: BallotCards,
): Promise<BallotCards> {
  const before = invitation.closed && (await ownBallot(ctx, invitation, invitation.closed.round));
  return before ? cardsOfBallot(before.ballot, listsOf(open), invitation.member.code) : cards;
}

/** What the address says about what was just done; hand-made nonsense is passed over. */
function newsOf(query: Fields, open: Round): BallotNews {
  const { moved, by, done } = query;
  const lines = Object.entries(linesBefore(query)).filter(([name]) => Object.hasOwn(open.lists, name));
  const undo = lines.map(([name, line]): [string, string] => [name, writeCards(readCards(line))]);
  const back = undo.length > 0 ? Object.fromEntries(undo) : null;
  if (done === 'undone' || done === 'piles') return { ...noNews, done };
  if (done === 'previous') return { ...noNews, done, undo: back };
  if (typeof moved !== 'string' || typeof by !== 'string') return noNews;
  return { ...noNews, moved: { need: moved, by }, undo: back };
}
