// The certainty of an order as a reader may see it: what it rests on must be open itself.
import type { EvidenceKind } from '../../surveys/needs-catalogue.ts';
import type { Share } from '../figure.ts';
import type { NeedOrder, NeedResult, OrderWay } from '../results/needs.ts';

/**
 * The copy of an order's certainty that goes with these needs.
 * @param needs as this reader sees them: an indicator that is withheld hides every figure it could be guessed from, and
 *   where a sampled figure has no interval the order has none either.
 */
export function discloseOrder(order: NeedOrder, needs: readonly NeedResult[]): NeedOrder {
  const own = order.needs.flatMap((code) => needs.find((need) => need.code === code) ?? []);
  const figures = own.flatMap(({ sources }) =>
    sources.flatMap(({ kind, indicators }) => indicators.map(({ share }) => ({ kind, share }))),
  );
  const withheld = figures.filter(({ share }) => share.openness === 'withheld').map(({ kind }) => kind);
  const unsure = figures.some(({ kind, share }) => order.sampled.includes(kind) && !hasInterval(share));
  const ways = order.ways.map((way) => (hidesWay(way, withheld, own) ? closed(way) : way));
  const stability = withheld.length === 0 && !unsure ? order.stability : null;
  const weightings = withheld.length === 0 ? order.weightings : null;
  const everything =
    stability === order.stability &&
    weightings === order.weightings &&
    ways.every((way, place) => way === order.ways[place]);
  const copy = { ...order, ways, stability, weightings, openness: everything ? 'full' : 'withheld' } as const;
  return withheld.length === 0 ? copy : inOrderOf(copy, needs);
}

/** The needs of a list as they stand among those a reader sees: the order of all of them rests on what is hidden. */
function inOrderOf(order: NeedOrder, needs: readonly NeedResult[]): NeedOrder {
  const seen = needs.map(({ code }) => code).filter((code) => order.needs.includes(code));
  const from = seen.map((code) => order.needs.indexOf(code));
  return {
    ...order,
    needs: seen,
    ways: order.ways.map((way) => ({ ...way, places: from.map((place) => way.places[place] ?? null) })),
  };
}

function hasInterval({ method, openness }: Share): boolean {
  return method === 'countOfAll' || openness === 'full';
}

/** A way that reads sources is as open as they are; one that reads two ratings as the ratings of every need it places. */
function hidesWay(way: OrderWay, withheld: readonly EvidenceKind[], needs: readonly NeedResult[]): boolean {
  return way.about === 'weights'
    ? way.kinds.some((kind) => withheld.includes(kind))
    : way.places.some((place, index) => place !== null && needs[index]?.discrepancy == null);
}

function closed(way: OrderWay): OrderWay {
  return { ...way, places: way.places.map(() => null), openness: 'withheld' };
}
