/** Fisher's exact test beyond two by two, for tables small enough to look at every table with the same totals. */
import { crossTable } from './cross-table.ts';
import { logGamma } from './special-functions.ts';

const MOST_TABLES = 200_000;

/**
 * Test of Fisher, Freeman and Halton: the chance, given all totals, of a table that is at most as likely as the one
 * found (relative tolerance 1e-7), by looking at each of them. As R: `fisher.test(table)$p.value`.
 * Source: Freeman & Halton 1951, Biometrika 38.
 *
 * @param counts rows of whole counts; rows and columns without answers are left out
 * @param mostTables at most about this many tables are looked at, 200,000 when left out
 * @returns between 0 and 1; null with fewer than two rows or columns left, or when there may be more tables
 * @throws RangeError when rows differ in length or a count is negative or not whole
 * @example fisherExactTable([[3, 0, 1], [0, 3, 1]]) // 4 of 70: 0.0571...
 */
export function fisherExactTable(
  counts: readonly (readonly number[])[],
  mostTables = MOST_TABLES,
): number | null {
  if (counts.some((row) => row.some((count) => !Number.isInteger(count)))) {
    throw new RangeError("Fisher's test takes whole counts");
  }
  const { cells, rowTotals, columnTotals, base } = crossTable(counts);
  if (cells.length < 2 || columnTotals.length < 2) return null;
  const ways = [
    { rows: rowTotals, columns: columnTotals },
    { rows: columnTotals, columns: rowTotals },
  ].sort((one, other) => lnMostTablesOf(one) - lnMostTablesOf(other));
  const [{ rows, columns } = { rows: rowTotals, columns: columnTotals }] = ways;
  // Counted in logs: of large tables the number itself is beyond any number there is.
  if (!(lnMostTablesOf({ rows, columns }) <= Math.log(mostTables))) return null;
  const logFactorial = Float64Array.from({ length: base + 1 }, (_, count) => logGamma(count + 1));
  const ln = (count: number) => logFactorial[count] ?? 0;
  const constant = [...rows, ...columns].reduce((sum, total) => sum + ln(total), -ln(base));
  // Given the totals a table is likelier the smaller the sum of its ln factorials.
  const found = cells.flat().reduce((sum, count) => sum + ln(count), 0);
  const free = [...rows].sort((one, other) => one - other).slice(0, -1);
  return Math.min(1, asUnlikely(free, [...columns], logFactorial, found - 1e-7, constant));
}

interface Totals {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** The ln of how many tables there are at most: every row but the largest dealt over the columns, the largest takes what is left. */
function lnMostTablesOf({ rows, columns }: Totals): number {
  const ways = rows.map(
    (total) => logGamma(total + columns.length) - logGamma(total + 1) - logGamma(columns.length),
  );
  return ways.reduce((sum, way) => sum + way, 0) - Math.max(...ways);
}

/** Chance of all tables whose sum of ln factorials is `least` or more. */
function asUnlikely(
  rows: readonly number[],
  left: number[],
  logFactorial: Float64Array,
  least: number,
  constant: number,
): number {
  const last = left.length - 1;
  let p = 0;
  const deal = (row: number, column: number, toDeal: number, sum: number): void => {
    const available = left[column] as number;
    if (column < last) {
      for (let count = Math.min(toDeal, available); count >= 0; count -= 1) {
        left[column] = available - count;
        deal(row, column + 1, toDeal - count, sum + (logFactorial[count] as number));
      }
      left[column] = available;
      return;
    }
    if (toDeal > available) return;
    const dealt = sum + (logFactorial[toDeal] as number);
    left[column] = available - toDeal;
    if (row + 1 < rows.length) deal(row + 1, 0, rows[row + 1] as number, dealt);
    else {
      let whole = dealt;
      for (const count of left) whole += logFactorial[count] as number;
      if (whole >= least) p += Math.exp(constant - whole);
    }
    left[column] = available;
  };
  deal(0, 0, rows[0] as number, 0);
  return p;
}
