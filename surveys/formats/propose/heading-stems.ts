// Columns side by side whose headings begin alike: "question | option", "question [row]", "Q3_1", "Column2" after a
// question of its own.
import type { ColumnFacts } from './column-facts.ts';

export interface HeadingGroup {
  /** The words all of them begin with. */
  readonly stem: string;
  readonly columns: readonly ColumnFacts[];
  /** What is left of each heading; empty where it says nothing. */
  readonly items: readonly string[];
  /** `prefix`: they only begin with the same words; `generic`: the others have no heading of their own. */
  readonly kind: 'separated' | 'numbered' | 'prefix' | 'generic';
}

type Split = readonly [stem: string, item: string] | null;

const splits: readonly ((heading: string) => Split)[] = [
  (heading) => parts(/^(.+?)\s*\[(.+)\]$/s.exec(heading)),
  (heading) => parts(/^(.+?)\s+[|/>→»]\s+(.+)$/s.exec(heading)),
  (heading) => parts(/^(.+)\s+[-–—:]\s+(.+)$/s.exec(heading)),
  (heading) => parts(/^(.+?[?:])\s+(.+)$/s.exec(heading)),
];
const numbered = (heading: string): Split => parts(/^([A-Za-z]+\d+)[_.:r](\w{1,8})$/.exec(heading));

function parts(found: RegExpExecArray | null): Split {
  return found ? [found[1] ?? '', found[2] ?? ''] : null;
}

/** Headings tools give to columns that have none. */
const generic = /^(column ?\d+|unnamed:? ?\d+.*|x\.?\d*|v\d+|\.{3}\d+|field ?\d+|kolom ?\d+)$/i;

/** The groups of columns whose headings belong together, in the order of the file; a column is in one group at most. */
export function headingGroups(columns: readonly ColumnFacts[]): readonly HeadingGroup[] {
  const groups: HeadingGroup[] = [];
  for (let at = 0; at < columns.length; ) {
    const found = [
      ...splits.map((split) => runOf(columns, at, split, 'separated')),
      runOf(columns, at, numbered, 'numbered'),
      genericRun(columns, at),
      prefixRun(columns, at),
    ].filter((group) => group !== null);
    const best = found.reduce<HeadingGroup | null>(
      (most, next) => (most === null || next.columns.length > most.columns.length ? next : most),
      null,
    );
    if (best) groups.push(best);
    at += best?.columns.length ?? 1;
  }
  return groups;
}

function runOf(
  columns: readonly ColumnFacts[],
  from: number,
  split: (heading: string) => Split,
  kind: HeadingGroup['kind'],
): HeadingGroup | null {
  const first = split(columns[from]?.heading ?? '');
  if (!first) return null;
  const items: string[] = [];
  for (let at = from; at < columns.length; at += 1) {
    const here = split(columns[at]?.heading ?? '');
    if (here?.[0] !== first[0]) break;
    items.push(kind === 'numbered' ? '' : here[1]);
  }
  if (items.length < 2) return null;
  return { stem: first[0], columns: columns.slice(from, from + items.length), items, kind };
}

function genericRun(columns: readonly ColumnFacts[], from: number): HeadingGroup | null {
  const stem = columns[from]?.heading ?? '';
  if (generic.test(stem)) return null;
  let end = from + 1;
  while (generic.test(columns[end]?.heading ?? '')) end += 1;
  if (end - from < 2) return null;
  return {
    stem,
    columns: columns.slice(from, end),
    items: columns.slice(from, end).map(() => ''),
    kind: 'generic',
  };
}

/** Words that headings must share at their beginning, and how many headings. */
const fewestWords = 4;
const fewestColumns = 3;

function prefixRun(columns: readonly ColumnFacts[], from: number): HeadingGroup | null {
  const wordsAt = (at: number) => (columns[at]?.heading ?? '').split(' ');
  let shared: readonly string[] = wordsAt(from);
  let end = from + 1;
  for (; end < columns.length; end += 1) {
    const common = commonStart(shared, wordsAt(end));
    if (common.length < fewestWords || common.length < shared.length * 0.5) break;
    shared = common;
  }
  if (end - from < fewestColumns || shared.length < fewestWords) return null;
  const stem = shared.join(' ');
  const group = columns.slice(from, end);
  const items = group.map(({ heading }) =>
    heading
      .slice(stem.length)
      .replace(/[.:?]+$/, '')
      .trim(),
  );
  return items.every((item) => item !== '') ? { stem, columns: group, items, kind: 'prefix' } : null;
}

function commonStart(first: readonly string[], second: readonly string[]): readonly string[] {
  const different = first.findIndex((word, index) => word !== second[index]);
  return different < 0 ? first : first.slice(0, different);
}
