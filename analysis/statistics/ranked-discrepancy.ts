/** Ranked discrepancy: how many rate their ability below the importance, and how many above. */

import { type CountedShare, countedShare } from './counted-share.ts';
import { type PairCounts, SAME_RATING } from './pair-counts.ts';

export interface RankedDiscrepancy {
  /** Persons who rated both. */
  readonly base: number;
  /** Ability below importance: the persons with a gap. */
  readonly below: CountedShare;
  readonly equal: CountedShare;
  /** Ability above importance. */
  readonly above: CountedShare;
  /** -100 (everybody has a gap) to 100; 0 is balance, the most negative is the greatest need. */
  readonly estimate: number | null;
}

/**
 * Ranked discrepancy score: 100 x (above - below) / base. Uses only which of the two is larger,
 * so both scales need equal anchors and length.
 * Source: Narine & Harder 2021, Advancements in Agricultural Development 2(3) 96-111.
 *
 * @param counts from `countPairs(importance, ability)`
 * @returns estimate null when nobody rated both
 * @example rankedDiscrepancy(countPairs([5, 4, 3], [3, 4, 2])).estimate // -66.6...
 */
export function rankedDiscrepancy(counts: PairCounts): RankedDiscrepancy {
  const { pairs, base } = counts;
  let below = 0;
  let above = 0;
  for (const { first, second, count } of pairs) {
    if (second < first - SAME_RATING) below += count;
    else if (second > first + SAME_RATING) above += count;
  }
  return {
    base,
    below: countedShare(below, base),
    equal: countedShare(base - below - above, base),
    above: countedShare(above, base),
    estimate: base === 0 ? null : (100 * (above - below)) / base,
  };
}
