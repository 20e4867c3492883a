/** Wilcoxon's signed-rank test: are differences more up than down, without trusting distances on a scale. */
import { normalTwoSided } from './distributions.ts';
import { SAME_RATING } from './pair-counts.ts';
import type { ValueCount } from './value-counts.ts';

export interface SignedRank {
  /** Differences other than 0; zeros are dropped. */
  readonly base: number;
  /** V: sum of the ranks of the positive differences. */
  readonly positiveRanks: number;
  readonly z: number;
  readonly p: number;
  /** With continuity correction, R's default. */
  readonly correctedZ: number;
  readonly correctedP: number;
  /** z / sqrt(base), between -1 and 1. */
  readonly effect: number;
}

/**
 * Wilcoxon signed-rank test, normal approximation with tie correction.
 * As R: `wilcox.test(second, first, paired = TRUE, exact = FALSE, correct = FALSE)`, and `correct = TRUE`.
 *
 * @param differences counted per value
 * @param sameWithin differences whose sizes lie this close share a rank: mapped scales carry rounding errors. R compares
 *   sizes as the computer holds them (its `digits.rank = Inf`), which is 0
 * @returns null when every difference is 0 or there is none
 * @example signedRank([{ value: 1, count: 8 }, { value: -1, count: 2 }])?.positiveRanks // 44
 */
export function signedRank(differences: readonly ValueCount[], sameWithin = SAME_RATING): SignedRank | null {
  const groups = sizeGroups(differences, sameWithin);
  const base = groups.reduce((sum, group) => sum + group.count, 0);
  if (base === 0) return null;
  let before = 0;
  let positiveRanks = 0;
  let ties = 0;
  for (const { count, positive } of groups) {
    positiveRanks += positive * (before + (count + 1) / 2);
    ties += count ** 3 - count;
    before += count;
  }
  const deviation = positiveRanks - (base * (base + 1)) / 4;
  const spread = Math.sqrt((base * (base + 1) * (2 * base + 1)) / 24 - ties / 48);
  const z = deviation / spread;
  const correctedZ = (deviation - Math.sign(deviation) * 0.5) / spread;
  return {
    base,
    positiveRanks,
    z,
    p: normalTwoSided(z),
    correctedZ,
    correctedP: normalTwoSided(correctedZ),
    effect: z / Math.sqrt(base),
  };
}

interface SizeGroup {
  readonly size: number;
  count: number;
  positive: number;
}

/** Differences of equal size together, smallest first. */
function sizeGroups(differences: readonly ValueCount[], sameWithin: number): readonly SizeGroup[] {
  const sorted = differences
    .filter(({ value, count }) => Math.abs(value) > sameWithin && count > 0)
    .sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
  const groups: SizeGroup[] = [];
  for (const { value, count } of sorted) {
    const size = Math.abs(value);
    let group = groups.at(-1);
    if (group === undefined || size - group.size > sameWithin) {
      group = { size, count: 0, positive: 0 };
      groups.push(group);
    }
    group.count += count;
    if (value > 0) group.positive += count;
  }
  return groups;
}
