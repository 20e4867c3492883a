import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantileOfCounts } from '../../../analysis/statistics/quantile.ts';
import { countValues } from '../../../analysis/statistics/value-counts.ts';

describe('quantiles of type 7', () => {
  // numpy.quantile, which is R's quantile(x, probs, type = 7)
  it.each([
    [0, 1],
    [0.1, 1.4],
    [0.25, 2],
    [0.5, 3],
    [0.75, 4],
    [1, 10],
  ])('at %d is that of R', (probability, wanted) => {
    expect(quantile([10, 1, 3, 2, 4], probability)).toBeCloseTo(wanted, 14);
  });

  it('do not exist without values', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantileOfCounts([{ value: 3, count: 0 }], 0.5)).toBeNull();
  });

  it('are the same from values and from counts, and lie between the ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, probability) => {
          const found = quantile(values, probability) ?? Number.NaN;
          expect(quantileOfCounts(countValues(values), probability)).toBe(found);
          expect(found).toBeGreaterThanOrEqual(Math.min(...values));
          expect(found).toBeLessThanOrEqual(Math.max(...values));
        },
      ),
    );
  });

  it('refuse a probability outside 0 to 1', () => {
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError);
  });
});
