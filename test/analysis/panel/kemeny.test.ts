import { describe, expect, it } from 'vitest';
import { kemeny } from '../../../analysis/panel/kemeny.ts';
import { pairwise } from '../../../analysis/panel/pairwise.ts';
import { ballot } from './ballots.ts';

const three = ['A', 'B', 'C'];
const letters = (count: number) => Array.from({ length: count }, (_, index) => `N${index + 1}`);

describe("Kemeny's orders", () => {
  it('are all three turns of an even circle', () => {
    const circle = ['A > B > C', 'B > C > A', 'C > A > B'].map(ballot);
    expect(kemeny(pairwise(circle, three))).toEqual({
      kind: 'orders',
      distance: 4,
      optimalCount: 3,
      optimal: [
        ['A', 'B', 'C'],
        ['B', 'C', 'A'],
        ['C', 'A', 'B'],
      ],
      closest: ['A', 'B', 'C'],
      places: three.map(() => ({ best: 1, worst: 3 })),
    });
  });

  it('give the one closest to the mean places when several are equally good', () => {
    // A and C are even, B is last; Borda's count has C before A.
    const ballots = ['A > C > B', 'C > B > A', 'A > C = B', 'C > A = B'].map(ballot);
    expect(kemeny(pairwise(ballots, three))).toEqual({
      kind: 'orders',
      distance: 3,
      optimalCount: 2,
      optimal: [
        ['A', 'C', 'B'],
        ['C', 'A', 'B'],
      ],
      closest: ['C', 'A', 'B'],
      places: [
        { best: 1, worst: 2 },
        { best: 3, worst: 3 },
        { best: 1, worst: 2 },
      ],
    });
  });

  it('are counted beyond those that are listed', () => {
    const result = kemeny(pairwise([{ tiers: [], noOpinion: [] }], letters(8)));
    // Nobody says anything: every order of eight fits.
    expect(result).toMatchObject({ kind: 'orders', distance: 0, optimalCount: 40_320 });
    if (result?.kind !== 'orders') throw new Error('few items');
    expect(result.optimal).toHaveLength(1_000);
    expect(result.closest).toEqual(letters(8));
  });

  it('are found for twenty items and refused beyond, with the reason', () => {
    const order = (items: readonly string[]) => [{ tiers: items.map((item) => [item]), noOpinion: [] }];
    const twenty = letters(20);
    expect(kemeny(pairwise(order([...twenty].reverse()), twenty))).toMatchObject({
      distance: 0,
      optimalCount: 1,
      closest: [...twenty].reverse(),
    });
    expect(kemeny(pairwise(order(letters(21)), letters(21)))).toEqual({
      kind: 'refused',
      reason: 'tooManyItems',
      items: 21,
      most: 20,
    });
  });

  it('do not exist without ballots, and are plain for one item or none', () => {
    expect(kemeny(pairwise([], three))).toBeNull();
    expect(kemeny(pairwise([ballot('A')], ['A']))).toMatchObject({ distance: 0, optimal: [['A']] });
    expect(kemeny(pairwise([ballot('A')], []))).toMatchObject({ optimalCount: 1, optimal: [[]] });
  });
});
