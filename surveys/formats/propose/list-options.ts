// Whether cells list several answers, such as "Books; Films", and which options they list.

import { plain } from '../headings.ts';
import { type Counted, totalOf } from './profile.ts';

export interface ListFacts {
  readonly separator: string;
  /** Options with the rows that list them, the most frequent first. */
  readonly options: readonly Counted[];
}

const separators = [';', '|', ','] as const;
const mostOptions = 60;
const longestOption = 160;
/** Cells by which a column is judged first. */
const mostTried = 300;

/** The options that the cells of a column list; null when it looks like one answer a cell. */
export function listFactsOf(cells: readonly Counted[]): ListFacts | null {
  for (const separator of separators) {
    const options = optionsUnder(separator, cells);
    if (options) return { separator, options };
  }
  return null;
}

function optionsUnder(separator: string, cells: readonly Counted[]): readonly Counted[] | null {
  // Long words with commas are no list: the first cells show it.
  const some = cells.slice(0, mostTried);
  if (some.reduce((sum, [cell]) => sum + cell.length, 0) > some.length * longestOption * 2) return null;
  if (!some.some(([cell]) => isList(cell, separator))) return null;
  const all = totalOf(cells);
  const listing = totalOf(cells.filter(([cell]) => isList(cell, separator)));
  if (listing === 0 || listing < all / 20) return null;
  const split = cells.map(([cell, count]) => ({ parts: partsOf(cell, separator), count }));
  const rows = separator === ',' ? joined(split) : split;
  const counts = new Map<string, number>();
  for (const { parts, count } of rows) {
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + count);
  }
  const options = [...counts].sort(([, first], [, second]) => second - first);
  const ticks = totalOf(options);
  const sound =
    options.length > 1 &&
    options.length <= mostOptions &&
    ticks >= options.length * (all < 30 ? 1.5 : 3) &&
    options.every(([option]) => option.length <= longestOption);
  return sound && isVaried(separator, cells, options) ? options : null;
}

/** With commas, one answer may hold them: a list shows in how many ways its options come together. */
function isVaried(separator: string, cells: readonly Counted[], options: readonly Counted[]): boolean {
  if (separator !== ',') return true;
  const alone = new Set(cells.map(([cell]) => cell));
  const standAlone = options.filter(([option]) => alone.has(option)).length;
  return cells.length > options.length && standAlone >= options.length / 3;
}

function isList(cell: string, separator: string): boolean {
  return cell.slice(0, -1).includes(separator);
}

function partsOf(cell: string, separator: string): readonly string[] {
  return cell
    .split(separator)
    .map(plain)
    .filter((part) => part !== '');
}

interface Row {
  readonly parts: readonly string[];
  readonly count: number;
}

/** "Employed, full-time": parts that never stand without each other are one option with a comma in it. */
function joined(rows: readonly Row[]): readonly Row[] {
  const following = new Map<string, Map<string | null, number>>();
  const preceding = new Map<string, Map<string | null, number>>();
  const note = (where: typeof following, part: string, neighbour: string | null) => {
    const known = where.get(part) ?? new Map<string | null, number>();
    known.set(neighbour, (known.get(neighbour) ?? 0) + 1);
    where.set(part, known);
  };
  for (const { parts } of rows) {
    parts.forEach((part, at) => {
      note(following, part, parts[at + 1] ?? null);
      note(preceding, part, parts[at - 1] ?? null);
    });
  }
  const only = (where: typeof following, part: string): string | null => {
    const neighbours = [...(where.get(part)?.keys() ?? [])];
    return neighbours.length === 1 ? (neighbours[0] ?? null) : null;
  };
  const seen = (part: string) =>
    [...(following.get(part)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const isPair = (first: string, second: string) =>
    only(following, first) === second && only(preceding, second) === first && seen(first) > 1;
  return rows.map(({ parts, count }) => {
    const whole: string[] = [];
    parts.forEach((part, at) => {
      const before = parts[at - 1];
      if (before !== undefined && isPair(before, part)) whole.push(`${whole.pop()}, ${part}`);
      else whole.push(part);
    });
    return { parts: whole, count };
  });
}
