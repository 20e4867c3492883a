import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Margin, type RakedWeights, rake } from '../../../analysis/statistics/raking.ts';

function weightsOf(margins: readonly Margin[], options = {}): RakedWeights {
  const raked = rake(margins, options);
  if (raked.kind !== 'weights') throw new Error(`no weights: ${raked.kind}`);
  return raked;
}

describe('raking', () => {
  it('with one margin is post-stratification', () => {
    const { weights, rounds, ratio } = weightsOf([{ categories: [0, 0, 1], targets: [4, 6] }]);
    expect([...weights]).toEqual([2, 2, 6]);
    expect([rounds, ratio]).toEqual([1, 3]);
  });

  it('of weights of one to their own totals changes nothing', () => {
    const raked = weightsOf([
      { categories: [0, 0, 1, 1], targets: [2, 2] },
      { categories: [0, 1, 0, 1], targets: [2, 2] },
    ]);
    expect([...raked.weights]).toEqual([1, 1, 1, 1]);
    expect(raked.designEffect).toBe(1);
    expect(raked.warnings.filter(({ kind }) => kind !== 'fewUnits')).toEqual([]);
  });

  it('gives a unit with an unknown category no weight, and counts it', () => {
    const { weights, unplaced } = weightsOf([{ categories: [0, -1, 1], targets: [5, 5] }]);
    expect([...weights]).toEqual([5, 0, 5]);
    expect(unplaced).toBe(1);
  });

  it('refuses with a reason', () => {
    const known = { categories: [0, 1], targets: [5, 5] };
    expect(rake([known, { categories: [0, 0], targets: [9, 1] }])).toEqual({
      kind: 'emptyCategory',
      margin: 1,
      category: 1,
    });
    expect(rake([{ categories: [0, 1], targets: [10, 0] }])).toEqual({
      kind: 'unknownToPopulation',
      margin: 0,
      category: 1,
    });
    expect(rake([known, { categories: [0, 1], targets: [5, 6] }])).toEqual({
      kind: 'totalsDiffer',
      margin: 1,
    });
    // The two margins are one and the same here, so that no weights fit both.
    expect(rake([known, { categories: [0, 1], targets: [4, 6] }])).toMatchObject({ kind: 'notConverged' });
  });

  it('cuts what is far over the median, and still meets the targets', () => {
    const categories = [0, ...Array.from({ length: 20 }, (_, unit) => 1 + (unit % 2))];
    const sizes = Array.from({ length: 21 }, (_, unit) => (unit >> 1) % 2);
    const margins = [
      { categories, targets: [60, 70, 70] },
      { categories: sizes, targets: [110, 90] },
    ];
    const whole = weightsOf(margins);
    const cut = weightsOf(margins, { trimAtMedians: 5 });
    expect(whole.trimmed).toBe(0);
    expect(cut.trimmed).toBe(1);
    expect(cut.largestResidual).toBeLessThan(1e-9);
    expect(cut.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(200, 9);
    expect(whole.warnings.map(({ kind }) => kind)).toEqual(['designEffect', 'ratio', 'fewUnits']);
  });

  it('refuses margins of other units, and weights of 0', () => {
    const margin = { categories: [0, 1], targets: [1, 1] };
    expect(() => rake([])).toThrow(RangeError);
    expect(() => rake([margin, { categories: [0], targets: [2] }])).toThrow(RangeError);
    expect(() => rake([margin], { start: [1, 0] })).toThrow(RangeError);
    expect(() => rake([{ categories: [2, 0], targets: [1, 1] }])).toThrow(RangeError);
  });

  it('meets every target, and does not mind the order of the units', () => {
    const unit = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 }));
    // Every joint cell has a unit, so that weights exist.
    const all = [0, 1, 2].flatMap((one) => [0, 1].map((other): [number, number] => [one, other]));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (some) => {
        const units = [...all, ...some];
        const raked = (list: typeof units) =>
          weightsOf([
            { categories: list.map(([one]) => one), targets: [50, 30, 20] },
            { categories: list.map(([, other]) => other), targets: [45, 55] },
          ]).weights;
        const weights = raked(units);
        const weight = (place: 0 | 1, category: number) =>
          units.reduce((sum, of, index) => sum + (of[place] === category ? (weights[index] ?? 0) : 0), 0);
        expect([weight(0, 0), weight(0, 1), weight(0, 2)]).toEqual(
          [50, 30, 20].map((target) => expect.closeTo(target, 8)),
        );
        expect(weight(1, 1)).toBeCloseTo(55, 8);
        const reversed = [...raked([...units].reverse())].reverse();
        expect(reversed).toEqual([...weights].map((one) => expect.closeTo(one, 8)));
      }),
    );
  });
});
