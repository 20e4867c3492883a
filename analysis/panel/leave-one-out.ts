/** How far the group order hangs on one member: the places a need takes when any one ballot is left out. */
import type { Ballot } from './ballot.ts';
import { type BordaLine, borda } from './borda.ts';

export interface PlaceRange {
  readonly item: string;
  /** Best and worst place over all orders with one member left out; null when it has no place in one of them. */
  readonly best: number | null;
  readonly worst: number | null;
}

/**
 * Range of Borda places with any one member left out.
 *
 * @param order how ballots become places, Borda when left out
 * @returns a range per item in the order of `items`, or null with fewer than two ballots
 * @throws RangeError when a ballot holds an item twice
 * @example leaveOneOut(ballots, ['a', 'b'])?.[0] // { item: 'a', best: 1, worst: 2 }
 */
export function leaveOneOut(
  ballots: readonly Ballot[],
  items: readonly string[],
  order: (ballots: readonly Ballot[], items: readonly string[]) => readonly BordaLine[] | null = borda,
): readonly PlaceRange[] | null {
  if (ballots.length < 2) return null;
  const orders = ballots.map((_, left) => {
    const others = ballots.filter((_ballot, index) => index !== left);
    return order(others, items);
  });
  return items.map((item, index) => {
    const found = orders.flatMap((found) => found?.[index]?.place ?? []);
    if (found.length < orders.length) return { item, best: null, worst: null };
    return { item, best: Math.min(...found), worst: Math.max(...found) };
  });
}
