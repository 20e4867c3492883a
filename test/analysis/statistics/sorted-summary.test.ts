import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../../analysis/statistics/quantile.ts';
import { quantileOfSorted, summariseSorted } from '../../../analysis/statistics/sorted-summary.ts';
import { summarise } from '../../../analysis/statistics/summary.ts';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
const rising = (list: readonly number[]) => Float64Array.from(list).sort();

describe('a summary of values that stand in order', () => {
  it('has the figures of the summary of counted values', () => {
    fc.assert(
      fc.property(values, (list) => {
        const [sorted, counted] = [summariseSorted(rising(list)), summarise(list)];
        for (const key of [
          'base',
          'mean',
          'minimum',
          'lowerQuartile',
          'median',
          'upperQuartile',
          'maximum',
        ] as const)
          expect(sorted?.[key]).toBeCloseTo(counted?.[key] ?? Number.NaN, 9);
        if (list.length > 1)
          expect(sorted?.standardDeviation).toBeCloseTo(counted?.standardDeviation ?? 0, 9);
        else expect(sorted?.standardDeviation).toBeNull();
      }),
    );
  });

  it('has the quantile of type 7 at any place', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, probability) => {
        expect(quantileOfSorted(rising(list), probability)).toBeCloseTo(quantile(list, probability) ?? 0, 9);
      }),
    );
  });

  it('has nothing to say of no values', () => {
    expect(summariseSorted([])).toBeNull();
    expect(() => quantileOfSorted([], 0.5)).toThrow(RangeError);
  });
});
