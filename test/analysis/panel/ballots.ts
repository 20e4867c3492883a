// Ballots for tests: written short, or drawn at random for properties.
import fc from 'fast-check';
import type { Ballot } from '../../../analysis/panel/ballot.ts';

/** 'A > B = C' as a ballot; what comes after '/' is without opinion. */
export function ballot(text: string): Ballot {
  const [order = '', silent = ''] = text.split('/');
  const words = (part: string, separator: string) =>
    part
      .split(separator)
      .map((word) => word.trim())
      .filter((word) => word !== '');
  return { tiers: words(order, '>').map((tier) => words(tier, '=')), noOpinion: words(silent, ' ') };
}

export const items = ['A', 'B', 'C', 'D'];

/** Ballots over `items` with ties and unranked items, without "no opinion". */
export const anyBallot: fc.Arbitrary<Ballot> = fc
  .tuple(...items.map(() => fc.integer({ min: 1, max: 5 })))
  .map((tierOf) => ({
    tiers: [1, 2, 3, 4]
      .map((tier) => items.filter((_, index) => tierOf[index] === tier))
      .filter((tier) => tier.length > 0),
    noOpinion: [],
  }));

export const anyBallots = fc.array(anyBallot, { minLength: 1, maxLength: 6 });
