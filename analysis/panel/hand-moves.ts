/** What a facilitator moved by hand after the ballots were counted, on top of the panel's own order (docs/rules.md, Panel). */
import type { PanelPlace } from '../results/panel.ts';
import type { OrderFlag } from './final-order.ts';

/** One move: the need now stands at this place of its own list, and why. */
export interface HandMove {
  readonly need: string;
  /** Place from 1 in the need's own list. */
  readonly to: number;
  readonly reason: string;
}

/** A need with its place in one list. */
export interface PlacedItem {
  readonly need: string;
  readonly rank: number;
}

/**
 * The list after the moves, in their order. Needs nobody moved keep their order; what shared a place shares it still
 * while nothing came between.
 *
 * @param list in order, ranks from 1
 * @param moves those of other lists are passed over; a place outside the list counts as its nearest end
 * @example applyMoves([{ need: 'a', rank: 1 }, { need: 'b', rank: 2 }], [{ need: 'b', to: 1, reason: 'x' }])[0]?.need // 'b'
 */
export function applyMoves(list: readonly PlacedItem[], moves: readonly HandMove[]): readonly PlacedItem[] {
  const own = moves.filter(({ need }) => list.some((item) => item.need === need));
  if (own.length === 0) return list;
  const order = [...list];
  for (const { need, to } of own) {
    const from = order.findIndex((item) => item.need === need);
    const [item] = order.splice(from, 1);
    if (item) order.splice(Math.min(Math.max(to, 1), list.length) - 1, 0, item);
  }
  const moved = new Set(own.map(({ need }) => need));
  let rank = 0;
  return order.map((item, index) => {
    const above = order[index - 1];
    const level = above && above.rank === item.rank && !moved.has(item.need) && !moved.has(above.need);
    if (!level) rank = index + 1;
    return { need: item.need, rank };
  });
}

/** A need where the ballots put it, beside its place by evidence. */
export interface CountedPlace extends PlacedItem {
  readonly ballotPlace: number | null;
  readonly evidencePlace: number | null;
  readonly flag: OrderFlag | null;
}

/** A place of which it is not said yet where count and evidence had put the need. */
export type UncountedPlace = Omit<PanelPlace, 'counted' | 'ballotPlace' | 'evidencePlace' | 'flag'>;

/** Says of each need where ballots and evidence had put it, and why it was moved if it was. */
export function besideCount(
  order: readonly UncountedPlace[],
  counted: readonly CountedPlace[],
  moves: readonly HandMove[],
): readonly PanelPlace[] {
  return order.map((place) => {
    const found = counted.find(({ need }) => need === place.need);
    const { rank, ballotPlace = null, evidencePlace = null, flag = null } = found ?? {};
    const move = moves.filter(({ need }) => need === place.need).at(-1);
    const moved = move && rank !== undefined ? { moved: { from: rank, reason: move.reason } } : {};
    return { ...place, counted: rank ?? place.rank, ballotPlace, evidencePlace, flag, ...moved };
  });
}
