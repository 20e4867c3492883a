/** Would random orders agree as much as these members do? Counted exactly when that is possible. */
import { SAME_SCORE } from '../statistics/competition-rank.ts';
import type { Random } from '../statistics/seeded-random.ts';

export interface PermutationTest {
  readonly p: number;
  /** True when every possible table was looked at, false for random shuffles. */
  readonly exact: boolean;
  /** How many tables were compared. */
  readonly tables: number;
}

const MOST_TABLES = 250_000;
const SHUFFLES = 9_999;

/**
 * Permutation test of agreement: the share of tables, with each member's ranks in any order, whose rank sums
 * lie at least as far apart. One member is held fixed, which changes nothing. Beyond 250,000 tables it takes
 * 9,999 shuffles and p = (as extreme + 1) / (shuffles + 1).
 *
 * @param rows per member a rank for every item; at least one row
 * @param random needed only for shuffles
 * @returns null when there are too many tables and no random source
 * @example permutationTest([[1, 2, 3], [1, 2, 3]])?.p // 1 in 6 tables: 0.1666...
 */
export function permutationTest(
  rows: readonly (readonly number[])[],
  random?: Random,
): PermutationTest | null {
  const [fixed = [], ...others] = rows;
  const observed = spread(rows.reduce((sums, row) => plus(sums, row), zeros(fixed.length)));
  const tables = factorial(fixed.length) ** others.length;
  if (tables <= MOST_TABLES) {
    const extreme = countExtreme(fixed, others, observed);
    return { p: extreme / tables, exact: true, tables };
  }
  if (random === undefined) return null;
  let extreme = 0;
  for (let round = 0; round < SHUFFLES; round += 1) {
    const sums = others.reduce<readonly number[]>((sum, row) => plus(sum, shuffled(row, random)), fixed);
    if (spread(sums) >= observed - SAME_SCORE) extreme += 1;
  }
  return { p: (extreme + 1) / (SHUFFLES + 1), exact: false, tables: SHUFFLES };
}

function countExtreme(
  fixed: readonly number[],
  others: readonly (readonly number[])[],
  observed: number,
): number {
  const [row, ...rest] = others;
  if (row === undefined) return spread(fixed) >= observed - SAME_SCORE ? 1 : 0;
  return permutations(row).reduce((sum, order) => sum + countExtreme(plus(fixed, order), rest, observed), 0);
}

/** W rises with this and with nothing else, since a member's ties move along with the ranks. */
function spread(sums: readonly number[]): number {
  return sums.reduce((total, sum) => total + sum ** 2, 0);
}

function plus(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, index) => value + (b[index] ?? 0));
}

function zeros(length: number): readonly number[] {
  return Array.from({ length }, () => 0);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function permutations(row: readonly number[]): readonly (readonly number[])[] {
  if (row.length < 2) return [row];
  return row.flatMap((first, index) =>
    permutations(row.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

/** Fisher and Yates. */
function shuffled(row: readonly number[], random: Random): readonly number[] {
  const order = [...row];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
