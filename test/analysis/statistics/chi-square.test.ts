import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../../analysis/statistics/chi-square.ts';

describe('the chi-square test', () => {
  it('finds nothing where rows and columns are independent', () => {
    const test = chiSquare([
      [10, 20],
      [20, 40],
    ]);
    expect(test).toMatchObject({ estimate: 0, p: 1, degreesOfFreedom: 1, trustworthy: true });
  });

  it('keeps empty rows in the residuals, as nothing', () => {
    const test = chiSquare([
      [10, 5],
      [0, 0],
      [3, 12],
    ]);
    expect(test?.adjustedResiduals[1]).toEqual([null, null]);
    // In a two by two table every residual is the root of chi-square, with a sign.
    expect(test?.adjustedResiduals[0]?.[0]).toBeCloseTo(Math.sqrt(test?.estimate ?? 0), 12);
    expect(test?.adjustedResiduals[2]?.[0]).toBeCloseTo(-Math.sqrt(test?.estimate ?? 0), 12);
  });

  it('does not trust a table with small expected counts', () => {
    expect(
      chiSquare([
        [4, 0],
        [2, 5],
      ])?.trustworthy,
    ).toBe(false);
  });

  it('has a corrected form for two by two only', () => {
    expect(
      chiSquare([
        [4, 0],
        [2, 5],
      ])?.corrected?.estimate,
    ).toBeCloseTo(2.75327380952381, 12);
    expect(
      chiSquare([
        [4, 1, 2],
        [2, 5, 3],
      ])?.corrected,
    ).toBeNull();
  });

  it('does not exist for one row, one column or no answers', () => {
    expect(
      chiSquare([
        [4, 0],
        [6, 0],
      ]),
    ).toBeNull();
    expect(chiSquare([[4, 5]])).toBeNull();
    expect(chiSquare([])).toBeNull();
  });
});
