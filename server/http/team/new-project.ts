// Making a project from the workspace: a name, its languages, and a template of the gallery or an empty questionnaire.
import type { Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { listProjects } from '../../db/projects.ts';
import { ExpectedFailure } from '../../errors.ts';
import { newProject, reservedProjects } from '../../operations/new-project.ts';
import { templatesFolder } from '../../paths.ts';
import { createGallery, type Gallery } from '../../template-gallery.ts';
import {
  codeOf,
  emptyStart,
  mistake,
  readStart,
  type StartChoice,
  type StartForm,
  type StartMistake,
  startForm,
  startMistakes,
  type TypedStart,
  templateChoice,
  titleOf,
} from './start-form.ts';
import { frameWithoutStations, wordsOf } from './workspace.ts';

export interface NewProjectPage extends StartForm {
  readonly choices: readonly StartChoice[];
}

export function newProjectRoutes(ctx: Context, router: Router): void {
  const gallery = createGallery(templatesFolder, ctx.log);

  router.get('/new', async (_request, response) => {
    await show(ctx, gallery, response, { ...emptyStart(response.locals.language), start: 'empty' }, []);
  });

  router.post('/new', async (request, response) => {
    const typed = readStart(ctx, request);
    const templates = await gallery.templates();
    const chosen = templates.find(({ name }) => typed.start === `template:${name}`);
    const title = titleOf(typed);
    const taken = [...reservedProjects, ...(await listProjects(ctx.db.kysely)).map(({ code }) => code)];
    const mistakes: StartMistake[] = [...startMistakes(typed, ctx.texts.workspaceLanguages)];
    const [first = ''] = ctx.texts.workspaceLanguages;
    if (!title) mistakes.unshift(mistake(`title-${first}`, 'noTitle'));
    if (taken.includes(typed.code)) mistakes.push(mistake('code', 'codeTaken', { code: typed.code }));
    const isCsv = typed.start === 'csv';
    if (!chosen && !isCsv && typed.start !== 'empty') mistakes.push(mistake('start-empty', 'noStart'));
    if (mistakes.length > 0 || !title) return show(ctx, gallery, response, typed, mistakes);
    const code = codeOf(typed, taken);
    const wish = {
      code,
      title,
      languages: typed.languages,
      by: response.locals.account?.id ?? '',
      template: isCsv ? ('none' as const) : (chosen?.template ?? null),
    };
    try {
      const survey = await newProject(ctx, wish);
      const next = isCsv ? 'own-data' : `edit?survey=${encodeURIComponent(survey)}`;
      response.redirect(303, `/team/${code}/${next}`);
    } catch (error) {
      // Somebody took the code in this very moment.
      if (!(error instanceof ExpectedFailure) || error.key !== 'projectExists') throw error;
      await show(ctx, gallery, response, typed, [mistake('code', 'codeTaken', { code })]);
    }
  });
}

async function show(
  ctx: Context,
  gallery: Gallery,
  response: Response,
  typed: TypedStart,
  mistakes: readonly StartMistake[],
): Promise<void> {
  const words = wordsOf(ctx, response);
  const csrf = response.locals.csrf ?? '';
  const templates = await gallery.templates();
  const page = {
    ...startForm(ctx, typed, mistakes, csrf, words),
    choices: [
      {
        value: 'empty',
        id: 'start-empty',
        title: words.say({ key: 'project.new.empty' }),
        facts: [words.say({ key: 'project.new.emptyWords' })],
        checked: typed.start === 'empty',
      },
      {
        value: 'csv',
        id: 'start-csv',
        title: words.say({ key: 'own-data.start.choice' }),
        facts: [words.say({ key: 'own-data.start.words' })],
        checked: typed.start === 'csv',
      },
      ...templates.map((template) => templateChoice(template, typed, words)),
    ],
  };
  ctx.render(response, 'team/new-project', page, {
    title: words.say({ key: 'project.new.title' }),
    status: mistakes.length > 0 ? 422 : 200,
    layout: 'workspace',
    styles: ['project.css'],
    workspace: frameWithoutStations(response),
  });
}
