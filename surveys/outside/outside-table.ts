// A CSV of another system as headings and lines, and what each of its columns may hold: figures a survey did not ask for.

import { type ImportProblem, problem } from '../formats/column-map.ts';
import { csvReader, isBlank } from '../formats/csv-records.ts';
import { checkNames, plain } from '../formats/headings.ts';
import { delimiterOf } from '../formats/propose/delimiter.ts';

/** What a column can be taken for. */
export const columnRoles = [
  'none',
  'period',
  'category',
  'service',
  'library',
  'count',
  'hours',
  'minutes',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A problem with its line in the file, from 1; null where it is about the whole file. */
export interface LineProblem extends ImportProblem {
  readonly line: number | null;
}

export interface OutsideTable {
  readonly headings: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Lines of one file at most. */
const mostLines = 20_000;
/** Columns of one file at most. */
const mostColumns = 40;

/** How a heading may spell what its column holds; compared in lower case, `_` and `-` as a space. */
const spellings: Readonly<Record<Exclude<ColumnRole, 'none'>, readonly string[]>> = {
  period: ['periode', 'period', 'jaar', 'year', 'maand', 'month', 'kwartaal', 'quarter'],
  category: ['categorie', 'category', 'onderwerp', 'subject', 'soort', 'type'],
  service: ['dienst', 'service', 'product'],
  library: ['bib', 'bibliotheek', 'library', 'bibcode', 'library code'],
  count: [
    'aantal',
    'count',
    'tickets',
    'vragen',
    'uitleningen',
    'loans',
    'bezoeken',
    'visits',
    'gebruik',
    'use',
    'bezoekers',
    'visitors',
    'raadplegingen',
  ],
  hours: ['behandeltijd', 'handling time', 'uren', 'hours', 'mediaan uren', 'median hours'],
  minutes: ['minuten', 'minutes', 'behandeltijd minuten'],
};

/** The headings and lines of a CSV, or what keeps it from being read; lines of empty cells are passed over. */
export function outsideTable(
  text: string,
): { readonly table: OutsideTable } | { readonly problems: readonly LineProblem[] } {
  const reader = csvReader(delimiterOf(text.slice(0, 20_000)));
  const records = [...reader.push(text), ...reader.end()].filter((record) => !isBlank(record));
  const [heading, ...rest] = records;
  const whole = (key: string, values = {}) => ({ problems: [{ ...problem(key, null, values), line: null }] });
  if (!heading) return whole('fileEmpty');
  const broken = records.find((record) => record.problem !== null);
  if (broken?.problem) return { problems: [{ ...problem(broken.problem, null), line: broken.line }] };
  const headings = heading.cells.map(plain);
  const names = checkNames(headings);
  if (names.length > 0) return { problems: names.map((each) => ({ ...each, line: heading.line })) };
  if (rest.length === 0) return whole('noRows');
  if (rest.length > mostLines) return whole('tooManyLines', { most: mostLines });
  if (headings.length > mostColumns)
    return whole('tooManyColumns', { found: headings.length, most: mostColumns });
  const uneven = rest
    .filter(({ cells }) => cells.length !== headings.length)
    .map(({ line, cells }) => ({
      ...problem('cellCount', null, { found: cells.length, expected: headings.length }),
      line,
    }));
  if (uneven.length > 0) return { problems: uneven };
  return {
    table: {
      headings,
      lines: rest.map(({ line, cells }) => ({
        line,
        cells: cells.map((cell) => plain(cell.replaceAll(/\s+/g, ' '))),
      })),
    },
  };
}

/** What each column is taken for by its heading alone; `none` where the heading says nothing known. A proposal. */
export function proposedRoles({ headings }: OutsideTable): readonly ColumnRole[] {
  const taken = new Set<ColumnRole>();
  return headings.map((heading) => {
    const spelled = heading.toLowerCase().replaceAll(/[_-]/g, ' ');
    const role = columnRoles.find((each) => each !== 'none' && spellings[each].includes(spelled)) ?? 'none';
    // Only counts may stand in several columns: each is a measure of its own.
    if (role !== 'count' && taken.has(role)) return 'none';
    taken.add(role);
    return role;
  });
}

/** The first different cells of a column that hold anything. */
export function examplesOf({ lines }: OutsideTable, column: number): readonly string[] {
  const found = new Set<string>();
  for (const { cells } of lines) {
    const cell = cells[column] ?? '';
    if (cell !== '') found.add(cell);
    if (found.size === 3) break;
  }
  return [...found];
}
