import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../../analysis/statistics/fisher-exact.ts';

describe("Fisher's exact test", () => {
  it('is that of R', () => {
    expect(
      fisherExact([
        [4, 0],
        [2, 5],
      ]),
    ).toBeCloseTo(0.0606060606060606, 12);
    expect(
      fisherExact([
        [278, 66],
        [55, 33],
      ]),
    ).toBeCloseTo(0.0005581306274082, 12);
  });

  it('is 1 where the table is the likeliest one', () => {
    expect(
      fisherExact([
        [2, 2],
        [2, 2],
      ]),
    ).toBeCloseTo(1, 12);
  });

  it('does not exist with an empty row or column, and refuses other tables', () => {
    expect(
      fisherExact([
        [0, 0],
        [1, 2],
      ]),
    ).toBeNull();
    expect(() =>
      fisherExact([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      fisherExact([
        [1.5, 2],
        [1, 2],
      ]),
    ).toThrow(RangeError);
  });
});
