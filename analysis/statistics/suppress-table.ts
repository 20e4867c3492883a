// Complementary suppression in a table whose row and column totals are known: groups by answers.

/**
 * Which cells of a table must be hidden so that neither a row's nor a column's total gives one back: every cell of
 * 1 to `minimum` - 1 and every cell of a refused row; then, row by row and column by column, the smallest other
 * cells until wherever something is hidden at least two cells are, together holding at least `minimum`. A zero is
 * hidden only where nothing else is left to hide.
 * Source: Hundepool et al. 2012, greedy form; docs/rules.md, Subtraction.
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
  const hide = (cell: Cell | undefined) => {
    if (cell) hidden[cell.group]?.add(cell.place);
    return cell !== undefined;
  };
  const visible = (cells: readonly Cell[]) => cells.filter((cell) => !isHidden(cell));
  for (let added = true; added; ) {
    added = false;
    for (const line of lines) {
      const own = line.filter(isHidden);
      const sum = own.reduce((total, cell) => total + count(cell), 0);
      if (own.length === 0 || (own.length > 1 && sum >= minimum)) continue;
      added = hide(smallest(visible(line), count, own.length > 1)) || added;
    }
    if (added) continue;
    // A single row has no other rows to subtract.
    const given = rows.length > 1 ? determinedCell(hidden, width) : undefined;
    const around = given ? lines.filter((line) => line.some((cell) => same(cell, given))).flat() : [];
    added = hide(smallest(visible(around), count, false));
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

function same(one: Cell, other: Cell): boolean {
  return one.group === other.group && one.place === other.place;
}

/**
 * A hidden cell that the totals give back although its row and column hide others too: seen as a graph of rows and
 * columns joined by hidden cells, one whose row and column are joined by nothing else (a bridge).
 */
function determinedCell(hidden: readonly ReadonlySet<number>[], width: number): Cell | undefined {
  const cells = hidden.flatMap((places, group) => [...places].map((place) => ({ group, place })));
  return cells.find((cell) => {
    const others = cells.filter((other) => !same(other, cell));
    const reached = new Set([cell.group]);
    // Columns are numbered after the rows.
    const column = ({ place }: Cell) => hidden.length + place;
    for (let step = 0; step < hidden.length + width; step += 1) {
      for (const other of others) {
        if (reached.has(other.group)) reached.add(column(other));
        else if (reached.has(column(other))) reached.add(other.group);
      }
    }
    return !reached.has(column(cell));
  });
}
