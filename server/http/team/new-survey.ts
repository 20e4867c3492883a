// Making a questionnaire in a project: empty, from the gallery, as a copy of another, or from a JSON file.
import type { Response, Router } from 'express';
import { emptyQuestionnaire } from '../../../surveys/editing/starts.ts';
import type { Questionnaire } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { projectByCode } from '../../db/projects.ts';
import { type Survey, surveyCodes, surveysOf } from '../../db/surveys.ts';
import { unknownProject } from '../../errors.ts';
import { openDefinition } from '../../operations/definition-editing.ts';
import { inEach } from '../../operations/new-project.ts';
import { newSurvey } from '../../operations/new-survey.ts';
import { templatesFolder } from '../../paths.ts';
import { startWords } from '../../start-words.ts';
import { createGallery, type GalleryTemplate } from '../../template-gallery.ts';
import { type ProblemLine, problemLines, readDefinitionText } from './definition-text.ts';
import {
  codeOf,
  emptyStart,
  mistake,
  readStart,
  type StartChoice,
  type StartForm,
  type StartMistake,
  sizeWords,
  startForm,
  startMistakes,
  type TypedStart,
  titleIn,
  titleOf,
} from './start-form.ts';
import { openWorkspace, showStation, type Words, wordsOf } from './workspace.ts';

export interface NewSurveyPage extends StartForm {
  readonly groups: readonly { readonly name: string; readonly choices: readonly StartChoice[] }[];
  /** Whether a copy is a next wave of what it copies; null where there is nothing to copy. */
  readonly wave: { readonly checked: boolean } | null;
  readonly json: string;
  readonly jsonChecked: boolean;
  readonly problems: readonly ProblemLine[];
  readonly more: number;
}

interface Wrong {
  readonly mistakes: readonly StartMistake[];
  readonly problems: ReturnType<typeof problemLines>;
}
const nothingWrong: Wrong = { mistakes: [], problems: { lines: [], more: 0 } };

export function newSurveyRoutes(ctx: Context, router: Router): void {
  const gallery = createGallery(templatesFolder, ctx.log);

  const show = async (response: Response, code: string, typed: TypedStart, wrong: Wrong) => {
    const workspace = await openWorkspace(ctx, response, code);
    const csrf = response.locals.csrf ?? '';
    const page = {
      ...startForm(ctx, typed, wrong.mistakes, csrf, workspace),
      groups: choiceGroups(await gallery.templates(), workspace.surveys, typed, workspace),
      wave: workspace.surveys.length > 0 ? { checked: typed.wave } : null,
      json: typed.json,
      jsonChecked: typed.start === 'json',
      problems: wrong.problems.lines,
      more: wrong.problems.more,
    };
    const failed = wrong.mistakes.length + wrong.problems.lines.length > 0;
    await showStation(ctx, response, workspace, 'team/new-survey', page, {
      station: 'questionnaire',
      title: workspace.say({ key: 'project.survey.title' }),
      styles: ['project.css'],
      scripts: ['definition-file.js'],
      status: failed ? 422 : 200,
    });
  };

  router.get('/:project/surveys/new', async (request, response) => {
    const typed = { ...emptyStart(response.locals.language), start: 'empty' };
    await show(response, request.params.project, typed, nothingWrong);
  });

  router.post('/:project/surveys/new', async (request, response) => {
    const { project } = request.params;
    if (!(await projectByCode(ctx.db.kysely, project))) throw unknownProject(project);
    const typed = readStart(ctx, request);
    if (typed.start === 'csv') {
      response.redirect(303, `/team/${encodeURIComponent(project)}/own-data`);
      return;
    }
    const taken = await surveyCodes(ctx.db.kysely);
    const mistakes = [...startMistakes(typed, ctx.texts.workspaceLanguages)];
    const [first = ''] = ctx.texts.workspaceLanguages;
    if (typed.start === 'empty' && !titleOf(typed)) {
      mistakes.unshift(mistake(`title-${first}`, 'noSurveyTitle'));
    }
    if (taken.includes(typed.code)) mistakes.push(mistake('code', 'codeTaken', { code: typed.code }));
    const source = await sourceOf(ctx, project, await gallery.templates(), typed);
    if (source === null) mistakes.push(mistake('start-empty', 'noStart'));
    if (typed.start === 'json' && typed.json.trim() === '') mistakes.push(mistake('json', 'noJson'));
    if (source === null || 'problems' in source || mistakes.length > 0) {
      const found = source && 'problems' in source && typed.json.trim() !== '' ? source.problems : [];
      const problems = problemLines(found, wordsOf(ctx, response));
      await show(response, project, typed, { mistakes, problems });
      return;
    }
    const copied = typed.wave && typed.start.startsWith('copy:') ? typed.start.slice('copy:'.length) : null;
    const survey = await newSurvey(ctx, project, madeOf(ctx, typed, source.questionnaire, taken), copied);
    const query = new URLSearchParams({ survey });
    response.redirect(303, `/team/${encodeURIComponent(project)}/edit?${query.toString()}`);
  });
}

type Source = ReturnType<typeof readDefinitionText> | { readonly questionnaire: 'empty' };

/** What the new questionnaire is made of; null when nothing there is was chosen. */
async function sourceOf(
  ctx: Context,
  project: string,
  templates: readonly GalleryTemplate[],
  { start, json }: TypedStart,
): Promise<Source | null> {
  if (start === 'empty') return { questionnaire: 'empty' };
  if (start === 'json') return readDefinitionText(json);
  const [kind, name, code] = start.split(':');
  if (kind === 'template') {
    const questionnaires = templates.find((each) => each.name === name)?.template.questionnaires ?? [];
    const found = questionnaires.find((each) => each.code === code);
    return found ? { questionnaire: found } : null;
  }
  const surveys = await surveysOf(ctx.db.kysely, project);
  if (kind !== 'copy' || !surveys.some((survey) => survey.code === name)) return null;
  return { questionnaire: (await openDefinition(ctx, name ?? '')).questionnaire };
}

function madeOf(
  ctx: Context,
  typed: TypedStart,
  source: Questionnaire | 'empty',
  taken: readonly string[],
): Questionnaire {
  const title = titleOf(typed);
  if (source === 'empty') {
    const { languages } = typed;
    const words = startWords(ctx.texts, languages);
    return emptyQuestionnaire(codeOf(typed, taken), languages, inEach(title ?? {}, languages), words);
  }
  const code = typed.code === '' && !title ? source.code : codeOf(typed, taken);
  return { ...source, code, title: title ? { ...source.title, ...title } : source.title };
}

function choiceGroups(
  templates: readonly GalleryTemplate[],
  surveys: readonly Survey[],
  typed: TypedStart,
  words: Words,
): NewSurveyPage['groups'] {
  const choice = (value: string, title: string, facts: readonly string[]): StartChoice => ({
    value,
    id: `start-${value.replaceAll(':', '-')}`,
    title,
    facts,
    checked: typed.start === value,
  });
  const ofQuestionnaire = (value: string, questionnaire: Questionnaire) =>
    choice(value, titleIn(questionnaire, words), [sizeWords(questionnaire, words)]);
  const say = (key: string) => words.say({ key });
  const groups = [
    {
      name: '',
      choices: [
        choice('empty', say('project.new.empty'), [say('project.new.emptyWords')]),
        choice('csv', say('own-data.start.choice'), [say('own-data.start.words')]),
      ],
    },
    {
      name: say('project.survey.copies'),
      choices: surveys.map(({ code, questionnaire }) => ofQuestionnaire(`copy:${code}`, questionnaire)),
    },
    {
      name: say('project.survey.templates'),
      choices: templates.flatMap(({ name, template }) =>
        template.questionnaires.map((each) => ofQuestionnaire(`template:${name}:${each.code}`, each)),
      ),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
