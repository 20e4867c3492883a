/** A cross-table of counts without the rows and columns nobody chose, and what independence would give. */

export interface CrossTable {
  /** Counts of the rows and columns that have any. */
  readonly cells: readonly (readonly number[])[];
  /** Their positions in the table that came in. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly base: number;
}

/**
 * Leaves empty rows and columns out of a table and adds its totals.
 *
 * @throws RangeError when rows differ in length or a count is negative
 * @example crossTable([[10, 0], [0, 0], [3, 0]]).rows // [0, 2]
 */
export function crossTable(counts: readonly (readonly number[])[]): CrossTable {
  const width = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== width || row.some((count) => !(count >= 0)))) {
    throw new RangeError('A cross-table has rows of equal length with counts of 0 or more');
  }
  const all = Array.from({ length: width }, (_, column) => sum(counts.map((row) => row[column] ?? 0)));
  const columns = [...all.keys()].filter((column) => (all[column] ?? 0) > 0);
  const rows = [...counts.keys()].filter((row) => sum(counts[row] ?? []) > 0);
  const cells = rows.map((row) => columns.map((column) => counts[row]?.[column] ?? 0));
  const rowTotals = cells.map(sum);
  return {
    cells,
    rows,
    columns,
    rowTotals,
    columnTotals: columns.map((column) => all[column] ?? 0),
    base: sum(rowTotals),
  };
}

/**
 * Counts to expect if rows and columns had nothing to do with each other, in the shape of `cells`.
 *
 * @example expectedCounts(crossTable([[1, 1], [1, 1]])) // [[1, 1], [1, 1]]
 */
export function expectedCounts(table: CrossTable): readonly (readonly number[])[] {
  return table.rowTotals.map((row) => table.columnTotals.map((column) => (row * column) / table.base));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
