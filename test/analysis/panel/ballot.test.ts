import { describe, expect, it } from 'vitest';
import {
  type Ballot,
  ballotOfRanks,
  checkBallot,
  comparingRankedOnly,
  places,
} from '../../../analysis/panel/ballot.ts';

const needs = ['N1', 'N2', 'N3', 'N4'];

describe('checking a ballot', () => {
  it('finds nothing wrong with an incomplete one', () => {
    expect(checkBallot({ tiers: [['N2'], ['N1', 'N3']], noOpinion: [] }, needs)).toEqual([]);
    expect(checkBallot({ tiers: [], noOpinion: ['N1'] }, needs)).toEqual([]);
  });

  it('names an unknown need, a need put twice and an empty tier', () => {
    const ballot: Ballot = { tiers: [['N1'], [], ['N9', 'N1']], noOpinion: ['N2', 'N1'] };
    expect(checkBallot(ballot, needs)).toEqual([
      { key: 'panel.ballot.emptyTier', values: { tier: 2 } },
      { key: 'panel.ballot.unknownNeed', values: { need: 'N9' } },
      { key: 'panel.ballot.needTwice', values: { need: 'N1' } },
      { key: 'panel.ballot.needTwice', values: { need: 'N1' } },
    ]);
  });
});

describe('places on a ballot', () => {
  it('are shared by a tie and by what is not ranked', () => {
    expect(places({ tiers: [['N2', 'N3']], noOpinion: [] }, needs)).toEqual([3.5, 1.5, 1.5, 3.5]);
  });

  it('do not exist for a need without opinion, and close up behind it', () => {
    expect(places({ tiers: [['N2'], ['N1']], noOpinion: ['N3'] }, needs)).toEqual([2, 1, null, 3]);
  });

  it('are counted within the items asked for', () => {
    expect(places({ tiers: [['N1'], ['other'], ['N2']], noOpinion: ['another'] }, ['N1', 'N2'])).toEqual([
      1, 2,
    ]);
  });

  it('are in the middle for everybody on an empty ballot', () => {
    expect(places({ tiers: [], noOpinion: [] }, needs)).toEqual([2.5, 2.5, 2.5, 2.5]);
  });

  it('refuse a need put twice', () => {
    expect(() => places({ tiers: [['N1'], ['N1']], noOpinion: [] }, needs)).toThrow(RangeError);
  });
});

describe('a row of ranks as a ballot', () => {
  it('keeps order, ties and gaps, whatever the numbers are', () => {
    expect(ballotOfRanks([30, 10, null, 10], needs)).toEqual({
      tiers: [['N2', 'N4'], ['N1']],
      noOpinion: [],
    });
    expect(ballotOfRanks([null, null, null, null], needs)).toEqual({ tiers: [], noOpinion: [] });
  });

  it('can leave what is not ranked out of every comparison', () => {
    expect(comparingRankedOnly({ tiers: [['N2', 'N4']], noOpinion: ['N1'] }, needs)).toEqual({
      tiers: [['N2', 'N4']],
      noOpinion: ['N1', 'N3'],
    });
  });
});
