// Trying a questionnaire out as a respondent: the answers travel in the form itself and are kept nowhere.
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Answers } from '../../../../surveys/answers.ts';
import { codebookOf } from '../../../../surveys/codebook.ts';
import { nextPage, previousPage, shownNames, walk } from '../../../../surveys/flow.ts';
import type { Given, Problem } from '../../../../surveys/question-types/question-type.ts';
import { inLanguage, type Page } from '../../../../surveys/questionnaire.ts';
import { fieldsOfPage, readPage } from '../../../../surveys/read-page.ts';
import type { Variable } from '../../../../surveys/variable.ts';
import type { Context } from '../../../context.ts';
import { unknownPage } from '../../../errors.ts';
import { fieldOf } from '../access.ts';
import { addressesOf, type Editor, openEditor, queryOf } from './open-editor.ts';
import {
  openingOf,
  showWalk,
  type TriedRegister,
  triedRegister,
  viewOf,
  walkFrame,
  walkLanguage,
} from './walk-page.ts';

export interface TriedPage {
  readonly title: string;
  readonly language: string;
  readonly variables: readonly {
    readonly name: string;
    readonly words: string;
    /** What would be kept; '' when it would be nothing. */
    readonly answer: string;
    /** Why there is no answer. */
    readonly missing: 'notShown' | 'skipped' | null;
  }[];
  readonly kept: number;
  readonly again: string;
  readonly editor: string;
}

/** What travels along: the answers so far, the order of options, and what was asked twice. */
const carried = { answers: 'try:answers', seed: 'try:seed', asked: 'try:asked' } as const;

interface Trial {
  readonly ctx: Context;
  readonly request: Request;
  readonly response: Response;
  readonly editor: Editor;
  readonly register: TriedRegister;
  readonly language: string;
  readonly seed: number;
}

async function begin(ctx: Context, request: Request, response: Response): Promise<Trial> {
  const editor = await openEditor(ctx, request, response);
  const seed = Number(fieldOf(request, carried.seed));
  return {
    ctx,
    request,
    response,
    editor,
    register: await triedRegister(ctx, editor.project.code),
    language: walkLanguage(ctx, editor.definition.questionnaire, queryOf(request, 'in')),
    seed: Number.isInteger(seed) && seed !== 0 ? seed : ctx.newSeed(),
  };
}

/** GET: the first screen. */
export function getTry(ctx: Context): RequestHandler {
  return async (request, response) => {
    const trial = await begin(ctx, request, response);
    const { editor, language } = trial;
    const { questionnaire } = editor.definition;
    const addresses = addressesOf(editor);
    showWalk(ctx, response, editor, language, null, {
      survey: walkFrame(ctx, editor, questionnaire, language, false, (code) =>
        addresses.to('try', { in: code }),
      ),
      still: false,
      action: addresses.to('try', { in: language, go: 'start' }),
      back: '',
      hidden: [{ name: 'csrf', value: response.locals.csrf ?? '' }],
      editor: addresses.to('edit'),
      opening: openingOf(questionnaire, language),
      view: null,
    });
  };
}

/** POST: the page after, the one before, or the same one with what is wrong. What is shown is the answer, since nothing is stored. */
export function postTry(ctx: Context): RequestHandler {
  return async (request, response) => {
    const trial = await begin(ctx, request, response);
    const { questionnaire } = trial.editor.definition;
    const answers = answersCarried(request);
    const go = queryOf(request, 'go');
    const walked = walk(questionnaire, answers, trial.register.libraries);
    const [first] = walked.pages;
    if (go === 'start') return first ? showPage(trial, first.page, answers) : showEnd(trial, answers);
    const page = questionnaire.pages.find(({ code }) => code === queryOf(request, 'page'));
    if (!page) throw unknownPage();
    return goOn(trial, page, answers, go);
  };
}

function goOn(trial: Trial, page: Page, before: Answers, go: string): void {
  const { editor, register, request } = trial;
  const { questionnaire } = editor.definition;
  const own = fieldsOfPage(questionnaire, page);
  const earlier = Object.fromEntries(Object.entries(before).filter(([name]) => !own.has(name)));
  const fields = Object.fromEntries([...own].map((name) => [name, fieldOf(request, name)]));
  const reading = readPage(questionnaire, page, fields, earlier, register.libraries);
  const answers = { ...earlier, ...reading.answers };
  const problems = [...reading.problems.values()];
  const walked = walk(questionnaire, answers, register.libraries);
  if (go === 'previous') {
    showPage(trial, previousPage(walked, page.code) ?? page, answers);
    return;
  }
  if (go === 'stay') {
    showPage(trial, page, answers, [], { ...answers, ...reading.typed });
    return;
  }
  const asked = new Set(fieldOf(request, carried.asked).split(' '));
  if (problems.some(({ soft, field }) => !soft || !asked.has(field))) {
    showPage(trial, page, answers, problems, { ...answers, ...reading.typed });
    return;
  }
  const next = nextPage(walked, page.code);
  if (next) showPage(trial, next, answers);
  else showEnd(trial, answers);
}

function showPage(
  trial: Trial,
  page: Page,
  answers: Answers,
  problems: readonly Problem[] = [],
  given: Given = answers,
): void {
  const { ctx, response, editor, language, register, seed } = trial;
  const { questionnaire } = editor.definition;
  const addresses = addressesOf(editor);
  const to = (go: string, code = language) => addresses.to('try', { page: page.code, in: code, go });
  const soft = problems.filter((problem) => problem.soft).map(({ field }) => field);
  const hidden = [
    { name: 'csrf', value: response.locals.csrf ?? '' },
    { name: carried.answers, value: JSON.stringify(answers) },
    { name: carried.seed, value: String(seed) },
    { name: carried.asked, value: soft.join(' ') },
  ];
  const view = viewOf({ questionnaire, page, answers, given, problems, language, register, seed });
  showWalk(
    ctx,
    response,
    editor,
    language,
    page,
    {
      survey: walkFrame(ctx, editor, questionnaire, language, true, (code) => to('stay', code)),
      still: false,
      action: to('next'),
      back: to('previous'),
      hidden,
      editor: addresses.edit({ kind: 'page', code: page.code }),
      opening: null,
      view,
    },
    problems.length > 0 ? 422 : 200,
  );
}

/** What would have been stored, variable by variable. */
function showEnd({ ctx, response, editor, language, register }: Trial, given: Answers): void {
  const { questionnaire } = editor.definition;
  const { answers } = walk(questionnaire, given, register.libraries);
  const shown = shownNames(questionnaire, answers, register.libraries);
  const variables = codebookOf(questionnaire).variables.map((variable) => {
    const answer = answers[variable.name];
    return {
      name: variable.name,
      words: inLanguage(variable.item ?? variable.label, language),
      answer: answer === undefined ? '' : answerWords(variable, answer, language),
      missing:
        answer !== undefined ? null : shown.has(variable.name) ? ('skipped' as const) : ('notShown' as const),
    };
  });
  const addresses = addressesOf(editor);
  const data: TriedPage = {
    title: inLanguage(questionnaire.title, language),
    language,
    variables,
    kept: variables.filter(({ missing }) => missing === null).length,
    again: addresses.to('try', { in: language }),
    editor: addresses.to('edit'),
  };
  const title = editor.say({ key: 'editor.try.doneTitle' });
  ctx.render(response, 'team/tried', data, { title, layout: 'respond', styles: ['walk.css'] });
}

function answerWords(variable: Variable, answer: string, language: string): string {
  const category = variable.categories.find(({ code }) => code === answer);
  if (variable.measure === 'text' || !category) return answer;
  return inLanguage(category.label, language);
}

const answersSchema = z.record(z.string(), z.string());

/** The answers in the form; what is no answer is let go. */
function answersCarried(request: Request): Answers {
  const sent = fieldOf(request, carried.answers);
  if (sent === '') return {};
  try {
    const parsed = answersSchema.safeParse(JSON.parse(sent));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
