// Complementary suppression in a table whose row and column totals are known: groups by answers.

/**
 * Which cells of a table must be hidden so that neither a row's nor a column's total gives one back: every cell of
 * 1 to `minimum` - 1 and every cell of a refused row; then, row by row and column by column, the smallest other
 * cells until wherever something is hidden at least two cells are, together holding at least `minimum`. A zero is
 * hidden only where nothing else is left to hide.
 * Source: Hundepool et al. 2012, greedy form; METHODS A11.
 *
 * @param rows whole counts, one row per group, all of the same length
 * @param refused rows of which nothing is shown
 * @param minimum smallest count that may be shown, 5 when left out
 * @returns per row the places of its hidden cells
 * @example suppressTable([[20, 3], [30, 40]], [false, false]) // every cell: one small one needs its row and column
 */
export function suppressTable(
  rows: readonly (readonly number[])[],
  refused: readonly boolean[],
  minimum = 5,
): readonly ReadonlySet<number>[] {
  const hidden = rows.map(
    (row, group) =>
      new Set(
        row.flatMap((count, place) => (count > 0 && (refused[group] || count < minimum) ? [place] : [])),
      ),
  );
  const width = rows[0]?.length ?? 0;
  const lines: readonly (readonly Cell[])[] = [
    ...rows.map((row, group) => row.map((_, place) => ({ group, place }))),
    ...Array.from({ length: width }, (_, place) => rows.map((_, group) => ({ group, place }))),
  ];
  const count = ({ group, place }: Cell) => rows[group]?.[place] ?? 0;
  const isHidden = ({ group, place }: Cell) => hidden[group]?.has(place) ?? false;
  let added = true;
  while (added) {
    added = false;
    for (const line of lines) {
      const own = line.filter(isHidden);
      const sum = own.reduce((total, cell) => total + count(cell), 0);
      if (own.length === 0 || (own.length > 1 && sum >= minimum)) continue;
      const next = smallest(
        line.filter((cell) => !isHidden(cell)),
        count,
        own.length > 1,
      );
      if (!next) continue;
      hidden[next.group]?.add(next.place);
      added = true;
    }
  }
  return hidden;
}

interface Cell {
  readonly group: number;
  readonly place: number;
}

/** The smallest cell that is not zero; a zero only as a second cell, where nothing else is left. */
function smallest(cells: readonly Cell[], count: (cell: Cell) => number, notZero: boolean): Cell | undefined {
  const sorted = [...cells].sort((one, other) => count(one) - count(other));
  return sorted.find((cell) => count(cell) > 0) ?? (notZero ? undefined : sorted[0]);
}
