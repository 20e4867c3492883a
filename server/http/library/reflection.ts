// The form a library's team fills in together, kept behind the library's own link and nowhere counted. Nobody writes over what
// somebody else kept meanwhile without having it on the screen.
import type { Request, Response, Router } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import {
  asKept,
  emptyReflection,
  readReflection,
  reflectionSchema,
  type TeamReflection,
  withOtherNeeds,
  wordFields,
} from '../../../surveys/team-reflection.ts';
import type { Context } from '../../context.ts';
import { reflectionOf, saveReflection } from '../../db/library-links.ts';
import { formatDate } from '../../format-values.ts';
import { reportWords } from '../../report/report-words.ts';
import { fieldOf } from '../team/access.ts';
import type { FormMistake } from '../team/round-form.ts';
import { libraryStyles } from './index.ts';
import { askedNeeds, type ReflectionShown, reflectionPage } from './reflection-page.ts';
import { type LibraryVisit, libraryVisit } from './visit.ts';

export function reflectionRoutes(ctx: Context, router: Router): void {
  router.get('/:report/:version/library/:key/reflection', async (request, response) => {
    const visit = await libraryVisit(ctx, request);
    const kept = await keptOf(ctx, visit);
    show(ctx, response, visit, { ...kept, theirs: null, saved: request.query.saved === 'yes', mistakes: [] });
  });

  router.post('/:report/:version/library/:key/reflection', async (request, response) => {
    const visit = await libraryVisit(ctx, request);
    const needs = needsAsked(visit);
    const typed = readReflection((name) => fieldOf(request, name), needs);
    const revision = revisionIn(request);
    const before = await keptOf(ctx, visit);
    const wanted = withOtherNeeds(typed, before.reflection);
    const mistakes = tooLong(request, needs);
    const made = mistakes.length === 0 && before.revision === revision;
    const done = isSame(wanted, before) || (made && (await keep(ctx, visit, revision, wanted)));
    if (done) return response.redirect(303, `${visit.address}/reflection?saved=yes`);
    const now = await keptOf(ctx, visit);
    const late = now.revision !== revision;
    show(ctx, response, visit, {
      reflection: typed,
      theirs: late ? now.reflection : null,
      revision: now.revision,
      savedOn: now.savedOn,
      saved: false,
      mistakes,
    });
  });

  router.post('/:report/:version/library/:key/reflection/erase', async (request, response) => {
    const visit = await libraryVisit(ctx, request);
    if (await keep(ctx, visit, revisionIn(request), null))
      return response.redirect(303, `${visit.address}/reflection`);
    const mistakes = [{ field: 'other', key: 'reflection.notErased' }];
    const now = await keptOf(ctx, visit);
    show(ctx, response, visit, { ...now, theirs: null, saved: false, mistakes }, 409);
  });
}

interface Kept {
  readonly reflection: TeamReflection;
  /** 0 when nothing was ever kept. */
  readonly revision: number;
  /** ISO day; empty when nothing is kept. */
  readonly savedOn: string;
}

async function keptOf(ctx: Context, { published, library }: LibraryVisit): Promise<Kept> {
  const kept = await reflectionOf(ctx.db.kysely, published.project, library.code);
  if (!kept) return { reflection: emptyReflection, revision: 0, savedOn: '' };
  const { content, revision, savedOn } = kept;
  return { reflection: reflectionSchema.parse(JSON.parse(content)), revision, savedOn };
}

/** @param reflection null erases it. @returns false when the form was changed after `revision`. */
function keep(
  ctx: Context,
  { published, library }: LibraryVisit,
  revision: number,
  reflection: TeamReflection | null,
): Promise<boolean> {
  const content = JSON.stringify(reflection ?? emptyReflection);
  const savedOn = reflection ? dayOf(ctx.now()) : '';
  return ctx.writes.run((db) =>
    saveReflection(db, published.project, library.code, revision, { content, savedOn }),
  );
}

/** Who presses twice, or types what a colleague kept, changes nothing and hears that it is kept. */
function isSame(wanted: TeamReflection, { reflection, savedOn }: Kept): boolean {
  return savedOn !== '' && JSON.stringify(wanted) === JSON.stringify(reflection);
}

const needsAsked = (visit: LibraryVisit) => askedNeeds(visit).map(({ code }) => code);

function revisionIn(request: Request): number {
  const given = fieldOf(request, 'revision');
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}

function tooLong(request: Request, needs: readonly string[]): readonly FormMistake[] {
  return wordFields(needs).flatMap(({ name, most }) =>
    asKept(fieldOf(request, name)).length > most
      ? [{ field: name, key: 'reflection.tooLong', values: { most } }]
      : [],
  );
}

function show(
  ctx: Context,
  response: Response,
  visit: LibraryVisit,
  shown: ReflectionShown,
  status = shown.theirs ? 409 : shown.mistakes.length > 0 ? 422 : 200,
): void {
  const { language } = response.locals;
  const words = reportWords(ctx.texts, language);
  const savedOn = shown.savedOn === '' ? '' : formatDate(language, shown.savedOn);
  response.setHeader('X-Robots-Tag', 'noindex');
  ctx.render(response, 'library/reflection', reflectionPage(visit, { ...shown, savedOn }, words), {
    title: words.t('reflection.title'),
    layout: 'report',
    demonstration: visit.report.demonstration,
    styles: ['project.css', 'rounds.css', ...libraryStyles],
    status,
  });
}
