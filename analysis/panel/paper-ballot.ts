// A ballot on paper, as places written beside the needs, made into the same ballot a screen stores.
import type { BallotTiers } from './ballot-order.ts';

/** What stands beside a need on paper: a place, "no opinion", or nothing. */
export type PaperPlace = number | 'noOpinion' | null;

/**
 * The tiers of the places on paper: the same number is a tie, no number is unranked. Numbers may skip: only their
 * order counts, as on screen.
 *
 * @param needs the needs of the list
 * @param placeOf what is written beside a need
 * @example tiersOfPlaces(['a', 'b', 'c'], (need) => ({ a: 2, b: 1, c: 2 })[need] ?? null).tiers // [['b'], ['a', 'c']]
 */
export function tiersOfPlaces(needs: readonly string[], placeOf: (need: string) => PaperPlace): BallotTiers {
  const written = needs.flatMap((need) => {
    const place = placeOf(need);
    return typeof place === 'number' ? [{ need, place }] : [];
  });
  const numbers = [...new Set(written.map(({ place }) => place))].sort((a, b) => a - b);
  return {
    tiers: numbers.map((number) => written.filter(({ place }) => place === number).map(({ need }) => need)),
    noOpinion: needs.filter((need) => placeOf(need) === 'noOpinion'),
  };
}
