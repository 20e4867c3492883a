// A round without orders as the group's result: what each way counts to, ties, and what evidence decides.
import { describe, expect, test } from 'vitest';
import { type PanelNeed, panelResult } from '../../../../analysis/panel/panel-result.ts';
import type { CastBallot, RoundWay, Vote } from '../../../../analysis/panel/ways/vote.ts';

const need = (code: string, evidence: number | null = null): PanelNeed => ({ code, parent: null, evidence });
const codes = ['A', 'B', 'C', 'D', 'E'];
const needs = codes.map((code, index) => need(code, 10 * index));
const cast = (vote: Vote): CastBallot => ({ lists: {}, votes: { top: vote } });
function resultOf(
  way: RoundWay,
  votes: readonly Vote[],
  more: Partial<Parameters<typeof panelResult>[0]> = {},
) {
  const round = { round: 1, closedOn: null, members: 5, way, ballots: votes.map(cast), ...more };
  return panelResult(round, needs);
}
const placesOf = (result: ReturnType<typeof panelResult>) =>
  result.lists[0]?.order.map(({ need, rank }) => `${rank}${need}`).join(' ');

describe('points', () => {
  const votes = [{ A: 2 }, { A: 1, B: 1 }, { C: 1 }].map((points): Vote => ({ way: 'points', points }));
  test('give an order whose ties stay, whatever the evidence says', () => {
    const result = resultOf('points', votes);
    expect(placesOf(result)).toBe('1A 2B 2C 4D 4E');
    expect(result).toMatchObject({ way: 'points', ballots: 3, lists: [{ agreement: null }] });
    expect(result.lists[0]?.order.map(({ equalToNext }) => equalToNext)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });
  test('tell nothing per member: no mean place, range or leaving one out', () => {
    for (const place of resultOf('points', votes).lists[0]?.order ?? []) {
      expect(place).toMatchObject({ meanPlace: null, lowest: null, highest: null, withoutOne: null });
    }
  });
});

describe('sets', () => {
  const set = ['A', 'B', 'C', 'D'];
  const vote = (best: string, worst: string): Vote => ({
    way: 'sets',
    sets: [set],
    answers: [{ set: 1, kind: 'named', best, worst }],
  });
  test('let the evidence decide between needs with exactly the same score, and put what nobody saw last', () => {
    const result = resultOf('sets', [vote('A', 'D'), vote('A', 'D'), vote('A', 'D')]);
    // B and C both have 0; C has more evidence.
    expect(placesOf(result)).toBe('1A 2C 3B 4D 5E');
    expect(result.lists[0]?.order.map(({ score }) => score)).toEqual([100, 50, 50, 0, null]);
  });
  test('keep a move by hand, with the place the votes gave', () => {
    const moves = [{ need: 'D', to: 1, reason: 'moet eerst' }];
    const [list] = resultOf('sets', [vote('A', 'D'), vote('A', 'D'), vote('B', 'D')], { moves }).lists;
    expect(list?.byHand).toBe(true);
    expect(list?.order[0]).toMatchObject({ need: 'D', rank: 1, counted: 4, moved: { from: 4 } });
  });
});

test('pairs give the order of their worths', () => {
  const pairs = [
    ['A', 'B'],
    ['B', 'C'],
    ['A', 'C'],
  ] as const;
  const vote: Vote = {
    way: 'pairs',
    answers: pairs.map(([first, second]) => ({ first, second, chosen: 'second' })),
  };
  expect(placesOf(resultOf('pairs', [vote, vote, vote]))).toMatch(/^1C 2B 3A /);
});

test('the grid puts the most benefit first and, with as much, the least work; ties stay', () => {
  const marks = {
    A: { effort: 3, impact: 4 },
    B: { effort: 1, impact: 4 },
    C: { effort: 5, impact: 5 },
    D: { effort: 3, impact: 4 },
  };
  const vote: Vote = { way: 'grid', marks };
  expect(placesOf(resultOf('grid', [vote, vote, vote]))).toBe('1C 2B 3A 3D 5E');
});

test('piles are counted as orders are, and say so', () => {
  const ballot: CastBallot = { lists: { top: { tiers: [['C'], ['A', 'B']], noOpinion: ['E'] } } };
  const result = resultOf('piles', [], { ballots: [ballot, ballot, ballot] });
  expect(result.way).toBe('piles');
  expect(result.lists[0]?.votes).toBeUndefined();
  expect(result.lists[0]?.order[0]).toMatchObject({ need: 'C', meanPlace: 1 });
});

test('two votes, and votes of another way, are no result', () => {
  const points: Vote = { way: 'points', points: { A: 1 } };
  const grid: Vote = { way: 'grid', marks: { A: { effort: 1, impact: 1 } } };
  expect(resultOf('points', [points, points, grid]).lists).toEqual([]);
});
