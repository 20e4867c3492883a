// A paper form on its way: which survey and version it is of, what was typed so far, and the first typing while it is
// typed a second time.
import type { Request, Response } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import { type PaperPage, paperOf } from '../../../surveys/paper.ts';
import { type EntryField, entryFields } from '../../../surveys/paper-entry.ts';
import { type Questionnaire, questionsOf } from '../../../surveys/questionnaire.ts';
import { registerOf } from '../../../surveys/register.ts';
import type { Context } from '../../context.ts';
import { librariesOf } from '../../db/libraries.ts';
import { definitionOfVersion, type Survey } from '../../db/surveys.ts';
import { surveyClosed, unknownSurvey } from '../../errors.ts';
import { fieldOf } from './access.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Begins the name of every field with an answer: no code has a colon. */
export const answerPrefix = 'v:';
/** And of the hidden fields with what was typed the first time. */
export const firstPrefix = 'first:';

/** What entering a form of one version needs. */
export interface EntryDesk {
  readonly workspace: Workspace;
  readonly survey: Survey;
  readonly version: number;
  readonly questionnaire: Questionnaire;
  readonly pages: readonly PaperPage[];
  readonly fields: readonly EntryField[];
  readonly libraries: readonly { readonly code: string; readonly name: string }[];
  readonly register: ReturnType<typeof registerOf>;
}

/** @throws ExpectedFailure when there is no such survey, or it takes no answers. */
export async function openEntry(ctx: Context, request: Request, response: Response): Promise<EntryDesk> {
  const workspace = await openWorkspace(ctx, response, String(request.params.project));
  const { survey: asked, version: wanted } = queryOf(request);
  const survey =
    asked === undefined
      ? (workspace.surveys.find(({ state }) => state === 'open') ?? workspace.surveys[0])
      : workspace.surveys.find(({ code }) => code === asked);
  if (!survey) throw unknownSurvey(asked ?? '');
  if (survey.state !== 'open') throw surveyClosed();
  const number = Number(wanted ?? survey.version);
  const version =
    Number.isInteger(number) && number >= 1 && number < survey.version ? number : survey.version;
  const questionnaire =
    version === survey.version
      ? survey.questionnaire
      : await definitionOfVersion(ctx.db.kysely, survey.code, version);
  const libraries = await librariesOf(ctx.db.kysely, workspace.project.code);
  const pages = paperOf(questionnaire, workspace.language);
  const fields = pages.flatMap(({ questions }) => questions).flatMap(entryFields);
  return {
    workspace,
    survey,
    version,
    questionnaire,
    pages,
    fields,
    libraries,
    register: registerOf(libraries),
  };
}

export function queryOf({ query }: Request): Readonly<Record<string, string | undefined>> {
  const texts = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

export interface EntryForm {
  readonly entry: string;
  readonly sheet: string;
  readonly day: string;
  readonly twice: boolean;
  readonly consent: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly first: Readonly<Record<string, string>>;
  readonly second: boolean;
  /** The differences have been shown: what stands there now counts. */
  readonly settled: boolean;
  readonly problems: ReadonlyMap<string, string>;
  readonly differences: ReadonlyMap<string, string>;
  readonly news: readonly string[];
}

const none: ReadonlyMap<string, string> = new Map();

export function emptyForm(ctx: Context): EntryForm {
  return {
    entry: ctx.newId(),
    sheet: '',
    day: '',
    twice: false,
    consent: false,
    typed: {},
    first: {},
    second: false,
    settled: false,
    problems: none,
    differences: none,
    news: [],
  };
}

export function formOf(ctx: Context, request: Request, { fields }: EntryDesk): EntryForm {
  const entry = fieldOf(request, 'entry');
  const under = (prefix: string) =>
    Object.fromEntries(
      fields
        .map(({ name }) => [name, fieldOf(request, prefix + name)] as const)
        .filter(([, typed]) => typed !== ''),
    );
  return {
    ...emptyForm(ctx),
    ...(/^[\w-]{22}$/.test(entry) ? { entry } : {}),
    sheet: fieldOf(request, 'sheet').trim().slice(0, 20),
    day: fieldOf(request, 'day').trim(),
    twice: fieldOf(request, 'twice') === '1',
    consent: fieldOf(request, 'consent') === '1',
    typed: under(answerPrefix),
    first: under(firstPrefix),
    second: fieldOf(request, 'second') === '1',
    settled: fieldOf(request, 'settled') === '1',
  };
}

/** The same form empty again, with what was typed kept to compare with. */
export function secondTime({ workspace }: EntryDesk, form: EntryForm): EntryForm {
  const { sheet } = form;
  const news = workspace.say(
    sheet === '' ? { key: 'entry.secondPlain' } : { key: 'entry.second', values: { sheet } },
  );
  return { ...form, typed: {}, first: form.typed, second: true, news: [news] };
}

export function consentOf(questionnaire: Questionnaire) {
  const found = questionsOf(questionnaire).find(({ type }) => type === 'consent');
  return found?.type === 'consent' ? found : null;
}

/** A day as the browser sends it or as it is written, not in the future; else null. */
export function isoDay(ctx: Context, typed: string): string | null {
  const [a = '', b = '', c = ''] = typed.split(/[-/. ]+/);
  const [year, month, day] = a.length === 4 ? [a, b, c] : [c, b, a];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  const exists = moment && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso);
  return exists && iso <= dayOf(ctx.now()) ? iso : null;
}

/** The number after this one; nothing where it was no number. */
export function nextSheet(sheet: string): string {
  return /^\d{1,9}$/.test(sheet) ? String(Number(sheet) + 1) : '';
}
