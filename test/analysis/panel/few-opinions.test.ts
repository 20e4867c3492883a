// What one or two opinions may not do: put a need first, or make anything firm about it.
import { describe, expect, test } from 'vitest';
import { leaveOneOut } from '../../../analysis/panel/leave-one-out.ts';
import { panelChecks } from '../../../analysis/panel/panel-checks.ts';
import { panelResult } from '../../../analysis/panel/panel-result.ts';
import { placedBorda } from '../../../analysis/panel/placed-borda.ts';
import { ballot } from './ballots.ts';

const needs = ['A', 'B', 'C', 'D'].map((code) => ({ code, parent: null, evidence: null }));
const roundOf = (lines: readonly string[], without: readonly string[]) => ({
  round: 1,
  closedOn: '2026-03-14',
  members: lines.length,
  ballots: lines.map((line, index) => {
    const { tiers } = ballot(line);
    const noOpinion =
      without[index] === undefined || without[index] === '' ? [] : [...(without[index] ?? '')];
    return { lists: { top: { tiers: tiers.map((tier) => [...tier]), noOpinion } } };
  }),
});
/** Four members without an opinion on A, one who puts it first. */
const oneFirst = roundOf(
  ['B > C > D', 'B > D > C', 'C > B > D', 'B > C > D', 'A > B > C > D'],
  ['A', 'A', 'A', 'A', ''],
);

describe('a need on which fewer than three have an opinion', () => {
  test('has no place and stands last, whatever the one opinion says', () => {
    const order = panelResult(oneFirst, needs).lists[0]?.order ?? [];
    expect(order.map(({ need, ballotPlace }) => [need, ballotPlace])).toEqual([
      ['B', 1],
      ['C', 2],
      ['D', 3],
      ['A', null],
    ]);
    expect(order[3]).toMatchObject({ meanPlace: null, score: null, withoutOne: null, equalToNext: false });
  });

  test('wins nothing, has no place by any other method, and nothing firm is said of it', () => {
    const [checks] = panelChecks(oneFirst, needs);
    expect(checks?.majorities?.beatsAll).toBe('B');
    for (const { method, places } of checks?.majorities?.methods ?? []) expect(places[3], method).toBeNull();
    expect(checks?.firmness?.[3]).toEqual({
      need: 'A',
      withoutOne: null,
      redrawn: null,
      first: null,
      polarisation: null,
      divided: false,
    });
    // In redrawn panels the other needs stand as if it were not there.
    expect(checks?.firmness?.[0]?.first).toBeGreaterThan(0.9);
  });

  test('makes no list where that holds for every need', () => {
    const nobody = roundOf(['A > B', 'B > A', 'C > D'], ['CD', 'CD', 'AB']);
    expect(panelResult(nobody, needs).lists).toEqual([]);
    expect(panelChecks(nobody, needs)).toEqual([]);
  });
});

test('a need that would have no place without one of the members has no range of places without one', () => {
  const three = roundOf(
    ['A > B > C > D', 'A > B > C > D', 'A > C > B > D', 'B > C > D', 'C > B > D'],
    ['', '', '', 'A', 'A'],
  );
  const ballots = three.ballots.map(({ lists }) => lists.top);
  expect(placedBorda(ballots, ['A', 'B', 'C', 'D'])?.[0]?.place).toBe(1);
  expect(leaveOneOut(ballots, ['A', 'B', 'C', 'D'], placedBorda)?.[0]).toEqual({
    item: 'A',
    best: null,
    worst: null,
  });
  expect(panelResult(three, needs).lists[0]?.order[0]).toMatchObject({
    need: 'A',
    rank: 1,
    withoutOne: null,
  });
});

describe('a list of two needs', () => {
  const two = needs.slice(0, 2);
  const lines = ['A > B', 'A > B', 'A > B', 'B > A', 'A > B', 'A > B', 'B > A', 'A > B', 'A > B', 'A > B'];

  test('tells the order alone under ten ballots: any figure would count who put which first', () => {
    const [list] = panelResult(roundOf(lines.slice(0, 9), []), two).lists;
    expect(list).toMatchObject({ orderOnly: true, agreement: null });
    expect(list?.order.map(({ need, rank }) => [need, rank])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
    for (const place of list?.order ?? []) {
      expect(place).toMatchObject({ meanPlace: null, score: null, lowest: null, disagreement: null });
      expect(place).toMatchObject({ withoutOne: null, equalToNext: false, divided: false });
    }
    const [checks] = panelChecks(roundOf(lines.slice(0, 9), []), two);
    expect(checks).toMatchObject({ orderOnly: true, agreement: null, firmness: null, redraws: null });
  });

  test('tells its means from ten ballots on', () => {
    const [list] = panelResult(roundOf(lines, []), two).lists;
    expect(list?.orderOnly).toBeUndefined();
    expect(list?.order[0]?.meanPlace).toBeCloseTo(1.2, 10);
  });

  test('is one too when only two of its needs have a place', () => {
    const round = roundOf(['A > B', 'A > B', 'B > A', 'A > B', 'C > A > B'], ['C', 'C', 'C', 'C', '']);
    expect(panelResult(round, needs.slice(0, 3)).lists[0]).toMatchObject({ orderOnly: true });
  });
});
