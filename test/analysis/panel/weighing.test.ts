import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestWorstScore } from '../../../analysis/panel/best-worst.ts';
import { duelScore } from '../../../analysis/panel/duel-score.ts';
import { topShare, weightLattice } from '../../../analysis/panel/weight-lattice.ts';
import { weightedSum } from '../../../analysis/panel/weighted-sum.ts';

const score = fc.integer({ min: 0, max: 100 });
const needs = fc
  .array(fc.tuple(score, score, score), { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map((criteria, index) => ({ id: `N${index + 1}`, criteria })));

describe('a weighted sum', () => {
  it('divides the weight of what a need lacks over its other criteria, and marks it', () => {
    const lines = weightedSum(
      [
        { id: 'a', criteria: [80, null, 20] },
        { id: 'b', criteria: [null, 50, null] },
        { id: 'c', criteria: [null, null, 10] },
      ],
      [2, 1, 0],
    );
    expect(lines).toEqual([
      { id: 'a', score: 80, missing: 1, place: 1 },
      { id: 'b', score: 50, missing: 1, place: 2 },
      { id: 'c', score: null, missing: 2, place: null },
    ]);
  });

  it('only looks at the proportions of the weights', () => {
    fc.assert(
      fc.property(needs, (list) => {
        const lines = weightedSum(list, [5, 3, 2]);
        for (const [index, line] of weightedSum(list, [0.5, 0.3, 0.2]).entries()) {
          expect(line.score).toBeCloseTo(lines[index]?.score ?? Number.NaN, 9);
        }
      }),
    );
  });

  it('refuses weights below nothing or all nothing, and needs with other criteria', () => {
    expect(() => weightedSum([], [-1, 2])).toThrow(RangeError);
    expect(() => weightedSum([], [0, 0])).toThrow(RangeError);
    expect(() => weightedSum([{ id: 'a', criteria: [1] }], [1, 1])).toThrow(RangeError);
  });
});

describe('the lattice of weights', () => {
  it('looks at every division in tenths and ranks as the weighted sum does', () => {
    fc.assert(
      fc.property(needs, (list) => {
        const { weightings, lines } = weightLattice(list);
        expect(weightings).toBe(66);
        const counts = list.map(() => list.map(() => 0));
        for (let a = 0; a <= 10; a += 1) {
          for (let b = 0; a + b <= 10; b += 1) {
            for (const [index, { place }] of weightedSum(list, [a, b, 10 - a - b]).entries()) {
              const row = counts[index] ?? [];
              row[(place ?? 1) - 1] = (row[(place ?? 1) - 1] ?? 0) + 1;
            }
          }
        }
        expect(
          lines.map(({ acceptability }) => acceptability.map((share) => Math.round(share * 66))),
        ).toEqual(counts);
      }),
    );
  });

  it('shares a place exactly where scores are equal, also in parts of a point', () => {
    const { lines } = weightLattice([
      { id: 'a', criteria: [33.3, 66.7] },
      { id: 'b', criteria: [66.7, 33.3] },
    ]);
    expect(lines.map(({ acceptability }) => acceptability[0])).toEqual([6 / 11, 6 / 11]);
  });

  it('leaves out the weightings under which a need has nothing', () => {
    const { lines } = weightLattice([
      { id: 'a', criteria: [90, null] },
      { id: 'b', criteria: [80, 80] },
    ]);
    expect(lines[0]?.acceptability).toEqual([10 / 11, 0]);
    expect(lines[1]?.acceptability).toEqual([1 / 11, 10 / 11]);
  });

  it('tells in what share of the weightings a need is among the first', () => {
    expect(topShare({ id: 'a', acceptability: [0.5, 0.25, 0.25] }, 2)).toBe(0.75);
  });

  it('refuses needs without or with other criteria, and more ways than can be looked at', () => {
    expect(() => weightLattice([])).toThrow(RangeError);
    expect(() => weightLattice([{ id: 'a', criteria: Array.from({ length: 20 }, () => 1) }])).toThrow(
      RangeError,
    );
  });
});

describe('small scores', () => {
  it('of best and worst lie between -1 and 1 and do not exist unseen', () => {
    expect(bestWorstScore({ best: 4, worst: 0, shown: 4 })).toBe(1);
    expect(bestWorstScore({ best: 0, worst: 4, shown: 4 })).toBe(-1);
    expect(bestWorstScore({ best: 0, worst: 0, shown: 0 })).toBeNull();
    expect(() => bestWorstScore({ best: 3, worst: 2, shown: 4 })).toThrow(RangeError);
  });

  it('of duels begin in the middle', () => {
    expect(duelScore(0, 0)).toBe(50);
    expect(() => duelScore(-1, 0)).toThrow(RangeError);
  });
});
