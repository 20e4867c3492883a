// Lines of a family table: the cells that add up to something known. Which cells are too small to show, and which others a
// line must hide so that its total does not give one back (docs/rules.md, Subtraction, one row at a time).
import type { FamilyTable } from './exchange.ts';
import { minimums } from './minimums.ts';

/** How a table is laid out: groups of the first background, each with `width` groups of the second, each with its answers. */
export interface TableShape {
  readonly answers: number;
  /** Groups of the second background with its rest; 1 without a second. */
  readonly width: number;
}

/** Whether this many people are some, but too few to be shown. */
export function isSmall(count: number): boolean {
  return count > 0 && count < minimums.cell;
}

/** A line of a table: so many cells from the first on, each a step further. */
interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

/** Every line of a table: over answers, over the first background, over the second. */
function linesOf(size: number, { answers, width }: TableShape): readonly Line[] {
  const steps = [
    { step: 1, length: answers },
    { step: answers * width, length: size / (answers * width) },
    ...(width > 1 ? [{ step: answers, length: width }] : []),
  ];
  const lines: Line[] = [];
  for (const { step, length } of steps) {
    for (let block = 0; block < size; block += step * length)
      for (let start = block; start < block + step; start += 1) lines.push({ start, step, length });
  }
  return lines;
}

/**
 * The cells with 1 to 4 people, those that leave 1 to 4 others in a line, and those with anybody in a group of too few
 * libraries: rising, so that the same table always hides the same cells.
 */
export function smallCells(
  counts: Int32Array,
  shape: TableShape,
  fewLibraries: Uint8Array,
): readonly number[] {
  const small = new Uint8Array(counts.length);
  for (const { start, step, length } of linesOf(counts.length, shape)) {
    const end = start + length * step;
    let total = 0;
    for (let cell = start; cell < end; cell += step) total += counts[cell] as number;
    for (let cell = start; cell < end; cell += step) {
      const count = counts[cell] as number;
      if (count > 0 && (isSmall(count) || isSmall(total - count))) small[cell] = 1;
    }
  }
  const found: number[] = [];
  for (let cell = 0; cell < counts.length; cell += 1) {
    if (counts[cell] === 0) continue;
    if (small[cell] === 1 || fewLibraries[Math.floor(cell / shape.answers)] === 1) found.push(cell);
  }
  return found;
}

/** Hides the smallest others of every line until wherever something is hidden at least two cells are, of five people at least. */
export function hideLines(table: FamilyTable, shape: TableShape): void {
  const lines = linesOf(table.counts.length, shape);
  for (let added = true; added; ) {
    added = false;
    for (const line of lines) {
      const next = nextToHide(table, line);
      if (next === null) continue;
      table.hidden[next] = 1;
      added = true;
    }
  }
}

/** The smallest cell with people that a line must hide as well, the first on a tie; null where it hides enough or nothing. */
function nextToHide({ counts, hidden }: FamilyTable, { start, step, length }: Line): number | null {
  const end = start + length * step;
  let [own, sum] = [0, 0];
  let [smallest, zero]: [number | null, number | null] = [null, null];
  for (let cell = start; cell < end; cell += step) {
    const count = counts[cell] as number;
    if (hidden[cell] === 1) {
      own += 1;
      sum += count;
    } else if (count === 0) zero ??= cell;
    else if (smallest === null || count < (counts[smallest] as number)) smallest = cell;
  }
  if (own === 0 || (own > 1 && sum >= minimums.cell)) return null;
  // A zero is hidden only as a second cell, where nothing else is left.
  return smallest ?? (own > 1 ? null : zero);
}
