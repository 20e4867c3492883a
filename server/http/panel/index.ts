// Routes of the sounding board, in the order a request meets them. The token in the address is the one key: it
// leads to a member, a project and its rounds, and every form is judged against the lists of the open round.
import { type Request, type Response, Router } from 'express';
import { readCards, writeCards } from '../../../analysis/panel/ballot-order.ts';
import type { Context } from '../../context.ts';
import { saveComments } from '../../db/panel-comments.ts';
import { ballotsOf, holdOpen, type Round, saveBallot } from '../../db/panels.ts';
import { failureOf, roundClosed } from '../../errors.ts';
import {
  type BallotCards,
  cardsOfBallot,
  type Fields,
  makeMove,
  type Pressed,
  readBallotForm,
  readComments,
  readPressed,
  storedBallot,
} from './ballot-form.ts';
import { type BallotNews, noNews, showBallot } from './ballot-page.ts';
import { type Invitation, invitationOf, listsOfRound, ownBallot } from './invitation.ts';
import { showReview, showSubmitted } from './review-pages.ts';
import { showNotice, showRound } from './round-page.ts';

export function panelRoutes(ctx: Context): Router {
  const router = Router();

  router.get('/:token', async (request, response) => {
    const invitation = await invitationOf(ctx, request);
    const { open, closed } = invitation;
    if (open) await showBallot(ctx, response, invitation, open, newsOf(request, open));
    else if (closed) await showRound(ctx, response, invitation, closed);
    else showNotice(ctx, response, invitation);
  });

  router.post('/:token', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    const { cards, comments, problems } = readWhole(request, open);
    if (problems.length > 0) {
      return showBallot(ctx, response, invitation, open, { ...noNews, problems, comments });
    }
    await keepComments(ctx, invitation, open, comments);
    await press(ctx, response, invitation, open, cards, readPressed(fieldsOf(request)));
  });

  router.put('/:token/ballot', (request, response) => saveFromBrowser(ctx, request, response));

  router.get('/:token/review', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    await showReview(ctx, response, invitation, open);
  });

  router.post('/:token/submit', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    const { cards, problems } = readBallotForm(fieldsOf(request), listsOfRound(open));
    if (problems.length > 0) {
      return showBallot(ctx, response, invitation, open, { ...noNews, problems });
    }
    await save(ctx, invitation, open, cards, true);
    response.redirect(303, `${invitation.address}/submitted`);
  });

  router.get('/:token/submitted', async (request, response) => {
    const { invitation, open } = await openRound(ctx, request);
    const own = await ownBallot(ctx, invitation, open.round);
    if (own?.submitted) showSubmitted(ctx, response, invitation, open, own);
    else response.redirect(303, invitation.address);
  });

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

/** The invitation with its open round. @throws ExpectedFailure when no round is open. */
async function openRound(
  ctx: Context,
  request: Request,
): Promise<{ readonly invitation: Invitation; readonly open: Round }> {
  const invitation = await invitationOf(ctx, request);
  if (!invitation.open) throw roundClosed();
  return { invitation, open: invitation.open };
}

/** The order and what was said about needs, with everything that is wrong with either. */
function readWhole(request: Request, open: Round) {
  const lists = listsOfRound(open);
  const order = readBallotForm(fieldsOf(request), lists);
  const said = readComments(fieldsOf(request), lists);
  return {
    cards: order.cards,
    comments: said.comments,
    problems: [...order.problems, ...said.problems],
  };
}

/** Keeps what a member says about needs. @throws ExpectedFailure when the round closed in the meantime. */
async function keepComments(
  ctx: Context,
  { project, member }: Invitation,
  { round }: Round,
  comments: ReadonlyMap<string, string>,
): Promise<void> {
  if (comments.size === 0) return;
  const at = { project: project.code, round, member: member.code };
  const open = await ctx.writes.run(async (db) => {
    if (!(await holdOpen(db, at.project, round))) return false;
    await saveComments(db, at, comments);
    return true;
  });
  if (!open) throw roundClosed();
}

/** Does what the button says, saves, and comes back to the same card. */
async function press(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  open: Round,
  cards: BallotCards,
  pressed: Pressed,
): Promise<void> {
  const { address } = invitation;
  if (pressed.kind === 'move') {
    const made = makeMove(cards, pressed.move);
    await save(ctx, invitation, open, made?.cards ?? cards, false);
    const back = new URLSearchParams(
      made
        ? {
            moved: pressed.move.need,
            by: pressed.move.kind,
            list: made.list,
            before: writeCards(made.before),
          }
        : {},
    );
    return response.redirect(303, `${address}?${back.toString()}`);
  }
  if (pressed.kind === 'undo') {
    const lists = listsOfRound(open);
    const again = readBallotForm(
      Object.fromEntries(
        [...cards].map(([name, list]) => [
          `cards.${name}`,
          name === pressed.list ? pressed.line : writeCards(list),
        ]),
      ),
      lists,
    );
    if (again.problems.length > 0) {
      return showBallot(ctx, response, invitation, open, { ...noNews, problems: again.problems });
    }
    await save(ctx, invitation, open, again.cards, false);
    return response.redirect(303, `${address}?undone=1`);
  }
  const kept = pressed.kind === 'previous' ? await previousCards(ctx, invitation, open, cards) : cards;
  await save(ctx, invitation, open, kept, false);
  response.redirect(303, pressed.kind === 'review' ? `${address}/review` : address);
}

/** This member's order of the closed round on the lists of the open one; their cards as they are without it. */
async function previousCards(
  ctx: Context,
  invitation: Invitation,
  open: Round,
  cards: BallotCards,
): Promise<BallotCards> {
  const before = invitation.closed && (await ownBallot(ctx, invitation, invitation.closed.round));
  return before ? cardsOfBallot(before.ballot, listsOfRound(open), invitation.member.code) : cards;
}

/**
 * Saves a ballot durably. What was submitted stays submitted: a later change counts at once.
 * @returns the moment. @throws ExpectedFailure when the round closed in the meantime.
 */
async function save(
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
    return saveBallot(transaction, { ...key, ballot: storedBallot(cards), submitted, savedAt });
  });
  if (!saved) throw roundClosed();
  return savedAt;
}

/** The browser module saves an order and is answered in JSON: when it was saved, or why not, in words. */
async function saveFromBrowser(ctx: Context, request: Request, response: Response): Promise<void> {
  const { language } = response.locals;
  try {
    const { invitation, open } = await openRound(ctx, request);
    const { cards, comments, problems } = readWhole(request, open);
    const [problem] = problems;
    if (problem) {
      response.status(422).json({ message: ctx.texts.say(language, problem.key, problem.values) });
      return;
    }
    await keepComments(ctx, invitation, open, comments);
    response.json({ savedAt: await save(ctx, invitation, open, cards, false) });
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.status === 500) throw thrown;
    const message = ctx.texts.say(language, `errors.${failure.key}.title`, failure.values);
    response.status(failure.status).json({ message });
  }
}

/** What the address says about the move just made; hand-made nonsense is passed over. */
function newsOf(request: Request, open: Round): BallotNews {
  const { moved, by, list, before, undone } = request.query;
  if (undone === '1') return { ...noNews, undone: true };
  if (typeof moved !== 'string' || typeof by !== 'string') return noNews;
  const lines = typeof list === 'string' && typeof before === 'string' && Object.hasOwn(open.lists, list);
  return {
    ...noNews,
    moved: { need: moved, by },
    undo: lines ? { list, line: writeCards(readCards(before)) } : null,
  };
}

function fieldsOf(request: Request): Fields {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? (body as Fields) : {};
}
