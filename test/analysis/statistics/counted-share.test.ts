import { describe, expect, it } from 'vitest';
import { countedShare } from '../../../analysis/statistics/counted-share.ts';

describe('a counted share', () => {
  it('says its count, base and interval', () => {
    const { count, base, estimate, interval } = countedShare(3, 4);
    expect([count, base, estimate]).toEqual([3, 4, 0.75]);
    expect(interval?.lower).toBeGreaterThan(0);
  });

  it('has no estimate without a base', () => {
    expect(countedShare(0, 0)).toEqual({ count: 0, base: 0, estimate: null, interval: null });
  });
});
