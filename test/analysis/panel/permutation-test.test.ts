import { describe, expect, it } from 'vitest';
import { permutationTest } from '../../../analysis/panel/permutation-test.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';

describe('the permutation test of agreement', () => {
  it('counts every table when there are few', () => {
    expect(
      permutationTest([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toEqual({ p: 1 / 6, exact: true, tables: 6 });
    expect(
      permutationTest([
        [1, 2, 3],
        [3, 2, 1],
      ])?.p,
    ).toBe(1);
  });

  it('comes near the exact p with shuffles', () => {
    // Five members, four items: 24^4 = 331,776 tables, too many to count within the limit.
    const ranks = [
      [1, 2, 3, 4],
      [2, 1, 3, 4],
      [1, 2, 4, 3],
      [1, 3, 2, 4],
      [4, 3, 2, 1],
    ];
    const first = permutationTest(ranks, seededRandom(3));
    const second = permutationTest(ranks, seededRandom(4));
    expect(first?.exact).toBe(false);
    expect(Math.abs((first?.p ?? 0) - (second?.p ?? 1))).toBeLessThan(0.03);
    expect(permutationTest(ranks, seededRandom(3))).toEqual(first);
  });
});
