// All shares of a cross-table at once: one pass over libraries for every cell, row total and everybody, where asking cell by
// cell would go through all libraries for each.
import type { Share } from '../figure.ts';
import { withAlone } from '../library-counts.ts';
import { shareOf } from '../share.ts';
import type { CrossCounts } from './cross-counts.ts';

/** The shares of one row: who gave these answers. */
export interface RowShares {
  /** Per group, of who is in it. */
  readonly cells: readonly Share[];
  /** Of who is in any group. */
  readonly total: Share;
  /** Of everybody, who is in no group included. */
  readonly everybody: Share;
}

/** Sums over libraries of one cell: see `ClusterSums`. */
const sums = 6;

/**
 * The shares with one of a row's answers among those with one of `among`, with libraries as clusters: the same as `shareIn`
 * gives for each of them.
 * @param rows per row the places of its answers, of `among`.
 */
export function sharesOfRows(
  counted: CrossCounts,
  rows: readonly (readonly number[])[],
  among: readonly number[],
): readonly RowShares[] {
  const { perLibrary, groups } = counted;
  // After the groups and who is in none: all groups together, and everybody.
  const [allGroups, everybody] = [groups + 1, groups + 2];
  const slots = groups + 3;
  const table = new Float64Array(rows.length * slots * sums);
  const counts = new Float64Array(rows.length * slots);
  const bases = new Float64Array(slots);
  for (let line = 1; line < perLibrary.lines; line += 1) {
    countLine(counted, line, rows, among, counts, bases);
    addLine(table, counts, bases);
  }
  countLine(counted, 0, rows, among, counts, bases);
  const shareAt = (row: number, slot: number) => {
    const cell = row * slots + slot;
    const sum = (place: number) => table[cell * sums + place] as number;
    const [countAlone, baseAlone] = [counts[cell] as number, bases[slot] as number];
    const ofLibraries = {
      clusters: sum(0),
      count: sum(1),
      base: sum(2),
      countSquares: sum(3),
      products: sum(4),
      baseSquares: sum(5),
    };
    return shareOf(sum(1) + countAlone, sum(2) + baseAlone, {
      clusters: withAlone(ofLibraries, countAlone, baseAlone),
    });
  };
  return rows.map((_, row) => ({
    cells: Array.from({ length: groups }, (_none, group) => shareAt(row, group)),
    total: shareAt(row, allGroups),
    everybody: shareAt(row, everybody),
  }));
}

/** How many of one library gave each row's answers, and how many are in the base, per group and together. */
function countLine(
  { perLibrary, places, groups }: CrossCounts,
  line: number,
  rows: readonly (readonly number[])[],
  among: readonly number[],
  counts: Float64Array,
  bases: Float64Array,
): void {
  const { table, width } = perLibrary;
  const slots = groups + 3;
  const start = line * width;
  const fill = (into: Float64Array, at: number, wanted: readonly number[]) => {
    let all = 0;
    for (let group = 0; group <= groups; group += 1) {
      let sum = 0;
      for (let place = 0; place < wanted.length; place += 1)
        sum += table[start + group * places + (wanted[place] as number)] as number;
      into[at + group] = sum;
      if (group === groups) into[at + groups + 1] = all;
      all += sum;
    }
    into[at + groups + 2] = all;
  };
  fill(bases, 0, among);
  for (const [row, answers] of rows.entries()) fill(counts, row * slots, answers);
}

/** Adds one library to the sums of every cell. */
function addLine(table: Float64Array, counts: Float64Array, bases: Float64Array): void {
  for (let cell = 0; cell < counts.length; cell += 1) {
    const base = bases[cell % bases.length] as number;
    if (base === 0) continue;
    const count = counts[cell] as number;
    const at = cell * sums;
    table[at] = (table[at] as number) + 1;
    table[at + 1] = (table[at + 1] as number) + count;
    table[at + 2] = (table[at + 2] as number) + base;
    table[at + 3] = (table[at + 3] as number) + count * count;
    table[at + 4] = (table[at + 4] as number) + count * base;
    table[at + 5] = (table[at + 5] as number) + base * base;
  }
}
