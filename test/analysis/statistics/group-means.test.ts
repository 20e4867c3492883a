// Against scipy 1.17.1; R's numbers on real surveys are in test/conformance.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeans } from '../../../analysis/statistics/group-means.ts';
import { countValues, type ValueCount } from '../../../analysis/statistics/value-counts.ts';

const counted = (...counts: readonly number[]): readonly ValueCount[] =>
  counts.map((count, place) => ({ value: place + 1, count }));
const [first, second, third] = [counted(3, 5, 2), counted(1, 2, 7), counted(0, 4, 4)];

describe('means of groups', () => {
  it('compare as scipy does', () => {
    // ttest_ind(a, b, equal_var=False); f_oneway(a, b, c) and with equal_var=False
    const difference = compareMeans([first, second])?.difference;
    expect(difference?.t).toBeCloseTo(-2.1775985589338935, 12);
    expect(difference?.p).toBeCloseTo(0.0430224012340266, 12);
    expect(difference?.degreesOfFreedom).toBeCloseTo(17.948120820843897, 11);
    expect(difference?.interval.lower).toBeCloseTo(-1.37549190118026, 11);
    expect(difference?.interval.upper).toBeCloseTo(-0.024508098819740365, 11);
    const three = compareMeans([first, second, third]);
    expect(three?.classic?.estimate).toBeCloseTo(3.1052465233881157, 12);
    expect(three?.classic?.p).toBeCloseTo(0.062444219259529386, 12);
    expect(three?.welch?.estimate).toBeCloseTo(2.697672757742173, 12);
    expect(three?.welch?.p).toBeCloseTo(0.09663737171566264, 12);
    expect(three?.difference).toBeNull();
  });

  it('say nothing of a spread that is not there', () => {
    expect(compareMeans([first])).toBeNull();
    expect(compareMeans([first, []])).toBeNull();
    expect(compareMeans([countValues([2]), countValues([3])])).toMatchObject({
      welch: null,
      classic: null,
      difference: null,
      effect: 1,
    });
    expect(compareMeans([countValues([2, 2]), countValues([2, 2])])).toMatchObject({ effect: null });
  });

  it('of two groups give t squared for F, whatever their order', () => {
    const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const means = compareMeans([countValues(one), countValues(other)]);
        fc.pre(means?.welch != null && means.difference !== null);
        expect(means?.welch?.estimate).toBeCloseTo((means?.difference?.t ?? 0) ** 2, 6);
        expect(compareMeans([countValues(other), countValues(one)])?.difference?.effect).toBeCloseTo(
          -(means?.difference?.effect ?? 0),
          9,
        );
      }),
    );
  });
});
