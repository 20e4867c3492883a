/** Shares of the highest and lowest answers of a scale, with the middle, because a high top hides a split. */
import { type CountedShare, countedShare } from './counted-share.ts';
import type { WilsonOptions } from './wilson-interval.ts';

export interface BoxShares {
  /** Answers on the scale. */
  readonly base: number;
  readonly top: CountedShare;
  readonly middle: CountedShare;
  readonly bottom: CountedShare;
}

/**
 * Top box, middle and bottom box of a scale: how many chose one of the `size` highest answers,
 * one of the `size` lowest, or something in between. Missing answers are outside the counts.
 *
 * @param counts how often each point of the scale was chosen, lowest point first
 * @param size points in the top and in the bottom, 2 when left out
 * @throws RangeError when top and bottom would overlap, or a count is negative
 * @example topBox([10, 53, 39, 522, 283]).top // { count: 805, base: 907, estimate: 0.8875..., ... }
 */
export function topBox(counts: readonly number[], size = 2, options: WilsonOptions = {}): BoxShares {
  if (!Number.isInteger(size) || size < 1 || size * 2 > counts.length) {
    throw new RangeError(`A box of ${size} does not fit twice in a scale of ${counts.length} points`);
  }
  const base = sum(counts);
  const top = sum(counts.slice(counts.length - size));
  const bottom = sum(counts.slice(0, size));
  return {
    base,
    top: countedShare(top, base, options),
    middle: countedShare(base - top - bottom, base, options),
    bottom: countedShare(bottom, base, options),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
