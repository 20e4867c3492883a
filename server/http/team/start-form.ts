// The form by which a project or questionnaire begins: what was typed in it, what is wrong with that, and the form
// again with everything typed still there.
import type { Request } from 'express';
import { codeBeside, codeFrom } from '../../../surveys/editing/starts.ts';
import { inLanguage, type Questionnaire, type Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { type GalleryTemplate, sizeOf } from '../../template-gallery.ts';
import type { Message } from '../../texts.ts';
import { fieldOf } from './access.ts';
import type { Words } from './workspace.ts';

/** What somebody typed, as it was typed. */
export interface TypedStart {
  readonly title: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly code: string;
  readonly start: string;
  /** A copy asks again what it was copied from. */
  readonly wave: boolean;
  readonly json: string;
}

export interface StartMistake extends Message {
  /** The id its link goes to. */
  readonly field: string;
}

export interface StartChoice {
  readonly value: string;
  readonly id: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly checked: boolean;
}

export interface StartForm {
  readonly csrf: string;
  readonly titles: readonly {
    readonly id: string;
    readonly label: string;
    readonly language: string;
    readonly value: string;
  }[];
  readonly languages: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly checked: boolean;
  }[];
  readonly code: string;
  readonly mistakes: readonly StartMistake[];
  readonly titleMistake: StartMistake | null;
  readonly languageMistake: StartMistake | null;
  readonly codeMistake: StartMistake | null;
  readonly startMistake: StartMistake | null;
}

/** Longest title, in characters. */
const longestTitle = 200;

/** What the form begins with: the language of the screen. */
export function emptyStart(language: string): TypedStart {
  return { title: {}, languages: [language], code: '', start: '', wave: false, json: '' };
}

/** Languages respondents can be asked in, those of the workspace first. */
function offered({ texts }: Context): readonly string[] {
  return [...new Set([...texts.workspaceLanguages, ...texts.languages])];
}

export function readStart(ctx: Context, request: Request): TypedStart {
  return {
    title: Object.fromEntries(
      ctx.texts.workspaceLanguages.map((language) => [
        language,
        fieldOf(request, `title-${language}`).trim(),
      ]),
    ),
    languages: offered(ctx).filter((language) => fieldOf(request, `language-${language}`) !== ''),
    code: fieldOf(request, 'code').trim(),
    start: fieldOf(request, 'start'),
    wave: fieldOf(request, 'wave') !== '',
    json: fieldOf(request, 'json'),
  };
}

/** The title in the languages it was typed in; null when it was typed in none. */
export function titleOf({ title }: TypedStart): Text | null {
  const typed = Object.entries(title).filter(([, words]) => words !== '');
  return typed.length === 0 ? null : Object.fromEntries(typed);
}

/** The code that was typed, or a free one made of the title. */
export function codeOf({ code, title }: TypedStart, taken: readonly string[]): string {
  if (code !== '') return code;
  const [words = ''] = Object.values(title).filter((each) => each !== '');
  return codeBeside(taken, codeFrom(words).toLowerCase().replaceAll('_', '-').replace(/^-+/, ''));
}

export function mistake(field: string, key: string, values: Message['values'] = {}): StartMistake {
  return { field, key: `project.new.mistake.${key}`, values };
}

/** What is wrong with the title, the languages and the code. */
export function startMistakes(typed: TypedStart, languages: readonly string[]): readonly StartMistake[] {
  const [first = ''] = languages;
  const mistakes: StartMistake[] = [];
  if (Object.values(typed.title).some((words) => words.length > longestTitle)) {
    mistakes.push(mistake(`title-${first}`, 'longTitle', { maximum: longestTitle }));
  }
  if (typed.languages.length === 0) mistakes.push(mistake('language-nl', 'noLanguage'));
  if (typed.code !== '' && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(typed.code)) {
    mistakes.push(mistake('code', 'codeForm'));
  }
  return mistakes;
}

/** The parts of the form that projects and questionnaires share. */
export function startForm(
  ctx: Context,
  typed: TypedStart,
  mistakes: readonly StartMistake[],
  csrf: string,
  words: Words,
): StartForm {
  const about = (name: string) => mistakes.find(({ field }) => field.startsWith(name)) ?? null;
  const named = (language: string) => words.say({ key: `project.language.${language}` });
  return {
    csrf,
    titles: ctx.texts.workspaceLanguages.map((language) => ({
      id: `title-${language}`,
      language,
      label: words.say({ key: 'project.new.nameIn', values: { language: named(language) } }),
      value: typed.title[language] ?? '',
    })),
    languages: offered(ctx).map((code) => ({
      id: `language-${code}`,
      code,
      name: named(code),
      checked: typed.languages.includes(code),
    })),
    code: typed.code,
    mistakes,
    titleMistake: about('title-'),
    languageMistake: about('language-'),
    codeMistake: about('code'),
    startMistake: about('start') ?? about('json'),
  };
}

/** A template as something to begin a project with: each of its questionnaires with its size. */
export function templateChoice(
  { name, title, template }: GalleryTemplate,
  typed: TypedStart,
  words: Words,
): StartChoice {
  const value = `template:${name}`;
  const { purpose } = template.reportTemplate;
  const needs = words.say({ key: 'project.new.needs', values: { count: template.catalogue.needs.length } });
  return {
    value,
    id: `start-${name}`,
    title: inLanguage(title, words.language),
    facts: [
      ...(purpose ? [inLanguage(purpose, words.language)] : []),
      ...template.questionnaires.map((each) => `${titleIn(each, words)}: ${sizeWords(each, words)}`),
      needs,
    ],
    checked: typed.start === value,
  };
}

export function titleIn({ title }: Questionnaire, { language }: Words): string {
  return inLanguage(title, language);
}

/** "33 vragen, ongeveer 10 minuten" */
export function sizeWords(questionnaire: Questionnaire, { say }: Words): string {
  const size = sizeOf(questionnaire);
  const shorter = size.fewest < size.minutes ? 'yes' : 'no';
  return say({ key: 'project.new.size', values: { ...size, shorter } });
}
