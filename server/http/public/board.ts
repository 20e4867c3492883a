// The board as somebody on it sees it, behind an address of their own: who fits them, and how to reach whom the team brought
// them together with. Nobody sees an address before that, so that filling in the form opens no list of addresses.
import { Router } from 'express';
import { matchesWith } from '../../../surveys/contact-board.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import { offersGoOn } from '../../../surveys/retention.ts';
import type { Context } from '../../context.ts';
import { deleteContactOffer } from '../../db/contact-offers.ts';
import { type Project, projectByCode } from '../../db/projects.ts';
import { unknownPage } from '../../errors.ts';
import { hashToken, isToken } from '../../identity/tokens.ts';
import { contactBoard } from '../../operations/contact-board.ts';
import { serverAddress } from '../team/workspace.ts';

export interface BoardPages {
  'public/board': {
    readonly title: Text;
    readonly address: string;
    /** The same address as it is kept, from the scheme on. */
    readonly whole: string;
    readonly email: string;
    readonly interests: readonly string[];
    readonly topics: readonly string[];
    /** The day on which it is erased, ISO. */
    readonly until: string;
    readonly fits: readonly {
      /** Whether the other one asks, or offers. */
      readonly side: 'asks' | 'offers';
      readonly what: string;
      readonly topics: string;
      /** Null until the team brought both together. */
      readonly email: string | null;
    }[];
  };
  'public/board-gone': { readonly title: Text };
}

const styles = ['project.css', 'rounds.css', 'call.css'];

export function boardRoutes(ctx: Context): Router {
  const router = Router();

  router.get('/:project/gone', async (request, response) => {
    const project = await projectOf(ctx, request.params.project);
    // A project without a board tells nobody that it is there.
    if (!(await contactBoard(ctx.db.kysely, project.code))) throw unknownPage();
    const title = ctx.texts.say(response.locals.language, 'board.gone.title');
    ctx.render(response, 'public/board-gone', { title: project.title }, optionsOf(project, title));
  });

  router.get('/:project/:key', async (request, response) => {
    const { project, board, own } = await placeOf(ctx, request.params);
    const { language } = response.locals;
    const title = ctx.texts.say(language, 'board.title');
    const address = `/board/${project.code}/${request.params.key}`;
    const page: BoardPages['public/board'] = {
      title: project.title,
      address,
      whole: `${serverAddress(ctx, response)}${address}`,
      email: own.email,
      interests: own.interests.map((code) => board.named('interest', code, language)),
      topics: own.topics.map((code) => board.named('topic', code, language)),
      until: offersGoOn(own.month),
      fits: board.matches
        .filter((match) => matchesWith([match], own.id).length > 0)
        .map(({ ask, offer, pair, topics, introduced }) => {
          const asks = offer.id === own.id;
          return {
            side: asks ? 'asks' : 'offers',
            what: board.named('interest', asks ? pair.ask : pair.offer, language),
            topics: topics.map((code) => board.named('topic', code, language)).join(', '),
            email: introduced ? (asks ? ask : offer).email : null,
          };
        }),
    };
    response.setHeader('X-Robots-Tag', 'noindex');
    response.setHeader('Referrer-Policy', 'no-referrer');
    ctx.render(response, 'public/board', page, optionsOf(project, title));
  });

  router.post('/:project/:key/leave', async (request, response) => {
    const { project, own } = await placeOf(ctx, request.params);
    await ctx.writes.run((db) => deleteContactOffer(db, project.code, own.id));
    response.redirect(303, `/board/${project.code}/gone`);
  });

  return router;
}

/** @throws ExpectedFailure when there is no such project. */
async function projectOf(ctx: Context, code: string): Promise<Project> {
  const project = await projectByCode(ctx.db.kysely, code);
  if (!project) throw unknownPage();
  return project;
}

/** The place on the board this address belongs to. @throws ExpectedFailure when it is not there, or not any more. */
async function placeOf(
  ctx: Context,
  { project: code, key }: { readonly project: string; readonly key: string },
) {
  const project = await projectOf(ctx, code);
  const board = isToken(key) ? await contactBoard(ctx.db.kysely, code) : null;
  const id = hashToken('contactOffer', key);
  const own = board?.people.find((person) => person.id === id);
  if (!board || !own) throw unknownPage();
  return { project, board, own };
}

function optionsOf({ demonstration }: Project, title: string) {
  return { title, layout: 'report', demonstration, styles } as const;
}
