// What the columns of a file hold, gathered row by row: which cells there are and how often. One pass, and bounded: of a
// column with very many different cells the first are kept, and the rest only counted by what they look like.
import { dayReader } from '../day-format.ts';
import { plain } from '../headings.ts';
import { dayFormatOf } from './date-cells.ts';

/** A cell as `plain` gives it, and how many rows have it. */
export type Counted = readonly [cell: string, count: number];

export interface ColumnProfile {
  /** From 0. */
  readonly place: number;
  readonly heading: string;
  /** Rows with something in this column. */
  readonly filled: number;
  /** Different cells, the most frequent first; the first ones only, where `rest` says so. */
  readonly cells: readonly Counted[];
  /** Cells that came after so many different ones that they were only counted; null when all are in `cells`. */
  readonly rest: Rest | null;
  /** Signs of the longest cell, and of all cells together. */
  readonly longest: number;
  readonly signs: number;
}
interface Rest {
  readonly count: number;
  /** How many are numbers with a point, or a comma, before decimals. */
  readonly point: number;
  readonly comma: number;
  /** How many are days in the form of the cells before. */
  readonly days: number;
}
export interface FileProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** The first rows, for what is only seen across columns. */
  readonly sample: readonly (readonly string[])[];
  /** Rows that have something beyond the headings, and rows that end early. */
  readonly longRows: number;
  readonly shortRows: number;
}

interface Profiler {
  push(cells: readonly string[]): void;
  end(): FileProfile;
}

/** Different cells kept per column. */
const mostCells = 20_000;
/** Rows kept as they are. */
const mostSampled = 500;

const numbers = { point: /^-?\d{1,15}(\.\d{1,10})?$/, comma: /^-?\d{1,15}(,\d{1,10})?$/ };

/** Gathers a profile of a file with these headings. */
export function fileProfiler(headings: readonly string[]): Profiler {
  const columns = headings.map((heading, place) => columnProfiler(heading, place));
  const sample: (readonly string[])[] = [];
  let [rows, longRows, shortRows] = [0, 0, 0];
  return {
    push(cells) {
      rows += 1;
      if (cells.length < headings.length) shortRows += 1;
      if (cells.length > headings.length && cells.slice(headings.length).some((cell) => plain(cell) !== ''))
        longRows += 1;
      columns.forEach((column, place) => {
        column.push(cells[place] ?? '');
      });
      if (sample.length < mostSampled) sample.push(headings.map((_, place) => plain(cells[place] ?? '')));
    },
    end: () => ({ rows, columns: columns.map((column) => column.end()), sample, longRows, shortRows }),
  };
}

function columnProfiler(heading: string, place: number) {
  const counts = new Map<string, number>();
  const rest = { count: 0, point: 0, comma: 0, days: 0 };
  let [filled, longest, signs] = [0, 0, 0];
  let readDay: ((cell: string) => string | null) | null = null;

  function countRest(cell: string): void {
    if (rest.count === 0) {
      const format = dayFormatOf([...counts])?.format ?? null;
      readDay = format === null ? null : dayReader(format);
    }
    rest.count += 1;
    if (numbers.point.test(cell)) rest.point += 1;
    if (numbers.comma.test(cell)) rest.comma += 1;
    if (readDay?.(cell)) rest.days += 1;
  }

  return {
    push(raw: string): void {
      if (raw === '') return;
      const cell = plain(raw);
      if (cell === '') return;
      filled += 1;
      signs += cell.length;
      if (raw.length > longest) longest = raw.length;
      const known = counts.get(cell);
      if (known !== undefined) counts.set(cell, known + 1);
      else if (counts.size < mostCells) counts.set(cell, 1);
      else countRest(cell);
    },
    end: (): ColumnProfile => ({
      place,
      heading,
      filled,
      cells: [...counts].sort(([, first], [, second]) => second - first),
      rest: rest.count === 0 ? null : rest,
      longest,
      signs,
    }),
  };
}

/** How many rows these cells stand for. */
export function totalOf(cells: readonly Counted[]): number {
  return cells.reduce((sum, [, count]) => sum + count, 0);
}
