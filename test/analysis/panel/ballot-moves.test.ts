import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Card,
  moveCard,
  placesOfCards,
  readCards,
  writeCards,
} from '../../../analysis/panel/ballot-order.ts';

interface BrowserMoves {
  readCards(line: string): Card[];
  writeCards(cards: readonly Card[]): string;
  placesOf(cards: readonly Card[]): (number | null)[];
  moveCard(cards: readonly Card[], kind: string, need: string, place?: number): Card[];
}
const browser: BrowserMoves = await import(
  fileURLToPath(new URL('../../../views/client/ballot-moves.js', import.meta.url))
);

test('the browser makes every run of moves exactly as the server does', () => {
  const needs = ['A', 'B', 'C', 'D', 'E', 'F'];
  const kinds = ['up', 'down', 'equal', 'noOpinion', 'unrank', 'toPlace'] as const;
  const moves = fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      need: fc.constantFrom(...needs, 'Z'),
      place: fc.integer({ min: -1, max: 8 }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(moves, (list) => {
      let here = readCards('A,B,C,D,E,F');
      let there = browser.readCards('A,B,C,D,E,F');
      for (const move of list) {
        here = moveCard(here, move);
        there = browser.moveCard(there, move.kind, move.need, move.place);
        expect(browser.writeCards(there)).toBe(writeCards(here));
        expect(browser.placesOf(there)).toEqual(placesOfCards(here));
      }
      expect(browser.writeCards(browser.readCards(writeCards(here)))).toBe(writeCards(here));
    }),
    { numRuns: 500 },
  );
});
