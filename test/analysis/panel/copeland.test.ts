import { describe, expect, it } from 'vitest';
import { copeland } from '../../../analysis/panel/copeland.ts';
import { pairwise } from '../../../analysis/panel/pairwise.ts';
import { ballot } from './ballots.ts';

const three = ['A', 'B', 'C'];

describe("Copeland's count", () => {
  it('counts wins, with places', () => {
    const lines = copeland(pairwise(['A > B > C', 'A > B > C', 'B > C > A'].map(ballot), three));
    expect(lines?.map(({ wins, losses, place }) => [wins, losses, place])).toEqual([
      [2, 0, 1],
      [1, 1, 2],
      [0, 2, 3],
    ]);
  });

  it('is level in a circle', () => {
    const lines = copeland(pairwise(['A > B > C', 'B > C > A', 'C > A > B'].map(ballot), three));
    expect(lines?.map(({ score, place }) => [score, place])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('gives nothing for two items nobody compares, and a half for a draw', () => {
    const lines = copeland(pairwise([ballot('A = B / C')], three));
    expect(lines?.map(({ wins, draws, score }) => [wins, draws, score])).toEqual([
      [0, 1, 0.5],
      [0, 1, 0.5],
      [0, 0, 0],
    ]);
  });

  it('does not exist without ballots', () => {
    expect(copeland(pairwise([], three))).toBeNull();
  });
});
