// Typing in forms that came back on paper: one screen per form, checked before it is stored, typed twice where asked.
// Between two typings nothing is stored: the first waits in hidden fields of the page.
import type { Response, Router } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import {
  differencesBetween,
  type EntryProblem,
  entryFields,
  readPaperEntry,
} from '../../../surveys/paper-entry.ts';
import { inLanguage, type Questionnaire } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { enterPaperResponse } from '../../operations/enter-paper-response.ts';
import { conditionInWords } from '../paper-words.ts';
import { fieldOf } from './access.ts';
import {
  answerPrefix,
  consentOf,
  type EntryDesk,
  type EntryForm,
  emptyForm,
  firstPrefix,
  formOf,
  isoDay,
  nextSheet,
  openEntry,
  queryOf,
  secondTime,
} from './paper-entry-form.ts';
import { type EntryFill, entryPages, type PaperEntryPage } from './paper-entry-view.ts';
import { showStation } from './workspace.ts';

export function paperEntryRoutes(ctx: Context, router: Router): void {
  router.get('/:project/entry', async (request, response) => {
    const desk = await openEntry(ctx, request, response);
    const { sheet = '', day = '', entered, already, letGo } = queryOf(request);
    await show(ctx, response, desk, {
      ...emptyForm(ctx),
      sheet: sheet.slice(0, 20),
      day: isoDay(ctx, day) ?? dayOf(ctx.now()),
      twice: request.query.twice === '1',
      news: newsOf(desk, { entered, already, letGo }),
    });
  });

  router.post('/:project/entry', async (request, response) => {
    const desk = await openEntry(ctx, request, response);
    const form = formOf(ctx, request, desk);
    const reading = readPaperEntry({ ...desk, typed: form.typed });
    const day = isoDay(ctx, form.day);
    const wrong = problemsOf(ctx, desk, form, reading.problems, day);
    if (wrong.size > 0) return show(ctx, response, desk, { ...form, problems: wrong }, 422);
    const differences =
      form.second && !form.settled ? differencesBetween(form.first, form.typed, desk.fields) : new Map();
    if (differences.size > 0) return show(ctx, response, desk, { ...form, differences }, 422);
    if (fieldOf(request, 'go') !== 'save') {
      const news = [desk.workspace.say({ key: 'entry.checked' })];
      return show(ctx, response, desk, { ...form, news }, 422);
    }
    if (form.twice && !form.second) return show(ctx, response, desk, secondTime(desk, form), 422);
    const stored = await enterPaperResponse(ctx, {
      survey: desk.survey.code,
      version: desk.version,
      questionnaire: desk.questionnaire,
      register: desk.register,
      answers: reading.answers,
      day: day ?? dayOf(ctx.now()),
      id: form.entry,
    });
    const next = new URLSearchParams({
      survey: desk.survey.code,
      ...(desk.version === desk.survey.version ? {} : { version: String(desk.version) }),
      ...(stored ? { entered: form.sheet } : { already: '1' }),
      sheet: nextSheet(form.sheet),
      day: day ?? '',
      ...(form.twice ? { twice: '1' } : {}),
      ...(reading.letGo.length > 0 ? { letGo: reading.letGo.join(' ').slice(0, 200) } : {}),
    });
    response.redirect(303, `/team/${desk.workspace.project.code}/entry?${next.toString()}`);
  });
}

/** What is wrong, in words, by field; consent and the day under names of their own. */
function problemsOf(
  ctx: Context,
  { workspace, questionnaire }: EntryDesk,
  form: EntryForm,
  problems: readonly EntryProblem[],
  day: string | null,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const say = (key: string, values = {}) => ctx.texts.say(workspace.language, key, values);
  if (day === null) found.set('day', say('entry.problem.day'));
  if (consentOf(questionnaire) && !form.consent) found.set('consent', say('entry.problem.consent'));
  for (const { field, from, key, values } of problems) {
    const words = from === 'entry' ? `entry.problem.${key}` : `respond.problem.${key}.field`;
    if (!found.has(answerPrefix + field)) found.set(answerPrefix + field, say(words, values));
  }
  return found;
}

function newsOf(
  { workspace }: EntryDesk,
  { entered, already, letGo }: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const news: string[] = [];
  const sheet = entered?.slice(0, 20);
  if (sheet) news.push(workspace.say({ key: 'entry.entered', values: { sheet } }));
  else if (sheet === '') news.push(workspace.say({ key: 'entry.enteredPlain' }));
  if (already) news.push(workspace.say({ key: 'entry.already' }));
  const questions = letGo?.slice(0, 200).split(' ').join(', ');
  if (questions) news.push(workspace.say({ key: 'entry.letGo', values: { questions } }));
  return news;
}

async function show(
  ctx: Context,
  response: Response,
  desk: EntryDesk,
  form: EntryForm,
  status = 200,
): Promise<void> {
  const { workspace, version, questionnaire } = desk;
  const { language } = workspace;
  const page: PaperEntryPage = {
    finding: workspace.say({ key: 'entry.finding' }),
    lead: workspace.say({ key: 'entry.lead' }),
    action: null,
    csrf: response.locals.csrf ?? '',
    ...aboutSurvey(desk),
    entry: form.entry,
    sheet: form.sheet,
    day: { value: form.day, problem: form.problems.get('day') ?? '' },
    twice: form.twice,
    consent: {
      statement: statementOf(questionnaire, language),
      checked: form.consent,
      problem: form.problems.get('consent') ?? '',
    },
    news: form.news,
    summary: summaryOf(desk, form),
    second: form.second,
    settled: form.settled || form.differences.size > 0,
    hidden: Object.entries(form.first).map(([name, value]) => ({ name: firstPrefix + name, value })),
    button: form.second ? 'entry.saveSecond' : form.twice ? 'entry.saveFirst' : 'entry.save',
    libraries: desk.libraries.map(({ name }) => name).sort(new Intl.Collator(language).compare),
    pages: entryPages(desk.pages, fillOf(form), workspace, (condition) =>
      conditionInWords(ctx.texts, language, condition),
    ),
    strange: workspace.say({ key: 'entry.problem.noSuchNumber', values: { typed: '{typed}' } }),
  };
  const title = inLanguage(questionnaire.title, language);
  await showStation(ctx, response, workspace, 'team/paper-entry', page, {
    station: 'fieldwork',
    title: `${page.finding}: ${workspace.say({ key: 'entry.survey', values: { title, version } })}`,
    status,
    styles: ['paper-entry.css'],
    scripts: ['paper-entry.js'],
  });
}

function fillOf({ typed, problems, differences }: EntryForm): EntryFill {
  const ofFields = [...problems].map(([id, words]) => [id.replace(answerPrefix, ''), words] as const);
  return { typed, problems: new Map(ofFields), differences };
}

function statementOf(questionnaire: Questionnaire, language: string): string {
  const consent = consentOf(questionnaire);
  return consent ? inLanguage(consent.statement, language) : '';
}

/** Which survey and version the forms are of, and the way to the others. */
function aboutSurvey({ workspace, survey, version, questionnaire }: EntryDesk) {
  const { project, surveys, language } = workspace;
  const address = (code: string, more = '') => `/team/${project.code}/entry?survey=${code}${more}`;
  const open = surveys.filter(({ state }) => state === 'open');
  const others = Array.from({ length: survey.version }, (_, index) => index + 1);
  return {
    post: address(survey.code, version === survey.version ? '' : `&version=${version}`),
    survey: workspace.say({
      key: 'entry.survey',
      values: { title: inLanguage(questionnaire.title, language), version },
    }),
    print: `/s/${survey.code}/paper`,
    tabs:
      open.length < 2
        ? []
        : open.map(({ code, questionnaire: { title } }) => ({
            name: inLanguage(title, language),
            address: address(code),
            here: code === survey.code,
          })),
    older: others
      .filter((other) => other !== version)
      .map((other) => ({ version: other, address: address(survey.code, `&version=${other}`) })),
  };
}

function summaryOf({ workspace, pages }: EntryDesk, form: EntryForm): PaperEntryPage['summary'] {
  const wrong = form.problems.size > 0;
  const found: readonly (readonly [target: string, words: string])[] = wrong
    ? [...form.problems]
    : [...form.differences.keys()].map((name) => [answerPrefix + name, '']);
  if (found.length === 0) return null;
  const key = wrong ? 'wrong' : 'differs';
  const names = new Map(
    pages
      .flatMap(({ questions }) => questions)
      .flatMap((question) =>
        entryFields(question).map(
          ({ name, label }) =>
            [answerPrefix + name, [question.number, label].filter(Boolean).join(' ')] as const,
        ),
      ),
  );
  return {
    title: workspace.say({ key: `entry.${key}`, values: { count: found.length } }),
    text: workspace.say({ key: `entry.${key}Text` }),
    links: found.map(([target, words]) => ({
      target,
      words: [names.get(target) ?? '', words].filter(Boolean).join(': '),
    })),
  };
}
