/** Ballots as rows of choices in typed arrays: what each member chose from, one item after another. */
import { type Ballot, placeReader } from './ballot.ts';
import type { ChoiceModel } from './worths.ts';

export interface ChoiceOrders {
  /** How many items there are. */
  readonly items: number;
  /** Ballots that are an order without ties. */
  readonly base: number;
  /** Per ballot its compared items: the ranked ones first to last, then the unranked. */
  readonly order: Int32Array;
  /** Where each ballot begins in `order`; one more than there are ballots. */
  readonly starts: Int32Array;
  /** Choices on each ballot; the last item left is no choice. */
  readonly choices: Int32Array;
}

/**
 * Ballots without ties among their ranked items, flattened. Linear in ballots times items.
 *
 * @throws RangeError when a ballot holds an item twice
 * @example choiceOrders([{ tiers: [['b']], noOpinion: [] }], ['a', 'b']).order // Int32Array [1, 0]
 */
export function choiceOrders(ballots: readonly Ballot[], items: readonly string[]): ChoiceOrders {
  const wanted = new Set(items);
  const read = placeReader(items);
  const row = new Float64Array(items.length);
  const order = new Int32Array(ballots.length * items.length);
  const starts = new Int32Array(ballots.length + 1);
  const choices = new Int32Array(ballots.length);
  let base = 0;
  let end = 0;
  for (const ballot of ballots) {
    const ranked = ballot.tiers.map((tier) => tier.filter((item) => wanted.has(item)).length);
    if (ranked.some((size) => size > 1)) continue;
    read(ballot, row);
    const count = ranked.reduce((sum, size) => sum + size, 0);
    // Without ties a ranked item stands on its own place; the unranked ones come after.
    let last = end + count;
    for (let item = 0; item < items.length; item += 1) {
      const place = row[item] ?? Number.NaN;
      if (Number.isNaN(place)) continue;
      if (place <= count) order[end + place - 1] = item;
      else order[last++] = item;
    }
    choices[base] = Math.min(count, last - end - 1);
    base += 1;
    end = last;
    starts[base] = end;
  }
  return { items: items.length, base, order: order.subarray(0, end), starts, choices };
}

/** The orders as MM needs them. */
export function orderModel(orders: ChoiceOrders): ChoiceModel {
  const { items, base, order, starts, choices } = orders;
  const chosen = new Float64Array(items);
  const beats = new Uint8Array(items * items);
  for (let ballot = 0; ballot < base; ballot += 1) {
    const start = starts[ballot] ?? 0;
    const end = starts[ballot + 1] ?? 0;
    const stop = start + (choices[ballot] ?? 0);
    for (let at = start; at < stop; at += 1) {
      const item = order[at] ?? 0;
      chosen[item] = (chosen[item] ?? 0) + 1;
      // The next one is enough: it beats those behind it. Behind the last choice nobody does.
      const until = at + 1 < stop ? at + 2 : end;
      for (let other = at + 1; other < until; other += 1) beats[item * items + (order[other] ?? 0)] = 1;
    }
  }
  const sums = new Float64Array(items + 1);
  const addExposure = (worths: Float64Array, exposure: Float64Array) => {
    for (let ballot = 0; ballot < base; ballot += 1) {
      sumBehind(orders, ballot, worths, sums);
      const start = starts[ballot] ?? 0;
      const length = (starts[ballot + 1] ?? 0) - start;
      const stop = choices[ballot] ?? 0;
      let reached = 0;
      for (let at = 0; at < length; at += 1) {
        if (at < stop) reached += 1 / (sums[at] ?? 1);
        const item = order[start + at] ?? 0;
        exposure[item] = (exposure[item] ?? 0) + reached;
      }
    }
  };
  return { items, chosen, beats, addExposure };
}

/** Natural logarithm of the chance of these choices. */
export function logLikelihoodOf(orders: ChoiceOrders, worths: Float64Array): number {
  const sums = new Float64Array(orders.items + 1);
  let total = 0;
  for (let ballot = 0; ballot < orders.base; ballot += 1) {
    sumBehind(orders, ballot, worths, sums);
    const start = orders.starts[ballot] ?? 0;
    for (let at = 0; at < (orders.choices[ballot] ?? 0); at += 1) {
      total += Math.log((worths[orders.order[start + at] ?? 0] ?? 0) / (sums[at] ?? 1));
    }
  }
  return total;
}

/**
 * Observed information about the log worths, items by items: minus the second derivatives of the log likelihood.
 * Ballots times items squared.
 */
export function informationOf(orders: ChoiceOrders, worths: Float64Array): Float64Array {
  const { items, order, starts, choices } = orders;
  const information = new Float64Array(items * items);
  const sums = new Float64Array(items + 1);
  const add = (i: number, j: number, value: number) => {
    information[i * items + j] = (information[i * items + j] ?? 0) + value;
  };
  for (let ballot = 0; ballot < orders.base; ballot += 1) {
    sumBehind(orders, ballot, worths, sums);
    const start = starts[ballot] ?? 0;
    const end = starts[ballot + 1] ?? 0;
    const stop = choices[ballot] ?? 0;
    let once = 0;
    let squared = 0;
    for (let at = start; at < end; at += 1) {
      // Both in every choice set up to the first of the two: only the sums to there count.
      if (at - start < stop) {
        once += 1 / (sums[at - start] ?? 1);
        squared += 1 / (sums[at - start] ?? 1) ** 2;
      }
      const item = order[at] ?? 0;
      const worth = worths[item] ?? 0;
      add(item, item, worth * once - worth ** 2 * squared);
      for (let later = at + 1; later < end; later += 1) {
        const other = order[later] ?? 0;
        const shared = -worth * (worths[other] ?? 0) * squared;
        add(item, other, shared);
        add(other, item, shared);
      }
    }
  }
  return information;
}

/** sums[k]: the worths of everything from the k-th of a ballot on. */
function sumBehind(orders: ChoiceOrders, ballot: number, worths: Float64Array, sums: Float64Array): void {
  const start = orders.starts[ballot] ?? 0;
  let sum = 0;
  for (let at = (orders.starts[ballot + 1] ?? 0) - 1; at >= start; at -= 1) {
    sum += worths[orders.order[at] ?? 0] ?? 0;
    sums[at - start] = sum;
  }
}
