/** Complementary suppression in a two-way table whose row and column totals are published: the cheapest set of extra cells. */

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}
export interface CellRange {
  readonly lowest: number;
  readonly highest: number;
}
export type Counts = readonly (readonly number[])[];

/** Tables up to this size are solved to the optimum, with up to so many extra cells; larger ones greedily. */
const EXHAUSTIVE = { size: 6, extra: 4 };

/**
 * Which cells to hide: those of 1 to `minimum` - 1, and the extra cells with the least total such that every small
 * cell could be anything from 0 to `minimum` at least, given the totals and the cells that are shown.
 * Exhaustive up to 6 x 6 with up to four extra cells; else greedy: each row and column with one hidden cell, and then
 * each small cell that is still not safe, gets its smallest partners, and what turns out not to be needed is shown again.
 * Source: Hundepool et al. 2012, Statistical Disclosure Control, chapter 4.
 *
 * @param counts rows of whole counts, all of the same length
 * @param minimum smallest count that may be shown, 5 when left out
 * @param mayHide cells that may be chosen as extra; all when left out
 * @param needsDoubt small cells for which it is enough that they are not known exactly; none when left out
 * @returns the hidden cells, row by row. With everything hidden that may be, a small cell may still be known
 * @example suppressTwoWay([[20, 3, 11], [9, 14, 25], [30, 8, 17]]) // (0,1) with (0,2), (2,1) and (2,2)
 */
export function suppressTwoWay(
  counts: Counts,
  minimum = 5,
  mayHide: (cell: CellPlace) => boolean = () => true,
  needsDoubt: (cell: CellPlace) => boolean = () => false,
): readonly CellPlace[] {
  const cells = counts.flatMap((line, row) => line.map((count, column) => ({ row, column, count })));
  const small = cells.filter(({ count }) => count > 0 && count < minimum);
  if (small.length === 0) return [];
  const others = cells
    .filter((cell) => !small.includes(cell) && mayHide(cell))
    .sort((one, other) => one.count - other.count);
  const width = counts[0]?.length ?? 0;
  const safe = (extra: readonly CellPlace[]) => isSafe(counts, small, extra, minimum, needsDoubt);
  // An extra cell is a partner in one row and one column at most.
  const partners = Math.ceil(alone(small, small).length / 2);
  const fits = counts.length <= EXHAUSTIVE.size && width <= EXHAUSTIVE.size && partners <= EXHAUSTIVE.extra;
  const extra = (fits ? cheapest(others, safe) : null) ?? greedy(small, others, safe);
  return [...small, ...extra]
    .map(({ row, column }) => ({ row, column }))
    .sort((one, other) => one.row - other.row || one.column - other.column);
}

interface Counted extends CellPlace {
  readonly count: number;
}

function isSafe(
  counts: Counts,
  small: readonly CellPlace[],
  extra: readonly CellPlace[],
  minimum: number,
  needsDoubt: (cell: CellPlace) => boolean,
): boolean {
  const hidden = [...small, ...extra];
  if (alone(small, hidden).length > 0) return false;
  return small.every((cell) => {
    const { lowest, highest } = feasibleRange(counts, hidden, cell);
    return needsDoubt(cell) ? lowest < highest : lowest === 0 && highest >= minimum;
  });
}

/** The rows and columns in which a small cell is the only one hidden. */
function alone(small: readonly CellPlace[], hidden: readonly CellPlace[]): readonly string[] {
  const lines = (['row', 'column'] as const).flatMap((side) =>
    small
      .filter((cell) => hidden.filter((other) => other[side] === cell[side]).length < 2)
      .map((cell) => `${side} ${cell[side]}`),
  );
  return [...new Set(lines)];
}

/** The set of at most four cells with the least total, the first found on a tie; null when none is safe. */
function cheapest(
  others: readonly Counted[],
  safe: (extra: readonly CellPlace[]) => boolean,
): readonly Counted[] | null {
  let best: readonly Counted[] | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  const search = (chosen: readonly Counted[], from: number, total: number): void => {
    if (total < lowest && safe(chosen)) [best, lowest] = [chosen, total];
    if (chosen.length === EXHAUSTIVE.extra) return;
    for (let next = from; next < others.length; next += 1) {
      const cell = others[next] as Counted;
      // Cells come smallest first: from here on every set costs as much at least.
      if (total + cell.count >= lowest) return;
      search([...chosen, cell], next + 1, total + cell.count);
    }
  };
  search([], 0, 0);
  return best;
}

function greedy(
  small: readonly CellPlace[],
  others: readonly Counted[],
  safe: (extra: readonly CellPlace[]) => boolean,
): readonly Counted[] {
  const extra: Counted[] = [];
  while (!safe(extra) && extra.length < others.length) {
    const hidden = [...small, ...extra];
    const left = others.filter((cell) => !extra.includes(cell));
    const inLine = (cell: CellPlace, side: 'row' | 'column') =>
      hidden.filter((other) => other[side] === cell[side]).length;
    const lonely = left.find((cell) =>
      (['row', 'column'] as const).some((side) => inLine(cell, side) === 1 && cell.count > 0),
    );
    const near = left.find((cell) =>
      hidden.some(({ row, column }) => row === cell.row || column === cell.column),
    );
    const next = lonely ?? near ?? left[0];
    if (!next) break;
    extra.push(next);
  }
  return needed(extra, safe);
}

/** The extra cells without those, largest first, that nothing rests on. */
function needed(
  extra: readonly Counted[],
  safe: (extra: readonly CellPlace[]) => boolean,
): readonly Counted[] {
  if (!safe(extra)) return extra;
  return extra
    .toSorted((one, other) => other.count - one.count)
    .reduce((kept, cell) => {
      const without = kept.filter((other) => other !== cell);
      return safe(without) ? without : kept;
    }, extra);
}

/**
 * What somebody who knows the totals and the cells that are shown can say of a hidden cell: its lowest and highest
 * count. By the largest flow that can be moved through the other hidden cells.
 *
 * @example feasibleRange([[20, 3], [9, 14]], [{ row: 0, column: 0 }, { row: 0, column: 1 }], { row: 0, column: 1 }) // 3 to 3
 */
export function feasibleRange(counts: Counts, hidden: readonly CellPlace[], cell: CellPlace): CellRange {
  const value = counts[cell.row]?.[cell.column] ?? 0;
  const others = hidden.filter(({ row, column }) => row !== cell.row || column !== cell.column);
  const more = moved(counts, others, cell, Number.POSITIVE_INFINITY, 'up');
  const less = moved(counts, others, cell, value, 'down');
  return { lowest: value - less, highest: value + more };
}

/** The hidden cells that are known exactly all the same. */
export function derivableCells(counts: Counts, hidden: readonly CellPlace[]): readonly CellPlace[] {
  return hidden.filter((cell) => {
    const { lowest, highest } = feasibleRange(counts, hidden, cell);
    return lowest === highest;
  });
}

/**
 * How far a cell can go up or down: each step alternates between a hidden cell that gives (as much as it has) and one
 * that takes (any amount), from the cell's column to its row or back.
 */
function moved(
  counts: Counts,
  others: readonly CellPlace[],
  cell: CellPlace,
  limit: number,
  way: 'up' | 'down',
): number {
  const left = others.map(({ row, column }) => counts[row]?.[column] ?? 0);
  const rows = counts.length;
  const start = way === 'up' ? rows + cell.column : cell.row;
  const end = way === 'up' ? cell.row : rows + cell.column;
  let total = 0;
  for (;;) {
    const path = shortestPath(others, left, rows, start, end);
    if (!path) return total;
    const gives = path.filter(({ sign }) => sign < 0).map(({ index }) => left[index] as number);
    const step = Math.min(limit - total, ...gives);
    // Without a giver the path can carry anything.
    if (!Number.isFinite(step)) return Number.POSITIVE_INFINITY;
    if (step <= 0) return total;
    for (const { index, sign } of path) left[index] = (left[index] as number) + sign * step;
    total += step;
  }
}

interface Step {
  readonly index: number;
  readonly sign: 1 | -1;
}

/** From a column to a row a cell gives, from a row to a column it takes. */
function shortestPath(
  cells: readonly CellPlace[],
  left: readonly number[],
  rows: number,
  start: number,
  end: number,
): readonly Step[] | null {
  const cameBy = new Map<number, { readonly from: number; readonly step: Step } | null>([[start, null]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined && !cameBy.has(end); node = queue.shift()) {
    for (const [index, { row, column }] of cells.entries()) {
      const takes = node === row;
      const gives = node === rows + column && (left[index] as number) > 0;
      const next = takes ? rows + column : row;
      if ((!takes && !gives) || cameBy.has(next)) continue;
      cameBy.set(next, { from: node, step: { index, sign: takes ? 1 : -1 } });
      queue.push(next);
    }
  }
  if (!cameBy.has(end)) return null;
  const path: Step[] = [];
  for (let at = cameBy.get(end); at; at = cameBy.get(at.from)) path.unshift(at.step);
  return path;
}
