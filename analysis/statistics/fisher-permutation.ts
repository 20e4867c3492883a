/** Fisher's exact test beyond two by two, by drawing random tables with the same totals. */
import { crossTable } from './cross-table.ts';
import type { Random } from './seeded-random.ts';
import { logGamma } from './special-functions.ts';

export interface FisherPermutation {
  readonly p: number;
  /** Random tables that were drawn. */
  readonly tables: number;
}

/**
 * Permutation form of the test of Fisher, Freeman and Halton: p = (b + 1) / (B + 1), where b of B random tables
 * with the same totals are at most as likely as the one found (relative tolerance 1e-7).
 * As R: `fisher.test(table, simulate.p.value = TRUE, B = 9999)`. Tables are drawn cell by cell (Patefield 1981,
 * algorithm AS 159), so that the cost hardly grows with the number of answers.
 * Source: Freeman & Halton 1951, Biometrika 38.
 *
 * @param counts rows of whole counts; rows and columns without answers are left out
 * @param random the same source gives the same p
 * @param tables how many to draw, 9,999 when left out
 * @returns null with fewer than two rows or columns left
 * @throws RangeError when rows differ in length or a count is negative or not whole
 * @example fisherPermutation([[3, 0, 1], [0, 3, 1]], seededRandom(1))?.tables // 9999
 */
export function fisherPermutation(
  counts: readonly (readonly number[])[],
  random: Random,
  tables = 9_999,
): FisherPermutation | null {
  if (counts.some((row) => row.some((count) => !Number.isInteger(count)))) {
    throw new RangeError("Fisher's test takes whole counts");
  }
  const { cells, rowTotals, columnTotals, base } = crossTable(counts);
  if (cells.length < 2 || columnTotals.length < 2) return null;
  const logFactorial = Float64Array.from({ length: base + 1 }, (_, count) => logGamma(count + 1));
  // Given the totals a table is likelier the smaller the sum of its ln factorials.
  const found = cells.flat().reduce((sum, count) => sum + (logFactorial[count] ?? 0), 0);
  let asUnlikely = 0;
  const left = new Int32Array(columnTotals.length);
  for (let table = 0; table < tables; table += 1) {
    left.set(columnTotals);
    if (drawTable(rowTotals, left, base, logFactorial, random) >= found - 1e-7) asUnlikely += 1;
  }
  return { p: (asUnlikely + 1) / (tables + 1), tables };
}

/** Draws a table, taking it from `left` (what is left per column), and gives the sum of its ln factorials. */
function drawTable(
  rowTotals: readonly number[],
  left: Int32Array,
  base: number,
  logFactorial: Float64Array,
  random: Random,
): number {
  let sum = 0;
  let all = base;
  for (const total of rowTotals) {
    let row = total;
    let pool = all;
    for (let column = 0; column < left.length; column += 1) {
      const available = left[column] as number;
      const count = drawCount(row, available, pool, logFactorial, random);
      sum += logFactorial[count] as number;
      left[column] = available - count;
      row -= count;
      pool -= available;
    }
    all -= total;
  }
  return sum;
}

/**
 * How many of `row` draws from `pool` fall in a column of `available`: hypergeometric, by inversion outwards from
 * the likeliest count.
 */
function drawCount(
  row: number,
  available: number,
  pool: number,
  logFactorial: Float64Array,
  random: Random,
): number {
  const lowest = Math.max(0, row - (pool - available));
  const highest = Math.min(row, available);
  if (lowest === highest) return lowest;
  const mode = Math.min(highest, Math.max(lowest, Math.floor(((row + 1) * (available + 1)) / (pool + 2))));
  const other = pool - available - row;
  const ln = (count: number) => logFactorial[count] as number;
  const chance = Math.exp(
    ln(available) +
      ln(pool - available) +
      ln(row) +
      ln(pool - row) -
      ln(pool) -
      ln(mode) -
      ln(available - mode) -
      ln(row - mode) -
      ln(other + mode),
  );
  let draw = random() - chance;
  let [up, down, upChance, downChance] = [mode, mode, chance, chance];
  while (draw >= 0 && (up < highest || down > lowest)) {
    if (up < highest) {
      upChance *= ((available - up) * (row - up)) / ((up + 1) * (other + up + 1));
      up += 1;
      draw -= upChance;
      if (draw < 0) return up;
    }
    if (down > lowest) {
      downChance *= (down * (other + down)) / ((available - down + 1) * (row - down + 1));
      down -= 1;
      draw -= downChance;
      if (draw < 0) return down;
    }
  }
  return mode;
}
