import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from '../../../analysis/statistics/adjusted-p-values.ts';

const found = [0.01, 0.04, 0.03, 0.005, 0.55, 0.2];

describe('p-values of many comparisons', () => {
  it('are raised as R does', () => {
    // R: p.adjust(c(.01, .04, .03, .005, .55, .2), "BH") and "holm"
    expect(benjaminiHochberg(found)).toEqual(
      [0.03, 0.06, 0.06, 0.03, 0.55, 0.24].map((p) => expect.closeTo(p, 12)),
    );
    expect(holm(found)).toEqual([0.05, 0.12, 0.12, 0.03, 0.55, 0.4].map((p) => expect.closeTo(p, 12)));
  });

  it('leave out what was not tested', () => {
    expect(benjaminiHochberg([null, 0.01, 0.04])).toEqual([null, 0.02, 0.04]);
    expect(holm([0.01, null, 0.04])).toEqual([0.02, null, 0.04]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it('refuse what is no p-value', () => {
    expect(() => holm([1.2])).toThrow(RangeError);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });

  it('never fall, never pass 1, keep their order, and Holm is the stricter', () => {
    const list = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }));
    fc.assert(
      fc.property(list, (p) => {
        const [discovery, strict] = [benjaminiHochberg(p), holm(p)];
        for (const [place, value] of p.entries()) {
          if (value === null) continue;
          expect(discovery[place]).toBeGreaterThanOrEqual(value);
          expect(strict[place]).toBeGreaterThanOrEqual((discovery[place] ?? 0) - 1e-12);
          expect(strict[place]).toBeLessThanOrEqual(1);
        }
        expect(benjaminiHochberg([...p].reverse())).toEqual([...discovery].reverse());
      }),
    );
  });
});
