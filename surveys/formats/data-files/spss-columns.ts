// The codebook as SPSS knows variables: numbers with labels, reasons as user-missing values, words as strings.
import type { Codebook } from '../../codebook.ts';
import { inLanguage } from '../../questionnaire.ts';
import { notShownByte, skippedByte } from '../../response-document.ts';
import { isNumeric, type Variable } from '../../variable.ts';
import { type DataRecord, dayHeading } from './data-record.ts';
import { type FileWords, wholeLabel } from './file-words.ts';
import { spssNames } from './spss-names.ts';

export interface SpssLabel {
  readonly value: number;
  readonly label: string;
}

export interface SpssColumn {
  readonly name: string;
  readonly label: string;
  readonly measure: 'nominal' | 'ordinal' | 'scale';
  /** A number as it is, a day, a month, or words of at most so many bytes. */
  readonly kind: 'number' | 'decimal' | 'day' | 'month' | { readonly bytes: number };
  readonly labels: readonly SpssLabel[];
  /** First and last user-missing value; null where the column has none. */
  readonly missing: readonly [number, number] | null;
  /** What a record has in this column: a number (NaN: nothing at all) or words. */
  readonly of: (record: DataRecord) => number | string;
}

/** How wide a column of words is at least and at most, in bytes. */
const narrowestString = 40;
const widestString = 32_767;

/** Seconds from 14 October 1582, where SPSS begins to count, to 1970. */
const secondsBefore1970 = 12_219_379_200;
const secondsPerDay = 86_400;

/** User-missing values of codes: not shown, skipped, and from here up each typed missing answer. */
const firstReason = -99;
/** The same for numbers: lower than anybody answers about hours, euros or visitors. */
const firstReasonOfNumbers = -999_999_999;

/**
 * The columns of a codebook. Codes that are whole numbers keep them, other codes are numbered from 1 in their order; not
 * shown, skipped and typed missing answers are user-missing values with a label. Words and dates have no such values that
 * every program reads: they are empty, and a column of their own after them says why (`<name>_missing`).
 * @param widths bytes of the longest words per text variable and of the longest library's code; the column is as wide,
 * up to the 32 767 bytes SPSS has.
 */
export function spssColumns(
  codebook: Codebook,
  words: FileWords,
  widths: ReadonlyMap<string, number>,
): readonly SpssColumn[] {
  const columns = [
    dayColumn(dayHeading(codebook), words),
    ...codebook.variables.flatMap((variable, index) => {
      const place = codebook.numeric.indexOf(variable.name);
      if (!isApart(variable)) return [numberColumn(variable, index, place, words)];
      const own = isNumeric(variable)
        ? dateColumn(variable, index, place, words)
        : wordsColumn(variable, index, widths.get(variable.name) ?? 0, words);
      return [own, reasonColumn(variable, index, words)];
    }),
  ];
  const names = spssNames(columns.map(({ name }) => name));
  return columns.map((column, index) => ({ ...column, name: names[index] ?? column.name }));
}

/** Whether the reasons of a variable stand in a column of their own. */
function isApart({ measure }: Variable): boolean {
  return ['text', 'register', 'day', 'month'].includes(measure);
}

function dayColumn(name: string, { day }: FileWords): SpssColumn {
  const of = (record: DataRecord) => spssDay(Date.parse(`${record.day}T00:00:00Z`) / 1000 / secondsPerDay);
  return { name, label: day, measure: 'scale', kind: 'day', labels: [], missing: null, of };
}

/** What a column says of its variable. */
function about(variable: Variable, { language }: FileWords) {
  return { name: variable.name, label: wholeLabel(variable, language) };
}

function wordsColumn(variable: Variable, index: number, longest: number, words: FileWords): SpssColumn {
  return {
    ...about(variable, words),
    measure: 'nominal',
    kind: { bytes: Math.min(widestString, Math.max(narrowestString, longest)) },
    labels: [],
    missing: null,
    of: (record) => {
      if (record.bytes[index] !== 0) return '';
      return (variable.measure === 'register' ? record.library : record.words[variable.name]) ?? '';
    },
  };
}

function dateColumn(variable: Variable, index: number, place: number, words: FileWords): SpssColumn {
  return {
    ...about(variable, words),
    measure: 'scale',
    kind: variable.measure === 'month' ? 'month' : 'day',
    labels: [],
    missing: null,
    of: (record) =>
      record.bytes[index] === 0 ? placed(variable, record.numbers[place] ?? Number.NaN) : Number.NaN,
  };
}

/** Why there are no words or no date: a number from 1, with what it means. */
function reasonColumn(variable: Variable, index: number, words: FileWords): SpssColumn {
  const values = valuePerByte(variable, 1);
  values[0] = Number.NaN;
  const { name, label } = about(variable, words);
  return {
    name: `${name}_missing`,
    label: `${label} (${words.missing})`,
    measure: 'nominal',
    kind: 'number',
    labels: labelsOf(variable, values, words),
    missing: null,
    of: (record) => values[record.bytes[index] ?? skippedByte] ?? Number.NaN,
  };
}

function numberColumn(variable: Variable, index: number, place: number, words: FileWords): SpssColumn {
  const numeric = isNumeric(variable);
  const first = variable.measure === 'number' ? firstReasonOfNumbers : firstReason;
  const values = valuePerByte(variable, first);
  if (numeric) values[0] = Number.NaN;
  const reasons = variable.categories.filter(({ missing }) => missing !== null).length;
  return {
    ...about(variable, words),
    measure: numeric ? 'scale' : variable.measure === 'ordinal' ? 'ordinal' : 'nominal',
    kind: variable.measure === 'number' ? 'decimal' : 'number',
    labels: labelsOf(variable, values, words),
    missing: [first, first + 1 + reasons],
    of: (record) => {
      const byte = record.bytes[index] ?? skippedByte;
      return numeric && byte === 0 ? (record.numbers[place] ?? Number.NaN) : (values[byte] ?? Number.NaN);
    },
  };
}

/** What each number of a column means; a byte without one has no label. */
function labelsOf(
  variable: Variable,
  values: readonly number[],
  { language, reasons }: FileWords,
): readonly SpssLabel[] {
  return [
    ...variable.categories.map(({ label }, byte) => ({
      value: values[byte],
      label: inLanguage(label, language),
    })),
    { value: values[skippedByte], label: reasons.skipped },
    { value: values[notShownByte], label: reasons.notShown },
  ].flatMap(({ value, label }) => (value === undefined || Number.isNaN(value) ? [] : [{ value, label }]));
}

/** A place on the number line as SPSS counts it: dates in seconds, a month as its first day. */
function placed({ measure }: Variable, place: number): number {
  if (measure === 'day') return spssDay(place);
  if (measure !== 'month') return place;
  const firstDay = new Date(0);
  firstDay.setUTCFullYear(Math.floor(place / 12), place % 12, 1);
  return spssDay(firstDay.getTime() / 1000 / secondsPerDay);
}

function spssDay(daysSince1970: number): number {
  return daysSince1970 * secondsPerDay + secondsBefore1970;
}

/** The number of each byte of a variable; NaN for bytes it does not have. */
function valuePerByte(variable: Variable, first: number): number[] {
  const values = new Array<number>(256).fill(Number.NaN);
  values[notShownByte] = first;
  values[skippedByte] = first + 1;
  let nextReason = first + 2;
  const answers = variable.categories.filter(({ missing }) => missing === null);
  const whole = answers.every(({ code }) => /^(0|[1-9]\d{0,8})$/.test(code));
  let next = 1;
  variable.categories.forEach(({ code, missing }, byte) => {
    if (missing !== null) {
      values[byte] = nextReason;
      nextReason += 1;
    } else {
      values[byte] = whole ? Number(code) : next;
      next += 1;
    }
  });
  return values;
}
