import { describe, expect, it } from 'vitest';
import { competitionRanks } from '../../../analysis/statistics/competition-rank.ts';

describe('competition ranks', () => {
  it('share a place and skip the next', () => {
    expect(competitionRanks([10, 72.5, 80, 72.5])).toEqual([4, 2, 1, 2]);
  });

  it('have no place for what has no score', () => {
    expect(competitionRanks([null, 5, null])).toEqual([null, 1, null]);
    expect(competitionRanks([])).toEqual([]);
  });

  it('see scores that differ by rounding only as equal', () => {
    expect(competitionRanks([0.3, 0.1 + 0.2])).toEqual([1, 1]);
  });

  it('refuse what is no number', () => {
    expect(() => competitionRanks([Number.NaN])).toThrow(RangeError);
  });
});
