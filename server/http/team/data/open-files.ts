// The files without answers of people in them: figures as readers may see them, codebooks, a script, the map of columns.
// Nothing else has an address here.
import type { Response, Router } from 'express';
import { rowsOfProject } from '../../../../analysis/tables/survey-rows.ts';
import { type DataFileKind, endings } from '../../../../surveys/formats/data-files/data-file-kinds.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { dataFileWords } from '../../../data-file-words.ts';
import { keptFigures } from '../../../db/retention.ts';
import { type Survey, surveysOf } from '../../../db/surveys.ts';
import { unknownPage } from '../../../errors.ts';
import { figureKinds, figuresFile } from '../../../figures-file.ts';
import { analyseProject } from '../../../operations/analyse-project.ts';
import { type DataFileWish, dataFile } from '../../../operations/data-file.ts';
import { signsOf } from '../../../operations/leaving-file.ts';
import { sendFigures } from '../../report-files.ts';
import { openWorkspace } from '../workspace.ts';
import { titleOf } from './survey-title.ts';

/** What describes the other files, by how its address ends. */
export const openKinds = [
  'codebook',
  'codebook-json',
  'ddi',
  'r',
  'map',
] as const satisfies readonly DataFileKind[];

/** Whose figures can be taken: as the team sees them, and as everybody outside it does. */
export const figureReaders = ['team', 'public'] as const;

/** CSV as spreadsheets here read it. */
export const usualForm = { separator: 'semicolon', decimal: 'comma' } as const;

export function openFileRoutes(ctx: Context, router: Router): void {
  router.get('/:project/data/figures/:reader/:kind', async (request, response) => {
    const { project, language } = await openWorkspace(ctx, response, request.params.project);
    const reader = figureReaders.find((each) => each === request.params.reader);
    const kind = figureKinds.find((each) => each === request.params.kind);
    if (!reader || !kind) throw unknownPage();
    const analysis = await analyseProject(ctx, project.code, { reader });
    const title = inLanguage(analysis.title, language);
    const head = { title, hash: null };
    const bytes = figuresFile(kind, rowsOfProject(analysis), head, ctx.texts, language);
    sendFigures(response, kind, `${project.code}-${reader}`, bytes);
  });

  // Without a survey: what rests on all surveys of the project together.
  router.get('/:project/data/kept{/:survey}/:reader/:kind', async (request, response) => {
    const { project, surveys, language } = await openWorkspace(ctx, response, request.params.project);
    const reader = figureReaders.find((each) => each === request.params.reader);
    const kind = figureKinds.find((each) => each === request.params.kind);
    const { survey = '' } = request.params;
    const rows = reader ? await keptFigures(ctx.db.kysely, project.code, survey, reader) : null;
    if (!rows || !kind) throw unknownPage();
    const title = survey === '' ? inLanguage(project.title, language) : titleOf(surveys, survey, language);
    const name = `${survey === '' ? project.code : survey}-${reader}`;
    sendFigures(response, kind, name, figuresFile(kind, rows, { title, hash: null }, ctx.texts, language));
  });

  router.get('/:project/data/files/:survey/:kind', async (request, response) => {
    const { project, survey, kind } = request.params;
    const found = await fieldedSurvey(ctx, project, survey);
    const known = openKinds.find((each) => each === kind);
    if (!known) throw unknownPage();
    const words = dataFileWords(ctx.texts, response.locals.language, found);
    await sendDescription(ctx, response, found, {
      kind: known,
      ...signsOf(usualForm),
      csvName: `${found.code}.csv`,
      words,
    });
  });
}

/** @throws ExpectedFailure when the project has no such survey that was ever open. */
export async function fieldedSurvey(ctx: Context, project: string, survey: string): Promise<Survey> {
  const found = (await surveysOf(ctx.db.kysely, project)).find(({ code }) => code === survey);
  if (!found || found.state === 'draft') throw unknownPage();
  return found;
}

/** Sends a file that says what was asked. */
export async function sendDescription(
  ctx: Context,
  response: Response,
  survey: Survey,
  wish: DataFileWish & { readonly kind: (typeof openKinds)[number] },
): Promise<void> {
  let content = '';
  for await (const piece of dataFile(ctx.db, survey, wish)) content += String(piece);
  const codebook = wish.kind.startsWith('codebook') ? '-codebook' : '';
  const fileName = `${survey.code}${codebook}.${endings[wish.kind]}`;
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  response.type(wish.kind === 'ddi' ? 'application/xml' : 'text/plain; charset=utf-8').end(content);
}
