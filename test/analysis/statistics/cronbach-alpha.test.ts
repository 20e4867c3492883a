// R's numbers on real scales are in test/conformance; here is what alpha must do.
import { describe, expect, it } from 'vitest';
import { cronbachAlpha } from '../../../analysis/statistics/cronbach-alpha.ts';

describe("Cronbach's alpha", () => {
  it('is 1 for items that say the same, and low for items that contradict', () => {
    const item = [1, 2, 3, 5, 4];
    expect(cronbachAlpha([item, item, item])?.estimate).toBeCloseTo(1, 12);
    expect(cronbachAlpha([item, [2, 5, 1, 3, 4]])?.estimate).toBeLessThan(0.5);
  });

  it('rests on who answered every item', () => {
    const alpha = cronbachAlpha([
      [1, 2, 3, Number.NaN, 4],
      [1, 2, 4, 5, Number.NaN],
    ]);
    expect(alpha).toMatchObject({ base: 3, answered: 5 });
    expect(alpha?.estimate).toBeCloseTo(18 / 19, 12);
    expect(alpha?.items.map(({ alphaWithout }) => alphaWithout)).toEqual([null, null]);
    expect(alpha?.items[0]?.withRest).toBeCloseTo(0.9819805060619657, 12);
  });

  it('has nothing to say of one item, one person or an item that never varies', () => {
    expect(cronbachAlpha([[1, 2, 3]])).toBeNull();
    expect(cronbachAlpha([[1], [2]])).toBeNull();
    expect(
      cronbachAlpha([
        [1, 2, 3],
        [2, 2, 2],
      ]),
    ).toBeNull();
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(RangeError);
  });
});
