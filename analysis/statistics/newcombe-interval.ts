/** How far a share moved between two waves answered by different people, with its interval. */
import { type Interval, type WilsonOptions, wilsonInterval } from './wilson-interval.ts';

/** A share as its count and base, with what its Wilson interval needs. */
export interface CountedPart extends WilsonOptions {
  readonly count: number;
  readonly base: number;
}

export interface ShareDifference {
  /** Second minus first; of shares -1 to 1. */
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
  return differenceWith(
    { estimate: first.count / first.base, interval: one },
    { estimate: second.count / second.base, interval: two },
  );
}

/** An estimate with the interval it has on its own. */
export interface Estimated {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * The difference of two independent estimates from the interval of each: the same hybrid for any estimate.
 * Source: Zou & Donner 2008, Statistics in Medicine 27; of two Wilson intervals it is Newcombe's method 10.
 */
export function differenceWith(first: Estimated, second: Estimated): ShareDifference {
  const estimate = second.estimate - first.estimate;
  return {
    estimate,
    interval: {
      lower:
        estimate - Math.hypot(second.estimate - second.interval.lower, first.interval.upper - first.estimate),
      upper:
        estimate + Math.hypot(second.interval.upper - second.estimate, first.estimate - first.interval.lower),
    },
  };
}
