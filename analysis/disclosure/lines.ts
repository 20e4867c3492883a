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

/** Every line of a table as the places of its cells: over answers, over the first background, over the second. */
export function linesOf(size: number, { answers, width }: TableShape): readonly (readonly number[])[] {
  const steps = [
    { step: 1, length: answers },
    { step: answers * width, length: size / (answers * width) },
    ...(width > 1 ? [{ step: answers, length: width }] : []),
  ];
  return steps.flatMap(({ step, length }) => {
    const starts = [...Array(size).keys()].filter((cell) => Math.floor(cell / step) % length === 0);
    return starts.map((start) => Array.from({ length }, (_, place) => start + place * step));
  });
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
  for (const line of linesOf(counts.length, shape)) {
    const total = line.reduce((sum, cell) => sum + (counts[cell] as number), 0);
    for (const cell of line) {
      const count = counts[cell] as number;
      if (count > 0 && (isSmall(count) || isSmall(total - count))) small[cell] = 1;
    }
  }
  return [...small.keys()].filter(
    (cell) =>
      (counts[cell] as number) > 0 &&
      (small[cell] === 1 || fewLibraries[Math.floor(cell / shape.answers)] === 1),
  );
}

/** Hides the smallest others of every line until wherever something is hidden at least two cells are, of five people at least. */
export function hideLines({ counts, hidden }: FamilyTable, shape: TableShape): void {
  const lines = linesOf(counts.length, shape);
  for (let added = true; added; ) {
    added = false;
    for (const line of lines) {
      const own = line.filter((cell) => hidden[cell] === 1);
      const sum = own.reduce((total, cell) => total + (counts[cell] as number), 0);
      if (own.length === 0 || (own.length > 1 && sum >= minimums.cell)) continue;
      const others = line
        .filter((cell) => hidden[cell] === 0)
        .sort((one, other) => (counts[one] as number) - (counts[other] as number));
      // A zero is hidden only as a second cell, where nothing else is left.
      const next =
        others.find((cell) => (counts[cell] as number) > 0) ?? (own.length > 1 ? undefined : others[0]);
      if (next === undefined) continue;
      hidden[next] = 1;
      added = true;
    }
  }
}
