/** Wilson's interval for a share: the interval printed with every share in the product. */
import { normalQuantile } from './distributions.ts';

/** A range with its ends included, in the unit of the figure it belongs to. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface WilsonOptions {
  /** Size of the whole population, when it is known and its units are what was sampled (libraries). */
  readonly population?: number | undefined;
  /** How many units of that population took part; the base when left out. */
  readonly sampled?: number | undefined;
  /** Base after weighting or clustering; replaces the base in the width, not in the share. */
  readonly effectiveBase?: number | undefined;
  /** Between 0 and 1, 0.95 when left out. */
  readonly confidence?: number | undefined;
}

/** Two-sided 95 % point of the normal distribution. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson score interval for a share, with finite population correction when the population is given.
 *
 * Source: Wilson 1927; the correction nu = (N - n) / (N - 1) inside the score equation: Wallis 2021,
 * the same as plain Wilson at a base of n / nu. A census has no uncertainty and gives [share, share].
 *
 * @param count how many had the property; may be fractional after weighting
 * @param base out of how many
 * @returns shares between 0 and 1, or null when the base is 0
 * @throws RangeError when count is outside 0 to base, or the population is smaller than what was sampled
 * @example wilsonInterval(33, 108) // { lower: 0.2266..., upper: 0.3978... }
 */
export function wilsonInterval(count: number, base: number, options: WilsonOptions = {}): Interval | null {
  const { population, sampled = base, effectiveBase = base, confidence = 0.95 } = options;
  if (!(base >= 0) || !Number.isFinite(base))
    throw new RangeError(`The base of a share is 0 or more, got ${base}`);
  if (base === 0) return null;
  if (!(count >= 0 && count <= base))
    throw new RangeError(`A count lies between 0 and ${base}, got ${count}`);
  if (!(effectiveBase > 0)) throw new RangeError(`An effective base is more than 0, got ${effectiveBase}`);
  const share = count / base;
  const correction = populationCorrection(sampled, population);
  if (correction === 0) return { lower: share, upper: share };
  const z = confidence === 0.95 ? Z_95 : normalQuantile((1 + confidence) / 2);
  const spread = (z * z * correction) / effectiveBase;
  const centre = (share + spread / 2) / (1 + spread);
  const variance = (correction * share * (1 - share)) / effectiveBase;
  const half = (z * Math.sqrt(variance + (spread * correction) / (4 * effectiveBase))) / (1 + spread);
  return {
    // The formula gives a rounding error where the answer is exactly 0 or 1.
    lower: count === 0 ? 0 : Math.max(0, centre - half),
    upper: count === base ? 1 : Math.min(1, centre + half),
  };
}

function populationCorrection(sampled: number, population: number | undefined): number {
  if (population === undefined) return 1;
  if (!(population >= sampled)) {
    throw new RangeError(`A population of ${population} cannot hold a sample of ${sampled}`);
  }
  return population === 1 ? 0 : (population - sampled) / (population - 1);
}
