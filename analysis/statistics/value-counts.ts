/** Numeric answers as counts per value: the form the statistics of one question read. */

/** How often a numeric value was given; a count may be a weight. */
export interface ValueCount {
  readonly value: number;
  readonly count: number;
}

/**
 * Counts plain values, lowest value first.
 *
 * @throws RangeError when a value is not a finite number
 * @example countValues([2, 1, 2]) // [{ value: 1, count: 1 }, { value: 2, count: 2 }]
 */
export function countValues(values: Iterable<number>): readonly ValueCount[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return sortedCounts([...counts].map(([value, count]) => ({ value, count })));
}

/**
 * The same counts, lowest value first, without values nobody gave.
 *
 * @throws RangeError when a value is not finite or a count is negative
 * @example sortedCounts([{ value: 3, count: 1 }, { value: 2, count: 0 }]) // [{ value: 3, count: 1 }]
 */
export function sortedCounts(counts: readonly ValueCount[]): readonly ValueCount[] {
  for (const { value, count } of counts) {
    if (!Number.isFinite(value))
      throw new RangeError(`A value to summarise is a finite number, got ${value}`);
    if (!(count >= 0)) throw new RangeError(`A count is 0 or more, got ${count}`);
  }
  return counts.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
}
