import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borda } from '../../../analysis/panel/borda.ts';
import { pairwise } from '../../../analysis/panel/pairwise.ts';
import { anyBallots, ballot, items } from './ballots.ts';

describe('the Borda order', () => {
  it('is the mean place, with points and a score from 0 to 100', () => {
    const [a, b] = borda([ballot('A > B'), ballot('A > B'), ballot('B > A')], ['A', 'B']) ?? [];
    expect(a).toMatchObject({ points: 2, place: 1, comparisons: 3 });
    expect(a?.meanPlace).toBeCloseTo(4 / 3, 12);
    expect(a?.score100).toBeCloseTo(200 / 3, 12);
    expect(b?.place).toBe(2);
  });

  it('does not exist without ballots', () => {
    expect(borda([], items)).toBeNull();
  });

  it('leaves out the comparisons of a member without opinion, and has no points then', () => {
    const lines = borda([ballot('A > B > C'), ballot('C > A / B')], ['A', 'B', 'C']);
    expect(lines?.map((line) => line.points)).toEqual([null, null, null]);
    expect(lines?.map((line) => line.comparisons)).toEqual([3, 2, 3]);
    expect(lines?.[1]?.score100).toBe(50);
  });

  it('has no place for what nobody compares', () => {
    expect(borda([ballot('A > B / C')], ['A', 'B', 'C'])?.[2]).toEqual({
      item: 'C',
      points: null,
      meanPlace: null,
      score100: null,
      comparisons: 0,
      place: null,
    });
    expect(borda([ballot('A')], ['A'])?.[0]).toMatchObject({ points: 0, score100: null });
  });

  it('gives points that are wins plus half the ties', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const { before } = pairwise(ballots, items);
        const lines = borda(ballots, items) ?? [];
        for (const [i, line] of lines.entries()) {
          const wins = items.reduce((sum, _, j) => {
            if (i === j) return sum;
            const won = before[i]?.[j] ?? 0;
            return sum + won + (ballots.length - won - (before[j]?.[i] ?? 0)) / 2;
          }, 0);
          expect(line.points).toBeCloseTo(wins, 9);
          expect(line.score100).toBeCloseTo((100 * wins) / (ballots.length * 3), 9);
          expect(line.meanPlace).toBeCloseTo(4 - wins / ballots.length, 9);
        }
      }),
    );
  });

  it('follows the items when they are listed otherwise, and does not change when every ballot counts twice', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const scores = borda(ballots, items)?.map((line) => line.score100) ?? [];
        const turned = borda(ballots, [...items].reverse())?.map((line) => line.score100) ?? [];
        const twice = borda([...ballots, ...ballots], items)?.map((line) => line.score100) ?? [];
        for (const [index, score] of scores.entries()) {
          expect(turned[items.length - 1 - index]).toBeCloseTo(score ?? Number.NaN, 9);
          expect(twice[index]).toBeCloseTo(score ?? Number.NaN, 9);
        }
      }),
    );
  });

  it('turns around when every member turns the list around', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const complete = ballots.map((one) => {
          const ranked = one.tiers.flat();
          const rest = items.filter((item) => !ranked.includes(item));
          return { tiers: rest.length > 0 ? [...one.tiers, rest] : one.tiers, noOpinion: [] };
        });
        const turned = complete.map((one) => ({ tiers: [...one.tiers].reverse(), noOpinion: [] }));
        const scores = borda(complete, items)?.map((line) => line.score100) ?? [];
        for (const [index, line] of (borda(turned, items) ?? []).entries()) {
          expect(line.score100).toBeCloseTo(100 - (scores[index] ?? Number.NaN), 9);
        }
      }),
    );
  });
});
