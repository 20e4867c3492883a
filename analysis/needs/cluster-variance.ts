// How much a figure would move in another sample of libraries: the variance of a sum of influences per cluster, and the
// interval that follows.
import { studentQuantile } from '../statistics/distributions.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import { type Combinations, influenceOf } from './combinations.ts';

/** A variance, and how many clusters it was worked out from. */
export interface ClusterVariance {
  readonly variance: number;
  readonly clusters: number;
}

/**
 * Variance of a sum of influences with libraries as clusters; who named no library is a cluster alone. Null below two
 * clusters, which say nothing of how clusters differ.
 * Source: Binder 1983, International Statistical Review 51 (linearisation); Cochran 1977, chapter 9.
 *
 * @param moved per sample, per code: how much such an answer moves the figure; NaN outside its base
 */
export function clusterVariance(
  combinations: Combinations,
  moved: readonly Float64Array[],
): ClusterVariance | null {
  const { lines, table } = combinations;
  const influence = influenceOf(combinations, moved);
  // An answer that equals the estimate moves nothing, and is in the base all the same.
  const counted = influenceOf(
    combinations,
    moved.map((values) => values.map((value) => (Number.isNaN(value) ? Number.NaN : 1))),
  );
  const perLibrary = new Float64Array(lines);
  const seen = new Uint8Array(lines);
  let squares = 0;
  let clusters = 0;
  for (const [combination, value] of influence.entries()) {
    if (counted[combination] === 0) continue;
    const start = combination * lines;
    const alone = table[start] as number;
    squares += alone * value * value;
    clusters += alone;
    for (let line = 1; line < lines; line += 1) {
      const count = table[start + line] as number;
      if (count === 0) continue;
      perLibrary[line] = (perLibrary[line] as number) + count * value;
      seen[line] = 1;
    }
  }
  for (let line = 1; line < lines; line += 1) {
    if (seen[line] !== 1) continue;
    squares += (perLibrary[line] as number) ** 2;
    clusters += 1;
  }
  return clusters < 2 ? null : { variance: (squares * clusters) / (clusters - 1), clusters };
}

/** Below this a variance is a rounding error: figures lie between 0 and 1. */
const noVariance = 1e-18;

/**
 * Student t 95 % interval, between 0 and 1, of a figure whose variance is a sum over independent samples; null where
 * nothing varied, which is no certainty. Source: Satterthwaite 1946, Biometrics Bulletin 2 (degrees of freedom).
 */
export function clusterInterval(estimate: number, parts: readonly ClusterVariance[]): Interval | null {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (variance < noVariance) return null;
  const spread = parts.reduce((sum, part) => sum + part.variance ** 2 / (part.clusters - 1), 0);
  const half = studentQuantile(0.975, variance ** 2 / spread) * Math.sqrt(variance);
  return { lower: Math.max(0, estimate - half), upper: Math.min(1, estimate + half) };
}
