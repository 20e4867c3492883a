// Columns side by side as one part: ticks of a multiple choice, rows of a grid, places of a ranking.

import { longestWords } from '../cells.ts';
import { answerWords } from './answer-words.ts';
import { answersOf, looksClosed } from './answers-of.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { HeadingGroup } from './heading-stems.ts';
import { absenceIn } from './missing-words.ts';
import { type Part, type PartKind, type PlannedAnswer, type PlannedColumn, remark } from './plan.ts';
import type { Counted } from './profile.ts';
import { safeCodes } from './safe-codes.ts';

type Sample = readonly (readonly string[])[];

/** What tools write for a box that is not ticked, and for one that is. */
const notTickedWords =
  /^(not selected|not checked|unchecked|unselected|no|nee|neen|non|nein|nej|false|0|niet geselecteerd|niet aangevinkt|non sélectionné|nicht ausgewählt|nicht gewählt|ikke valgt)$/;
const tickedWords =
  /^(yes|y|ja|j|oui|si|true|1|x|✓|✔|checked|selected|geselecteerd|aangevinkt|sélectionné|ausgewählt|gewählt|valgt)$/;

/** The part these columns make together; null when their cells do not fit each other. */
export function groupPart(group: HeadingGroup, sample: Sample): Part | null {
  const { columns, kind } = group;
  if (kind !== 'prefix' && kind !== 'generic' && isRanking(columns, sample)) return groupAs(group, 'rank');
  if (kind !== 'prefix') {
    const ticks = tickColumns(columns, kind === 'generic');
    if (ticks > 1) return groupAs(firstOf(group, ticks), 'multiple');
  }
  return kind !== 'generic' && isGrid(columns) ? groupAs(group, 'grid') : null;
}

function firstOf(group: HeadingGroup, count: number): HeadingGroup {
  return { ...group, columns: group.columns.slice(0, count), items: group.items.slice(0, count) };
}

/** Kinds these columns can be together; the last is always there: each a question of its own. */
export function groupKindsOf(columns: readonly ColumnFacts[]): readonly PartKind[] {
  return [
    ...(sharesAnswers(columns) && unionOf(columns).length <= 30 ? (['grid'] as const) : []),
    ...(columns.every((facts) => canTick(facts) || facts === columns.at(-1)) ? (['multiple'] as const) : []),
    ...(placesOf(columns) ? (['rank'] as const) : []),
    'leaveOut',
  ];
}

/** Every column has an answer of the first one. */
function sharesAnswers(columns: readonly ColumnFacts[]): boolean {
  const first = new Set((columns[0]?.cells ?? []).map(([cell]) => answerWords(cell)));
  return columns.every(({ cells }) => cells?.some(([cell]) => first.has(answerWords(cell))));
}

/** How many of these columns, from the first on, are ticks of one question, with the words of "other" at the end. */
function tickColumns(columns: readonly ColumnFacts[], generic: boolean): number {
  const end = columns.findIndex((facts) => !canTick(facts));
  if (end < 0) return columns.length;
  if (end < 2) return 0;
  const last = columns[end];
  const isOther = last !== undefined && last.filled > 0 && (last.cells === null || !isGridLike(last));
  if (!isOther) return generic ? end : 0;
  return generic || end === columns.length - 1 ? end + 1 : 0;
}

function isGridLike(facts: ColumnFacts): boolean {
  return looksClosed(facts) && answersOf(facts.cells ?? []).found !== null;
}

/** One thing a cell can say beside nothing, not ticked, or a reason. */
function canTick({ cells }: ColumnFacts): boolean {
  return cells !== null && positives(cells).length <= 1;
}

function positives(cells: readonly Counted[]): readonly Counted[] {
  const kept = cells.filter(([cell]) => !notTickedWords.test(answerWords(cell)) && absenceIn(cell) === null);
  const seen = new Map(kept.map((each) => [answerWords(each[0]), each]));
  return [...seen.values()];
}

/** Whole numbers from 1 to the number of columns. */
function placesOf(columns: readonly ColumnFacts[]): boolean {
  return columns.every(
    ({ number, filled }) =>
      filled === 0 ||
      (number !== null &&
        number.odd.length === 0 &&
        number.decimals === 0 &&
        number.form === null &&
        number.minimum >= 1 &&
        number.maximum <= columns.length),
  );
}

/** Nearly nobody gives a place twice: those are places, not ratings. */
function isRanking(columns: readonly ColumnFacts[], sample: Sample): boolean {
  if (columns.length < 3 || !placesOf(columns)) return false;
  const given = sample
    .map((row) => columns.map(({ place }) => row[place] ?? '').filter((cell) => cell !== ''))
    .filter((places) => places.length > 1);
  const sound = given.filter((places) => new Set(places).size === places.length);
  return given.length > 0 && sound.length >= given.length * 0.9;
}

/** The same answers in every column: each uses most of them, and none has many of its own. */
function isGrid(columns: readonly ColumnFacts[]): boolean {
  const filled = columns.filter((facts) => facts.filled > 0);
  if (filled.length < 2 || !filled.every((facts) => looksClosed(facts))) return false;
  const all = answersOf(unionOf(columns));
  const genuine = all.answers.filter(({ meaning }) => meaning === 'answer');
  if (genuine.length < 2 || genuine.length > 12) return false;
  const words = new Set(genuine.map(({ label }) => answerWords(label)));
  return filled.every(({ cells }) => {
    const own = new Set((cells ?? []).map(([cell]) => answerWords(cell)).filter((word) => words.has(word)));
    return own.size >= Math.max(1, genuine.length * (all.found === null ? 0.7 : 0.4));
  });
}

function unionOf(columns: readonly ColumnFacts[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const [cell, count] of columns.flatMap(({ cells }) => cells ?? [])) {
    counts.set(cell, (counts.get(cell) ?? 0) + count);
  }
  return [...counts].sort(([, first], [, second]) => second - first);
}

/** These columns as one part of this kind, whatever is most likely. */
export function groupAs(group: HeadingGroup, kind: PartKind): Part {
  const { columns, stem } = group;
  const closed = kind === 'grid' ? answersOf(unionOf(columns)) : null;
  const planned = columns.map((facts, index) => plannedColumn(facts, group.items[index] ?? '', kind));
  const codes = safeCodes(planned.map(({ label }) => label));
  const count = columns.length;
  return {
    id: `c${columns[0]?.place ?? 0}`,
    kind,
    code: '',
    label: stem,
    columns: planned.map((column, index) => ({ ...column, code: codes[index] ?? '' })),
    answers: closed ? [...closed.answers] : kind === 'multiple' ? [...besideTicks(planned, columns)] : [],
    order: closed ? closed.order : 'none',
    separator: null,
    number: null,
    date: null,
    by: null,
    why:
      kind === 'grid'
        ? remark('grid', { count })
        : kind === 'rank'
          ? remark('rank', { count })
          : remark('ticks', { count }),
    warnings: [...(closed?.warnings ?? [])],
    sure: kind === 'grid' && closed?.found === null ? 'unsure' : 'likely',
  };
}

function plannedColumn(facts: ColumnFacts, item: string, kind: PartKind): PlannedColumn {
  const { place, heading, filled, cells, longest } = facts;
  const isTick = kind === 'multiple' && canTick(facts);
  const ticks = isTick ? tickSpellings(cells ?? []) : [];
  const label = ticks.find((cell) => !tickedWords.test(answerWords(cell)));
  const code = /^\w{0,12}$/.test(item);
  return {
    place,
    heading,
    label: kind === 'multiple' && (code || item === '') ? (label ?? (item || heading)) : item || heading,
    code: '',
    ticks: [...ticks],
    words: kind === 'multiple' && !isTick,
    shorten: longest > longestWords,
    count: filled,
  };
}

function tickSpellings(cells: readonly Counted[]): readonly string[] {
  return cells
    .map(([cell]) => cell)
    .filter((cell) => !notTickedWords.test(answerWords(cell)) && absenceIn(cell) === null);
}

/** Cells of ticks that are no tick. "NA" in all of them says that the question was not asked. */
function besideTicks(
  planned: readonly PlannedColumn[],
  columns: readonly ColumnFacts[],
): readonly PlannedAnswer[] {
  const ticks = new Set(planned.flatMap((column) => column.ticks));
  const others = unionOf(columns.filter((_, index) => !planned[index]?.words)).filter(
    ([cell]) => !ticks.has(cell),
  );
  const codes = safeCodes(others.map(([cell]) => cell));
  return others.map(([cell, count], index) => ({
    code: codes[index] ?? '',
    label: cell,
    spellings: [cell],
    count: Math.round(count / columns.length),
    meaning: cell === 'NA' || absenceIn(cell)?.reason === 'notShown' ? 'notShown' : 'skipped',
  }));
}
