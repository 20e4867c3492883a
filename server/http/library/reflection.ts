// The form a library's team fills in together, kept behind the library's own link and nowhere counted.
import type { Request, Response, Router } from 'express';
import {
  emptyReflection,
  readReflection,
  recognitions,
  reflectionSchema,
  standings,
  type TeamReflection,
  wordFields,
} from '../../../surveys/team-reflection.ts';
import type { Context } from '../../context.ts';
import { deleteReflection, reflectionOf, saveReflection } from '../../db/library-links.ts';
import { formatDate } from '../../format-values.ts';
import { reportWords } from '../../report/report-words.ts';
import { fieldOf } from '../team/access.ts';
import type { FormMistake } from '../team/round-form.ts';
import { libraryStyles } from './index.ts';
import { type LibraryVisit, libraryVisit } from './visit.ts';

interface Choice {
  readonly code: string;
  readonly checked: boolean;
}
export interface ReflectionPage {
  readonly name: string;
  readonly page: string;
  readonly address: string;
  readonly revision: number;
  /** Day it was last kept; empty before. */
  readonly savedOn: string;
  readonly saved: boolean;
  readonly needs: readonly {
    readonly code: string;
    readonly mark: string;
    readonly label: string;
    readonly recognised: readonly Choice[];
    readonly standing: readonly Choice[];
    readonly note: string;
  }[];
  readonly first: readonly {
    readonly place: number;
    readonly what: string;
    readonly who: string;
    readonly when: string;
  }[];
  readonly other: string;
  readonly mistakes: readonly FormMistake[];
}

export function reflectionRoutes(ctx: Context, router: Router): void {
  router.get('/:report/:version/library/:key/reflection', async (request, response) => {
    const visit = await libraryVisit(ctx, request);
    const kept = await reflectionOf(ctx.db.kysely, visit.published.project, visit.library.code);
    const reflection = kept ? reflectionSchema.parse(JSON.parse(kept.content)) : emptyReflection;
    show(ctx, response, visit, reflection, {
      revision: kept?.revision ?? 0,
      savedOn: kept?.savedOn ?? null,
      saved: request.query.saved === 'yes',
      mistakes: [],
    });
  });

  router.post('/:report/:version/library/:key/reflection', async (request, response) => {
    const visit = await libraryVisit(ctx, request);
    const { project } = visit.published;
    const { code } = visit.library;
    const needs = needsAsked(visit);
    const typed = readReflection((name) => fieldOf(request, name), needs);
    const savedOn = ctx.now().toISOString().slice(0, 10);
    const revision = revisionIn(request);
    const mistakes = tooLong(request, needs);
    const kept =
      mistakes.length === 0 &&
      (await ctx.writes.run((db) =>
        saveReflection(db, project, code, revision, { content: JSON.stringify(typed), savedOn }),
      ));
    if (kept) return response.redirect(303, `${visit.address}/reflection?saved=yes`);
    const now = await reflectionOf(ctx.db.kysely, project, code);
    const late = { field: 'other', key: 'reflection.changedMeanwhile' };
    show(ctx, response, visit, typed, {
      revision: now?.revision ?? 0,
      savedOn: now?.savedOn ?? null,
      saved: false,
      mistakes: mistakes.length > 0 ? mistakes : [late],
    });
  });

  router.post('/:report/:version/library/:key/reflection/erase', async (request, response) => {
    const visit = await libraryVisit(ctx, request);
    await ctx.writes.run((db) => deleteReflection(db, visit.published.project, visit.library.code));
    response.redirect(303, `${visit.address}/reflection`);
  });
}

const needsAsked = ({ report }: LibraryVisit) =>
  report.needs.filter(({ parent }) => parent === null).map(({ code }) => code);

function revisionIn(request: Request): number {
  const given = fieldOf(request, 'revision');
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}

function tooLong(request: Request, needs: readonly string[]): readonly FormMistake[] {
  return wordFields(needs).flatMap(({ name, most }) =>
    fieldOf(request, name).trim().length > most
      ? [{ field: name, key: 'reflection.tooLong', values: { most } }]
      : [],
  );
}

interface Stand {
  readonly revision: number;
  readonly savedOn: string | null;
  readonly saved: boolean;
  readonly mistakes: readonly FormMistake[];
}

function show(
  ctx: Context,
  response: Response,
  visit: LibraryVisit,
  reflection: TeamReflection,
  { revision, savedOn, saved, mistakes }: Stand,
): void {
  const { language } = response.locals;
  const words = reportWords(ctx.texts, language);
  const choices = (codes: readonly string[], chosen: string | null | undefined) =>
    codes.map((code) => ({ code, checked: code === chosen }));
  const page: ReflectionPage = {
    name: visit.library.name,
    page: visit.address,
    address: `${visit.address}/reflection`,
    revision,
    savedOn: savedOn === null ? '' : formatDate(language, savedOn),
    saved,
    needs: visit.report.needs
      .filter(({ parent }) => parent === null)
      .map(({ code, mark, label }) => {
        const said = reflection.needs[code];
        return {
          code,
          mark: mark ?? '–',
          label: words.text(label),
          recognised: choices(recognitions, said?.recognised),
          standing: choices(standings, said?.standing),
          note: said?.note ?? '',
        };
      }),
    first: reflection.first.map((step, index) => ({ place: index + 1, ...step })),
    other: reflection.other,
    mistakes,
  };
  response.setHeader('X-Robots-Tag', 'noindex');
  ctx.render(response, 'library/reflection', page, {
    title: words.t('reflection.title'),
    layout: 'report',
    demonstration: visit.report.demonstration,
    styles: ['project.css', 'rounds.css', ...libraryStyles],
    status: mistakes.length > 0 ? 422 : 200,
  });
}
