/** Every item against every other: how many members put the one before the other. */
import { type Ballot, placeReader } from './ballot.ts';
import { type PairCounts, pairCounts, type Ticks, tick } from './pair-counts.ts';

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
 * Pairwise comparison of the items over all ballots. One pass; ballots times items squared, thirty-two pairs at a time.
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
  const before = pairCounts(count, ballots.length);
  // Only of ballots that leave items out: on all others every pair is compared.
  const together = pairCounts(count, ballots.length);
  const ticks = before.ticks();
  let whole = 0;
  for (const ballot of ballots) {
    read(ballot, row);
    const placed = sortByPlace(row, slots, order);
    countPairs(row, order, placed, ticks, before);
    if (placed === count) whole += 1;
    else {
      // After counting every item that has a place is ticked.
      for (let at = 0; at < placed; at += 1) together.add(order[at] ?? 0, ticks);
      together.next();
    }
  }
  return {
    items,
    ballots: ballots.length,
    before: before.table(),
    compared: together.table().map((counts, i) => counts.map((some, j) => (i === j ? 0 : whole + some))),
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

/** Adds one ballot: each item is before all that stand on a later place. Leaves every placed item ticked. */
function countPairs(
  row: Float64Array,
  order: Int32Array,
  placed: number,
  ticks: Ticks,
  before: PairCounts,
): void {
  ticks.fill(0);
  for (let end = placed; end > 0; ) {
    const place = row[order[end - 1] ?? 0];
    let start = end;
    while (start > 0 && row[order[start - 1] ?? 0] === place) start -= 1;
    for (let at = start; at < end; at += 1) before.add(order[at] ?? 0, ticks);
    for (let at = start; at < end; at += 1) tick(ticks, order[at] ?? 0);
    end = start;
  }
  before.next();
}
