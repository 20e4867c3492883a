// Moves by hand on top of a counted order, and the movement between two rounds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMoves } from '../../../analysis/panel/hand-moves.ts';
import { roundMovement } from '../../../analysis/panel/movement.ts';
import type { PanelResult } from '../../../analysis/results/panel.ts';

const listOf = (...needs: readonly string[]) => needs.map((need, index) => ({ need, rank: index + 1 }));

test('a moved need stands at its new place and the others keep their order', () => {
  const moved = applyMoves(listOf('a', 'b', 'c', 'd'), [{ need: 'd', to: 2, reason: 'x' }]);
  expect(moved).toEqual(listOf('a', 'd', 'b', 'c'));
});

test('needs that share a place go on sharing it while nothing comes between', () => {
  const level = [
    { need: 'a', rank: 1 },
    { need: 'b', rank: 1 },
    { need: 'c', rank: 3 },
  ];
  expect(applyMoves(level, [{ need: 'c', to: 1, reason: 'x' }]).map(({ rank }) => rank)).toEqual([1, 2, 2]);
  expect(applyMoves(level, [{ need: 'c', to: 2, reason: 'x' }]).map(({ rank }) => rank)).toEqual([1, 2, 3]);
});

test('whatever is moved, nothing is lost, the rest keeps its order, and moves of other lists change nothing', () => {
  const needs = ['a', 'b', 'c', 'd', 'e'];
  const moves = fc.array(
    fc.record({ need: fc.constantFrom(...needs), to: fc.integer(), reason: fc.string() }),
  );
  fc.assert(
    fc.property(moves, (own) => {
      const after = applyMoves(listOf(...needs), own).map(({ need }) => need);
      expect([...after].sort()).toEqual(needs);
      const still = needs.filter((need) => !own.some((move) => move.need === need));
      expect(after.filter((need) => still.includes(need))).toEqual(still);
    }),
  );
  const list = listOf('x', 'y');
  expect(applyMoves(list, [{ need: 'a', to: 1, reason: '' }])).toBe(list);
});

function resultOf(round: number, needs: readonly string[]): PanelResult {
  const place = {
    meanPlace: null,
    score: null,
    lowest: null,
    highest: null,
    disagreement: null,
    divided: false,
    withoutOne: null,
    equalToNext: false,
    evidencePlace: null,
    flag: null,
  };
  const order = listOf(...needs).map((each) => ({
    ...each,
    ...place,
    counted: each.rank,
    ballotPlace: each.rank,
  }));
  const list = { parent: null, ballots: 3, order, agreement: null };
  return { round, closedOn: null, ballots: 3, members: 3, lists: [list], decision: null };
}

test('likeness of two rounds is Kendall’s tau-b over the needs both ordered', () => {
  const first = resultOf(1, ['a', 'b', 'c', 'd', 'gone']);
  // One pair of six turned: (5 - 1) / 6; R: cor(c(1,2,3,4), c(2,1,3,4), method = "kendall").
  const second = roundMovement(first, resultOf(2, ['b', 'a', 'c', 'd', 'new']));
  expect(second.likePrevious).toBeCloseTo(2 / 3, 12);
  expect(second.advice).toBe('continue');
  expect(second.before.get('b')).toBe(2);
  expect(second.before.has('new')).toBe(false);
  expect(roundMovement(first, resultOf(2, ['a', 'b', 'c', 'd'])).advice).toBe('stopStable');
  // The third round of a project is not the third that leads to one decision.
  const third = resultOf(3, ['b', 'a', 'c', 'd']);
  expect(roundMovement(first, third).advice).toBe('stopMaximumRounds');
  expect(roundMovement(first, third, 2).advice).toBe('continue');
  expect(roundMovement(null, first)).toMatchObject({ likePrevious: null, advice: 'continue' });
});
