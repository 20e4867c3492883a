/** Intervals for a share that others print, for who has to compare with them; ours is Wilson's. */
import { betaQuantile } from './distributions.ts';
import { type Interval, Z_95 } from './wilson-interval.ts';

/**
 * Agresti-Coull, 95 %: Wald's around a centre moved z squared answers towards a half.
 * Source: Agresti & Coull 1998, The American Statistician 52.
 *
 * @returns null on an empty base
 * @example agrestiCoull(33, 108) // { lower: 0.2263..., upper: 0.3981... }
 */
export function agrestiCoull(count: number, base: number): Interval | null {
  if (base === 0) return null;
  const moved = base + Z_95 ** 2;
  const centre = (count + Z_95 ** 2 / 2) / moved;
  const half = Z_95 * Math.sqrt((centre * (1 - centre)) / moved);
  return { lower: centre - half, upper: centre + half };
}

/**
 * Clopper-Pearson, 95 %: exact, and so wider than it needs to be. As R: `binom.test`.
 * Source: Clopper & Pearson 1934, Biometrika 26.
 *
 * @returns null on an empty base
 * @example clopperPearson(0, 12) // { lower: 0, upper: 0.2646... }
 */
export function clopperPearson(count: number, base: number): Interval | null {
  if (base === 0) return null;
  return {
    lower: count === 0 ? 0 : betaQuantile(0.025, count, base - count + 1),
    upper: count === base ? 1 : betaQuantile(0.975, count + 1, base - count),
  };
}

/**
 * Wilson's with continuity correction, 95 %. As R: `prop.test` (which drops the correction at a half).
 * Source: Newcombe 1998, Statistics in Medicine 17, method 4.
 *
 * @returns null on an empty base
 * @example wilsonCorrected(33, 108) // a little wider than wilsonInterval(33, 108)
 */
export function wilsonCorrected(count: number, base: number): Interval | null {
  if (base === 0) return null;
  const share = count / base;
  const squared = Z_95 ** 2;
  const half = (sign: 1 | -1) => {
    const inside = squared + sign * 2 - 1 / base + 4 * share * (base * (1 - share) - sign);
    return 1 + Z_95 * Math.sqrt(Math.max(0, inside));
  };
  const limit = (distance: number) => (2 * count + squared + distance) / (2 * (base + squared));
  return {
    lower: count === 0 ? 0 : Math.max(0, limit(-half(-1))),
    upper: count === base ? 1 : Math.min(1, limit(half(1))),
  };
}
