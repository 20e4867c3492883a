import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, summarise, summariseCounts } from '../../../analysis/statistics/summary.ts';

describe('a summary', () => {
  // scipy: stats.t.interval(.95, 4, mean(x), sem(x)); in R t.test(x)$conf.int
  it('has the mean, spread, interval and quartiles of the textbook', () => {
    const summary = summarise([4, 2, 7, 4, 5]);
    expect(summary).toMatchObject({
      base: 5,
      mean: 4.4,
      minimum: 2,
      lowerQuartile: 4,
      median: 4,
      upperQuartile: 5,
    });
    expect(summary?.standardDeviation).toBeCloseTo(1.816590212458495, 12);
    expect(summary?.standardError).toBeCloseTo(0.812403840463596, 12);
    expect(summary?.interval?.lower).toBeCloseTo(2.1444053337009628, 12);
    expect(summary?.interval?.upper).toBeCloseTo(6.655594666299038, 12);
    expect(summary?.modes).toEqual([4]);
    expect(summary?.maximum).toBe(7);
  });

  it('is the same from counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), (values) => {
        const counts = [5, 4, 3, 2, 1, 0].map((value) => ({
          value,
          count: values.filter((other) => other === value).length,
        }));
        expect(summariseCounts(counts)).toEqual(summarise(values));
      }),
    );
  });

  it('does not exist without answers', () => {
    expect(summarise([])).toBeNull();
    expect(summariseCounts([{ value: 1, count: 0 }])).toBeNull();
  });

  it('of one answer has no spread', () => {
    expect(summarise([3])).toMatchObject({ base: 1, mean: 3, standardDeviation: null, interval: null });
  });

  it('of equal answers has a spread of 0', () => {
    expect(summarise([3, 3])).toMatchObject({ standardDeviation: 0, interval: { lower: 3, upper: 3 } });
  });

  it('names every mode', () => {
    expect(summarise([1, 1, 4, 4, 2])?.modes).toEqual([1, 4]);
  });

  it('gives the t interval of a mean', () => {
    // R: qt(.975, 10)
    expect(meanInterval(0, 1, 10).upper).toBeCloseTo(2.228138851986274, 11);
  });
});
