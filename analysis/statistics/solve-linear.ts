/** Small systems of linear equations. */

/**
 * Solves A X = B by elimination with row exchange.
 *
 * @param matrix A, square
 * @param rightSides B, as many rows as A
 * @returns X in the shape of B, or null when A has no inverse
 * @example solveLinear([[2, 0], [0, 4]], [[2], [2]]) // [[1], [0.5]]
 */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  rightSides: readonly (readonly number[])[],
): readonly (readonly number[])[] | null {
  const size = matrix.length;
  const rows = matrix.map((row, place) => [...row, ...(rightSides[place] ?? [])]);
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.reduce(
      (best, row, place) =>
        place >= column && magnitude(row, column) > magnitude(rows[best], column) ? place : best,
      column,
    );
    const chosen = rows[pivot];
    if (chosen === undefined || magnitude(chosen, column) <= 1e-14 * scale) return null;
    [rows[pivot], rows[column]] = [rows[column] ?? [], chosen];
    for (const [place, row] of rows.entries()) {
      if (place === column) continue;
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1);
      for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (chosen[at] ?? 0);
    }
  }
  return rows.map((row, place) => row.slice(size).map((value) => value / (row[place] ?? 1)));
}

function magnitude(row: readonly number[] | undefined, column: number): number {
  return Math.abs(row?.[column] ?? 0);
}
