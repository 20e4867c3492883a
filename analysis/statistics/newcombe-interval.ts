/** How far a share moved between two waves answered by different people, with its interval. */
import { type Interval, type WilsonOptions, wilsonInterval } from './wilson-interval.ts';

/** A share as its count and base, with what its Wilson interval needs. */
export interface CountedPart extends WilsonOptions {
  readonly count: number;
  readonly base: number;
}

export interface ShareDifference {
  /** Second share minus first, -1 to 1. */
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Newcombe's hybrid score interval of a difference between two independent shares: the limits of the two Wilson
 * intervals put together. 0 outside it means changed.
 * Source: Newcombe 1998, Statistics in Medicine 17, method 10.
 *
 * @returns null when a base is 0
 * @throws RangeError when a count does not fit its base
 * @example newcombeInterval({ count: 33, base: 108 }, { count: 58, base: 130 })?.interval.lower // 0.0166...
 */
export function newcombeInterval(first: CountedPart, second: CountedPart): ShareDifference | null {
  const one = wilsonInterval(first.count, first.base, first);
  const two = wilsonInterval(second.count, second.base, second);
  if (one === null || two === null) return null;
  const [p1, p2] = [first.count / first.base, second.count / second.base];
  const estimate = p2 - p1;
  return {
    estimate,
    interval: {
      lower: estimate - Math.hypot(p2 - two.lower, one.upper - p1),
      upper: estimate + Math.hypot(two.upper - p2, p1 - one.lower),
    },
  };
}
