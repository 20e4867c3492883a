import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cramersV } from '../../../analysis/statistics/cramers-v.ts';

describe("Cramer's V", () => {
  it('is 1 when the row decides the column and 0 when it says nothing', () => {
    expect(
      cramersV([
        [20, 0],
        [0, 30],
      ])?.estimate,
    ).toBeCloseTo(1, 12);
    expect(
      cramersV([
        [10, 20],
        [20, 40],
      ]),
    ).toEqual({ base: 90, estimate: 0, corrected: 0 });
  });

  it('lies between 0 and 1 and does not care which way the table lies', () => {
    const counts = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(counts, (table) => {
        const found = cramersV(table);
        if (found === null) return;
        const turned = [0, 1, 2].map((column) => table.map((row) => row[column] ?? 0));
        expect(found.estimate).toBeLessThanOrEqual(1 + 1e-9);
        expect(Number.isFinite(found.corrected)).toBe(true);
        expect(cramersV(turned)?.estimate).toBeCloseTo(found.estimate, 9);
      }),
    );
  });

  it('does not exist for one column', () => {
    expect(
      cramersV([
        [4, 0],
        [6, 0],
      ]),
    ).toBeNull();
  });
});
