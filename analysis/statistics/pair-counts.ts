/** Two ratings by the same person, counted per combination: the form paired statistics read. */

/** How many persons gave this combination. */
export interface PairCount {
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

export interface PairCounts {
  readonly pairs: readonly PairCount[];
  /** Persons with both ratings. */
  readonly base: number;
  /** Persons lacking one or both. */
  readonly excluded: number;
}

/** Below this two ratings are the same: mapped scales such as 0-100 carry rounding errors. */
export const SAME_RATING = 1e-9;

/**
 * Counts the combinations of two columns; a person lacking either rating is left out of both.
 *
 * @param first ratings per person, null for missing
 * @param second ratings of the same persons, in the same order
 * @throws RangeError when the columns differ in length or a rating is not finite
 * @example countPairs([5, null], [3, 4]) // { pairs: [{ first: 5, second: 3, count: 1 }], base: 1, excluded: 1 }
 */
export function countPairs(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
): PairCounts {
  if (first.length !== second.length) {
    throw new RangeError(`Paired columns are equally long, got ${first.length} and ${second.length}`);
  }
  const counts = new Map<number, Map<number, number>>();
  let base = 0;
  for (const [index, a] of first.entries()) {
    const b = second[index] ?? null;
    if (a === null || b === null) continue;
    if (!Number.isFinite(a) || !Number.isFinite(b)) throw new RangeError('A rating is a finite number');
    const row = counts.get(a) ?? new Map<number, number>();
    row.set(b, (row.get(b) ?? 0) + 1);
    counts.set(a, row);
    base += 1;
  }
  const pairs = [...counts].flatMap(([a, row]) =>
    [...row].map(([b, count]) => ({ first: a, second: b, count })),
  );
  return { pairs, base, excluded: first.length - base };
}
