// One compact screen with the fields of a paper form, in the order of the paper.

import type { PaperOption, PaperPage, PaperQuestion } from '../../../surveys/paper.ts';
import type { PaperCondition } from '../../../surveys/paper-conditions.ts';
import { type EntryField, entryFields } from '../../../surveys/paper-entry.ts';
import type { Lead, Tab } from './page-parts.ts';
import { answerPrefix } from './paper-entry-form.ts';
import type { Words } from './workspace.ts';

export interface EntryFieldView {
  readonly id: string;
  /** What the field is called aloud: question, row and scale. */
  readonly spoken: string;
  readonly label: string;
  readonly kind: EntryField['kind'];
  readonly value: string;
  readonly hint: string;
  /** The numbers it may hold, by spaces. */
  readonly allowed: string;
  readonly problem: string;
  /** What was typed the first time, in words; '' where it is the same. */
  readonly first: string;
}

interface EntryQuestionView {
  readonly number: string;
  readonly label: string;
  readonly onlyIf: string;
  /** What each number stands for; of two scales two lists. */
  readonly legends: readonly {
    readonly name: string;
    readonly options: readonly { readonly number: string; readonly label: string }[];
  }[];
  readonly fields: readonly EntryFieldView[];
  /** Of a grid: a line per row, with a field per scale. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly fields: readonly EntryFieldView[] }[];
}

export interface PaperEntryPage extends Lead {
  readonly csrf: string;
  /** Where the form is sent. */
  readonly post: string;
  readonly tabs: readonly Tab[];
  readonly survey: string;
  readonly print: string;
  /** Versions whose forms may still come back, other than the one shown. */
  readonly older: readonly { readonly address: string; readonly version: number }[];
  /** The id the response will have. */
  readonly entry: string;
  readonly sheet: string;
  readonly day: { readonly value: string; readonly problem: string };
  readonly twice: boolean;
  /** The words beside the box on paper; '' where no consent is asked. */
  readonly consent: { readonly statement: string; readonly checked: boolean; readonly problem: string };
  /** Said at the top: what was stored, or what is to be done now. */
  readonly news: readonly string[];
  readonly summary: {
    readonly title: string;
    readonly text: string;
    readonly links: readonly { readonly target: string; readonly words: string }[];
  } | null;
  /** The second typing of one form, with what was typed before. */
  readonly second: boolean;
  readonly settled: boolean;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly button: string;
  readonly libraries: readonly string[];
  readonly pages: readonly {
    readonly title: string;
    readonly onlyIf: string;
    readonly questions: readonly EntryQuestionView[];
  }[];
  /** The message for a number that is not on paper, with `{typed}` to fill. */
  readonly strange: string;
}

export interface EntryFill {
  readonly typed: Readonly<Record<string, string>>;
  /** Field name → what is wrong with it. */
  readonly problems: ReadonlyMap<string, string>;
  /** Field name → what was typed the first time, where that differs. */
  readonly differences: ReadonlyMap<string, string>;
}

/** The pages of the form with what was typed so far. */
export function entryPages(
  pages: readonly PaperPage[],
  fill: EntryFill,
  words: Words,
  sentence: (condition: PaperCondition) => string,
): PaperEntryPage['pages'] {
  const onlyIf = (condition: PaperCondition | null) =>
    condition ? words.say({ key: 'entry.onlyIf', values: { condition: sentence(condition) } }) : '';
  return pages.map((page) => ({
    title: page.title,
    onlyIf: onlyIf(page.onlyIf),
    questions: page.questions
      .filter((question) => entryFields(question).length > 0)
      .map((question) => ({ ...questionView(question, fill, words), onlyIf: onlyIf(question.onlyIf) })),
  }));
}

function questionView(
  question: PaperQuestion,
  fill: EntryFill,
  words: Words,
): Omit<EntryQuestionView, 'onlyIf'> {
  const { body, number, label } = question;
  const fields = entryFields(question);
  const views = fields.map((field) => fieldView(question, field, fill, words));
  const head = { number, label, legends: legendsOf(question) };
  if (body.kind !== 'grid') return { ...head, fields: views, heads: [], rows: [] };
  const perRow = body.scales.length;
  return {
    ...head,
    fields: [],
    heads: perRow > 1 ? body.scales.map((scale) => scale.label) : [],
    rows: body.groups
      .flatMap(({ rows }) => rows)
      .map((row, index) => ({ label: row.label, fields: views.slice(index * perRow, (index + 1) * perRow) })),
  };
}

function legendsOf({ body, reasons }: PaperQuestion): EntryQuestionView['legends'] {
  const list = (name: string, options: readonly PaperOption[]) => ({
    name,
    options: options.map(({ number, label }) => ({ number, label })),
  });
  const own =
    body.kind === 'grid'
      ? body.scales.map(({ label, columns }) => list(body.scales.length > 1 ? label : '', columns))
      : body.kind === 'choices'
        ? [list('', [...body.options, ...reasons])]
        : [list('', reasons)];
  return own.filter(({ options }) => options.length > 0);
}

function fieldView(
  question: PaperQuestion,
  field: EntryField,
  { typed, problems, differences }: EntryFill,
  words: Words,
): EntryFieldView {
  const part =
    field.part === 'begin' || field.part === 'end' ? words.say({ key: `entry.${field.part}` }) : field.part;
  const first = differences.get(field.name);
  const name = [`${question.number} ${question.label}`, field.label, part].filter(Boolean);
  return {
    id: answerPrefix + field.name,
    spoken: name.join(', '),
    label: field.label === '' ? part : field.label,
    kind: field.kind,
    value: typed[field.name] ?? '',
    hint: hintOf(question, field, words),
    allowed: field.allowed.join(' '),
    problem: problems.get(field.name) ?? '',
    first:
      first === undefined
        ? ''
        : words.say(
            first === '' ? { key: 'entry.firstEmpty' } : { key: 'entry.firstTime', values: { typed: first } },
          ),
  };
}

function hintOf({ body }: PaperQuestion, { kind }: EntryField, words: Words): string {
  if (body.kind === 'date') return words.say({ key: `entry.${body.precision}Hint` });
  if (kind === 'several' || kind === 'library') return words.say({ key: `entry.${kind}` });
  if (body.kind === 'number') return body.unit === '' ? words.say({ key: 'entry.amount' }) : body.unit;
  return '';
}
