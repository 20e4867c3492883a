import { describe, expect, it } from 'vitest';
import { condorcet } from '../../../analysis/panel/condorcet.ts';
import { minimax } from '../../../analysis/panel/minimax.ts';
import { halfWins, pairwise } from '../../../analysis/panel/pairwise.ts';
import { schulze } from '../../../analysis/panel/schulze.ts';
import { ballot, items } from './ballots.ts';

const three = ['A', 'B', 'C'];
const circle = pairwise(['A > B > C', 'B > C > A', 'C > A > B'].map(ballot), three);

describe('majorities pair by pair', () => {
  it('have a winner that beats all, also where it is not first by mean place, and a loser', () => {
    const ballots = ['A > B > C', 'A > B > C', 'A > B > C', 'B > C > A', 'B > C > A'].map(ballot);
    expect(condorcet(pairwise(ballots, three))).toMatchObject({ winner: 'A', loser: 'C', cycle: false });
  });

  it('may go round, and then there is neither', () => {
    expect(condorcet(circle)).toEqual({
      margins: [
        [0, 1, -1],
        [-1, 0, 1],
        [1, -1, 0],
      ],
      winner: null,
      loser: null,
      cycle: true,
    });
  });

  it('say nothing about one item alone', () => {
    expect(condorcet(pairwise([ballot('A')], ['A']))).toMatchObject({ winner: null, loser: null });
  });

  it('count a tie for half a win', () => {
    expect(halfWins(pairwise(['A = B', 'A > B'].map(ballot), ['A', 'B']))).toEqual([
      [0, 1.5],
      [0.5, 0],
    ]);
  });
});

describe('the worst defeat', () => {
  it('is negative for who beats all, and level in a circle', () => {
    const lines = minimax(pairwise(['A > B > C', 'A > C > B', 'B > A > C'].map(ballot), three));
    expect(lines?.map(({ worstMargin, place }) => [worstMargin, place])).toEqual([
      [-1, 1],
      [1, 2],
      [3, 3],
    ]);
    expect(minimax(circle)?.map(({ place }) => place)).toEqual([1, 1, 1]);
  });

  it('needs ballots and two items', () => {
    expect(minimax(pairwise([], three))).toBeNull();
    expect(minimax(pairwise([ballot('A')], ['A']))).toBeNull();
  });
});

describe("Schulze's order", () => {
  it('keeps ties instead of drawing lots', () => {
    expect(schulze(circle)?.lines.map(({ place }) => place)).toEqual([1, 1, 1]);
    expect(schulze(circle)?.winners).toEqual(three);
  });

  it('can differ between winning votes and margins when members leave items out', () => {
    // A beats B 4 to 3, B beats C 3 to 0, C beats A 3 to 0: A's win has the most votes and the smallest margin.
    const ballots = [
      ...Array.from({ length: 4 }, () => ballot('A > B / C')),
      ...Array.from({ length: 3 }, () => ballot('B > C > A')),
    ];
    const pairs = pairwise(ballots, three);
    expect(pairs.before).toEqual([
      [0, 4, 0],
      [3, 0, 3],
      [3, 0, 0],
    ]);
    expect(schulze(pairs, 'winningVotes')?.paths).toEqual([
      [0, 4, 3],
      [3, 0, 3],
      [3, 3, 0],
    ]);
    expect(schulze(pairs, 'margins')?.paths).toEqual([
      [0, 1, 1],
      [3, 0, 3],
      [3, 1, 0],
    ]);
    expect(schulze(pairs, 'winningVotes')?.winners).toEqual(['A', 'C']);
    expect(schulze(pairs, 'margins')?.winners).toEqual(['B']);
  });

  it('does not exist without ballots', () => {
    expect(schulze(pairwise([], items))).toBeNull();
  });
});
