import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTauB } from '../../../analysis/statistics/kendall-tau-b.ts';
import { countPairs } from '../../../analysis/statistics/pair-counts.ts';

describe("Kendall's tau-b", () => {
  // R: cor(c(1,2,2,3,4,5,5), c(2,1,3,3,5,4,5), method = "kendall")
  it('is that of R with ties', () => {
    const { estimate } = kendallTauB(countPairs([1, 2, 2, 3, 4, 5, 5], [2, 1, 3, 3, 5, 4, 5]));
    expect(estimate).toBeCloseTo(0.6842105263157895, 12);
  });

  it('does not exist for a constant, for one person or for none', () => {
    expect(kendallTauB(countPairs([1, 1], [1, 2])).estimate).toBeNull();
    expect(kendallTauB(countPairs([1], [2])).estimate).toBeNull();
    expect(kendallTauB(countPairs([], [])).estimate).toBeNull();
  });

  it('is 1 with itself and turns sign with the scale', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(values, (column) => {
        const { estimate } = kendallTauB(countPairs(column, column));
        if (estimate === null) return;
        expect(estimate).toBeCloseTo(1, 12);
        const reversed = column.map((value) => -value);
        expect(kendallTauB(countPairs(column, reversed)).estimate).toBeCloseTo(-1, 12);
      }),
    );
  });
});
