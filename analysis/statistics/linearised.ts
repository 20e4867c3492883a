/** Weighted means, shares, totals and ratios, with errors that know how the sample was drawn and weighted. */

import { covariances, degreesOfFreedom, type SampleDesign } from './sample-design.ts';
import { meanInterval } from './summary.ts';
import { type Interval, Z_95 } from './wilson-interval.ts';

export interface Linearised {
  /** Units in the domain: with an answer, and a weight. */
  readonly base: number;
  readonly estimate: number;
  readonly standardError: number;
  /** Of the whole design: clusters less strata. */
  readonly degreesOfFreedom: number;
  /** 95 %, Student t with those degrees of freedom; null when there are none. */
  readonly interval: Interval | null;
  /** 95 %, normal. */
  readonly normalInterval: Interval;
}

export interface LinearisedMean extends Linearised {
  /**
   * Variance over that of as many answers drawn one by one with replacement, weighted spread over n; null where that
   * spread is 0. (R's `deff = TRUE` divides further by 1 - n / sum of weights; `deff = "replace"` is this one.)
   */
  readonly designEffect: number | null;
  /** base / designEffect, the base of a Wilson interval of a weighted share; null where there is no spread. */
  readonly effectiveBase: number | null;
}

/**
 * Weighted mean by Taylor linearisation; of zeros and ones the weighted share.
 * As R: `survey::svymean`. Source: Woodruff 1971, JASA 66; Lumley 2010, Complex Surveys.
 *
 * @param values per unit; not a number (NaN) for a unit outside the domain, whose place in the design is kept
 * @returns in the unit of the values, or null when nobody with a weight is in the domain
 * @throws RangeError when a stratum has a single cluster
 * @example weightedMean({ weights: [1, 1, 2] }, [3, 5, 4])?.estimate // 4
 */
export function weightedMean(design: SampleDesign, values: ArrayLike<number>): LinearisedMean | null {
  const ones = Float64Array.from(values, (value) => (Number.isNaN(value) ? Number.NaN : 1));
  const ratio = weightedRatio(design, values, ones);
  if (ratio === null) return null;
  const { base, estimate, standardError } = ratio;
  let [squares, weight] = [0, 0];
  for (let unit = 0; unit < values.length; unit += 1) {
    const value = values[unit] as number;
    if (Number.isNaN(value)) continue;
    weight += design.weights[unit] as number;
    squares += (design.weights[unit] as number) * (value - estimate) ** 2;
  }
  const drawnOneByOne = squares / weight / (base - 1);
  const designEffect = drawnOneByOne > 0 ? standardError ** 2 / drawnOneByOne : null;
  return { ...ratio, designEffect, effectiveBase: designEffect ? base / designEffect : null };
}

/**
 * Weighted total. As R: `survey::svytotal`. The weights have to add up to the population.
 *
 * @param values per unit; NaN for a unit outside the domain
 * @returns null when nobody with a weight is in the domain
 * @throws RangeError when a stratum has a single cluster
 * @example weightedTotal({ weights: [10, 10, 20] }, [3, 5, 4])?.estimate // 160
 */
export function weightedTotal(design: SampleDesign, values: ArrayLike<number>): Linearised | null {
  const influence = new Float64Array(values.length);
  let [base, estimate] = [0, 0];
  for (let unit = 0; unit < values.length; unit += 1) {
    const [value, weight] = [values[unit] as number, design.weights[unit] as number];
    if (Number.isNaN(value) || weight === 0) continue;
    base += 1;
    influence[unit] = weight * value;
    estimate += weight * value;
  }
  return base === 0 ? null : estimated(design, base, estimate, influence);
}

/**
 * Ratio of two weighted totals. With libraries as units, persons who say so over persons who answered is the
 * weighted share of persons. As R: `survey::svyratio`.
 *
 * @param numerator per unit; NaN in either for a unit outside the domain
 * @returns null when the denominator's total is 0
 * @throws RangeError when a stratum has a single cluster
 * @example weightedRatio({ weights: [1, 1] }, [2, 1], [4, 2])?.estimate // 0.5
 */
export function weightedRatio(
  design: SampleDesign,
  numerator: ArrayLike<number>,
  denominator: ArrayLike<number>,
): Linearised | null {
  let [base, above, below] = [0, 0, 0];
  for (let unit = 0; unit < numerator.length; unit += 1) {
    const weight = design.weights[unit] as number;
    if (outside(numerator, denominator, unit) || weight === 0) continue;
    base += 1;
    above += weight * (numerator[unit] as number);
    below += weight * (denominator[unit] as number);
  }
  if (below === 0) return null;
  const estimate = above / below;
  const influence = new Float64Array(numerator.length);
  for (let unit = 0; unit < numerator.length; unit += 1) {
    if (outside(numerator, denominator, unit)) continue;
    const distance = (numerator[unit] as number) - estimate * (denominator[unit] as number);
    influence[unit] = ((design.weights[unit] as number) * distance) / below;
  }
  return estimated(design, base, estimate, influence);
}

function outside(numerator: ArrayLike<number>, denominator: ArrayLike<number>, unit: number): boolean {
  return Number.isNaN(numerator[unit]) || Number.isNaN(denominator[unit]);
}

function estimated(
  design: SampleDesign,
  base: number,
  estimate: number,
  influence: Float64Array,
): Linearised {
  const standardError = Math.sqrt(Math.max(0, covariances(design, [influence])[0]?.[0] ?? 0));
  const freedom = degreesOfFreedom(design);
  return {
    base,
    estimate,
    standardError,
    degreesOfFreedom: freedom,
    interval: freedom > 0 ? meanInterval(estimate, standardError, freedom) : null,
    normalInterval: { lower: estimate - Z_95 * standardError, upper: estimate + Z_95 * standardError },
  };
}
