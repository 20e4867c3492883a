/** Borich's weighted discrepancy: how far ability lags behind importance, weighted by how much it matters. */
import type { PairCounts } from './pair-counts.ts';

export interface WeightedDiscrepancy {
  /** Persons who rated both. */
  readonly base: number;
  readonly meanImportance: number | null;
  readonly meanAbility: number | null;
  /** The score; higher is a greater need, negative is ability above importance. */
  readonly estimate: number | null;
}

/**
 * Mean weighted discrepancy score: mean of (importance - ability) x mean importance of the group.
 * On 1-5 scales between -6.25 and 20. Both scales must run over the same range.
 * Source: Borich 1980, J. Teacher Education 31(3); McKim & Saucier 2011, J. of Extension 49(2).
 *
 * @param counts from `countPairs(importance, ability)`; who lacks either rating is in neither mean
 * @returns estimate and means null when nobody rated both
 * @example weightedDiscrepancy(countPairs([5, 4], [3, 3])).estimate // 6.75
 */
export function weightedDiscrepancy(counts: PairCounts): WeightedDiscrepancy {
  const { pairs, base } = counts;
  if (base === 0) return { base, meanImportance: null, meanAbility: null, estimate: null };
  const meanImportance = pairs.reduce((sum, pair) => sum + pair.first * pair.count, 0) / base;
  const meanAbility = pairs.reduce((sum, pair) => sum + pair.second * pair.count, 0) / base;
  return { base, meanImportance, meanAbility, estimate: meanImportance * (meanImportance - meanAbility) };
}
