// The lines of a file from elsewhere as figures: a period, what it is about, and a count. What is empty is no zero.
import { problem } from '../formats/column-map.ts';
import { numberReader } from '../formats/number-cells.ts';
import type { ColumnRole, LineProblem, OutsideTable } from './outside-table.ts';

/** Tickets of a desk, which are evidence for needs; or use of any kind, which stands beside the survey. */
export const outsideKinds = ['desk', 'use'] as const;
export type OutsideKind = (typeof outsideKinds)[number];

/** One count of one line, in the words of the file; empty where its column is not there. */
export interface OutsideLine {
  readonly line: number;
  readonly measure: string;
  readonly period: string;
  readonly category: string;
  readonly service: string;
  readonly library: string;
  readonly count: number;
  /** Handling time; null where it is not told. */
  readonly hours: number | null;
}

export interface OutsideLines {
  readonly lines: readonly OutsideLine[];
  readonly problems: readonly LineProblem[];
  /** Cells where a count could stand and nothing does: left out, never taken for zero. */
  readonly empty: number;
}

/** Characters of a period, a category and the name of a measure. */
const longest = 60;

/** Why these columns do not make figures: a key each, none when they do. */
export function columnProblems(kind: OutsideKind, roles: readonly ColumnRole[]): readonly string[] {
  const many = (role: ColumnRole) => roles.filter((each) => each === role).length;
  const twice = (['period', 'category', 'service', 'library', 'hours', 'minutes'] as const).some(
    (role) => many(role) > 1,
  );
  return [
    ...(many('count') === 0 ? ['noCount'] : []),
    ...(many('period') === 0 ? ['noPeriod'] : []),
    ...(twice || many('hours') + many('minutes') > 1 ? ['roleTwice'] : []),
    ...(kind === 'desk' && many('category') === 0 ? ['noCategory'] : []),
    ...(kind === 'desk' && many('count') > 1 ? ['oneCount'] : []),
  ];
}

/** Every count of the file under these roles, with every mistake at its line. */
export function outsideLines(
  { headings, lines }: OutsideTable,
  roles: readonly ColumnRole[],
  kind: OutsideKind,
): OutsideLines {
  const place = (role: ColumnRole) => roles.indexOf(role);
  const counts = roles.flatMap((role, column) => (role === 'count' ? [column] : []));
  const found: OutsideLine[] = [];
  const problems: LineProblem[] = [];
  let empty = 0;
  for (const { line, cells } of lines) {
    const cell = (role: ColumnRole) => cells[place(role)] ?? '';
    const wrong = (key: string, column: number, values = {}) =>
      problems.push({ ...problem(key, headings[column] ?? null, values), line });
    const needed = kind === 'desk' ? (['period', 'category'] as const) : (['period'] as const);
    for (const role of needed) if (cell(role) === '') wrong('cellEmpty', place(role));
    for (const role of ['period', 'category'] as const) {
      if (cell(role).length > longest) wrong('cellLong', place(role), { most: longest });
    }
    const hours = hoursIn(cell('hours'), cell('minutes'));
    if (hours === undefined) {
      const column = Math.max(place('hours'), place('minutes'));
      wrong('badNumber', column, { value: shown(cells[column] ?? ''), decimal: ',' });
    }
    for (const column of counts) {
      const content = cells[column] ?? '';
      if (content === '') {
        empty += 1;
        continue;
      }
      const count = wholeIn(content);
      if (count === null) {
        wrong('badCount', column, { value: shown(content) });
        continue;
      }
      found.push({
        line,
        measure: (headings[column] ?? '').slice(0, longest),
        period: cell('period'),
        category: cell('category'),
        service: cell('service'),
        library: cell('library'),
        count,
        hours: hours ?? null,
      });
    }
  }
  return { lines: found, problems, empty };
}

function shown(content: string): string {
  return content.length > 40 ? `${content.slice(0, 39)}…` : content;
}

/** A count is whole, so a sign before three digits stands between thousands. */
const readers = [
  numberReader('.'),
  ...(['.', ',', ' ', "'"] as const).map((thousands) => numberReader('.', { around: [], thousands })),
];

function wholeIn(content: string): number | null {
  for (const read of readers) {
    const number = Number(read(content) ?? Number.NaN);
    if (Number.isSafeInteger(number) && number >= 0) return number;
  }
  return null;
}

/** Hours with at most two decimals; null where nothing stands, undefined where it is no time. */
function hoursIn(hours: string, minutes: string): number | null | undefined {
  const content = hours || minutes;
  if (content === '') return null;
  const read = numberReader('.')(content) ?? numberReader(',')(content);
  const number = read === null ? -1 : Number(read) / (hours === '' ? 60 : 1);
  return number < 0 ? undefined : Math.round(number * 100) / 100;
}
