/** What changed between two ratings by the same persons: before and after, or importance and ability. */
import type { ClusterMean } from './cluster-mean.ts';
import { studentTwoSided } from './distributions.ts';
import { type PairCounts, SAME_RATING } from './pair-counts.ts';
import { signTest } from './sign-test.ts';
import { type SignedRank, signedRank } from './signed-rank.ts';
import { meanInterval } from './summary.ts';
import type { ValueCount } from './value-counts.ts';
import type { Interval } from './wilson-interval.ts';

export interface PairedDifference {
  /** Persons with both ratings. */
  readonly base: number;
  /** Persons lacking one or both. */
  readonly excluded: number;
  readonly firstMean: number;
  readonly secondMean: number;
  /** Mean of second minus first. */
  readonly estimate: number;
  /** Of the differences; null for a single pair. */
  readonly standardDeviation: number | null;
  /** Student t interval of the mean difference, 95 %; null for a single pair, or with clusters for a single one. */
  readonly interval: Interval | null;
  /** Paired t; null for a single pair or when all differences are equal. */
  readonly t: number | null;
  /** Pairs less one; with clusters the clusters less one. */
  readonly degreesOfFreedom: number;
  readonly p: number | null;
  /** Cohen's dz: mean difference in standard deviations of the differences. */
  readonly effect: number | null;
  /** Persons whose second rating is higher, the same, lower. */
  readonly improved: number;
  readonly same: number;
  readonly worse: number;
  /** Null when nobody changed. */
  readonly signedRank: SignedRank | null;
  /** Two-sided p of the exact sign test; null when nobody changed or counts are weights. */
  readonly signTestP: number | null;
}

/**
 * Paired difference, second rating minus first.
 * As R: `t.test(second, first, paired = TRUE)`, `wilcox.test` (see signed-rank.ts), `binom.test`.
 *
 * @param counts from `countPairs(first, second)`
 * @param sameWithin ratings this close are the same, see signed-rank.ts
 * @param clustered the mean difference with clusters, where persons were not drawn one by one: its interval, t and p
 * are told; null or left out: everybody speaks for themselves
 * @returns in the unit of the ratings, or null when nobody gave both
 * @example pairedDifference(countPairs([1, 2, 2], [2, 4, 2]))?.estimate // 1
 */
export function pairedDifference(
  counts: PairCounts,
  sameWithin = SAME_RATING,
  clustered: ClusterMean | null = null,
): PairedDifference | null {
  const { pairs, base, excluded } = counts;
  if (base === 0) return null;
  const firstMean = pairs.reduce((sum, pair) => sum + pair.first * pair.count, 0) / base;
  const secondMean = pairs.reduce((sum, pair) => sum + pair.second * pair.count, 0) / base;
  const differences = pairs.map(({ first, second, count }) => ({ value: second - first, count }));
  const estimate = differences.reduce((sum, { value, count }) => sum + value * count, 0) / base;
  const squares = differences.reduce((sum, { value, count }) => sum + count * (value - estimate) ** 2, 0);
  const standardDeviation = base > 1 ? Math.sqrt(squares / (base - 1)) : null;
  const alone = standardDeviation === null ? null : standardDeviation / Math.sqrt(base);
  const standardError = clustered ? clustered.standardError : alone;
  const degreesOfFreedom = (clustered?.clusters ?? base) - 1;
  const varies = standardDeviation !== null && standardDeviation > sameWithin;
  const t = varies && standardError !== null && standardError > 0 ? estimate / standardError : null;
  const improved = countWhere(differences, (value) => value > sameWithin);
  const worse = countWhere(differences, (value) => value < -sameWithin);
  const whole = Number.isInteger(improved) && Number.isInteger(worse);
  return {
    base,
    excluded,
    firstMean,
    secondMean,
    estimate,
    standardDeviation,
    interval: standardError === null ? null : meanInterval(estimate, standardError, degreesOfFreedom),
    t,
    degreesOfFreedom,
    p: t === null ? null : studentTwoSided(t, degreesOfFreedom),
    effect: varies ? estimate / standardDeviation : null,
    improved,
    same: base - improved - worse,
    worse,
    signedRank: signedRank(differences, sameWithin),
    signTestP: improved + worse > 0 && whole ? signTest(improved, worse) : null,
  };
}

function countWhere(differences: readonly ValueCount[], test: (value: number) => boolean): number {
  return differences.reduce((sum, { value, count }) => (test(value) ? sum + count : sum), 0);
}
