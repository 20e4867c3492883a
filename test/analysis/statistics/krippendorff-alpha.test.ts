import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlphaMetric, krippendorffAlpha } from '../../../analysis/statistics/krippendorff-alpha.ts';

const metrics: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const value = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
const coders = fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 4 });

describe("Krippendorff's alpha", () => {
  // Krippendorff 2011 prints .743, .815, .849 and .797 for these four coders and twelve units.
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('is as published, %s', (metric, published) => {
    const data = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];
    expect(krippendorffAlpha(data, metric).estimate).toBeCloseTo(published, 3);
  });

  it('does not depend on who is which coder or in which order units come', () => {
    fc.assert(
      fc.property(coders, fc.constantFrom(...metrics), (data, metric) => {
        const { estimate } = krippendorffAlpha(data, metric);
        const turned = krippendorffAlpha(
          [...data].reverse().map((row) => [...row].reverse()),
          metric,
        ).estimate;
        if (estimate === null) expect(turned).toBeNull();
        else expect(turned).toBeCloseTo(estimate, 9);
        expect(estimate ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 when all agree, null when there is nothing to agree on', () => {
    for (const metric of metrics) {
      expect(
        krippendorffAlpha(
          [
            [1, 2, 3],
            [1, 2, 3],
          ],
          metric,
        ),
      ).toEqual({
        units: 3,
        values: 6,
        estimate: 1,
        reading: 'firm',
      });
    }
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
      ).estimate,
    ).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
    ).toMatchObject({ units: 0, estimate: null });
    expect(krippendorffAlpha([], 'nominal')).toMatchObject({ units: 0, values: 0, reading: null });
  });

  it('reads as firm, tentative or low', () => {
    const reading = (first: readonly number[], second: readonly number[]) =>
      krippendorffAlpha([first, second], 'nominal').reading;
    // One of ten apart: alpha 0.81; two: 0.63. One of eight: 0.76.
    expect(reading([1, 1, 1, 1, 1, 2, 2, 2, 2, 2], [1, 1, 1, 1, 1, 2, 2, 2, 2, 1])).toBe('firm');
    expect(reading([1, 1, 1, 1, 2, 2, 2, 2], [1, 1, 1, 1, 2, 2, 2, 1])).toBe('tentative');
    expect(reading([1, 1, 1, 1, 1, 2, 2, 2, 2, 2], [1, 1, 1, 1, 2, 2, 2, 2, 2, 1])).toBe('low');
  });

  it('refuses coders of different length and a ratio scale below nothing', () => {
    expect(() => krippendorffAlpha([[1], [1, 2]], 'nominal')).toThrow(RangeError);
    expect(() =>
      krippendorffAlpha(
        [
          [-1, 1],
          [1, 1],
        ],
        'ratio',
      ),
    ).toThrow(RangeError);
  });
});
