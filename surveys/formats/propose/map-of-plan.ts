// A plan → the column map by which its file is imported. Every column is read, or left out with the reason; every cell
// the file holds has a meaning in it.
import { type ColumnMap, columnMapSchema, type RowCondition } from '../column-map.ts';
import type { Delimiter } from '../csv-records.ts';
import type { Encoding } from '../encoding.ts';
import type { HeadingRows } from '../heading-rows.ts';
import type { Part, Plan, PlannedColumn } from './plan.ts';
import { addedCodes, keptAnswers } from './questionnaire-of-plan.ts';

/** How the file is written. */
export interface FileForm {
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
  readonly headingRows: HeadingRows;
}

/**
 * @param today the day of all answers where no column says it, `2026-03-01`.
 * @param why the words for a column that is left out, by the key of the plan's remark.
 */
export function mapOf(
  { parts }: Plan,
  survey: string,
  form: FileForm,
  today: string,
  why: (key: string) => string,
): ColumnMap {
  const day = parts.find(({ kind }) => kind === 'day');
  const library = parts.find(({ kind }) => kind === 'library');
  const notAsked = parts.flatMap(notAskedOf);
  return columnMapSchema.parse({
    format: 'nodenkaart/column-map/1',
    survey,
    version: 1,
    delimiter: form.delimiter,
    encoding: form.encoding,
    headings: { rows: form.headingRows },
    rows: 'fit',
    day: day ? { column: headingOf(day), format: day.date?.format ?? 'YYYY-MM-DD*' } : { fixed: today },
    ...(library
      ? { library: { column: headingOf(library), by: library.by ?? 'code', unknown: 'open' } }
      : {}),
    columns: parts.flatMap(columnsOf),
    groups: Object.fromEntries(notAsked.map(({ group, holds }) => [group, holds])),
    notAsked: notAsked.map(({ group, variables }) => ({ variables, in: group })),
    notInFile: parts.flatMap(notInFileOf),
    ignored: parts
      .filter(({ kind }) => kind === 'leaveOut')
      .flatMap((part) => part.columns.map(({ heading }) => ({ column: heading, why: why(part.why.key) }))),
  });
}

function headingOf({ columns }: Part): string {
  return columns[0]?.heading ?? '';
}

function columnsOf(part: Part): readonly Readonly<Record<string, unknown>>[] {
  const { kind, code, columns, number, date } = part;
  const skipped = spellingsWith(part, ['skipped', 'notShown']);
  switch (kind) {
    case 'single':
      return columns.map(({ heading }) => ({
        column: heading,
        variable: code,
        codes: codesOf(part),
        skipped,
      }));
    case 'grid':
      return columns.map((column) => ({
        column: column.heading,
        variable: `${code}.${column.code}`,
        codes: codesOf(part),
        skipped,
      }));
    case 'rank':
      return columns.map((column) => ({
        column: column.heading,
        variable: `${code}.${column.code}`,
        skipped,
      }));
    case 'multiple':
      return columns.map((column) => tickColumn(part, column, skipped));
    case 'list':
      return columns.map(({ heading }) => ({
        column: heading,
        list: { question: code, separator: part.separator ?? ';' },
        codes: codesOf(part),
        skipped,
      }));
    case 'number':
      return columns.map(({ heading }) => ({
        column: heading,
        variable: code,
        decimal: number?.decimal ?? '.',
        ...(number?.form ? { number: number.form } : {}),
        codes: codesOf(part),
        skipped,
      }));
    case 'date':
      return columns.map(({ heading }) => ({
        column: heading,
        variable: code,
        format: date?.format,
        codes: codesOf(part),
        skipped,
      }));
    case 'text':
      return columns.map(({ heading, shorten }) => ({ column: heading, words: code, shorten }));
    case 'day':
    case 'library':
    case 'leaveOut':
      return [];
  }
}

function tickColumn(
  { code }: Part,
  { heading, code: option, ticks, words, shorten }: PlannedColumn,
  skipped: readonly string[],
) {
  const variable = `${code}.${option}`;
  if (words) return { column: heading, ticks: variable, words: `${variable}.text`, shorten };
  const never = ticks.length === 0;
  return { column: heading, ticks: variable, skipped, is: never ? ['1'] : ticks };
}

/** What a cell may say → its code. Names every object has are no keys. */
function codesOf(part: Part): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keptAnswers(part).flatMap(({ spellings, code }) =>
      spellings.filter((spelling) => spelling !== '__proto__').map((spelling) => [spelling, code]),
    ),
  );
}

function spellingsWith({ answers }: Part, meanings: readonly string[]): readonly string[] {
  const asked = answers
    .filter(({ meaning }) => meanings.includes(meaning))
    .flatMap(({ spellings }) => spellings);
  const unsafe = answers.flatMap(({ spellings }) => spellings).includes('__proto__');
  return unsafe ? [...new Set([...asked, '__proto__'])] : asked;
}

interface NotAsked {
  readonly group: string;
  readonly holds: RowCondition;
  readonly variables: readonly string[];
}

/** Cells that say a question was not asked: of ticks in all columns, of anything else in its own. */
function notAskedOf(part: Part): readonly NotAsked[] {
  const cells = part.answers
    .filter(({ meaning }) => meaning === 'notShown')
    .flatMap(({ spellings }) => spellings);
  if (cells.length === 0) return [];
  const { kind, code, columns } = part;
  const says = (column: PlannedColumn): RowCondition => ({ column: column.heading, is: cells });
  if (kind === 'multiple' || kind === 'rank') {
    const words = columns.filter((column) => column.words).map(({ heading }) => heading);
    const quiet: readonly RowCondition[] = words.length === 0 ? [] : [{ not: { anyGiven: words } }];
    const all = [...columns.filter((column) => !column.words).map(says), ...quiet];
    return [{ group: code, holds: { all }, variables: [`${code}.*`] }];
  }
  if (kind === 'grid') {
    return columns.map((column, index) => ({
      group: `${code}-${index + 1}`.slice(-40),
      holds: says(column),
      variables: [`${code}.${column.code}`],
    }));
  }
  const variables = [kind === 'list' ? `${code}.*` : code];
  return columns.map((column) => ({ group: code, holds: says(column), variables }));
}

/** The option that was added so that there are two is in no file; a list fills all of its own. */
function notInFileOf({ kind, code, columns }: Part): readonly string[] {
  if (kind !== 'multiple' && kind !== 'rank') return [];
  return addedCodes(columns.map((column) => column.code)).map((added) => `${code}.${added}`);
}
