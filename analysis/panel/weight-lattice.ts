/** How much of an order hangs on the weights: every way to divide them in equal steps over the criteria. */
import type { WeighedNeed } from './weighted-sum.ts';

export interface LatticeLine {
  readonly id: string;
  /** Share of the weightings in which the need takes each place, the first being place 1. */
  readonly acceptability: readonly number[];
}

export interface WeightLattice {
  /** Weightings looked at: C(steps + criteria - 1, criteria - 1). */
  readonly weightings: number;
  /** In the order of the needs. Shares sum to 1, less the weightings that give all weight to what the need lacks. */
  readonly lines: readonly LatticeLine[];
}

/** Criteria are rounded to this part, so that sums are whole numbers and equal scores exactly equal. */
const PARTS = 1e6;
const MOST_WEIGHTINGS = 1_000_000;

/**
 * Rank acceptability over the lattice of weights, each weighting counting alike. Weightings times needs squared.
 * Source: SMAA-2, Lahdelma & Salminen 2001, Operations Research 49, on a lattice instead of random draws.
 *
 * @param steps parts the whole weight is divided in, 10 when left out: weights 0, 0.1, … 1
 * @throws RangeError when needs differ in criteria, there are none, or there are over a million weightings
 * @example weightLattice([{ id: 'a', criteria: [90, 40] }, { id: 'b', criteria: [20, 50] }]).weightings // 11
 */
export function weightLattice(needs: readonly WeighedNeed[], steps = 10): WeightLattice {
  const criteria = needs[0]?.criteria.length ?? 0;
  if (criteria === 0 || needs.some((need) => need.criteria.length !== criteria)) {
    throw new RangeError('Every need has a value per criterion, and there is at least one');
  }
  if (weightingCount(steps, criteria) > MOST_WEIGHTINGS) throw new RangeError('Too many ways to weigh');
  const values = needs.map((need) =>
    need.criteria.map((value) => (value === null ? null : Math.round(value * PARTS))),
  );
  const counts = needs.map(() => needs.map(() => 0));
  let weightings = 0;
  for (const weights of lattice(steps, criteria)) {
    weightings += 1;
    countPlaces(
      values.map((row) => weigh(row, weights)),
      counts,
    );
  }
  return {
    weightings,
    lines: needs.map(({ id }, index) => ({
      id,
      acceptability: (counts[index] ?? []).map((count) => count / weightings),
    })),
  };
}

/**
 * Share of the weightings in which a need is among the first so many.
 *
 * @example topShare({ id: 'a', acceptability: [0.5, 0.3, 0.2] }, 2) // 0.8
 */
export function topShare({ acceptability }: LatticeLine, places: number): number {
  return acceptability.slice(0, places).reduce((sum, share) => sum + share, 0);
}

/** A score as a quotient of whole numbers: two of them are compared without dividing. */
interface Weighed {
  readonly sum: number;
  readonly weight: number;
}

function weigh(values: readonly (number | null)[], weights: readonly number[]): Weighed {
  let sum = 0;
  let weight = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? null;
    if (value === null) continue;
    sum += (weights[index] ?? 0) * value;
    weight += weights[index] ?? 0;
  }
  return { sum, weight };
}

function countPlaces(scores: readonly Weighed[], counts: readonly number[][]): void {
  for (const [index, own] of scores.entries()) {
    const row = counts[index];
    if (own.weight === 0 || row === undefined) continue;
    let ahead = 0;
    for (const other of scores) {
      if (other.weight > 0 && other.sum * own.weight > own.sum * other.weight) ahead += 1;
    }
    row[ahead] = (row[ahead] ?? 0) + 1;
  }
}

/** Every way to write `left` as an ordered sum of so many whole numbers. The array is the same each time. */
function* lattice(steps: number, criteria: number): Generator<readonly number[]> {
  const weights = Array.from({ length: criteria }, () => 0);
  function* divide(index: number, left: number): Generator<readonly number[]> {
    if (index === criteria - 1) {
      weights[index] = left;
      yield weights;
      return;
    }
    for (let weight = 0; weight <= left; weight += 1) {
      weights[index] = weight;
      yield* divide(index + 1, left - weight);
    }
  }
  yield* divide(0, steps);
}

function weightingCount(steps: number, criteria: number): number {
  let count = 1;
  for (let index = 1; index < criteria; index += 1) count = (count * (steps + index)) / index;
  return count;
}
