// What a group may expect of a way of counting: what all agree on holds, and who rises on a list is not punished for it.
// And Kemeny's orders beside all orders there are, up to seven items.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../../analysis/panel/ballot.ts';
import { borda } from '../../../analysis/panel/borda.ts';
import { type BordaVariant, bordaPoints } from '../../../analysis/panel/borda-variants.ts';
import { copeland } from '../../../analysis/panel/copeland.ts';
import { kemeny } from '../../../analysis/panel/kemeny.ts';
import { minimax } from '../../../analysis/panel/minimax.ts';
import { type Pairwise, pairwise } from '../../../analysis/panel/pairwise.ts';
import { schulze } from '../../../analysis/panel/schulze.ts';
import { anyBallots, items } from './ballots.ts';

type Places = readonly (number | null)[];
type Method = (ballots: readonly Ballot[]) => Places;
const placesOf = (lines: readonly { readonly place: number | null }[] | null | undefined): Places =>
  lines?.map(({ place }) => place) ?? [];
const variants: readonly BordaVariant[] = ['unrankedLast', 'unrankedZero', 'modified'];
const byPlace: Readonly<Record<string, Method>> = {
  Borda: (ballots) => placesOf(borda(ballots, items)),
  ...Object.fromEntries(
    variants.map((variant): [string, Method] => [
      `Borda ${variant}`,
      (ballots) => placesOf(bordaPoints(ballots, items, variant)),
    ]),
  ),
  Copeland: (ballots) => placesOf(copeland(pairwise(ballots, items))),
};
const orders = (ballots: readonly Ballot[]) => {
  const found = kemeny(pairwise(ballots, items));
  if (found?.kind !== 'orders') throw new Error('there are ballots and few items');
  return found.optimal;
};
const strengths = ['winningVotes', 'margins'] as const;

/** Pairs of items of which every member puts the first before the second. */
function agreed({ before, ballots }: Pairwise): readonly (readonly [number, number])[] {
  return before.flatMap((row, i) => row.flatMap((count, j) => (count === ballots ? [[i, j] as const] : [])));
}

describe('what all members agree on', () => {
  it.each(Object.entries(byPlace))('holds in the order of %s', (_, method) => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const places = method(ballots);
        for (const [i, j] of agreed(pairwise(ballots, items))) {
          expect(places[i] ?? Infinity).toBeLessThan(places[j] ?? -Infinity);
        }
      }),
    );
  });

  it('holds in every order of Kemeny, in Schulze’s, and is not turned around by the worst defeat', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const pairs = pairwise(ballots, items);
        const defeat = minimax(pairs) ?? [];
        for (const [i, j] of agreed(pairs)) {
          const [first = '', second = ''] = [items[i], items[j]];
          for (const order of orders(ballots))
            expect(order.indexOf(first)).toBeLessThan(order.indexOf(second));
          for (const strength of strengths) {
            const lines = schulze(pairs, strength)?.lines ?? [];
            expect(lines[i]?.place ?? Infinity).toBeLessThan(lines[j]?.place ?? -Infinity);
          }
          // Two that lose to the same third by all votes are level.
          expect(defeat[i]?.worstMargin ?? Infinity).toBeLessThanOrEqual(defeat[j]?.worstMargin ?? -Infinity);
        }
      }),
    );
  });
});

describe('an item that rises to the top of a list', () => {
  const risen = fc.tuple(anyBallots, fc.nat(), fc.constantFrom(...items)).map(([ballots, who, item]) => {
    const raised = ballots.map((ballot, index): Ballot => {
      if (index !== who % ballots.length) return ballot;
      const rest = ballot.tiers.map((tier) => tier.filter((each) => each !== item));
      return { tiers: [[item], ...rest.filter((tier) => tier.length > 0)], noOpinion: [] };
    });
    return { ballots, raised, item };
  });
  const placing = {
    ...byPlace,
    Minimax: (ballots: readonly Ballot[]) => placesOf(minimax(pairwise(ballots, items))),
  };

  it.each(Object.entries(placing))('gets no worse place by %s', (_, method) => {
    fc.assert(
      fc.property(risen, ({ ballots, raised, item }) => {
        const index = items.indexOf(item);
        expect(method(raised)[index] ?? Infinity).toBeLessThanOrEqual(method(ballots)[index] ?? Infinity);
      }),
    );
  });

  it('stays a winner of Schulze and first in an order of Kemeny where it was', () => {
    fc.assert(
      fc.property(risen, ({ ballots, raised, item }) => {
        for (const strength of strengths) {
          const won = (of: readonly Ballot[]) =>
            schulze(pairwise(of, items), strength)?.winners.includes(item);
          if (won(ballots)) expect(won(raised)).toBe(true);
        }
        const first = (of: readonly Ballot[]) => orders(of).some(([top]) => top === item);
        if (first(ballots)) expect(first(raised)).toBe(true);
      }),
    );
  });
});

describe('Kemeny beside all orders there are', () => {
  /** Every order of so many items, as places in the list. */
  function* permutations(left: readonly number[]): Generator<readonly number[]> {
    if (left.length === 0) yield [];
    for (const item of left) {
      for (const rest of permutations(left.filter((each) => each !== item))) yield [item, ...rest];
    }
  }
  const distance = (order: readonly number[], before: Pairwise['before']) =>
    order.reduce(
      (sum, item, at) =>
        sum + order.slice(0, at).reduce((part, above) => part + (before[item]?.[above] ?? 0), 0),
      0,
    );

  it.each([2, 3, 5, 6, 7])(
    'has the least contradictions of %i items, and as many orders with so few',
    (count) => {
      const names = items.concat(['E', 'F', 'G']).slice(0, count);
      const strict = fc.shuffledSubarray(names, { minLength: 0, maxLength: count }).map(
        // What is left out is unranked: tied below the rest.
        (order): Ballot => ({ tiers: order.map((item) => [item]), noOpinion: [] }),
      );
      fc.assert(
        fc.property(fc.array(strict, { minLength: 1, maxLength: 9 }), (ballots) => {
          const pairs = pairwise(ballots, names);
          let least = Infinity;
          let ways = 0;
          for (const order of permutations(names.map((_, index) => index))) {
            const found = distance(order, pairs.before);
            if (found < least) [least, ways] = [found, 0];
            if (found === least) ways += 1;
          }
          expect(kemeny(pairs)).toMatchObject({ kind: 'orders', distance: least, optimalCount: ways });
        }),
        { numRuns: count > 5 ? 10 : 50 },
      );
    },
  );
});
