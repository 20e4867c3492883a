import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leikD } from '../../../analysis/statistics/leik-d.ts';

describe("Leik's D", () => {
  it('is 0 when everybody agrees and 1 when half stand at each end', () => {
    expect(leikD([0, 9, 0, 0])).toBe(0);
    expect(leikD([4, 0, 0, 4])).toBe(1);
  });

  it('does not exist without answers or with one point', () => {
    expect(leikD([0, 0, 0])).toBeNull();
    expect(leikD([])).toBeNull();
    expect(leikD([5])).toBeNull();
  });

  it('lies between 0 and 1 and does not care which end is first', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(counts, (scale) => {
        const d = leikD(scale);
        if (d === null) return;
        expect(d).toBeGreaterThanOrEqual(0);
        expect(d).toBeLessThanOrEqual(1 + 1e-12);
        expect(leikD([...scale].reverse())).toBeCloseTo(d, 12);
      }),
    );
  });

  it('refuses negative counts', () => {
    expect(() => leikD([1, -1])).toThrow(RangeError);
  });
});
