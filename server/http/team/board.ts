// The board of who asks and who offers, of those who said yes to it: per topic, who fits whom, and the button that brings
// two people together. Only then do they see each other's address.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { introduce } from '../../db/contact-offers.ts';
import { unknownPage } from '../../errors.ts';
import { type Board, contactBoard } from '../../operations/contact-board.ts';
import { fieldOf } from './access.ts';
import { openWorkspace, showStation, type Words, type Workspace } from './workspace.ts';

export interface BoardPage {
  readonly csrf: string;
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly action: string;
  /** How many people ask and offer something about each topic. */
  readonly topics: readonly { readonly name: string; readonly asks: number; readonly offers: number }[];
  readonly matches: readonly {
    readonly ask: string;
    readonly offer: string;
    readonly askEmail: string;
    readonly offerEmail: string;
    readonly asks: string;
    readonly offers: string;
    readonly about: string;
    readonly introduced: boolean;
  }[];
  /** Who fits nobody yet. */
  readonly alone: readonly { readonly email: string; readonly facts: string }[];
}

export function boardRoutes(ctx: Context, router: Router): void {
  router.get('/:project/board', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const board = await boardOf(ctx, workspace);
    const page = boardPage(workspace.project.code, board, response.locals.csrf ?? '', workspace);
    await showStation(ctx, response, workspace, 'team/board', page, {
      station: 'needs',
      title: page.title,
      styles: ['project.css', 'guide.css'],
    });
  });

  router.post('/:project/board/introduce', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const [ask, offer] = [fieldOf(request, 'ask'), fieldOf(request, 'offer')];
    // Only who fits each other, as the board is now: somebody may have left it meanwhile.
    const { matches } = await boardOf(ctx, workspace);
    if (!matches.some((match) => match.ask.id === ask && match.offer.id === offer)) throw unknownPage();
    await ctx.writes.run((db) => introduce(db, code, { ask, offer }));
    response.redirect(303, `/team/${code}/board#matches`);
  });
}

/** @throws ExpectedFailure when no questionnaire of the project has a board. */
async function boardOf(ctx: Context, { project }: Workspace): Promise<Board> {
  const board = await contactBoard(ctx.db.kysely, project.code);
  if (!board) throw unknownPage();
  return board;
}

function boardPage(project: string, board: Board, csrf: string, { say, language }: Words): BoardPage {
  const { people, matches, named } = board;
  const topicsOf = (codes: readonly string[]) =>
    codes.length === 0
      ? say({ key: 'team.board.anything' })
      : codes.map((code) => named('topic', code, language)).join(', ');
  const [asking, offering] = (['ask', 'offer'] as const).map((side) => {
    const codes = new Set(board.pairs.map((pair) => pair[side]));
    return people.filter(({ interests }) => interests.some((code) => codes.has(code)));
  });
  const about = (code: string, side: typeof people = []) =>
    side.filter(({ topics }) => topics.includes(code)).length;
  const fitting = new Set(matches.flatMap(({ ask, offer }) => [ask.id, offer.id]));
  return {
    csrf,
    title: say({ key: 'team.board.title' }),
    lead: say({ key: 'team.board.lead', values: { people: people.length, matches: matches.length } }),
    back: `/team/${project}/records#contact`,
    action: `/team/${project}/board/introduce`,
    topics: board.topics.map(({ code }) => ({
      name: named('topic', code, language),
      asks: about(code, asking),
      offers: about(code, offering),
    })),
    matches: matches.map(({ ask, offer, pair, topics, introduced }) => ({
      ask: ask.id,
      offer: offer.id,
      askEmail: ask.email,
      offerEmail: offer.email,
      asks: named('interest', pair.ask, language),
      offers: named('interest', pair.offer, language),
      about: topicsOf(topics),
      introduced,
    })),
    alone: people
      .filter(({ id }) => !fitting.has(id))
      .map(({ email, interests, topics }) => ({
        email,
        facts: `${interests.map((code) => named('interest', code, language)).join('; ')} · ${topicsOf(topics)}`,
      })),
  };
}
