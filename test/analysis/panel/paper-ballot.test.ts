// Places written on paper give the ballot the same order gives on screen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBallot, places } from '../../../analysis/panel/ballot.ts';
import { placesOfCards, startOrder, tiersOfCards } from '../../../analysis/panel/ballot-order.ts';
import { type PaperPlace, tiersOfPlaces } from '../../../analysis/panel/paper-ballot.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';

const needs = ['a', 'b', 'c', 'd', 'e'];

test('numbers may skip and repeat; what is empty is not ordered', () => {
  const written: Record<string, PaperPlace> = { a: 4, b: 1, c: 4, d: null, e: 'noOpinion' };
  expect(tiersOfPlaces(needs, (need) => written[need] ?? null)).toEqual({
    tiers: [['b'], ['a', 'c']],
    noOpinion: ['e'],
  });
});

test('the places of an order on screen, written on paper, are that order', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (seed, equal) => {
      const cards = startOrder(needs, seededRandom(seed >>> 0)).map((card, index) => ({
        ...card,
        equal: index > 0 && equal[index] === true,
      }));
      const written = placesOfCards(cards);
      const paper = tiersOfPlaces(
        needs,
        (need) => written[cards.findIndex((card) => card.need === need)] ?? null,
      );
      expect(checkBallot(paper, needs)).toEqual([]);
      expect(places(paper, needs)).toEqual(places(tiersOfCards(cards), needs));
    }),
  );
});
