/** Kendall's coefficient of concordance: how much the members of a panel agree on an order. */
import { SAME_SCORE } from '../statistics/competition-rank.ts';
import { chiSquareUpperTail } from '../statistics/distributions.ts';
import type { Random } from '../statistics/seeded-random.ts';
import { type Ballot, places } from './ballot.ts';
import { type PermutationTest, permutationTest } from './permutation-test.ts';

/** How W reads, after Schmidt 1997: 0.1 very weak, 0.3 weak, 0.5 moderate, 0.7 strong, 0.9 unusually strong. */
export type AgreementReading = 'none' | 'veryWeak' | 'weak' | 'moderate' | 'strong' | 'unusuallyStrong';

export interface KendallsW {
  /** Members counted. */
  readonly base: number;
  /** Ballots left out because the member has no opinion on some item. */
  readonly leftOut: number;
  readonly items: number;
  /** W, 0 (no agreement) to 1 (the same order); null with one member or when nobody ranks anything above another. */
  readonly estimate: number | null;
  /** Sum of squared distances of the rank sums from their mean. */
  readonly squares: number;
  /** Sum of t^3 - t over all ties of t items. */
  readonly ties: number;
  /** W without the correction for ties, for comparison with software that has none. */
  readonly uncorrected: number | null;
  /** Mean of Spearman's correlation over all pairs of members who rank something above another; null without a pair. */
  readonly meanSpearman: number | null;
  /** members x (items - 1) x W, the statistic of Friedman's test. */
  readonly chiSquare: number | null;
  readonly degreesOfFreedom: number;
  /** From the chi-square distribution; rough up to seven items. It says "not random", not "strong". */
  readonly p: number | null;
  /** By reshuffling; null when W is, or when there are too many tables and no random source was given. */
  readonly permutation: PermutationTest | null;
  readonly reading: AgreementReading | null;
}

/**
 * Kendall's W over ballots. Ballots with "no opinion" on one of the items are left out and counted.
 *
 * @param random used for the permutation p-value when exact enumeration would take too long
 * @throws RangeError when a ballot holds an item twice
 * @example kendallsW([{ tiers: [['a'], ['b']], noOpinion: [] }, { tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b']).estimate // 1
 */
export function kendallsW(ballots: readonly Ballot[], items: readonly string[], random?: Random): KendallsW {
  const rows: number[][] = [];
  for (const ballot of ballots) {
    const row = places(ballot, items).filter((place) => place !== null);
    if (row.length === items.length) rows.push(row);
  }
  return { ...kendallsWOfRanks(rows, random), items: items.length, leftOut: ballots.length - rows.length };
}

/**
 * Kendall's W of a table of ranks, with tie correction:
 * W = 12 S / (m^2 n (n^2 - 1) - m T), S = squared distances of the rank sums, T = sum of t^3 - t over tie groups.
 * As R: `friedman.test`, `vegan::kendall.global`. Source: Kendall & Babington Smith 1939.
 *
 * @param rows per member a rank for every item, ties as mean ranks
 * @param random see `kendallsW`
 * @throws RangeError when rows differ in length
 * @example kendallsWOfRanks([[1, 2, 3], [1, 2, 3]]).estimate // 1
 */
export function kendallsWOfRanks(rows: readonly (readonly number[])[], random?: Random): KendallsW {
  const members = rows.length;
  const items = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== items)) throw new RangeError('Every member ranks the same items');
  const ties = rows.reduce((sum, row) => sum + tieTerm(row), 0);
  const squares = squaredDistances(rows);
  const degreesOfFreedom = Math.max(0, items - 1);
  const counts = { base: members, leftOut: 0, items, ties, squares, degreesOfFreedom };
  const most = members ** 2 * items * (items ** 2 - 1);
  const denominator = most - members * ties;
  if (members < 2 || !(denominator > SAME_SCORE)) {
    const none = { estimate: null, uncorrected: null, meanSpearman: null, chiSquare: null, p: null };
    return { ...counts, ...none, permutation: null, reading: null };
  }
  const estimate = (12 * squares) / denominator;
  const chiSquare = members * (items - 1) * estimate;
  return {
    ...counts,
    estimate,
    uncorrected: (12 * squares) / most,
    meanSpearman: meanSpearman(rows),
    chiSquare,
    p: chiSquareUpperTail(chiSquare, items - 1),
    permutation: permutationTest(rows, random),
    reading: readAgreement(estimate),
  };
}

/**
 * The word for a W.
 *
 * @param w between 0 and 1
 * @example readAgreement(0.62) // 'moderate'
 */
export function readAgreement(w: number): AgreementReading {
  const reached = w + SAME_SCORE;
  if (reached >= 0.9) return 'unusuallyStrong';
  if (reached >= 0.7) return 'strong';
  if (reached >= 0.5) return 'moderate';
  if (reached >= 0.3) return 'weak';
  return reached >= 0.1 ? 'veryWeak' : 'none';
}

/** How far the sums of ranks lie from their mean, squared and added up. */
function squaredDistances(rows: readonly (readonly number[])[]): number {
  const items = rows[0]?.length ?? 0;
  const mean = (rows.length * (items + 1)) / 2;
  let total = 0;
  for (let item = 0; item < items; item += 1) {
    total += (rows.reduce((sum, row) => sum + (row[item] ?? 0), 0) - mean) ** 2;
  }
  return total;
}

/** With each row centred and of length 1 a correlation is a product, and all products together the squared sum of rows. */
function meanSpearman(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0;
  const sum = new Float64Array(items);
  let counted = 0;
  for (const row of rows) {
    const centre = (items + 1) / 2;
    const length = Math.sqrt(row.reduce((total, rank) => total + (rank - centre) ** 2, 0));
    if (!(length > SAME_SCORE)) continue;
    counted += 1;
    for (let item = 0; item < items; item += 1) {
      sum[item] = (sum[item] ?? 0) + ((row[item] ?? centre) - centre) / length;
    }
  }
  if (counted < 2) return null;
  const squared = sum.reduce((total, part) => total + part ** 2, 0);
  return (squared - counted) / (counted * (counted - 1));
}

/** Sum of t^3 - t over the groups of equal ranks in one row. */
function tieTerm(row: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of row) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}
