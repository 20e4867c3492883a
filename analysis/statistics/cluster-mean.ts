/** A mean of persons where several answer for one library: its standard error counts libraries, not persons. */
import { meanInterval } from './summary.ts';
import type { ValueCount } from './value-counts.ts';
import type { Interval } from './wilson-interval.ts';

export interface ClusterMean {
  /** Clusters with anybody in the base. */
  readonly clusters: number;
  readonly mean: number;
  /** Of the mean, in its unit; null with fewer than two clusters. */
  readonly standardError: number | null;
  /** Student t, 95 %, with one degree of freedom less than there are clusters; null with fewer than two. */
  readonly interval: Interval | null;
}

/**
 * Mean of values with clusters, by linearising the ratio of the sum of values to the number of persons.
 * Source: Cochran 1977, chapter 9, as R's `survey::svymean(~x, svydesign(~library, weights = ~1))`. Where every cluster
 * is one person it is the standard deviation over the root of n, exactly.
 *
 * @param sums sum of the values per cluster
 * @param bases persons per cluster; clusters without any are left out
 * @param alone values of persons who are each a cluster by themselves
 * @returns null without persons
 * @example clusterMean([6, 5], [2, 1]) // { clusters: 2, mean: 3.666…, standardError: … }
 */
export function clusterMean(
  sums: ArrayLike<number>,
  bases: ArrayLike<number>,
  alone: readonly ValueCount[] = [],
): ClusterMean | null {
  let [clusters, total, base] = [0, 0, 0];
  for (let cluster = 0; cluster < bases.length; cluster += 1) {
    if ((bases[cluster] as number) === 0) continue;
    clusters += 1;
    total += sums[cluster] as number;
    base += bases[cluster] as number;
  }
  for (const { value, count } of alone) {
    clusters += count;
    total += value * count;
    base += count;
  }
  if (base === 0) return null;
  const mean = total / base;
  if (clusters < 2) return { clusters, mean, standardError: null, interval: null };
  // Added from small to large, so that no order of clusters changes the last digit.
  const squared = new Float64Array(bases.length + alone.length);
  for (let cluster = 0; cluster < bases.length; cluster += 1)
    squared[cluster] = ((sums[cluster] as number) - mean * (bases[cluster] as number)) ** 2;
  for (const [place, { value, count }] of alone.entries())
    squared[bases.length + place] = count * (value - mean) ** 2;
  let squares = 0;
  for (const square of squared.sort()) squares += square;
  const standardError = Math.sqrt((clusters / (clusters - 1)) * squares) / base;
  return { clusters, mean, standardError, interval: meanInterval(mean, standardError, clusters - 1) };
}
