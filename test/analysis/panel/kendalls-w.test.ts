import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallsW, kendallsWOfRanks, readAgreement } from '../../../analysis/panel/kendalls-w.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { anyBallots, ballot, items } from './ballots.ts';

describe("Kendall's W", () => {
  it('is 1 for the same order and 0 for opposite ones', () => {
    expect(kendallsW(['A > B > C > D', 'A > B > C > D'].map(ballot), items).estimate).toBe(1);
    expect(kendallsW(['A > B > C > D', 'D > C > B > A'].map(ballot), items).estimate).toBe(0);
  });

  it('does not exist with one member, with none, or when nobody prefers anything', () => {
    expect(kendallsW([ballot('A > B')], items)).toMatchObject({
      estimate: null,
      p: null,
      permutation: null,
      reading: null,
    });
    expect(kendallsW([], items)).toMatchObject({ base: 0, estimate: null });
    expect(kendallsW(['A = B = C = D', 'A = B = C = D'].map(ballot), items).estimate).toBeNull();
    expect(kendallsW(['A', 'A'].map(ballot), ['A']).estimate).toBeNull();
  });

  it('leaves ballots with "no opinion" out and counts them', () => {
    const ballots = ['A > B > C > D', 'A > B > D > C', 'D > C > B / A'].map(ballot);
    expect(kendallsW(ballots, items)).toMatchObject({ base: 2, leftOut: 1, items: 4 });
    expect(kendallsW(ballots, items).estimate).toBe(kendallsW(ballots.slice(0, 2), items).estimate);
  });

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const { estimate } = kendallsW(ballots, items);
        if (estimate === null) return;
        expect(estimate).toBeGreaterThanOrEqual(-1e-12);
        expect(estimate).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it('reads as words after Schmidt', () => {
    expect([0.05, 0.1, 0.3, 0.5, 0.62, 0.7, 0.9, 1].map(readAgreement)).toEqual([
      'none',
      'veryWeak',
      'weak',
      'moderate',
      'moderate',
      'strong',
      'unusuallyStrong',
      'unusuallyStrong',
    ]);
  });

  it('asks a random source for a permutation p only when there are too many tables', () => {
    const ranks = Array.from({ length: 5 }, () => [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(kendallsWOfRanks(ranks).permutation).toBeNull();
    expect(kendallsWOfRanks(ranks, seededRandom(1)).permutation).toEqual({
      p: 1 / 10_000,
      exact: false,
      tables: 9_999,
    });
  });

  it('refuses members who rank a different number of items', () => {
    expect(() => kendallsWOfRanks([[1, 2], [1]])).toThrow(RangeError);
  });
});
