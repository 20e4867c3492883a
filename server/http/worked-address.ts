// Where it can be worked out by hand how votes are counted: an address that result pages of every audience point to.
import type { RoundWay } from '../../analysis/panel/ways/vote.ts';

/** The worked example of a way of voting. @example workedAddress('points') // '/worked-example/points' */
export function workedAddress(way: RoundWay): string {
  return way === 'order' ? '/worked-example' : `/worked-example/${way}`;
}
