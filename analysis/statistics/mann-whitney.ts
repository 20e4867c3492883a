/** Do two groups answer higher or lower on an ordered scale, without trusting distances on it? */
import { normalTwoSided } from './distributions.ts';
import { columnTotals, midRanks } from './mid-ranks.ts';

export interface MannWhitney {
  /** Answers in the first and in the second group. */
  readonly bases: readonly [number, number];
  /** U of the first group, R's W: pairs in which the first group's answer is higher, a tie counting half. */
  readonly estimate: number;
  /** Null when all answers are the same. */
  readonly z: number | null;
  readonly p: number | null;
  /** With continuity correction, R's default. */
  readonly correctedP: number | null;
  /**
   * Cliff's delta: chance that an answer from the first group is higher minus that it is lower, -1 to 1.
   * Source: Cliff 1993, Psychological Bulletin 114.
   */
  readonly effect: number;
}

/**
 * Mann-Whitney test of two groups, normal approximation with tie correction.
 * As R: `wilcox.test(first, second, exact = FALSE, correct = FALSE)`, and `correct = TRUE`.
 * Source: Mann & Whitney 1947, Annals of Mathematical Statistics 18. Works on counts, so a million answers on five
 * points cost as much as ten.
 *
 * @param counts two rows of whole counts, one per group; a column per value, lowest value first
 * @returns null when a group is empty
 * @throws RangeError when there are not two rows of equal length with whole counts
 * @example mannWhitney([[1, 2, 0], [0, 1, 2]])?.estimate // 1
 */
export function mannWhitney(counts: readonly (readonly number[])[]): MannWhitney | null {
  if (counts.length !== 2) throw new RangeError(`Mann-Whitney compares two groups, got ${counts.length}`);
  const { ranks, base, ties } = midRanks(columnTotals(counts));
  const [first = [], second = []] = counts;
  const m = first.reduce((sum, count) => sum + count, 0);
  const n = second.reduce((sum, count) => sum + count, 0);
  if (m === 0 || n === 0) return null;
  const rankSum = first.reduce((sum, count, column) => sum + count * (ranks[column] ?? 0), 0);
  const estimate = rankSum - (m * (m + 1)) / 2;
  const deviation = estimate - (m * n) / 2;
  const spread = Math.sqrt(((m * n) / 12) * (base + 1 - ties / (base * (base - 1))));
  const test = (distance: number) => (spread > 0 ? distance / spread : null);
  const z = test(deviation);
  const corrected = test(deviation - Math.sign(deviation) * 0.5);
  return {
    bases: [m, n],
    estimate,
    z,
    p: z === null ? null : normalTwoSided(z),
    correctedP: corrected === null ? null : normalTwoSided(corrected),
    effect: (2 * estimate) / (m * n) - 1,
  };
}
