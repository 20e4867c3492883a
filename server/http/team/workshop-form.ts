// The form of a workshop: reads what was typed, says what is wrong with it, and makes the record of it.

import { isDay } from '../../../surveys/day.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { formatDate } from '../../format-values.ts';
import type { FormMistake } from './round-form.ts';

export const tallies = ['holds', 'nuance', 'missing'] as const;
export const ideaMarks = ['use', 'effort'] as const;
type Tally = (typeof tallies)[number];
type IdeaMark = (typeof ideaMarks)[number];

export interface StatementTyped extends Readonly<Record<Tally, string>> {
  readonly text: string;
  readonly needed: string;
}
export interface IdeaTyped extends Readonly<Record<IdeaMark, string>> {
  readonly text: string;
}
export interface WorkshopTyped {
  readonly title: string;
  readonly day: string;
  readonly people: string;
  readonly parts: string;
  readonly statements: readonly StatementTyped[];
  readonly ideas: readonly IdeaTyped[];
}

const mostLines = 30;
const mostPeople = 999;
const longestTitle = 120;
const longestLine = 400;
/** Half days a workshop can run over. */
export const halfDays = ['1', '2', '3', '4'] as const;

/** Reads the form by the names of its fields; a line without words is none. */
export function typedWorkshop(field: (name: string) => string): WorkshopTyped {
  const words = (name: string) => field(name).replaceAll('\r\n', '\n').trim();
  const short = (name: string) => words(name).slice(0, 20);
  const lines = Array.from({ length: mostLines }, (_, place) => place + 1);
  return {
    title: words('title'),
    day: short('day'),
    people: short('people'),
    parts: short('parts') || '1',
    statements: lines
      .map((line) => ({
        text: words(`statement.${line}.text`),
        holds: short(`statement.${line}.holds`),
        nuance: short(`statement.${line}.nuance`),
        missing: short(`statement.${line}.missing`),
        needed: words(`statement.${line}.needed`),
      }))
      .filter(({ text }) => text !== ''),
    ideas: lines
      .map((line) => ({
        text: words(`idea.${line}.text`),
        use: short(`idea.${line}.use`),
        effort: short(`idea.${line}.effort`),
      }))
      .filter(({ text }) => text !== ''),
  };
}

/** What is wrong with the form. A number that is not known is left empty; it is never 0. */
export function judgeWorkshop(typed: WorkshopTyped): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `guide.workshop.${key}`, values });
  const number = (field: string, value: string) => {
    if (value !== '' && !/^\d{1,3}$/.test(value)) wrong(field, 'numberWrong', { most: mostPeople });
  };
  const line = (field: string, value: string, most = longestLine) => {
    if (value.length > most) wrong(field, 'tooLong', { most });
  };
  if (typed.title === '') wrong('title', 'titleMissing');
  line('title', typed.title, longestTitle);
  if (!isDay(typed.day)) wrong('day', 'dayWrong');
  number('people', typed.people);
  if (!halfDays.some((parts) => parts === typed.parts)) wrong('parts', 'partsWrong');
  typed.statements.forEach((statement, place) => {
    const own = `statement.${place + 1}`;
    line(`${own}.text`, statement.text);
    line(`${own}.needed`, statement.needed);
    for (const tally of tallies) number(`${own}.${tally}`, statement[tally]);
  });
  typed.ideas.forEach((idea, place) => {
    const own = `idea.${place + 1}`;
    line(`${own}.text`, idea.text);
    for (const mark of ideaMarks) {
      if (idea[mark] !== '' && !/^[1-5]$/.test(idea[mark])) wrong(`${own}.${mark}`, 'markWrong');
    }
  });
  return mistakes;
}

/** The form of a workshop that is kept. */
export function typedFromWorkshop(workshop: ProjectRecord<'workshop'>, language: string): WorkshopTyped {
  const shown = (value: number | null) => (value === null ? '' : String(value));
  return {
    title: inLanguage(workshop.title, language),
    day: workshop.date.sort,
    people: shown(workshop.people),
    parts: String(workshop.parts),
    statements: workshop.statements.map(({ text, holds, nuance, missing, needed }) => ({
      text: inLanguage(text, language),
      holds: shown(holds),
      nuance: shown(nuance),
      missing: shown(missing),
      needed: needed ? inLanguage(needed, language) : '',
    })),
    ideas: workshop.ideas.map(({ text, use, effort }) => ({
      text: inLanguage(text, language),
      use: shown(use),
      effort: shown(effort),
    })),
  };
}

/** The record of a sound form. */
export function workshopOf(
  typed: WorkshopTyped,
  code: string,
  language: string,
  languages: readonly string[],
): ProjectRecord<'workshop'> {
  const said = (words: string) => ({ [language]: words });
  const number = (value: string) => (value === '' ? null : Number(value));
  return {
    code,
    title: said(typed.title),
    date: {
      sort: typed.day,
      label: Object.fromEntries(languages.map((each) => [each, formatDate(each, typed.day)])),
    },
    people: number(typed.people),
    parts: Number(typed.parts),
    statements: typed.statements.map(({ text, holds, nuance, missing, needed }) => ({
      text: said(text),
      holds: number(holds),
      nuance: number(nuance),
      missing: number(missing),
      ...(needed === '' ? {} : { needed: said(needed) }),
    })),
    ideas: typed.ideas.map(({ text, use, effort }) => ({
      text: said(text),
      use: number(use),
      effort: number(effort),
    })),
  };
}
