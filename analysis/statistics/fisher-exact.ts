/** Fisher's exact test of a two by two table, for counts too small for chi-square. */
import { logGamma } from './special-functions.ts';

/**
 * Two-sided p-value of Fisher's exact test: the chance, given all totals, of a table that is at most as likely
 * as the one found (relative tolerance 1e-7). As R: `fisher.test(table)$p.value`.
 *
 * @param counts two rows of two whole counts
 * @returns between 0 and 1, or null when a row or column is empty
 * @throws RangeError when the table is not two by two with whole counts
 * @example fisherExact([[4, 0], [2, 5]]) // 0.0606...
 */
export function fisherExact(counts: readonly (readonly number[])[]): number | null {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = counts.flat();
  const sound = counts.length === 2 && counts.every((row) => row.length === 2);
  if (!sound || [a, b, c, d].some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError("Fisher's test takes two rows of two whole counts");
  }
  const [firstRow, secondRow, firstColumn] = [a + b, c + d, a + c];
  if ([firstRow, secondRow, firstColumn, b + d].includes(0)) return null;
  const chance = (count: number) =>
    Math.exp(
      logChoose(firstRow, count) +
        logChoose(secondRow, firstColumn - count) -
        logChoose(firstRow + secondRow, firstColumn),
    );
  const found = chance(a) * (1 + 1e-7);
  const lowest = Math.max(0, firstColumn - secondRow);
  const highest = Math.min(firstRow, firstColumn);
  let p = 0;
  for (let count = lowest; count <= highest; count += 1) {
    const likely = chance(count);
    if (likely <= found) p += likely;
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
