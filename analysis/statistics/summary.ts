/** Summary of numeric answers: centre, spread and the interval of the mean. */
import { studentQuantile } from './distributions.ts';
import { quantileOfCounts } from './quantile.ts';
import { countValues, sortedCounts, type ValueCount } from './value-counts.ts';
import type { Interval } from './wilson-interval.ts';

export interface Summary {
  /** How many answers. */
  readonly base: number;
  readonly mean: number;
  /** With n - 1; null for a single answer. */
  readonly standardDeviation: number | null;
  /** Of the mean; null for a single answer. */
  readonly standardError: number | null;
  /** Student t interval of the mean, 95 %; null for a single answer. */
  readonly interval: Interval | null;
  readonly minimum: number;
  /** Quartiles and median are of type 7. */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
  /** The value or values given most often, lowest first. */
  readonly modes: readonly number[];
}

/**
 * Summary of plain values.
 *
 * @returns in the unit of the values, or null when there are none
 * @throws RangeError when a value is not a finite number
 * @example summarise([1, 2, 3]) // { base: 3, mean: 2, standardDeviation: 1, ... }
 */
export function summarise(values: Iterable<number>): Summary | null {
  return summariseCounts(countValues(values));
}

/**
 * Summary of answers that are already counted per value; the same figures as `summarise`.
 * Definitions as R's `mean`, `sd`, `t.test` and `quantile` (type 7).
 *
 * @param counts whole counts per value, in any order
 * @returns in the unit of the values, or null when nothing was counted
 * @throws RangeError when a value is not finite or a count is negative
 * @example summariseCounts([{ value: 4, count: 10 }, { value: 5, count: 30 }]) // mean 4.75
 */
export function summariseCounts(counts: readonly ValueCount[]): Summary | null {
  const sorted = sortedCounts(counts);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const base = sorted.reduce((sum, { count }) => sum + count, 0);
  const mean = sorted.reduce((sum, { value, count }) => sum + value * count, 0) / base;
  const squares = sorted.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0);
  const standardDeviation = base > 1 ? Math.sqrt(squares / (base - 1)) : null;
  const standardError = standardDeviation === null ? null : standardDeviation / Math.sqrt(base);
  const most = Math.max(...sorted.map(({ count }) => count));
  return {
    base,
    mean,
    standardDeviation,
    standardError,
    interval: standardError === null ? null : meanInterval(mean, standardError, base - 1),
    minimum: first.value,
    lowerQuartile: quantileOfCounts(sorted, 0.25) ?? mean,
    median: quantileOfCounts(sorted, 0.5) ?? mean,
    upperQuartile: quantileOfCounts(sorted, 0.75) ?? mean,
    maximum: last.value,
    modes: sorted.filter(({ count }) => count === most).map(({ value }) => value),
  };
}

/**
 * Student t interval of a mean, 95 %.
 *
 * @param standardError of the mean, in its unit
 * @param degreesOfFreedom more than 0
 * @throws RangeError when the degrees of freedom are not positive
 * @example meanInterval(2, 0.577, 2) // { lower: -0.48..., upper: 4.48... }
 */
export function meanInterval(mean: number, standardError: number, degreesOfFreedom: number): Interval {
  const half = upperQuantile(degreesOfFreedom) * standardError;
  return { lower: mean - half, upper: mean + half };
}

/** Means of one page mostly share their degrees of freedom, and a quantile is looked for in some fifty steps. */
const found = new Map<number, number>();
const mostFound = 1_000;

function upperQuantile(degreesOfFreedom: number): number {
  const known = found.get(degreesOfFreedom);
  if (known !== undefined) return known;
  const quantile = studentQuantile(0.975, degreesOfFreedom);
  if (found.size >= mostFound) found.clear();
  found.set(degreesOfFreedom, quantile);
  return quantile;
}
