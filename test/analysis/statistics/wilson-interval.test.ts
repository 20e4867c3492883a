import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../analysis/statistics/wilson-interval.ts';

const counted = fc
  .integer({ min: 1, max: 500 })
  .chain((base) => fc.record({ base: fc.constant(base), count: fc.integer({ min: 0, max: base }) }));

describe('the Wilson interval', () => {
  // R: prop.test(33, 108, correct = FALSE)$conf.int
  it('is the score interval of R', () => {
    const interval = wilsonInterval(33, 108);
    expect(interval?.lower).toBeCloseTo(0.22660233791018655, 12);
    expect(interval?.upper).toBeCloseTo(0.39786607976903, 12);
  });

  it('does not exist without answers', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('holds the share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(counted, ({ count, base }) => {
        const { lower, upper } = wilsonInterval(count, base) ?? { lower: Number.NaN, upper: Number.NaN };
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(count / base);
        expect(upper).toBeGreaterThanOrEqual(count / base);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('widens as the base falls', () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 2, max: 9 }), ({ count, base }, times) => {
        expect(width(wilsonInterval(count, base))).toBeGreaterThan(
          width(wilsonInterval(count * times, base * times)),
        );
      }),
    );
  });

  it('mirrors when the question is turned around', () => {
    fc.assert(
      fc.property(counted, ({ count, base }) => {
        const yes = wilsonInterval(count, base);
        const no = wilsonInterval(base - count, base);
        expect(yes?.lower).toBeCloseTo(1 - (no?.upper ?? 0), 12);
      }),
    );
  });

  it('with a population is plain Wilson at a base of n / nu', () => {
    const correction = (304 - 85) / 303;
    expect(wilsonInterval(35, 85, { population: 304 })?.lower).toBeCloseTo(
      wilsonInterval(35, 85, { effectiveBase: 85 / correction })?.lower ?? Number.NaN,
      14,
    );
  });

  it('has no width when everybody answered', () => {
    expect(wilsonInterval(10, 20, { population: 20 })).toEqual({ lower: 0.5, upper: 0.5 });
    expect(wilsonInterval(1, 1, { population: 1 })).toEqual({ lower: 1, upper: 1 });
  });

  it('corrects for the units that were sampled, which need not be the base', () => {
    const ofPersons = wilsonInterval(54, 108, { population: 304, sampled: 85 });
    expect(width(ofPersons)).toBeLessThan(width(wilsonInterval(54, 108)));
  });

  it('is wider at a smaller effective base and at a higher confidence', () => {
    expect(width(wilsonInterval(33, 108, { effectiveBase: 80 }))).toBeGreaterThan(
      width(wilsonInterval(33, 108)),
    );
    expect(width(wilsonInterval(33, 108, { confidence: 0.99 }))).toBeGreaterThan(
      width(wilsonInterval(33, 108)),
    );
  });

  it('refuses counts, bases and populations that cannot be', () => {
    expect(() => wilsonInterval(5, 4)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 4)).toThrow(RangeError);
    expect(() => wilsonInterval(1, Number.NaN)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 4, { population: 3 })).toThrow(RangeError);
    expect(() => wilsonInterval(1, 4, { effectiveBase: 0 })).toThrow(RangeError);
  });
});

function width(interval: { readonly lower: number; readonly upper: number } | null): number {
  return interval === null ? Number.NaN : interval.upper - interval.lower;
}
