// Mann-Whitney and Kruskal-Wallis on counts, against scipy 1.17.1, whose asymptotic forms are those of R.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kruskalWallis } from '../../../analysis/statistics/kruskal-wallis.ts';
import { mannWhitney } from '../../../analysis/statistics/mann-whitney.ts';

const first = [3, 5, 2];
const second = [1, 2, 7];

describe('the Mann-Whitney test', () => {
  it('says what scipy says', () => {
    // scipy.stats.mannwhitneyu(a, b, method="asymptotic"), without and with continuity correction
    const test = mannWhitney([first, second]);
    expect(test?.estimate).toBe(24.5);
    expect(test?.p).toBeCloseTo(0.03767040527799655, 12);
    expect(test?.correctedP).toBeCloseTo(0.04158297400879927, 12);
    expect(test?.effect).toBeCloseTo(-0.51, 12);
  });

  it('keeps its digits over eight hundred thousand answers', () => {
    const test = mannWhitney([
      [200_000, 100_000, 50_000, 30_000, 20_000],
      [199_000, 100_500, 50_500, 30_300, 20_200],
    ]);
    // scipy: statistic 79825000000.0, p 0.004078582430705419; its kruskal gives 0.00407858242988334
    expect(test?.estimate).toBe(79_825_000_000);
    expect(Math.abs((test?.p ?? 0) / 0.004078582430705419 - 1)).toBeLessThan(1e-8);
  });

  it('has no z where everybody says the same, and nothing without a second group', () => {
    expect(
      mannWhitney([
        [4, 0],
        [3, 0],
      ]),
    ).toMatchObject({ z: null, p: null, effect: 0 });
    expect(
      mannWhitney([
        [4, 1],
        [0, 0],
      ]),
    ).toBeNull();
    expect(() => mannWhitney([[1, 2]])).toThrow(RangeError);
    expect(() => mannWhitney([[1.5], [2]])).toThrow(RangeError);
  });

  it('turns round when the groups or the scale do', () => {
    const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(group, group, (one, other) => {
        const test = mannWhitney([one, other]);
        fc.pre(test !== null);
        const swapped = mannWhitney([other, one]);
        const reversed = mannWhitney([[...one].reverse(), [...other].reverse()]);
        expect(swapped?.effect).toBeCloseTo(-(test?.effect ?? 0), 10);
        expect(reversed?.effect).toBeCloseTo(-(test?.effect ?? 0), 10);
        expect(swapped?.p ?? 1).toBeCloseTo(test?.p ?? 1, 10);
      }),
    );
  });
});

describe('the Kruskal-Wallis test', () => {
  it('says what scipy says', () => {
    // scipy.stats.kruskal(a, b, c)
    const test = kruskalWallis([first, second, [0, 4, 4]]);
    expect(test?.estimate).toBeCloseTo(5.407941176470577, 12);
    expect(test?.p).toBeCloseTo(0.06693919638769165, 12);
    expect(test).toMatchObject({ base: 28, groups: 3, degreesOfFreedom: 2 });
  });

  it('leaves empty groups out, and needs two groups that differ at all', () => {
    expect(kruskalWallis([first, [0, 0, 0], second])).toEqual(kruskalWallis([first, second]));
    expect(kruskalWallis([first, [0, 0, 0]])).toBeNull();
    expect(
      kruskalWallis([
        [3, 0],
        [4, 0],
      ]),
    ).toBeNull();
    expect(kruskalWallis([])).toBeNull();
  });

  it('of two groups is Mann-Whitney squared', () => {
    const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(group, group, (one, other) => {
        const z = mannWhitney([one, other])?.z ?? null;
        fc.pre(z !== null);
        expect(kruskalWallis([one, other])?.estimate).toBeCloseTo((z ?? 0) ** 2, 8);
      }),
    );
  });
});
