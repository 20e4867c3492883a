/** Quantiles of type 7, the definition of R and of spreadsheets ("inclusive"). */
import { countValues, sortedCounts, type ValueCount } from './value-counts.ts';

/**
 * Quantile, type 7 (Hyndman & Fan 1996): linear between the two values around place (n - 1) p.
 *
 * @param values in any order
 * @param probability between 0 and 1; 0.5 is the median
 * @returns in the unit of the values, or null when there are none
 * @throws RangeError when the probability or a value is not usable
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantile(values: Iterable<number>, probability: number): number | null {
  return quantileOfCounts(countValues(values), probability);
}

/**
 * Quantile, type 7, of answers that are already counted per value.
 *
 * @param counts whole counts, in any order
 * @param probability between 0 and 1
 * @returns in the unit of the values, or null when nothing was counted
 * @throws RangeError when the probability, a value or a count is not usable
 * @example quantileOfCounts([{ value: 1, count: 3 }, { value: 5, count: 1 }], 0.5) // 1
 */
export function quantileOfCounts(counts: readonly ValueCount[], probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A quantile is asked between 0 and 1, got ${probability}`);
  }
  const sorted = sortedCounts(counts);
  const base = sorted.reduce((sum, { count }) => sum + count, 0);
  if (base === 0) return null;
  const place = (base - 1) * probability;
  const below = valueAt(sorted, Math.floor(place));
  const above = valueAt(sorted, Math.ceil(place));
  return below + (place - Math.floor(place)) * (above - below);
}

/** The value at a place, counted from 0, when all answers stand in line. */
function valueAt(sorted: readonly ValueCount[], place: number): number {
  let passed = 0;
  let last = Number.NaN;
  for (const { value, count } of sorted) {
    passed += count;
    last = value;
    if (place < passed) break;
  }
  return last;
}
