import { describe, expect, it } from 'vitest';
import { countValues, sortedCounts } from '../../../analysis/statistics/value-counts.ts';

describe('counts per value', () => {
  it('come lowest value first', () => {
    expect(countValues([10, 2, 10])).toEqual([
      { value: 2, count: 1 },
      { value: 10, count: 2 },
    ]);
  });

  it('leave out values nobody gave', () => {
    expect(sortedCounts([{ value: 1, count: 0 }])).toEqual([]);
  });

  it('refuse negative counts and values that are no number', () => {
    expect(() => sortedCounts([{ value: 1, count: -1 }])).toThrow(RangeError);
    expect(() => countValues([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });
});
