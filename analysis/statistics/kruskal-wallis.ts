/** Do several groups answer higher or lower on an ordered scale, without trusting distances on it? */
import { chiSquareUpperTail } from './distributions.ts';
import { columnTotals, midRanks } from './mid-ranks.ts';

export interface KruskalWallis {
  readonly base: number;
  /** Groups with any answers. */
  readonly groups: number;
  /** H, with tie correction. */
  readonly estimate: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Epsilon squared, H / (n - 1): 0 (groups alike) to 1. Source: Tomczak & Tomczak 2014. */
  readonly effect: number;
}

/**
 * Kruskal-Wallis test of two or more groups, with tie correction.
 * As R: `kruskal.test(values, groups)`. Source: Kruskal & Wallis 1952, JASA 47.
 *
 * @param counts a row of whole counts per group; a column per value, lowest value first. Empty groups are left out
 * @returns null with fewer than two groups, or when all answers are the same
 * @throws RangeError when rows differ in length or a count is not whole and 0 or more
 * @example kruskalWallis([[2, 1], [1, 2], [0, 3]])?.degreesOfFreedom // 2
 */
export function kruskalWallis(counts: readonly (readonly number[])[]): KruskalWallis | null {
  const { ranks, base, ties } = midRanks(columnTotals(counts));
  const sizes = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const groups = sizes.filter((size) => size > 0).length;
  const kept = 1 - ties / (base ** 3 - base);
  if (groups < 2 || !(kept > 0)) return null;
  const middle = (base + 1) / 2;
  // Ranks around their mean: for a million answers the plain sum of squares would lose its last digits.
  const between = counts.reduce((sum, row, group) => {
    const size = sizes[group] ?? 0;
    const distance = row.reduce((total, count, column) => total + count * ((ranks[column] ?? 0) - middle), 0);
    return size === 0 ? sum : sum + distance ** 2 / size;
  }, 0);
  const estimate = ((12 / (base * (base + 1))) * between) / kept;
  const degreesOfFreedom = groups - 1;
  return {
    base,
    groups,
    estimate,
    degreesOfFreedom,
    p: chiSquareUpperTail(estimate, degreesOfFreedom),
    effect: estimate / (base - 1),
  };
}
