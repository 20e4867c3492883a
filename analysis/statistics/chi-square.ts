/** Pearson's chi-square test of a cross-table, with the cells that stand out and a word on whether to trust it. */
import { crossTable, expectedCounts } from './cross-table.ts';
import { chiSquareUpperTail } from './distributions.ts';

export interface ChiSquare {
  readonly base: number;
  /** Rows and columns with any answers. */
  readonly rows: number;
  readonly columns: number;
  readonly estimate: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Yates' correction, of a two by two table only. */
  readonly corrected: { readonly estimate: number; readonly p: number } | null;
  readonly minimumExpected: number;
  readonly cellsExpectedUnderFive: number;
  /** Cochran's rule: no expected count under 1, at most a fifth under 5. */
  readonly trustworthy: boolean;
  /** In standard deviations, in the shape of the table that came in; null in empty rows and columns. */
  readonly adjustedResiduals: readonly (readonly (number | null)[])[];
}

/**
 * Chi-square test of independence, without continuity correction.
 * As R: `chisq.test(table, correct = FALSE)`, residuals as its `stdres`. Rule of trust: Cochran 1954.
 *
 * @param counts rows of equal length; rows and columns without answers are left out
 * @returns null with fewer than two rows or columns left
 * @throws RangeError when rows differ in length or a count is negative
 * @example chiSquare([[4, 0], [2, 5]])?.estimate // 5.238...
 */
export function chiSquare(counts: readonly (readonly number[])[]): ChiSquare | null {
  const table = crossTable(counts);
  const { cells, base, rowTotals, columnTotals } = table;
  const [rows, columns] = [cells.length, columnTotals.length];
  if (rows < 2 || columns < 2) return null;
  const expected = expectedCounts(table);
  const pairs = cells.flatMap((row, i) => row.map((count, j) => ({ count, wanted: expected[i]?.[j] ?? 0 })));
  const estimate = distance(pairs, 0);
  const degreesOfFreedom = (rows - 1) * (columns - 1);
  const minimumExpected = Math.min(...pairs.map(({ wanted }) => wanted));
  const cellsExpectedUnderFive = pairs.filter(({ wanted }) => wanted < 5).length;
  return {
    base,
    rows,
    columns,
    estimate,
    degreesOfFreedom,
    p: chiSquareUpperTail(estimate, degreesOfFreedom),
    corrected: rows === 2 && columns === 2 ? yates(pairs) : null,
    minimumExpected,
    cellsExpectedUnderFive,
    trustworthy: minimumExpected >= 1 && cellsExpectedUnderFive <= pairs.length / 5,
    adjustedResiduals: counts.map((row, i) =>
      row.map((count, j) => {
        const [r, c] = [table.rows.indexOf(i), table.columns.indexOf(j)];
        if (r < 0 || c < 0) return null;
        const wanted = expected[r]?.[c] ?? 0;
        const left = (1 - (rowTotals[r] ?? 0) / base) * (1 - (columnTotals[c] ?? 0) / base);
        return (count - wanted) / Math.sqrt(wanted * left);
      }),
    ),
  };
}

interface Cell {
  readonly count: number;
  readonly wanted: number;
}

function distance(cells: readonly Cell[], correction: number): number {
  return cells.reduce(
    (sum, { count, wanted }) => sum + (Math.abs(count - wanted) - correction) ** 2 / wanted,
    0,
  );
}

/** The correction is never more than the smallest difference, as in R. */
function yates(cells: readonly Cell[]): { readonly estimate: number; readonly p: number } {
  const smallest = Math.min(...cells.map(({ count, wanted }) => Math.abs(count - wanted)));
  const estimate = distance(cells, Math.min(0.5, smallest));
  return { estimate, p: chiSquareUpperTail(estimate, 1) };
}
