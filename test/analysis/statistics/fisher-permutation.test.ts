import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../../analysis/statistics/fisher-exact.ts';
import { fisherPermutation } from '../../../analysis/statistics/fisher-permutation.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';

describe("Fisher's test by random tables", () => {
  it('says what the exact test says, within what chance allows', () => {
    const table = [
      [4, 0],
      [2, 5],
    ];
    const p = fisherPermutation(table, seededRandom(7), 40_000)?.p ?? Number.NaN;
    // 0.0606 with a standard error of 0.0012.
    expect(Math.abs(p - (fisherExact(table) ?? 0))).toBeLessThan(0.006);
  });

  it('comes near the exact p of a larger table', () => {
    const smokeByExercise = [
      [7, 1, 3],
      [87, 18, 84],
      [12, 3, 4],
      [9, 1, 7],
    ];
    // R: fisher.test(table(MASS::survey$Smoke, MASS::survey$Exer))$p.value
    const p = fisherPermutation(smokeByExercise, seededRandom(1))?.p ?? Number.NaN;
    expect(Math.abs(p - 0.413845448607987)).toBeLessThan(0.025);
  });

  it('is redone with the same numbers, and never 0', () => {
    const table = [
      [30, 0, 0],
      [0, 30, 0],
      [0, 0, 30],
    ];
    const once = fisherPermutation(table, seededRandom(3));
    expect(once).toEqual({ p: 1 / 10_000, tables: 9_999 });
    expect(fisherPermutation(table, seededRandom(3))).toEqual(once);
  });

  it('leaves empty rows and columns out, and needs two of each', () => {
    const random = seededRandom(5);
    expect(fisherPermutation([[3, 0, 4]], random)).toBeNull();
    const some = [
      [3, 1, 0],
      [0, 0, 0],
      [1, 3, 0],
    ];
    const kept = [
      [3, 1],
      [1, 3],
    ];
    expect(fisherPermutation(some, seededRandom(2))).toEqual(fisherPermutation(kept, seededRandom(2)));
  });

  it('draws tables of a hundred thousand answers as easily', () => {
    const large = [
      [60_000, 30_000, 2],
      [6_000, 3_000, 5],
    ];
    const p = fisherPermutation(large, seededRandom(11), 999)?.p ?? Number.NaN;
    expect(p).toBeLessThan(0.01);
  });

  it('refuses weights', () => {
    expect(() => fisherPermutation([[1.5, 2]], seededRandom(1))).toThrow(RangeError);
  });
});
