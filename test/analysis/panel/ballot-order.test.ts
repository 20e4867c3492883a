import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBallot } from '../../../analysis/panel/ballot.ts';
import {
  type CardMove,
  cardsOfTiers,
  moveCard,
  placesOfCards,
  readCards,
  startOrder,
  tiersOfCards,
  writeCards,
} from '../../../analysis/panel/ballot-order.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';

/** The line of cards after one move on a line of cards. */
const moved = (line: string, move: CardMove) => writeCards(moveCard(readCards(line), move));

describe('a list of cards', () => {
  test('becomes tiers: ties share one, no opinion is apart, unordered is in neither', () => {
    expect(tiersOfCards(readCards('N3,N1,=N2,~N5,!N4'))).toEqual({
      tiers: [['N3'], ['N1', 'N2']],
      noOpinion: ['N4'],
    });
  });
  test('comes back from the stored tiers in the same order', () => {
    const line = 'N3,N1,=N2,~N5,!N4';
    const stored = tiersOfCards(readCards(line));
    expect(writeCards(cardsOfTiers(stored, ['N1', 'N2', 'N3', 'N4', 'N5']))).toBe(line);
  });
  test('takes up a need that came later as unordered and drops one that is gone', () => {
    const stored = { tiers: [['N2'], ['N9', 'N1']], noOpinion: [] };
    expect(writeCards(cardsOfTiers(stored, ['N1', 'N2', 'N3']))).toBe('N2,N1,~N3');
  });
  test('numbers equal cards alike and skips the next place', () => {
    expect(placesOfCards(readCards('A,B,=C,D,~E,!F'))).toEqual([1, 2, 2, 4, null, null]);
  });
  test('never starts with a tie and never ties outside the order', () => {
    expect(writeCards(readCards('=A,B'))).toBe('A,B');
    expect(writeCards(readCards('!A,=B,=C'))).toBe('B,=C,!A');
  });
});

describe('a start order', () => {
  const needs = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'];
  test('is the same again for the same seed and another for another', () => {
    const order = (seed: number) => writeCards(startOrder(needs, seededRandom(seed)));
    expect(order(7)).toBe(order(7));
    expect(order(7)).not.toBe(order(8));
  });
  test('puts every need first about equally often', () => {
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 900; seed += 1) {
      const first = startOrder(needs, seededRandom(seed))[0]?.need ?? '';
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(firsts.size).toBe(9);
    for (const count of firsts.values()) expect(count).toBeGreaterThan(60);
  });
});

describe('a move', () => {
  test('up and down passes one card', () => {
    expect(moved('A,B,C', { kind: 'up', need: 'C' })).toBe('A,C,B');
    expect(moved('A,B,C', { kind: 'down', need: 'A' })).toBe('B,A,C');
  });
  test('passes a whole tie and leaves it together', () => {
    expect(moved('A,B,=C,D', { kind: 'up', need: 'D' })).toBe('A,D,B,=C');
    expect(moved('A,B,=C,D', { kind: 'down', need: 'A' })).toBe('B,=C,A,D');
  });
  test('takes a card out of its own tie first', () => {
    expect(moved('A,B,=C,=D', { kind: 'up', need: 'C' })).toBe('A,C,B,=D');
    expect(moved('A,B,=C,=D', { kind: 'down', need: 'B' })).toBe('A,C,=D,B');
    expect(moved('A,=B', { kind: 'up', need: 'A' })).toBe('A,B');
  });
  test('over the end changes nothing', () => {
    expect(moved('A,B', { kind: 'up', need: 'A' })).toBe('A,B');
    expect(moved('A,B,~C', { kind: 'down', need: 'B' })).toBe('A,B,~C');
    expect(moved('A,B', { kind: 'up', need: 'Z' })).toBe('A,B');
  });
  test('to a place counts from one and stays inside the order', () => {
    expect(moved('A,B,C,D', { kind: 'toPlace', need: 'D', place: 1 })).toBe('D,A,B,C');
    expect(moved('A,B,C,D', { kind: 'toPlace', need: 'A', place: 3 })).toBe('B,C,A,D');
    expect(moved('A,B,C,D', { kind: 'toPlace', need: 'A', place: 99 })).toBe('B,C,D,A');
    expect(moved('A,B,C,D', { kind: 'toPlace', need: 'D', place: -4 })).toBe('D,A,B,C');
  });
  test('to a place in the middle of a tie goes before the tie', () => {
    expect(moved('A,B,=C,D', { kind: 'toPlace', need: 'D', place: 3 })).toBe('A,D,B,=C');
  });
  test('makes and breaks a tie with the card above', () => {
    expect(moved('A,B,C', { kind: 'equal', need: 'B' })).toBe('A,=B,C');
    expect(moved('A,=B,C', { kind: 'equal', need: 'B' })).toBe('A,B,C');
    expect(moved('A,B', { kind: 'equal', need: 'A' })).toBe('A,B');
  });
  test('sets a card apart without opinion and brings it back at the end', () => {
    expect(moved('A,B,=C', { kind: 'noOpinion', need: 'B' })).toBe('A,C,!B');
    expect(moved('A,C,!B', { kind: 'noOpinion', need: 'B' })).toBe('A,C,B');
    expect(moved('A,C,!B', { kind: 'toPlace', need: 'B', place: 1 })).toBe('B,A,C');
  });
  test('leaves a card unordered and takes it back up from below', () => {
    expect(moved('A,B,C', { kind: 'unrank', need: 'A' })).toBe('B,C,~A');
    expect(moved('B,C,~A', { kind: 'up', need: 'A' })).toBe('B,C,A');
  });
  test('whatever it is, keeps every card once and gives a sound ballot', () => {
    const needs = ['A', 'B', 'C', 'D', 'E'];
    const kinds = ['up', 'down', 'equal', 'noOpinion', 'unrank', 'toPlace'] as const;
    const moves = fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), need: fc.constantFrom(...needs), place: fc.integer() }),
    );
    fc.assert(
      fc.property(moves, (list) => {
        let cards = startOrder(needs, seededRandom(1));
        for (const move of list) cards = moveCard(cards, move);
        expect(cards.map((card) => card.need).sort()).toEqual(needs);
        expect(checkBallot(tiersOfCards(cards), needs)).toEqual([]);
        expect(readCards(writeCards(cards))).toEqual(cards);
      }),
    );
  });
});
