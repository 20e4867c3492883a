/** How far the group order hangs on one member: the places a need takes when any one ballot is left out. */
import type { Ballot } from './ballot.ts';
import { borda } from './borda.ts';

export interface PlaceRange {
  readonly item: string;
  /** Best and worst place over all orders with one member left out; null when the item was never placed. */
  readonly best: number | null;
  readonly worst: number | null;
}

/**
 * Range of Borda places with any one member left out.
 *
 * @returns a range per item in the order of `items`, or null with fewer than two ballots
 * @throws RangeError when a ballot holds an item twice
 * @example leaveOneOut(ballots, ['a', 'b'])?.[0] // { item: 'a', best: 1, worst: 2 }
 */
export function leaveOneOut(
  ballots: readonly Ballot[],
  items: readonly string[],
): readonly PlaceRange[] | null {
  if (ballots.length < 2) return null;
  const orders = ballots.map((_, left) => {
    const others = ballots.filter((_ballot, index) => index !== left);
    return borda(others, items);
  });
  return items.map((item, index) => {
    const found = orders.flatMap((order) => order?.[index]?.place ?? []);
    if (found.length === 0) return { item, best: null, worst: null };
    return { item, best: Math.min(...found), worst: Math.max(...found) };
  });
}
