// The form of a workshop: reads what was typed, says what is wrong with it, and makes the record of it.

import { isDay } from '../../../surveys/day.ts';
import type { WorkshopGuide } from '../../../surveys/guides/guide.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { invitedFrom } from '../../../surveys/records/timeline.ts';
import { formatDate } from '../../format-values.ts';
import type { FormMistake } from './round-form.ts';

export const tallies = ['holds', 'nuance', 'missing'] as const;
export const ideaMarks = ['use', 'effort'] as const;
type Tally = (typeof tallies)[number];
type IdeaMark = (typeof ideaMarks)[number];

export interface StatementTyped extends Readonly<Record<Tally, string>> {
  readonly text: string;
  /** The board it stands on; '' for none. */
  readonly board: string;
  readonly needed: string;
}
export interface InvitedTyped {
  readonly party: string;
  readonly from: string;
  readonly people: string;
}
export interface IdeaTyped extends Readonly<Record<IdeaMark, string>> {
  readonly text: string;
}
export interface WorkshopTyped {
  readonly title: string;
  readonly day: string;
  readonly people: string;
  readonly parts: string;
  readonly invited: readonly InvitedTyped[];
  /** Block of the agenda → what it gave. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly statements: readonly StatementTyped[];
  readonly ideas: readonly IdeaTyped[];
}

const mostLines = 30;
const mostPeople = 999;
const longestTitle = 120;
const longestLine = 400;
const longestOutput = 2000;
/** Half days a workshop can run over. */
export const halfDays = ['1', '2', '3', '4'] as const;

/** Reads the form by the names of its fields; a line without words is none. */
export function typedWorkshop(
  field: (name: string) => string,
  guide: WorkshopGuide | undefined,
): WorkshopTyped {
  const words = (name: string) => field(name).replaceAll('\r\n', '\n').trim();
  const short = (name: string) => words(name).slice(0, 20);
  const lines = Array.from({ length: mostLines }, (_, place) => place + 1);
  return {
    title: words('title'),
    day: short('day'),
    people: short('people'),
    parts: short('parts') || '1',
    invited: lines
      .map((line) => ({
        party: words(`invited.${line}.party`),
        from: short(`invited.${line}.from`),
        people: short(`invited.${line}.people`),
      }))
      .filter(({ party }) => party !== ''),
    outputs: new Map((guide?.agenda ?? []).map(({ code }) => [code, words(`output.${code}`)])),
    statements: lines
      .map((line) => ({
        text: words(`statement.${line}.text`),
        board: guide?.boards.find(({ code }) => code === field(`statement.${line}.board`))?.code ?? '',
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
  typed.invited.forEach(({ party, from, people }, place) => {
    const own = `invited.${place + 1}`;
    line(`${own}.party`, party);
    if (!invitedFrom.some((each) => each === from)) wrong(`${own}.from`, 'fromMissing');
    number(`${own}.people`, people);
  });
  for (const [block, output] of typed.outputs) line(`output.${block}`, output, longestOutput);
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
export function typedFromWorkshop(
  workshop: ProjectRecord<'workshop'>,
  guide: WorkshopGuide | undefined,
  language: string,
): WorkshopTyped {
  const shown = (value: number | null) => (value === null ? '' : String(value));
  return {
    title: inLanguage(workshop.title, language),
    day: workshop.date.sort,
    people: shown(workshop.people),
    parts: String(workshop.parts),
    invited: workshop.invited.map(({ party, from, people }) => ({
      party: inLanguage(party, language),
      from,
      people: shown(people),
    })),
    outputs: new Map(
      (guide?.agenda ?? []).map(({ code }) => {
        const given = workshop.outputs.find(({ block }) => block === code);
        return [code, given ? inLanguage(given.text, language) : ''];
      }),
    ),
    statements: workshop.statements.map(({ text, board, holds, nuance, missing, needed }) => ({
      text: inLanguage(text, language),
      board: board ?? '',
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

/** The record of a sound form. Words that were left as they are keep their other languages. */
export function workshopOf(
  typed: WorkshopTyped,
  { code, before, language, languages }: WorkshopKept,
): ProjectRecord<'workshop'> {
  const earlier = before ? textsIn(before) : [];
  const said = (words: string): Text =>
    earlier.find((text) => inLanguage(text, language) === words) ?? { [language]: words };
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
    invited: typed.invited.flatMap(({ party, from, people }) => {
      const marker = invitedFrom.find((each) => each === from);
      return marker ? [{ party: said(party), from: marker, people: number(people) }] : [];
    }),
    outputs: [...typed.outputs].flatMap(([block, text]) =>
      text === '' ? [] : [{ block, text: said(text) }],
    ),
    statements: typed.statements.map(({ text, board, holds, nuance, missing, needed }) => ({
      text: said(text),
      ...(board === '' ? {} : { board }),
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

export interface WorkshopKept {
  readonly code: string;
  /** As it was kept before; null for a new one. */
  readonly before: ProjectRecord<'workshop'> | null;
  readonly language: string;
  readonly languages: readonly string[];
}

/** All words of a kept workshop. */
function textsIn({ title, invited, outputs, statements, ideas }: ProjectRecord<'workshop'>): readonly Text[] {
  return [
    title,
    ...invited.map(({ party }) => party),
    ...outputs.map(({ text }) => text),
    ...statements.flatMap(({ text, needed }) => (needed ? [text, needed] : [text])),
    ...ideas.map(({ text }) => text),
  ];
}
