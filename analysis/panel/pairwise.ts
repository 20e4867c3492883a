/** Every item against every other: how many members put the one before the other. */
import { type Ballot, placeReader } from './ballot.ts';

/** The table all methods that look at pairs are computed from; made once, its size does not depend on the ballots. */
export interface Pairwise {
  readonly items: readonly string[];
  /** How many ballots were counted. */
  readonly ballots: number;
  /** before[i][j]: members who put item i before item j. */
  readonly before: readonly (readonly number[])[];
  /** compared[i][j]: members who have an opinion on both, ties included. */
  readonly compared: readonly (readonly number[])[];
}

/**
 * Pairwise comparison of the items over all ballots. One pass; ballots times items squared, halved, into one table
 * of counts.
 *
 * @throws RangeError when a ballot holds an item twice
 * @example pairwise([{ tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b']).before // [[0, 1], [0, 0]]
 */
export function pairwise(ballots: readonly Ballot[], items: readonly string[]): Pairwise {
  const count = items.length;
  const read = placeReader(items);
  const row = new Float64Array(count);
  const order = new Int32Array(count);
  const slots = new Int32Array(2 * count + 1);
  const before = new Int32Array(count * count);
  const apart = new Int32Array(count * count);
  for (const ballot of ballots) {
    read(ballot, row);
    const placed = sortByPlace(row, slots, order);
    countPairs(row, order, placed, before);
    if (placed < count) countUncompared(row, apart);
  }
  return {
    items,
    ballots: ballots.length,
    before: rows(before, count),
    compared: items.map((_, i) =>
      items.map((_other, j) => (i === j ? 0 : ballots.length - (apart[i * count + j] ?? 0))),
    ),
  };
}

/**
 * Wins with a tie as half a win for both: wins[i][j] of item i over item j.
 *
 * @example halfWins(pairwise([{ tiers: [['a', 'b']], noOpinion: [] }], ['a', 'b'])) // [[0, 0.5], [0.5, 0]]
 */
export function halfWins({ before, compared }: Pairwise): readonly (readonly number[])[] {
  return before.map((row, i) =>
    row.map((wins, j) => (wins + (compared[i]?.[j] ?? 0) - (before[j]?.[i] ?? 0)) / 2),
  );
}

/** Items with a place, first to last, into `order`; gives how many. Places are halves, so they can be counted. */
function sortByPlace(row: Float64Array, slots: Int32Array, order: Int32Array): number {
  slots.fill(0);
  let placed = 0;
  for (const place of row) {
    if (Number.isNaN(place)) continue;
    slots[2 * place] = (slots[2 * place] ?? 0) + 1;
    placed += 1;
  }
  let start = 0;
  for (let slot = 0; slot < slots.length; slot += 1) {
    const size = slots[slot] ?? 0;
    slots[slot] = start;
    start += size;
  }
  for (let item = 0; item < row.length; item += 1) {
    const place = row[item] ?? Number.NaN;
    if (Number.isNaN(place)) continue;
    const at = slots[2 * place] ?? 0;
    order[at] = item;
    slots[2 * place] = at + 1;
  }
  return placed;
}

/** Adds one ballot: each item is before all that stand on a later place. */
function countPairs(row: Float64Array, order: Int32Array, placed: number, before: Int32Array): void {
  const count = row.length;
  for (let start = 0; start < placed; ) {
    const place = row[order[start] ?? 0];
    let end = start + 1;
    while (end < placed && row[order[end] ?? 0] === place) end += 1;
    for (let member = start; member < end; member += 1) {
      const base = (order[member] ?? 0) * count;
      for (let later = end; later < placed; later += 1) {
        const cell = base + (order[later] ?? 0);
        before[cell] = (before[cell] ?? 0) + 1;
      }
    }
    start = end;
  }
}

/** Adds one ballot to the pairs it does not compare. */
function countUncompared(row: Float64Array, apart: Int32Array): void {
  const count = row.length;
  for (let i = 0; i < count; i += 1) {
    const none = Number.isNaN(row[i] ?? Number.NaN);
    for (let j = 0; j < count; j += 1) {
      if (!none && !Number.isNaN(row[j] ?? Number.NaN)) continue;
      const cell = i * count + j;
      apart[cell] = (apart[cell] ?? 0) + 1;
    }
  }
}

function rows(table: Int32Array, count: number): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, i) => Array.from(table.subarray(i * count, (i + 1) * count)));
}
