/** How firm the group order is for members like these: redrawing the panel from its own ballots. */
import { SAME_SCORE } from '../statistics/competition-rank.ts';
import type { Random } from '../statistics/seeded-random.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { Ballot } from './ballot.ts';
import { type BallotTally, borda, tallyBallot, winShares } from './borda.ts';

export interface BootstrapLine {
  readonly item: string;
  /** Chance of each place, the first being place 1. */
  readonly placeChances: readonly number[];
  /** Places between which 90 % of the redrawn orders fall; null when the item was never placed. */
  readonly interval: Interval | null;
}

/** Two neighbours in the group order of which it is not clear that the first goes first. */
export interface AboutEqual {
  readonly upper: string;
  readonly lower: string;
  /** Chance that the upper one stands above, under 0.80. */
  readonly chance: number;
}

export interface PanelBootstrap {
  /** True when every possible redraw was counted. */
  readonly exact: boolean;
  /** Redraws: all n^n of them, or the random ones. */
  readonly draws: number;
  readonly lines: readonly BootstrapLine[];
  /** above[i][j]: chance that item i stands above item j, a shared place counting for a half. */
  readonly above: readonly (readonly number[])[];
  readonly aboutEqual: readonly AboutEqual[];
}

export interface BootstrapOptions {
  /** Needed for more than nine ballots. */
  readonly random?: Random | undefined;
  /** Random redraws, 4,000 when left out. */
  readonly draws?: number | undefined;
  /** Whether each item has a place, in their order; all when left out. */
  readonly placed?: readonly boolean[] | undefined;
}

const MOST_EXACT_BALLOTS = 9;
const INTERVAL_LEVEL = 0.9;
/** From this chance on, one need stands clearly above the next (docs/rules.md, Panel). */
export const CLEAR_CHANCE = 0.8;

/**
 * Bootstrap of the Borda order over members. Up to nine ballots every multiset of ballots is counted with
 * its multinomial weight, so the chances are exact; beyond that seeded random redraws.
 *
 * @returns lines in the order of `items`, or null without ballots
 * @throws RangeError with more than nine ballots and no random source, or when a ballot holds an item twice
 * @example bootstrapOrder(ballots, ['a', 'b'])?.lines[0]?.interval // { lower: 1, upper: 2 }
 */
export function bootstrapOrder(
  ballots: readonly Ballot[],
  items: readonly string[],
  options: BootstrapOptions = {},
): PanelBootstrap | null {
  const size = ballots.length;
  if (size === 0) return null;
  const { placed } = options;
  const tallies = ballots.map((ballot) => {
    const { won, compared } = tallyBallot(ballot, items);
    // What has no place is compared with nothing, whichever ballots are drawn.
    return { won, compared: compared.map((count, item) => (placed?.[item] === false ? 0 : count)) };
  });
  const totals = new OrderTotals(items.length);
  const exact = size <= MOST_EXACT_BALLOTS;
  if (exact) {
    for (const { counts, weight } of multisets(size)) totals.add(redraw(tallies, counts), weight);
  } else {
    const { random, draws = 4_000 } = options;
    if (random === undefined) throw new RangeError('More than nine ballots need a random source');
    for (let draw = 0; draw < draws; draw += 1) totals.add(redraw(tallies, drawCounts(size, random)), 1);
  }
  const above = totals.above.map((row) => row.map((weight) => weight / totals.weight));
  return {
    exact,
    draws: totals.weight,
    lines: items.map((item, index) => ({ item, ...placeLine(totals.places[index] ?? [], totals.weight) })),
    above,
    aboutEqual: unclearNeighbours(ballots, items, above),
  };
}

/** Running totals over redraws; whole weights, so nothing is lost before the division at the end. */
class OrderTotals {
  weight = 0;
  readonly places: number[][];
  readonly above: number[][];

  constructor(items: number) {
    this.places = Array.from({ length: items }, () => Array.from({ length: items }, () => 0));
    this.above = Array.from({ length: items }, () => Array.from({ length: items }, () => 0));
  }

  /** One redrawn order by its win shares; null for an item nobody compared. The busiest loop of the panel. */
  add(shares: readonly (number | null)[], weight: number): void {
    this.weight += weight;
    for (let i = 0; i < shares.length; i += 1) {
      const own = shares[i] ?? null;
      const above = this.above[i];
      const places = this.places[i];
      if (own === null || above === undefined || places === undefined) continue;
      let ahead = 0;
      for (let j = 0; j < shares.length; j += 1) {
        const other = shares[j] ?? null;
        if (i === j || other === null) continue;
        if (other > own + SAME_SCORE) ahead += 1;
        else above[j] = (above[j] ?? 0) + (other < own - SAME_SCORE ? weight : weight / 2);
      }
      places[ahead] = (places[ahead] ?? 0) + weight;
    }
  }
}

/** The win shares of one redrawn panel, in which ballot k stands counts[k] times. */
function redraw(tallies: readonly BallotTally[], counts: readonly number[]): readonly (number | null)[] {
  const items = tallies[0]?.won.length ?? 0;
  const won = new Array<number>(items).fill(0);
  const compared = new Array<number>(items).fill(0);
  for (let ballot = 0; ballot < tallies.length; ballot += 1) {
    const times = counts[ballot] ?? 0;
    const tally = tallies[ballot];
    if (times === 0 || tally === undefined) continue;
    for (let item = 0; item < items; item += 1) {
      won[item] = (won[item] ?? 0) + times * (tally.won[item] ?? 0);
      compared[item] = (compared[item] ?? 0) + times * (tally.compared[item] ?? 0);
    }
  }
  return winShares(won, compared);
}

/** Every way to draw `size` ballots out of `size`, with the number of draws that give it: size! / product of counts!. */
function* multisets(size: number): Generator<{ counts: readonly number[]; weight: number }> {
  const factorials = [1];
  for (let n = 1; n <= size; n += 1) factorials.push((factorials[n - 1] ?? 1) * n);
  const counts = Array.from({ length: size }, () => 0);
  function* fill(
    index: number,
    left: number,
    divisor: number,
  ): Generator<{ counts: readonly number[]; weight: number }> {
    if (index === size - 1) {
      counts[index] = left;
      yield { counts, weight: (factorials[size] ?? 1) / (divisor * (factorials[left] ?? 1)) };
      return;
    }
    for (let count = 0; count <= left; count += 1) {
      counts[index] = count;
      yield* fill(index + 1, left - count, divisor * (factorials[count] ?? 1));
    }
  }
  yield* fill(0, size, 1);
}

function drawCounts(size: number, random: Random): readonly number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (let draw = 0; draw < size; draw += 1) {
    const ballot = Math.floor(random() * size);
    counts[ballot] = (counts[ballot] ?? 0) + 1;
  }
  return counts;
}

function placeLine(
  weights: readonly number[],
  all: number,
): { readonly placeChances: readonly number[]; readonly interval: Interval | null } {
  const placeChances = weights.map((weight) => weight / all);
  // Redraws in which nobody compared the item are outside its interval.
  const placed = placeChances.reduce((sum, chance) => sum + chance, 0);
  if (placed === 0) return { placeChances, interval: null };
  const reach = (level: number) => {
    let passed = 0;
    const index = placeChances.findIndex((chance) => {
      passed += chance / placed;
      return passed >= level - SAME_SCORE;
    });
    return index + 1;
  };
  return {
    placeChances,
    interval: { lower: reach((1 - INTERVAL_LEVEL) / 2), upper: reach((1 + INTERVAL_LEVEL) / 2) },
  };
}

function unclearNeighbours(
  ballots: readonly Ballot[],
  items: readonly string[],
  above: readonly (readonly number[])[],
): readonly AboutEqual[] {
  const order = (borda(ballots, items) ?? [])
    .map((line, index) => ({ item: line.item, place: line.place, index }))
    .filter((line) => line.place !== null)
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return order.flatMap((upper, position) => {
    const lower = order[position + 1];
    if (lower === undefined) return [];
    const chance = above[upper.index]?.[lower.index] ?? 0;
    return chance < CLEAR_CHANCE - SAME_SCORE ? [{ upper: upper.item, lower: lower.item, chance }] : [];
  });
}
