/** Kemeny's method, a cross-check of the group order: the order that contradicts the members least, found exactly. */
import { halfWins, type Pairwise } from './pairwise.ts';

export interface KemenyOrders {
  readonly kind: 'orders';
  /** Contradictions left, over members and pairs; a tie on a ballot contradicts nothing. */
  readonly distance: number;
  /** How many orders have that distance. Exact up to 2^53, rounded beyond. */
  readonly optimalCount: number;
  /** Those orders, by the order of the items; the first `LISTED_ORDERS` of them. */
  readonly optimal: readonly (readonly string[])[];
  /** Of all optimal orders the one that goes against the Borda order in the fewest pairs. */
  readonly closest: readonly string[];
  /** Per item, in the order of the items, its best and worst place over all optimal orders, also those not listed. */
  readonly places: readonly { readonly best: number; readonly worst: number }[];
}

/** Not computed: time and memory double with every item. */
export interface KemenyRefusal {
  readonly kind: 'refused';
  readonly reason: 'tooManyItems';
  readonly items: number;
  readonly most: number;
}

/** At 20 items two tables of a million numbers, 16 MB; at 25 it would be half a gigabyte. */
const MOST_ITEMS = 20;
const LISTED_ORDERS = 1_000;

/**
 * All orders with the least disagreement, by dynamic programming over the subsets of items: the best order of a
 * subset begins with one of its items, followed by the best order of the rest. Time 2^items x items, memory 16 bytes
 * x 2^items; beyond 20 items it is refused.
 * Source: Kemeny 1959; Young & Levenglick 1978; the recursion after Held & Karp 1962, see Betzler et al. 2014.
 *
 * @returns null without ballots
 * @example kemeny(pairwise(ballots, ['a', 'b', 'c'])) // { kind: 'orders', distance: 2, optimalCount: 1, … }
 */
export function kemeny(pairs: Pairwise): KemenyOrders | KemenyRefusal | null {
  const { items } = pairs;
  if (pairs.ballots === 0) return null;
  if (items.length > MOST_ITEMS) {
    return { kind: 'refused', reason: 'tooManyItems', items: items.length, most: MOST_ITEMS };
  }
  const search = leastCost(pairs.before);
  const optimal = cheapestOrders(search, LISTED_ORDERS);
  // Kept apart by a factor no number of pairs reaches, the distance decides first and Borda between equal ones.
  const pairCount = items.length ** 2;
  const borda = againstBorda(pairs);
  const both = pairs.before.map((row, i) => row.map((cost, j) => cost * pairCount + (borda[i]?.[j] ?? 0)));
  const closest = optimal.length > 1 ? cheapestOrders(leastCost(both), 1) : optimal;
  const named = (order: readonly number[] = []) => order.map((index) => items[index] ?? '');
  return {
    kind: 'orders',
    distance: search.best[search.best.length - 1] ?? 0,
    optimalCount: search.ways[search.ways.length - 1] ?? 1,
    optimal: optimal.map(named),
    closest: named(closest[0]),
    places: placesOver(search, items.length),
  };
}

/** Per subset, as bits: the cost of its best order and the number of orders with that cost. */
interface Search {
  readonly best: Float64Array;
  readonly ways: Float64Array;
  readonly first: FirstCosts;
}

/** @param against against[k][j]: cost of every order that puts j before k; whole numbers */
function leastCost(against: readonly (readonly number[])[]): Search {
  const count = against.length;
  const size = 2 ** count;
  const best = new Float64Array(size);
  const ways = new Float64Array(size);
  const first = new FirstCosts(against);
  ways[0] = 1;
  for (let subset = 1; subset < size; subset += 1) {
    let least = Infinity;
    let orders = 0;
    for (let left = subset; left !== 0; left &= left - 1) {
      const lowest = left & -left;
      const rest = subset ^ lowest;
      const cost = (best[rest] ?? 0) + first.of(31 - Math.clz32(lowest), rest);
      if (cost > least) continue;
      orders = (ways[rest] ?? 0) + (cost === least ? orders : 0);
      least = cost;
    }
    best[subset] = least;
    ways[subset] = orders;
  }
  return { best, ways, first };
}

/**
 * Cost of putting an item before all of a subset. The sum is looked up in two halves: 2^(items / 2) numbers per item
 * for each instead of 2^items.
 */
class FirstCosts {
  private readonly lowWidth: number;
  private readonly highWidth: number;
  private readonly mask: number;
  private readonly low: Float64Array;
  private readonly high: Float64Array;

  constructor(against: readonly (readonly number[])[]) {
    this.lowWidth = against.length >> 1;
    this.highWidth = against.length - this.lowWidth;
    this.mask = 2 ** this.lowWidth - 1;
    this.low = partSums(against, 0, this.lowWidth);
    this.high = partSums(against, this.lowWidth, this.highWidth);
  }

  of(item: number, subset: number): number {
    const low = this.low[(item << this.lowWidth) | (subset & this.mask)] ?? 0;
    return low + (this.high[(item << this.highWidth) | (subset >> this.lowWidth)] ?? 0);
  }
}

/** Per item and per subset of the `width` others from `start` on: the cost of the item before all of them. */
function partSums(against: readonly (readonly number[])[], start: number, width: number): Float64Array {
  const sums = new Float64Array(against.length << width);
  for (let item = 0; item < against.length; item += 1) {
    for (let subset = 1; subset < 2 ** width; subset += 1) {
      const lowest = subset & -subset;
      const other = start + 31 - Math.clz32(lowest);
      const rest = sums[(item << width) | (subset ^ lowest)] ?? 0;
      sums[(item << width) | subset] = rest + (against[other]?.[item] ?? 0);
    }
  }
  return sums;
}

/** The orders of least cost as item numbers, in the order of the items, at most so many. */
function cheapestOrders({ best, first }: Search, most: number): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const begun: number[] = [];
  const follow = (subset: number) => {
    if (subset === 0) found.push([...begun]);
    for (let left = subset; left !== 0 && found.length < most; left &= left - 1) {
      const rest = subset ^ (left & -left);
      const item = 31 - Math.clz32(left & -left);
      if ((best[rest] ?? 0) + first.of(item, rest) !== best[subset]) continue;
      begun.push(item);
      follow(rest);
      begun.pop();
    }
  };
  follow(best.length - 1);
  return found;
}

/** Where each item can stand: from the whole list on, along every subset that is left over by an optimal order. */
function placesOver(
  { best, first }: Search,
  count: number,
): readonly { readonly best: number; readonly worst: number }[] {
  const most = Array.from({ length: count }, () => ({ best: count, worst: 1 }));
  const met = new Uint8Array(best.length);
  met[best.length - 1] = 1;
  // What is left over is a smaller number than what it is left over from.
  for (let subset = best.length - 1; subset > 0; subset -= 1) {
    if (met[subset] === 0) continue;
    const place = count - bitsOf(subset) + 1;
    for (let left = subset; left !== 0; left &= left - 1) {
      const rest = subset ^ (left & -left);
      const item = 31 - Math.clz32(left & -left);
      if ((best[rest] ?? 0) + first.of(item, rest) !== best[subset]) continue;
      met[rest] = 1;
      const range = most[item];
      if (range) most[item] = { best: Math.min(range.best, place), worst: Math.max(range.worst, place) };
    }
  }
  return most;
}

function bitsOf(subset: number): number {
  let count = 0;
  for (let left = subset; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Cost 1 for an order that puts j before k while k has the higher share of comparisons won. */
function againstBorda(pairs: Pairwise): readonly (readonly number[])[] {
  const sum = (row: readonly number[] = []) => row.reduce((total, count) => total + count, 0);
  const shares = halfWins(pairs).map((row, i) => [sum(row), sum(pairs.compared[i])] as const);
  // Shares compared crosswise stay whole numbers of halves, so equal ones are equal.
  return shares.map(([won, base]) =>
    shares.map(([otherWon, otherBase]) => (won * otherBase > otherWon * base ? 1 : 0)),
  );
}
