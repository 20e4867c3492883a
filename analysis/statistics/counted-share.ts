/** A share with what it needs to be read: its count, its base and its interval. */
import { type Interval, type WilsonOptions, wilsonInterval } from './wilson-interval.ts';

export interface CountedShare {
  /** How many had the property. */
  readonly count: number;
  /** Out of how many. */
  readonly base: number;
  /** count / base, between 0 and 1; null when the base is 0. */
  readonly estimate: number | null;
  /** Wilson 95 %; null when the base is 0. */
  readonly interval: Interval | null;
}

/**
 * Share of a base, with its Wilson interval.
 *
 * @param count between 0 and base
 * @param base 0 or more
 * @throws RangeError when the count does not fit the base
 * @example countedShare(33, 108) // { count: 33, base: 108, estimate: 0.3055..., interval: {...} }
 */
export function countedShare(count: number, base: number, options: WilsonOptions = {}): CountedShare {
  const interval = wilsonInterval(count, base, options);
  return { count, base, estimate: base === 0 ? null : count / base, interval };
}
