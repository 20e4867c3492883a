// Count tables of one variable by the groups of a split, each in one pass over columns.
import type { Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import type { Share } from '../figure.ts';
import {
  clustersOf,
  countPerLibrary,
  countsOfTable,
  type LibraryCounts,
  type Mask,
  placesOfBytes,
  startOn,
} from '../library-counts.ts';
import { shareOf } from '../share.ts';
import { type ClusterMean, clusterMean } from '../statistics/cluster-mean.ts';
import type { ClusteredTable } from '../statistics/rao-scott.ts';
import type { ValueCount } from '../statistics/value-counts.ts';
import { toppedUp } from '../topped-up.ts';
import { noGroup, type Split } from './splits.ts';

/** Answers counted per group and library; the last group is who is in none. */
export interface CrossCounts {
  readonly groups: number;
  /** Places of a group: the categories in order, then skipped, then not shown. */
  readonly places: number;
  /** A line has the places of the first group, then those of the next. */
  readonly perLibrary: LibraryCounts;
}

/**
 * How often each answer to a variable was given in each group, over the rows of the mask. Of everybody only the rows are
 * gone through that are new since it was counted before.
 * @param split null: all are in the last group, who is in none.
 */
export function countCross(
  dataset: Dataset,
  variable: Variable,
  split: Split | null,
  mask: Mask,
): CrossCounts {
  const groups = split?.groups.length ?? 0;
  const places = variable.categories.length + 2;
  if (split === null || split.ofLibraries) {
    const counted = countPerLibrary(dataset, variable, mask);
    return { groups, places, perLibrary: split?.ofLibraries ? inGroups(counted, split) : counted };
  }
  const width = (groups + 1) * places;
  const key = mask === null ? `cross ${variable.name} by ${split.variable}` : null;
  const table = toppedUp<Uint32Array>(dataset, key, (known, from) => {
    const counted = startOn(dataset, width, known);
    countPairs(counted, dataset, dataset.column(variable.name), placesOfBytes(variable), split, mask, from);
    return counted;
  });
  return { groups, places, perLibrary: countsOfTable(table, width) };
}

/** The counts of each library moved to the places of its group. */
function inGroups({ lines, width: places, table }: LibraryCounts, { groups, ofLibraries }: Split) {
  const width = (groups.length + 1) * places;
  const moved = new Uint32Array(lines * width);
  for (let line = 0; line < lines; line += 1) {
    // The first line is who named no library.
    const group = (line === 0 ? noGroup : ofLibraries?.[line - 1]) ?? noGroup;
    const start = line * width + (group === noGroup ? groups.length : group) * places;
    moved.set(table.subarray(line * places, (line + 1) * places), start);
  }
  return countsOfTable(moved, width);
}

function countPairs(
  table: Uint32Array,
  dataset: Dataset,
  column: Uint8Array,
  placeOf: Uint8Array,
  { of, groups }: Split,
  mask: Mask,
  from: number,
): void {
  const { library } = dataset;
  const places = table.length / (dataset.libraries.length + 1) / (groups.length + 1);
  const width = (groups.length + 1) * places;
  const startOf = Uint32Array.from({ length: 256 }, (_, group) => Math.min(group, groups.length) * places);
  for (let row = from; row < column.length; row += 1) {
    if (mask !== null && mask[row] !== 1) continue;
    // A row without library is -1 there, so the line is one more.
    const cell =
      ((library[row] as number) + 1) * width +
      (startOf[of[row] as number] as number) +
      (placeOf[column[row] as number] as number);
    table[cell] = (table[cell] as number) + 1;
  }
}

/** How many of a group gave this answer. */
export function countIn({ perLibrary, places }: CrossCounts, group: number, place: number): number {
  return perLibrary.totals[group * places + place] ?? 0;
}

/** The share with one of `counted` among those of these groups with one of `among`, with libraries as clusters. */
export function shareIn(
  { perLibrary, places }: CrossCounts,
  groups: readonly number[],
  counted: readonly number[],
  among: readonly number[],
): Share {
  const on = (wanted: readonly number[]) =>
    groups.flatMap((group) => wanted.map((place) => group * places + place));
  const sum = (wanted: readonly number[]) =>
    wanted.reduce((total, place) => total + (perLibrary.totals[place] ?? 0), 0);
  const [chosen, base] = [on(counted), on(among)];
  return shareOf(sum(chosen), sum(base), { clusters: clustersOf(perLibrary, chosen, base) });
}

/** The mean of a group's values with libraries as clusters. @param values per place; null where it has none. */
export function meanIn(
  { perLibrary, places }: CrossCounts,
  group: number,
  values: readonly (number | null)[],
): ClusterMean | null {
  const { lines, width, table } = perLibrary;
  const [sums, bases] = [new Float64Array(lines - 1), new Float64Array(lines - 1)];
  const alone: ValueCount[] = [];
  for (const [place, value] of values.entries()) {
    if (value === null) continue;
    const at = group * places + place;
    alone.push({ value, count: table[at] as number });
    for (let line = 1; line < lines; line += 1) {
      const count = table[line * width + at] as number;
      sums[line - 1] = (sums[line - 1] as number) + count * value;
      bases[line - 1] = (bases[line - 1] as number) + count;
    }
  }
  return clusterMean(sums, bases, alone);
}

/**
 * The counts of a table library by library, a row per list of answers and a column per group; null where no library has
 * two people in it, so that everybody speaks for themselves.
 */
export function tableOfLibraries(
  counted: CrossCounts,
  rows: readonly (readonly number[])[],
): ClusteredTable | null {
  if (!answersTogether(counted, rows.flat())) return null;
  const { perLibrary, places, groups } = counted;
  const { lines, width, table } = perLibrary;
  const cells = rows.flatMap((answers) =>
    Array.from({ length: groups }, (_, group) => answers.map((place) => group * places + place)),
  );
  const counts = new Float64Array(lines * cells.length);
  for (let line = 0; line < lines; line += 1) {
    for (const [cell, summed] of cells.entries()) {
      let count = 0;
      for (const place of summed) count += table[line * width + place] as number;
      counts[line * cells.length + cell] = count;
    }
  }
  // The first line is who named no library: a cluster each.
  return {
    rows: rows.length,
    columns: groups,
    alone: counts.subarray(0, cells.length),
    clusters: counts.subarray(cells.length),
  };
}

/** Whether a library has two people with any of these answers in the groups, so that not everybody speaks for themselves. */
export function answersTogether(
  { perLibrary, places, groups }: CrossCounts,
  wanted: readonly number[],
): boolean {
  const { lines, width, table } = perLibrary;
  // The first line is who named no library: a cluster each.
  for (let line = 1; line < lines; line += 1) {
    let size = 0;
    for (let group = 0; group < groups; group += 1)
      for (const place of wanted) size += table[line * width + group * places + place] as number;
    if (size > 1) return true;
  }
  return false;
}

/** Numbers counted per group: rising values, and per group how often each was given. */
export interface NumberCounts {
  readonly values: readonly number[];
  /** In the order of the groups; the last is who is in no group. */
  readonly counts: readonly Uint32Array[];
  /** The mean of each group with libraries as clusters; null without numbers. */
  readonly means: readonly (ClusterMean | null)[];
  /** Whether a library has two people among them. */
  readonly clustered: boolean;
}

/** How often each number was given in each group, over the rows of the mask. */
export function countNumbers(dataset: Dataset, variable: string, split: Split, mask: Mask): NumberCounts {
  const places = dataset.numbers(variable);
  const taken = (row: number) => !Number.isNaN(places[row]) && (mask === null || mask[row] === 1);
  const values = [...new Set(places.filter((_, row) => taken(row)))].sort((one, other) => one - other);
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const groups = split.groups.length;
  const counts = Array.from({ length: groups + 1 }, () => new Uint32Array(values.length));
  const { library, libraries } = dataset;
  const { of } = split;
  const sums = split.groups.map(() => new Float64Array(libraries.length));
  const bases = split.groups.map(() => new Float64Array(libraries.length));
  const alone = split.groups.map(() => new Uint32Array(values.length));
  const add = (to: Float64Array | Uint32Array | undefined, at: number, more: number) => {
    if (to) to[at] = (to[at] as number) + more;
  };
  for (let row = 0; row < places.length; row += 1) {
    if (!taken(row)) continue;
    const group = of[row] as number;
    const number = places[row] as number;
    const place = placeOf.get(number) as number;
    add(counts[group === noGroup ? groups : group], place, 1);
    const from = library[row] as number;
    if (from < 0) add(alone[group], place, 1);
    else {
      add(sums[group], from, number);
      add(bases[group], from, 1);
    }
  }
  const means = split.groups.map((_, group) =>
    clusterMean(
      sums[group] ?? [],
      bases[group] ?? [],
      values.map((value, place) => ({ value, count: alone[group]?.[place] ?? 0 })),
    ),
  );
  const people = libraries.map((_, from) =>
    bases.reduce((sum, ofGroup) => sum + (ofGroup[from] as number), 0),
  );
  return { values, counts, means, clustered: people.some((count) => count > 1) };
}
