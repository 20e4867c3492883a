import { describe, expect, it } from 'vitest';
import { topBox } from '../../../analysis/statistics/top-box.ts';

describe('top, middle and bottom of a scale', () => {
  it('are shares of one base', () => {
    const { base, top, middle, bottom } = topBox([10, 53, 39, 522, 283]);
    expect([base, top.count, middle.count, bottom.count]).toEqual([907, 805, 39, 63]);
    expect(top.estimate).toBeCloseTo(0.887541345093716, 12);
  });

  it('can be one point', () => {
    expect(topBox([15, 162, 60], 1).top.count).toBe(60);
  });

  it('have no estimate without answers', () => {
    expect(topBox([0, 0, 0, 0, 0]).top.estimate).toBeNull();
  });

  it('may not overlap', () => {
    expect(() => topBox([1, 2, 3], 2)).toThrow(RangeError);
    expect(() => topBox([1, 2, 3], 0)).toThrow(RangeError);
  });
});
