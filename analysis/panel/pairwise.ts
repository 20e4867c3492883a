/** Every item against every other: how many members put the one before the other. */
import { type Ballot, places } from './ballot.ts';

export interface Pairwise {
  readonly items: readonly string[];
  /** before[i][j]: members who put item i before item j. */
  readonly before: readonly (readonly number[])[];
  /** compared[i][j]: members who have an opinion on both, ties included. */
  readonly compared: readonly (readonly number[])[];
}

/**
 * Pairwise comparison of the items over all ballots.
 *
 * @throws RangeError when a ballot holds an item twice
 * @example pairwise([{ tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b']).before // [[0, 1], [0, 0]]
 */
export function pairwise(ballots: readonly Ballot[], items: readonly string[]): Pairwise {
  const before = items.map(() => items.map(() => 0));
  const compared = items.map(() => items.map(() => 0));
  for (const ballot of ballots) {
    const row = places(ballot, items);
    for (const [i, own] of row.entries()) {
      for (const [j, other] of row.entries()) {
        if (i === j || own === null || other === null) continue;
        add(compared, i, j);
        if (own < other) add(before, i, j);
      }
    }
  }
  return { items, before, compared };
}

function add(table: number[][], i: number, j: number): void {
  const row = table[i] ?? [];
  row[j] = (row[j] ?? 0) + 1;
}
