/** Summary of many values that stand in order: no value is counted apart, so a million different ones cost no more than ten. */

export interface SortedSummary {
  readonly base: number;
  readonly mean: number;
  /** With n - 1; null for a single value. */
  readonly standardDeviation: number | null;
  readonly minimum: number;
  /** Quartiles and median are of type 7. */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
}

/**
 * The same figures as `summarise`, of values that rise.
 *
 * @returns in the unit of the values, or null when there are none
 * @example summariseSorted([1, 2, 3]) // { base: 3, mean: 2, standardDeviation: 1, median: 2, ... }
 */
export function summariseSorted(values: ArrayLike<number>): SortedSummary | null {
  const base = values.length;
  if (base === 0) return null;
  let total = 0;
  for (let place = 0; place < base; place += 1) total += values[place] as number;
  const mean = total / base;
  let squares = 0;
  for (let place = 0; place < base; place += 1) squares += ((values[place] as number) - mean) ** 2;
  return {
    base,
    mean,
    standardDeviation: base > 1 ? Math.sqrt(squares / (base - 1)) : null,
    minimum: values[0] as number,
    lowerQuartile: quantileOfSorted(values, 0.25),
    median: quantileOfSorted(values, 0.5),
    upperQuartile: quantileOfSorted(values, 0.75),
    maximum: values[base - 1] as number,
  };
}

/**
 * Quantile, type 7 (Hyndman & Fan 1996), of values that rise.
 *
 * @param probability between 0 and 1
 * @throws RangeError without values
 * @example quantileOfSorted([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantileOfSorted(values: ArrayLike<number>, probability: number): number {
  if (values.length === 0) throw new RangeError('A quantile is asked of at least one value');
  const place = (values.length - 1) * probability;
  const below = values[Math.floor(place)] as number;
  const above = values[Math.ceil(place)] as number;
  return below + (place - Math.floor(place)) * (above - below);
}
