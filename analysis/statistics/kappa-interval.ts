/** How sure Cohen's kappa is: its large-sample interval from the table of two coders. */
import type { Interval } from './wilson-interval.ts';

const z = 1.959963984540054;

/**
 * 95 % interval of Cohen's kappa from the counts of two coders, by the delta method.
 * As R: `psych::cohen.kappa`, `vcd::Kappa`. Source: Fleiss, Cohen & Everitt 1969.
 * Where the coders agree on everything, or both used one code only, the method knows no spread: null.
 *
 * @param counts a row per code of the first coder, a column per code of the second, in the same order
 * @throws RangeError when the table is not square
 * @example kappaInterval([[20, 5], [10, 15]]) // { lower: 0.151..., upper: 0.648... }
 */
export function kappaInterval(counts: readonly (readonly number[])[]): Interval | null {
  if (counts.some((row) => row.length !== counts.length))
    throw new RangeError('Both coders use the same codes');
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  // Whole numbers decide whether they agree on everything; a spread that is 0 might just miss it.
  if (counts.reduce((sum, row, code) => sum + (row[code] ?? 0), 0) === total) return null;
  const shares = counts.map((row) => row.map((count) => count / total));
  const first = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const second = shares.map((_, code) => shares.reduce((sum, row) => sum + (row[code] ?? 0), 0));
  const both = (code: number) => shares[code]?.[code] ?? 0;
  const agreed = shares.reduce((sum, _, code) => sum + both(code), 0);
  const chance = first.reduce((sum, share, code) => sum + share * (second[code] ?? 0), 0);
  let spread = -((agreed * chance - 2 * chance + agreed) ** 2);
  for (const [row, own] of shares.entries()) {
    for (const [column, share] of own.entries()) {
      const weight =
        row === column
          ? 1 - chance - ((first[row] ?? 0) + (second[row] ?? 0)) * (1 - agreed)
          : (1 - agreed) * ((second[row] ?? 0) + (first[column] ?? 0));
      spread += share * weight ** 2;
    }
  }
  const error = Math.sqrt(Math.max(0, spread) / (total * (1 - chance) ** 4));
  const kappa = (agreed - chance) / (1 - chance);
  return { lower: Math.max(-1, kappa - z * error), upper: Math.min(1, kappa + z * error) };
}
