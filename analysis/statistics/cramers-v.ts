/** Cramer's V: how strongly the rows and columns of a cross-table go together, whatever the number of answers. */
import { chiSquare } from './chi-square.ts';

export interface CramersV {
  readonly base: number;
  /** 0 (nothing to do with each other) to 1; from the chi-square without continuity correction. */
  readonly estimate: number;
  /** Bergsma's correction, since V of a small table is too high by chance alone; this one is shown. */
  readonly corrected: number;
}

/**
 * Cramer's V, sqrt(chi-square / (n (min(r, c) - 1))), and its bias-corrected form.
 * Source: Cramer 1946; Bergsma 2013, J. Korean Stat. Soc. 42.
 *
 * @param counts rows of equal length; rows and columns without answers are left out
 * @returns null with fewer than two rows or columns left
 * @throws RangeError when rows differ in length or a count is negative
 * @example cramersV([[12, 8, 5], [6, 14, 10], [3, 9, 21]])?.corrected // 0.2884...
 */
export function cramersV(counts: readonly (readonly number[])[]): CramersV | null {
  const test = chiSquare(counts);
  if (test === null) return null;
  const { base, rows, columns, estimate } = test;
  // The corrections divide by base - 1; a table of two rows has at least two answers.
  const phi = Math.max(0, estimate / base - ((rows - 1) * (columns - 1)) / (base - 1));
  const shrunk = (size: number) => size - (size - 1) ** 2 / (base - 1);
  const smallest = Math.min(shrunk(rows), shrunk(columns)) - 1;
  return {
    base,
    estimate: Math.sqrt(estimate / (base * (Math.min(rows, columns) - 1))),
    corrected: phi === 0 || smallest <= 0 ? 0 : Math.sqrt(phi / smallest),
  };
}
