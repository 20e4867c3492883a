import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../analysis/statistics/pair-counts.ts';
import { rankedDiscrepancy } from '../../../analysis/statistics/ranked-discrepancy.ts';

describe('the ranked discrepancy', () => {
  it('counts who is below, level and above, and scores from -100 to 100', () => {
    const { base, below, equal, above, estimate } = rankedDiscrepancy(countPairs([5, 4, 3, 2], [3, 4, 2, 5]));
    expect([base, below.count, equal.count, above.count, estimate]).toEqual([4, 2, 1, 1, -25]);
  });

  it('is 0 when everybody is level', () => {
    expect(rankedDiscrepancy(countPairs([3, 4], [3, 4])).estimate).toBe(0);
  });

  it('has no score without a pair', () => {
    expect(rankedDiscrepancy(countPairs([null], [1])).estimate).toBeNull();
  });

  it('sees mapped scales that differ by rounding only as level', () => {
    expect(rankedDiscrepancy(countPairs([0.1 + 0.2], [0.3])).equal.count).toBe(1);
  });
});
