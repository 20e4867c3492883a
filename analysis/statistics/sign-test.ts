/** The exact sign test, which is also McNemar's exact test on those who changed sides. */
import { betaTails } from './special-functions.ts';

/**
 * Two-sided p-value of the sign test: are ups and downs equally likely?
 * As R: `binom.test(up, up + down)$p.value`. With persons who said yes only the first time and only
 * the second time this is McNemar's exact test.
 *
 * @param up whole number of changes one way
 * @param down whole number of changes the other way
 * @returns between 0 and 1; 1 when nobody changed
 * @throws RangeError when a count is negative or not whole
 * @example signTest(4, 12) // 0.0768...
 */
export function signTest(up: number, down: number): number {
  if (!Number.isInteger(up) || !Number.isInteger(down) || up < 0 || down < 0) {
    throw new RangeError(`Counts are whole and not negative, got ${up} and ${down}`);
  }
  if (up === down) return 1;
  const few = Math.min(up, down);
  const many = Math.max(up, down);
  // P(at most `few` of n) for even odds is the beta tail I_1/2(n - few, few + 1).
  return Math.min(1, 2 * betaTails(0.5, 0.5, many, few + 1).lower);
}
