import { describe, expect, it } from 'vitest';
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
});
