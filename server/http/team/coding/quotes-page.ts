// The quotes of a project: proposed by who codes, released by a person who may.
import type { Request, Response, Router } from 'express';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { deleteQuote, quoteSourcesOf } from '../../../db/quote-sources.ts';
import { recordsOf } from '../../../db/records.ts';
import { formUnreadable } from '../../../errors.ts';
import { mayDo } from '../../../identity/roles.ts';
import { holdQuote, releaseQuote } from '../../../operations/quote-answer.ts';
import { fieldOf } from '../access.ts';
import { type CodingDesk, deskPage, openCodingDesk, questionLabel } from './coding-desk.ts';

export interface CodingQuotesPage {
  readonly csrf: string;
  readonly back: string;
  readonly mayRelease: boolean;
  /** A quote that could not be released is told of. */
  readonly refused: boolean;
  readonly quotes: readonly {
    readonly code: string;
    readonly text: string;
    readonly facts: string;
    readonly released: boolean;
  }[];
}

export function quotesRoutes(ctx: Context, router: Router): void {
  router.get('/:project/coding/quotes', async (request, response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    await show(ctx, response, desk, false);
  });

  router.post('/:project/coding/quotes', async (request: Request<{ project: string }>, response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    const { code } = desk.project;
    const [wanted = '', quote = ''] = fieldOf(request, 'do').split(':');
    if (wanted === 'release' && !(await releaseQuote(ctx, code, desk.frame, quote)))
      return show(ctx, response, desk, true);
    if (wanted === 'hold') await holdQuote(ctx, code, quote);
    else if (wanted === 'remove') await ctx.writes.run((db) => deleteQuote(db, code, quote));
    else if (wanted !== 'release') throw formUnreadable();
    response.redirect(303, `/team/${code}/coding/quotes`);
  });
}

async function show(ctx: Context, response: Response, desk: CodingDesk, refused: boolean): Promise<void> {
  const { project, language } = desk;
  const db = ctx.db.kysely;
  const [{ quote: quotes }, sources] = await Promise.all([
    recordsOf(db, project.code),
    quoteSourcesOf(db, project.code),
  ]);
  const roles = response.locals.roles ?? [];
  const say = (key: string, values = {}) => desk.say({ key: `coding-desk.quotes.${key}`, values });
  const page: CodingQuotesPage = {
    csrf: response.locals.csrf ?? '',
    back: mayDo(roles, 'coding', 'see')
      ? `/team/${project.code}/coding`
      : `/team/${project.code}/records#quotes`,
    mayRelease: mayDo(roles, 'quotes', 'change'),
    refused,
    quotes: quotes
      .toSorted((one, other) => Number(one.released) - Number(other.released))
      .map(({ code, text, source, needs, released }) => {
        const from = sources.find((each) => each.quote === code);
        return {
          code,
          text: inLanguage(text, language),
          facts: [
            say(released ? 'released' : 'proposed'),
            inLanguage(source, language),
            needs.join(', '),
            ...(from ? [questionLabel(desk, from.question)] : []),
          ].join(' · '),
          released,
        };
      }),
  };
  const status = refused ? 422 : 200;
  const title = say('title');
  ctx.render(response, 'team/coding-quotes', page, deskPage(desk, response, { title, status }));
}
