import { describe, expect, it } from 'vitest';
import { copeland } from '../../../analysis/panel/copeland.ts';
import { ballot } from './ballots.ts';

const three = ['A', 'B', 'C'];

describe("Copeland's count", () => {
  it('finds the item that wins against every other, also where it is not first by mean place', () => {
    // A beats B and C 3 to 2, but two members put it last: B has the best mean place.
    const ballots = ['A > B > C', 'A > B > C', 'A > B > C', 'B > C > A', 'B > C > A'].map(ballot);
    expect(copeland(ballots, three)?.condorcetWinner).toBe('A');
  });

  it('finds no winner in a circle', () => {
    const result = copeland(['A > B > C', 'B > C > A', 'C > A > B'].map(ballot), three);
    expect(result?.condorcetWinner).toBeNull();
    expect(result?.lines.map((line) => line.score)).toEqual([1, 1, 1]);
  });

  it('gives nothing for two items nobody compares, and a half for a draw', () => {
    const result = copeland([ballot('A = B / C')], three);
    expect(result?.lines.map(({ wins, draws, score }) => [wins, draws, score])).toEqual([
      [0, 1, 0.5],
      [0, 1, 0.5],
      [0, 0, 0],
    ]);
  });

  it('does not exist without ballots', () => {
    expect(copeland([], three)).toBeNull();
  });
});
