import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../analysis/statistics/pair-counts.ts';

describe('paired ratings', () => {
  it('are counted per combination, without those who lack one', () => {
    expect(countPairs([5, 5, null, 2, 1], [3, 3, 4, null, 1])).toEqual({
      pairs: [
        { first: 5, second: 3, count: 2 },
        { first: 1, second: 1, count: 1 },
      ],
      base: 3,
      excluded: 2,
    });
  });

  it('come from columns of equal length holding numbers', () => {
    expect(() => countPairs([1, 2], [1])).toThrow(RangeError);
    expect(() => countPairs([Number.NaN], [1])).toThrow(RangeError);
  });
});
