/** Shares of persons where several answer for one library: the library is what was sampled, so answers from one are no proof of each other. */

/**
 * What a share needs to know of its clusters, as sums over clusters g with m_g persons in the base of whom y_g count.
 * Whole numbers, so that no order of adding changes them.
 */
export interface ClusterSums {
  /** Clusters with anybody in the base. */
  readonly clusters: number;
  /** Sum of y_g and of m_g. */
  readonly count: number;
  readonly base: number;
  /** Sums of y_g squared, of y_g m_g and of m_g squared. */
  readonly countSquares: number;
  readonly products: number;
  readonly baseSquares: number;
}

export interface ClusterShare {
  readonly clusters: number;
  /** 0-1; null on an empty base. */
  readonly estimate: number | null;
  /** Of the estimate; null with fewer than two clusters. */
  readonly standardError: number | null;
  /** Variance over that of as many persons drawn one by one; null where that is 0. */
  readonly designEffect: number | null;
  /** As many persons drawn one by one would say as much: the base of the Wilson interval. Null on an empty base. */
  readonly effectiveBase: number | null;
}

/**
 * Sums over clusters.
 *
 * @param counts persons who count, per cluster
 * @param bases persons in the base, per cluster
 * @example sumClusters([2, 0], [3, 1]) // { clusters: 2, count: 2, base: 4, countSquares: 4, products: 6, baseSquares: 10 }
 */
export function sumClusters(counts: ArrayLike<number>, bases: ArrayLike<number>): ClusterSums {
  const sums = { clusters: 0, count: 0, base: 0, countSquares: 0, products: 0, baseSquares: 0 };
  for (let cluster = 0; cluster < bases.length; cluster += 1) {
    const [count, base] = [counts[cluster] as number, bases[cluster] as number];
    if (base === 0) continue;
    sums.clusters += 1;
    sums.count += count;
    sums.base += base;
    sums.countSquares += count * count;
    sums.products += count * base;
    sums.baseSquares += base * base;
  }
  return sums;
}

/**
 * A share of persons with clusters, by linearising the ratio of persons who count to persons in the base.
 * Source: Cochran 1977, chapter 9 (as R's `survey::svymean`); effective base: Kish 1965, Korn & Graubard 1998.
 * A share of 0 or 1, or without any variance, says nothing of how alike a cluster is: its base is the clusters.
 *
 * @param population clusters there are in all, for the correction of the standard error (never of the effective base)
 * @throws RangeError when there are more clusters than the population holds
 * @example clusterShare(sumClusters([2, 0, 2, 1, 1, 0], [3, 1, 2, 3, 1, 2])).designEffect // 1.1
 */
export function clusterShare(sums: ClusterSums, population?: number): ClusterShare {
  const { clusters, count, base, countSquares, products, baseSquares } = sums;
  if (population !== undefined && clusters > population) {
    throw new RangeError(`A population of ${population} cannot hold ${clusters} clusters`);
  }
  if (base === 0) {
    return { clusters, estimate: null, standardError: null, designEffect: null, effectiveBase: null };
  }
  const estimate = count / base;
  if (clusters < 2) {
    return { clusters, estimate, standardError: null, designEffect: null, effectiveBase: clusters };
  }
  const squares = countSquares - 2 * estimate * products + estimate * estimate * baseSquares;
  const variance = Math.max(0, ((clusters / (clusters - 1)) * squares) / base ** 2);
  const binomial = estimate * (1 - estimate);
  const correction = population === undefined ? 1 : 1 - clusters / population;
  const certain = binomial === 0 || variance === 0;
  return {
    clusters,
    estimate,
    standardError: Math.sqrt(variance * correction),
    designEffect: binomial === 0 ? null : variance / (binomial / (base - 1)),
    effectiveBase: certain ? clusters : Math.min(base, binomial / variance),
  };
}
