// A plan → the questionnaire that would have asked for it. It passes the schema and the check whatever the file held.
import { codeBeside, type StartWords } from '../../editing/starts.ts';
import { type Questionnaire, questionnaireSchema, type Text } from '../../questionnaire.ts';
import { answerWords } from './answer-words.ts';
import type { Part, Plan, PlannedAnswer, PlannedColumn } from './plan.ts';

/** What a questionnaire needs beside the plan. */
export interface Setting {
  readonly code: string;
  readonly title: string;
  /** The language of the file's words. */
  readonly language: string;
  readonly words: Pick<StartWords, 'welcome' | 'notice' | 'thanks'> & {
    /** Of an option nobody named, where a question needs two. */
    readonly other: Text;
  };
}

/** Questions on one page. */
const perPage = 12;

export function questionnaireOf({ parts }: Plan, { code, title, language, words }: Setting): Questionnaire {
  const say = (text: string): Text => ({ [language]: speakable(text) });
  const asked = parts.filter(({ kind }) => kind !== 'leaveOut' && kind !== 'day');
  const grids = asked.filter(({ kind }) => kind === 'grid');
  const pages = chunks(asked, perPage);
  const other = Object.values(words.other)[0] ?? '…';
  return questionnaireSchema.parse({
    format: 'nodenkaart/questionnaire/1',
    code,
    languages: [language],
    title: say(title),
    welcome: {
      title: only(words.welcome.title, language),
      paragraphs: [only(words.welcome.paragraph, language)],
    },
    notice: words.notice.map((part) => ({
      title: only(part.title, language),
      text: only(part.text, language),
    })),
    thanks: {
      title: only(words.thanks.title, language),
      paragraphs: [only(words.thanks.paragraph, language)],
    },
    scales: Object.fromEntries(
      grids.map((part) => [
        scaleCode(part),
        { look: lookOf(part), options: twoOrMore(answerOptions(part, say), say, other) },
      ]),
    ),
    pages: pages.map((questions, index) => ({
      code: `part-${index + 1}`,
      title: say(pages.length === 1 ? title : `${title} (${index + 1})`),
      questions: questions.map((part) => ({
        code: part.code,
        label: say(part.label),
        ...questionOf(part, say, other),
      })),
    })),
  });
}

type Say = (text: string) => Text;

function questionOf(part: Part, say: Say, other: string): Readonly<Record<string, unknown>> {
  const { kind, columns, number, date } = part;
  const instead = reasonsOf(part, say);
  switch (kind) {
    case 'single':
      return { type: 'single', options: twoOrMore(answerOptions(part, say), say, other) };
    case 'list':
      return { type: 'multiple', instead, options: twoOrMore(listOptions(part, say), say, other) };
    case 'multiple':
      return {
        type: 'multiple',
        options: twoOrMore(
          columns.map((column) => columnOption(column, say)),
          say,
          other,
        ),
      };
    case 'rank':
      return {
        type: 'rank',
        top: columns.length,
        options: twoOrMore(
          columns.map((column) => columnOption(column, say)),
          say,
          other,
        ),
      };
    case 'grid':
      return {
        type: 'grid',
        rows: columns.map(({ code, label }) => ({ code, label: say(label) })),
        scales: [{ variable: part.code, label: say(part.label), scale: scaleCode(part) }],
      };
    case 'number':
      return {
        type: 'number',
        decimals: number?.decimals ?? 0,
        instead,
        ...(number?.unit ? { unit: say(number.unit) } : {}),
      };
    case 'date':
      return { type: 'date', precision: date?.precision ?? 'day', instead };
    case 'library':
      return { type: 'register' };
    case 'text':
    case 'day':
    case 'leaveOut':
      return { type: 'text', maxLength: 10_000 };
  }
}

/** The code of a grid's scale. */
export function scaleCode({ code }: Part): string {
  return `${code}-scale`.slice(-40);
}

/** Answers that a cell gives as codes: without what is no answer at all. */
export function keptAnswers({ answers }: Part): readonly PlannedAnswer[] {
  return answers.filter(({ meaning }) => meaning !== 'skipped' && meaning !== 'notShown');
}

function answerOptions(part: Part, say: Say) {
  let place = 0;
  return keptAnswers(part).map(({ code, label, meaning }) => {
    if (meaning !== 'answer') return { code, label: say(label), missing: meaning };
    place += 1;
    const value = part.order === 'numbers' ? Number(code) : part.order === 'scale' ? place : null;
    return { code, label: say(label), ...(value === null ? {} : { value }) };
  });
}

function listOptions(part: Part, say: Say) {
  return part.answers
    .filter(({ meaning }) => meaning === 'answer')
    .map(({ code, label }) => ({ code, label: say(label) }));
}

function columnOption({ code, label, words }: PlannedColumn, say: Say) {
  return { code, label: say(label), ...(words ? { text: true } : {}) };
}

/** Reasons that were given instead of a number, a date or a list. */
function reasonsOf(part: Part, say: Say) {
  if (part.kind !== 'number' && part.kind !== 'date' && part.kind !== 'list') return [];
  return keptAnswers(part)
    .filter(({ meaning }) => meaning !== 'answer')
    .map(({ code, label, meaning }) => ({ code, label: say(label), missing: meaning }));
}

interface Named {
  readonly code: string;
  readonly label: Text;
}

/** A choice has two options at least: where the file names fewer, one is added that nobody gave. */
function twoOrMore(options: readonly Named[], say: Say, other: string): readonly Named[] {
  const added = addedCodes(options.map(({ code }) => code));
  return [...options, ...added.map((code) => ({ code, label: say(other) }))];
}

/** The codes of the options that are added so that there are two. */
export function addedCodes(codes: readonly string[]): readonly string[] {
  const [first] = codes;
  if (codes.length > 1) return [];
  return first === undefined ? ['other', 'other-2'] : [codeBeside([first], 'other')];
}

const looks = [
  ['agreement', /agree|akkoord|eens|accord|stimme|zustimm|enig/],
  [
    'frequency',
    /never|always|often|nooit|altijd|vaak|jamais|toujours|nie\b|immer|aldrig|altid|daily|dagelijks/,
  ],
  ['mastery', /able|expert|novice|beginner|knowledge|kan ik|confident|zeker|kennis/],
] as const;

/** The colours of its bars: by the words of the answers. */
function lookOf({ answers }: Part): 'frequency' | 'mastery' | 'agreement' | 'sequential' {
  const words = answerWords(answers.map(({ label }) => label).join(' '));
  return looks.find(([, pattern]) => pattern.test(words))?.[0] ?? 'sequential';
}

/** Words that name no answers: braces would stand for one. */
function speakable(text: string): string {
  const words = text.replaceAll('{', '(').replaceAll('}', ')').replaceAll(/\s+/g, ' ').trim();
  if (words === '') return '…';
  return words.length > 2000 ? `${words.slice(0, 1999)}…` : words;
}

function only(text: Text, language: string): Text {
  return { [language]: text[language] ?? Object.values(text)[0] ?? '…' };
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
