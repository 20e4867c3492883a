import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../analysis/statistics/pair-counts.ts';
import { weightedDiscrepancy } from '../../../analysis/statistics/weighted-discrepancy.ts';

const rating = fc.integer({ min: 1, max: 5 });

describe('the weighted discrepancy', () => {
  it('has no value without a pair', () => {
    expect(weightedDiscrepancy(countPairs([], []))).toEqual({
      base: 0,
      meanImportance: null,
      meanAbility: null,
      estimate: null,
    });
  });

  it('is the mean of each gap times the mean importance, between -6.25 and 20', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { minLength: 1 }), (persons) => {
        const importance = persons.map(([first]) => first);
        const ability = persons.map(([, second]) => second);
        const mean = importance.reduce((sum, value) => sum + value, 0) / persons.length;
        const scores = persons.map(([first, second]) => (first - second) * mean);
        const estimate = weightedDiscrepancy(countPairs(importance, ability)).estimate ?? Number.NaN;
        expect(estimate).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / persons.length, 9);
        expect(estimate).toBeGreaterThanOrEqual(-6.25 - 1e-9);
        expect(estimate).toBeLessThanOrEqual(20 + 1e-9);
      }),
    );
  });
});
