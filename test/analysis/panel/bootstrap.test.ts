import { describe, expect, it } from 'vitest';
import { bootstrapOrder } from '../../../analysis/panel/bootstrap.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { ballot, items } from './ballots.ts';

const five = ['A > B > C > D', 'A > B > C > D', 'B > A > C > D', 'A > C > D > B', 'D > B > A > C'].map(
  ballot,
);

describe('redrawing the panel', () => {
  it('counts all n^n draws up to nine members', () => {
    const result = bootstrapOrder(five, items);
    expect(result).toMatchObject({ exact: true, draws: 5 ** 5 });
    expect(bootstrapOrder([...five, ...five.slice(0, 4)], items)?.draws).toBe(9 ** 9);
  });

  it('gives chances that add up to 1, and mirrored chances of standing above', () => {
    const result = bootstrapOrder(five, items);
    for (const line of result?.lines ?? []) {
      expect(line.placeChances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    }
    expect((result?.above[0]?.[1] ?? 0) + (result?.above[1]?.[0] ?? 0)).toBeCloseTo(1, 12);
  });

  it('brackets neighbours that are about equal', () => {
    // Of the neighbours A-B (0.81), B-C (0.88) and C-D (0.74) only the last pair is under 0.80.
    expect(bootstrapOrder(five, items)?.aboutEqual).toMatchObject([{ upper: 'C', lower: 'D' }]);
  });

  it('is certain when everybody agrees', () => {
    const result = bootstrapOrder(['A > B', 'A > B', 'A > B'].map(ballot), ['A', 'B']);
    expect(result?.lines.map((line) => line.interval)).toEqual([
      { lower: 1, upper: 1 },
      { lower: 2, upper: 2 },
    ]);
    expect(result?.aboutEqual).toEqual([]);
  });

  it('redraws with a seed beyond nine members, near the exact chances', () => {
    const ten = [...five, ...five];
    const drawn = bootstrapOrder(ten, items, { random: seededRandom(5) });
    expect(drawn).toMatchObject({ exact: false, draws: 4_000 });
    expect(bootstrapOrder(ten, items, { random: seededRandom(5) })).toEqual(drawn);
    // More members, the same opinions: A is at least as surely above B as with five (0.81).
    expect(drawn?.above[0]?.[1]).toBeGreaterThan(0.8);
    expect(() => bootstrapOrder(ten, items)).toThrow(RangeError);
  });

  it('leaves an item nobody compares without interval', () => {
    const result = bootstrapOrder(['A > B / C', 'A > B / C'].map(ballot), ['A', 'B', 'C']);
    expect(result?.lines[2]).toEqual({ item: 'C', placeChances: [0, 0, 0], interval: null });
  });

  it('does not exist without ballots', () => {
    expect(bootstrapOrder([], items)).toBeNull();
  });
});
