import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ballot, places } from '../../../analysis/panel/ballot.ts';
import { pairwise } from '../../../analysis/panel/pairwise.ts';
import { ballot } from './ballots.ts';

describe('every item against every other', () => {
  it('counts members who put the one first, and those who compare both', () => {
    const { before, compared } = pairwise(
      [ballot('A > B > C'), ballot('B = C > A'), ballot('A / C')],
      ['A', 'B', 'C'],
    );
    expect(before).toEqual([
      [0, 2, 1],
      [1, 0, 1],
      [1, 0, 0],
    ]);
    expect(compared).toEqual([
      [0, 3, 2],
      [3, 0, 2],
      [2, 2, 0],
    ]);
  });

  it('is empty without ballots', () => {
    expect(pairwise([], ['A', 'B']).compared).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('is what counting one pair after another gives, over more items than a word has bits and more ballots than a block', () => {
    const items = Array.from({ length: 70 }, (_, index) => `N${index}`);
    const anyBallot = fc
      .tuple(
        fc.shuffledSubarray(items),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 70, maxLength: 70 }),
        fc.boolean(),
      )
      .map(([ranked, sizes, silent]): Ballot => {
        const tiers: string[][] = [];
        for (let at = 0, tier = 0; at < ranked.length; tier += 1) {
          const size = sizes[tier] ?? 1;
          tiers.push(ranked.slice(at, at + size));
          at += size;
        }
        return { tiers, noOpinion: silent ? items.filter((item) => !ranked.includes(item)) : [] };
      });
    fc.assert(
      fc.property(fc.array(anyBallot, { minLength: 0, maxLength: 37 }), (ballots) => {
        const rows = ballots.map((ballot) => places(ballot, items));
        const counted = (holds: (one: number, other: number) => boolean) =>
          items.map((_, i) =>
            items.map((_other, j) => {
              if (i === j) return 0;
              return rows.filter((row) => {
                const [one, other] = [row[i] ?? null, row[j] ?? null];
                return one !== null && other !== null && holds(one, other);
              }).length;
            }),
          );
        const { before, compared } = pairwise(ballots, items);
        expect(before).toEqual(counted((one, other) => one < other));
        expect(compared).toEqual(counted(() => true));
      }),
      { numRuns: 20 },
    );
  });
});
