import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../analysis/statistics/pair-counts.ts';
import { pairedDifference } from '../../../analysis/statistics/paired-difference.ts';

describe('a paired difference', () => {
  // R: t.test(c(7,6,7,5,6,4,7), c(4,5,3,5,4,3,6), paired = TRUE)
  it('has the t-test of R', () => {
    const paired = pairedDifference(countPairs([4, 5, 3, 5, 4, 3, 6, 2], [7, 6, 7, 5, 6, 4, 7, null]));
    expect(paired).toMatchObject({
      base: 7,
      excluded: 1,
      secondMean: 6,
      degreesOfFreedom: 6,
      improved: 6,
      same: 1,
    });
    expect(paired?.t).toBeCloseTo(3.286335345030997, 12);
    expect(paired?.p).toBeCloseTo(0.016689984315831463, 12);
    expect(paired?.worse).toBe(0);
  });

  it('does not exist without a pair', () => {
    expect(pairedDifference(countPairs([1, null], [null, 2]))).toBeNull();
  });

  it('of one pair has a difference and no test', () => {
    expect(pairedDifference(countPairs([1], [3]))).toMatchObject({
      estimate: 2,
      standardDeviation: null,
      interval: null,
      t: null,
      p: null,
      effect: null,
    });
  });

  it('of the same change for everybody has no t, and of no change no tests at all', () => {
    expect(pairedDifference(countPairs([1, 2], [2, 3]))).toMatchObject({ t: null, p: null, effect: null });
    expect(pairedDifference(countPairs([1, 2], [1, 2]))).toMatchObject({
      signedRank: null,
      signTestP: null,
      same: 2,
    });
  });
});
