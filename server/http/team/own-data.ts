// Bring your own data: a CSV of another tool is given, its proposal corrected, and made a survey with its responses.
import type { Request, Response, Router } from 'express';
import { corrected, planProblems } from '../../../surveys/formats/propose/correct.ts';
import type { Remark } from '../../../surveys/formats/propose/plan.ts';
import type { Context } from '../../context.ts';
import { FileFailure, type LocatedProblem } from '../../csv-file.ts';
import { librariesOf } from '../../db/libraries.ts';
import { changeOwnData, type OwnData, ownDataOf, waitingOwnData } from '../../db/own-data.ts';
import { projectByCode } from '../../db/projects.ts';
import { unknownPage, unknownProject } from '../../errors.ts';
import { sameSecret } from '../../identity/tokens.ts';
import { beginImport } from '../../operations/import-own-data.ts';
import { forgetOnWish, startOwnData } from '../../operations/own-data.ts';
import { knownLibraries } from '../../operations/propose-questionnaire.ts';
import { fieldsSentOnce } from '../forms.ts';
import { fieldOf } from './access.ts';
import { mostMegabytes, receiveUpload } from './own-data-upload.ts';
import { type CheckPage, checkPage, problemSentences } from './own-data-view.ts';
import { openWorkspace, showStation, type Words, wordsOf } from './workspace.ts';

export interface OwnDataUploadPage {
  readonly csrf: string;
  readonly address: string;
  readonly most: number;
  readonly mistakes: readonly string[];
  /** The survey this file was imported into before. */
  readonly before: string | null;
  readonly waiting: readonly { readonly name: string; readonly address: string }[];
}
export interface OwnDataProgressPage {
  readonly address: string;
  readonly name: string;
  /** 0-100. */
  readonly done: number;
}
export type OwnDataCheckPage = CheckPage;

/** Milliseconds in which a small file is in, so that nobody sees a bar for it. */
const patience = 1500;

export function ownDataRoutes(ctx: Context, router: Router): void {
  router.get('/:project/own-data', async (request, response) => {
    await showUpload(ctx, response, request.params.project, [], null);
  });

  router.post('/:project/own-data', async (request: Request<{ project: string }>, response) => {
    const { project } = request.params;
    if (!(await projectByCode(ctx.db.kysely, project))) throw unknownProject(project);
    const expected = request.session.csrf ?? '';
    const words = wordsOf(ctx, response);
    const upload = await receiveUpload(request, (token) => expected !== '' && sameSecret(token, expected));
    try {
      const refuse = (mistakes: readonly string[], before: string | null = null) =>
        showUpload(ctx, response, project, mistakes, before);
      const say = (key: string, values = {}) => words.say({ key: `own-data.upload.${key}`, values });
      if (upload.tooLarge) return await refuse([say('tooLarge', { most: mostMegabytes })]);
      if (upload.file === null) return await refuse([say('nothing')]);
      const name = upload.name === '' ? say('pasted') : upload.name;
      const started = await startOwnData(ctx, project, { file: upload.file, name });
      if ('survey' in started) return await refuse([say('again')], started.survey);
      response.redirect(303, addressOf(project, started.id));
    } catch (error) {
      if (!(error instanceof FileFailure)) throw error;
      await showUpload(ctx, response, project, problemSentences(error.problems, words), null);
    } finally {
      await upload.remove();
    }
  });

  router.get('/:project/own-data/:import', async (request, response) => {
    const data = await dataAsked(ctx, request);
    if (data.state === 'done') {
      const query = new URLSearchParams({ survey: data.survey ?? '' });
      response.redirect(303, `/team/${encodeURIComponent(data.project)}/results?${query.toString()}`);
    } else if (data.state === 'importing') await showProgress(ctx, response, data);
    else await showCheck(ctx, response, data, data.state === 'failed' ? data.problems : [], [], 200);
  });

  router.post(
    '/:project/own-data/:import',
    async (request: Request<{ project: string; import: string }>, response) => {
      const data = await dataAsked(ctx, request);
      const here = addressOf(data.project, data.id);
      const action = fieldOf(request, 'action');
      if (data.state === 'importing' || data.state === 'done') return response.redirect(303, here);
      if (action === 'forget') {
        if (!(await forgetOnWish(ctx, data.project, data.id))) return response.redirect(303, here);
        return response.redirect(303, `/team/${encodeURIComponent(data.project)}/own-data`);
      }
      const { changed, problems } = await correct(ctx, request, data);
      const wrong = action === 'create' ? [...problems, ...wantedProblems(changed)] : problems;
      if (wrong.length > 0) return showCheck(ctx, response, changed, [], wrong, 422);
      if (action === 'create') await createSurvey(ctx, response, changed);
      response.redirect(303, here);
    },
  );
}

function addressOf(project: string, id: string): string {
  return `/team/${encodeURIComponent(project)}/own-data/${encodeURIComponent(id)}`;
}

async function dataAsked(
  ctx: Context,
  request: Request<{ project: string; import: string }>,
): Promise<OwnData> {
  const data = await ownDataOf(ctx.db.kysely, request.params.project, request.params.import);
  if (!data) throw unknownPage();
  return data;
}

/** What the form says, kept before anything else is done with it. */
async function correct(ctx: Context, request: Request, data: OwnData) {
  const known = { ...knownLibraries(await librariesOf(ctx.db.kysely, data.project)), rows: data.facts.rows };
  const { plan, problems } = corrected(data.plan, data.facts, known, fieldsSentOnce(request));
  const language = ctx.texts.languages.find((each) => each === fieldOf(request, 'language')) ?? data.language;
  const title = fieldOf(request, 'title').trim().slice(0, 200);
  const changes = { plan, language, title };
  await ctx.writes.run((db) => changeOwnData(db, data.id, changes, ctx.now().toISOString()));
  return { changed: { ...data, ...changes }, problems };
}

function wantedProblems({ plan, title }: OwnData): readonly Remark[] {
  return [...(title === '' ? [{ key: 'noTitle', values: {} }] : []), ...planProblems(plan)];
}

/** Begins the import and waits a moment: what is small is in by then. */
async function createSurvey(ctx: Context, response: Response, data: OwnData): Promise<void> {
  const begun = await beginImport(ctx, data, response.locals.language);
  if (!begun) return;
  // What goes wrong later is kept beside the file; nothing is left to be caught here but a database that is gone.
  const ended = begun.ended.catch((error: unknown) => ctx.log.error('import failed', error));
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
}

async function showUpload(
  ctx: Context,
  response: Response,
  project: string,
  mistakes: readonly string[],
  before: string | null,
): Promise<void> {
  const workspace = await openWorkspace(ctx, response, project);
  const waiting = await waitingOwnData(ctx.db.kysely, project);
  const page: OwnDataUploadPage = {
    csrf: response.locals.csrf ?? '',
    address: `/team/${encodeURIComponent(project)}/own-data`,
    most: mostMegabytes,
    mistakes,
    before:
      before === null
        ? null
        : `/team/${encodeURIComponent(project)}/results?${new URLSearchParams({ survey: before }).toString()}`,
    waiting: waiting.map(({ id, name }) => ({ name, address: addressOf(project, id) })),
  };
  await showStation(ctx, response, workspace, 'team/own-data', page, {
    station: 'questionnaire',
    title: sayIn(workspace, 'upload.title'),
    styles: ['project.css', 'own-data.css'],
    status: mistakes.length > 0 ? 422 : 200,
  });
}

async function showCheck(
  ctx: Context,
  response: Response,
  data: OwnData,
  failures: readonly LocatedProblem[],
  mistakes: readonly Remark[],
  status: number,
): Promise<void> {
  const workspace = await openWorkspace(ctx, response, data.project);
  const known = { ...knownLibraries(await librariesOf(ctx.db.kysely, data.project)), rows: data.facts.rows };
  const page = checkPage(data, known, workspace, {
    csrf: response.locals.csrf ?? '',
    languages: ctx.texts.languages,
    failures,
    mistakes,
  });
  await showStation(ctx, response, workspace, 'team/own-data-check', page, {
    station: 'questionnaire',
    title: sayIn(workspace, 'check.title'),
    styles: ['project.css', 'own-data.css'],
    scripts: ['own-data.js'],
    status,
  });
}

async function showProgress(ctx: Context, response: Response, data: OwnData): Promise<void> {
  const workspace = await openWorkspace(ctx, response, data.project);
  // Without scripts too the page looks again by itself until it is done.
  response.setHeader('Refresh', '2');
  const page: OwnDataProgressPage = {
    address: addressOf(data.project, data.id),
    name: data.name,
    done: data.progress,
  };
  await showStation(ctx, response, workspace, 'team/own-data-progress', page, {
    station: 'questionnaire',
    title: sayIn(workspace, 'progress.title'),
    styles: ['project.css', 'waiting.css'],
  });
}

function sayIn(words: Words, key: string): string {
  return words.say({ key: `own-data.${key}` });
}
