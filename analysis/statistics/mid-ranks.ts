/** Ranks of answers that are already counted per value: everybody with the same answer shares the middle rank. */

export interface MidRanks {
  /** Per column the rank its answers share; ranks begin at 1. */
  readonly ranks: readonly number[];
  readonly base: number;
  /** Sum over columns of t^3 - t, what ties take from the spread of the ranks. */
  readonly ties: number;
}

/**
 * Mid-ranks of a row of totals.
 *
 * @param totals answers per value, lowest value first
 * @example midRanks([2, 1]) // { ranks: [1.5, 3], base: 3, ties: 6 }
 */
export function midRanks(totals: readonly number[]): MidRanks {
  let base = 0;
  let ties = 0;
  const ranks = totals.map((total) => {
    const rank = base + (total + 1) / 2;
    base += total;
    ties += total ** 3 - total;
    return rank;
  });
  return { ranks, base, ties };
}

/**
 * Answers per value over all groups.
 *
 * @param counts a row per group, a column per value
 * @throws RangeError when rows differ in length or a count is not whole and 0 or more
 * @example columnTotals([[1, 2], [0, 3]]) // [1, 5]
 */
export function columnTotals(counts: readonly (readonly number[])[]): readonly number[] {
  const width = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== width || row.some((count) => !isCount(count)))) {
    throw new RangeError('Groups by values have rows of equal length with whole counts of 0 or more');
  }
  return Array.from({ length: width }, (_, column) =>
    counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0;
}
