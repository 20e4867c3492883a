// What must hold of every way to a group order, whatever the ballots are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../../analysis/panel/ballot.ts';
import { borda } from '../../../analysis/panel/borda.ts';
import { type BordaVariant, bordaPoints } from '../../../analysis/panel/borda-variants.ts';
import { bradleyTerry } from '../../../analysis/panel/bradley-terry.ts';
import { condorcet } from '../../../analysis/panel/condorcet.ts';
import { copeland } from '../../../analysis/panel/copeland.ts';
import { kemeny } from '../../../analysis/panel/kemeny.ts';
import { minimax } from '../../../analysis/panel/minimax.ts';
import { halfWins, pairwise } from '../../../analysis/panel/pairwise.ts';
import { plackettLuce } from '../../../analysis/panel/plackett-luce.ts';
import { schulze } from '../../../analysis/panel/schulze.ts';
import { anyBallot, anyBallots, items } from './ballots.ts';

/** Ballots on which some items are without opinion too. */
const openBallots: fc.Arbitrary<readonly Ballot[]> = fc.array(
  fc.tuple(anyBallot, fc.subarray(items)).map(
    ([{ tiers }, silent]): Ballot => ({
      tiers: tiers
        .map((tier) => tier.filter((item) => !silent.includes(item)))
        .filter((tier) => tier.length > 0),
      noOpinion: silent,
    }),
  ),
  { minLength: 1, maxLength: 7 },
);

type Places = readonly (number | null)[];
type Method = (ballots: readonly Ballot[], of: readonly string[]) => Places;
const placesOf = (lines: readonly { readonly place: number | null }[] | null | undefined): Places =>
  lines?.map(({ place }) => place) ?? [];
const kemenyOf = (ballots: readonly Ballot[], of: readonly string[] = items) => {
  const result = kemeny(pairwise(ballots, of));
  if (result?.kind !== 'orders') throw new Error('there are ballots and few items');
  return result;
};

/** Every method that gives each item a place. */
const methods: Readonly<Record<string, Method>> = {
  Borda: (ballots, of) => placesOf(borda(ballots, of)),
  ...Object.fromEntries(
    (['unrankedLast', 'unrankedZero', 'modified'] satisfies BordaVariant[]).map(
      (variant): [string, Method] => [
        `Borda ${variant}`,
        (ballots, of) => placesOf(bordaPoints(ballots, of, variant)),
      ],
    ),
  ),
  Copeland: (ballots, of) => placesOf(copeland(pairwise(ballots, of))),
  Minimax: (ballots, of) => placesOf(minimax(pairwise(ballots, of))),
  'Schulze by winning votes': (ballots, of) => placesOf(schulze(pairwise(ballots, of))?.lines),
  'Schulze by margins': (ballots, of) => placesOf(schulze(pairwise(ballots, of), 'margins')?.lines),
  'Plackett-Luce': (ballots, of) => placesOf(plackettLuce(ballots, of).lines),
  'Bradley-Terry': (ballots, of) => placesOf(bradleyTerry(of, halfWins(pairwise(ballots, of))).lines),
};
/** The model's invented item weighs less beside more ballots, so that doubling them may move places. */
const countsOnly = Object.entries(methods).filter(
  ([name]) => !['Plackett-Luce', 'Bradley-Terry'].includes(name),
);

describe.each(Object.entries(methods))('the order of %s', (_, method) => {
  it('goes along when items have other names or stand elsewhere in the list', () => {
    const names = new Map(items.map((item, index) => [item, `need ${index}`]));
    const renamed = ({ tiers, noOpinion }: Ballot): Ballot => {
      const name = (item: string) => names.get(item) ?? '';
      return { tiers: tiers.map((tier) => tier.map(name)), noOpinion: noOpinion.map(name) };
    };
    fc.assert(
      fc.property(openBallots, (ballots) => {
        const turned = method(ballots.map(renamed), [...names.values()].reverse());
        expect([...turned].reverse()).toEqual(method(ballots, items));
      }),
    );
  });

  it('does not depend on who came first', () => {
    fc.assert(
      fc.property(openBallots, (ballots) => {
        expect(method([...ballots].reverse(), items)).toEqual(method(ballots, items));
      }),
    );
  });
});

it.each(countsOnly)('%s gives the same order when every ballot counts twice', (_, method) => {
  fc.assert(
    fc.property(openBallots, (ballots) => {
      expect(method([...ballots, ...ballots], items)).toEqual(method(ballots, items));
    }),
  );
});

describe('the item that beats every other', () => {
  it('is first by Copeland, minimax, Schulze and Kemeny', () => {
    fc.assert(
      fc.property(openBallots, (ballots) => {
        const pairs = pairwise(ballots, items);
        const { winner, loser, cycle } = condorcet(pairs);
        if (winner !== null) {
          const index = items.indexOf(winner);
          expect(copeland(pairs)?.[index]).toMatchObject({ place: 1, score: 3 });
          expect(minimax(pairs)?.[index]?.worstMargin).toBeLessThan(0);
          for (const strength of ['winningVotes', 'margins'] as const) {
            expect(schulze(pairs, strength)?.winners).toEqual([winner]);
            expect(schulze(pairs, strength)?.lines[index]).toMatchObject({ place: 1, wins: 3 });
          }
          for (const order of kemenyOf(ballots).optimal) expect(order[0]).toBe(winner);
        }
        if (loser !== null) for (const order of kemenyOf(ballots).optimal) expect(order.at(-1)).toBe(loser);
        // Four items with a winner and a loser have two left, which cannot go round.
        if (winner !== null && loser !== null) expect(cycle).toBe(false);
      }),
    );
  });
});

describe("Schulze's order", () => {
  it('is the same by winning votes and margins when nobody ties and everybody ranks all', () => {
    const strict = fc.array(
      fc
        .shuffledSubarray(items, { minLength: 4, maxLength: 4 })
        .map((order): Ballot => ({ tiers: order.map((item) => [item]), noOpinion: [] })),
      { minLength: 1, maxLength: 7 },
    );
    fc.assert(
      fc.property(strict, (ballots) => {
        const pairs = pairwise(ballots, items);
        expect(schulze(pairs, 'margins')?.lines).toEqual(schulze(pairs)?.lines);
      }),
    );
  });

  it('has one winner or more, and what beats what has no circle', () => {
    fc.assert(
      fc.property(openBallots, (ballots) => {
        const result = schulze(pairwise(ballots, items));
        expect(result?.winners.length).toBeGreaterThan(0);
        const beats = (i: number, j: number) => (result?.paths[i]?.[j] ?? 0) > (result?.paths[j]?.[i] ?? 0);
        for (const [i] of items.entries())
          for (const [j] of items.entries())
            for (const [k] of items.entries()) if (beats(i, j) && beats(j, k)) expect(beats(i, k)).toBe(true);
      }),
    );
  });
});

describe("Kemeny's order", () => {
  /** Contradictions of members with an order, pair by pair. */
  const distanceOf = (order: readonly string[], ballots: readonly Ballot[]) => {
    const { before } = pairwise(ballots, order);
    return before.reduce((sum, row, i) => sum + row.slice(0, i).reduce((part, count) => part + count, 0), 0);
  };
  const allOrders = (of: readonly string[]): readonly (readonly string[])[] =>
    of.length === 0
      ? [[]]
      : of.flatMap((first) => allOrders(of.filter((item) => item !== first)).map((rest) => [first, ...rest]));

  it('is all orders with the least contradictions and no other', () => {
    fc.assert(
      fc.property(openBallots, (ballots) => {
        const distances = allOrders(items).map((order) => distanceOf(order, ballots));
        const least = Math.min(...distances);
        const wanted = allOrders(items).filter((__, index) => distances[index] === least);
        const { distance, optimal, optimalCount, closest } = kemenyOf(ballots);
        expect({ distance, optimal, optimalCount }).toEqual({
          distance: least,
          optimal: wanted,
          optimalCount: wanted.length,
        });
        expect(optimal).toContainEqual(closest);
      }),
    );
  });

  it('contradicts members no more than the order of any other method', () => {
    fc.assert(
      fc.property(openBallots, (ballots) => {
        const { distance } = kemenyOf(ballots);
        for (const method of Object.values(methods)) {
          const found = method(ballots, items);
          const order = items
            .map((item, index) => ({ item, place: found[index] ?? Infinity }))
            .sort((one, other) => one.place - other.place || 0)
            .map(({ item }) => item);
          expect(distanceOf(order, ballots)).toBeGreaterThanOrEqual(distance);
        }
      }),
    );
  });

  it('turns around when every member turns the list around, and doubles its distance with twice the ballots', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const complete = ballots.map(({ tiers }): Ballot => {
          const rest = items.filter((item) => !tiers.flat().includes(item));
          return { tiers: rest.length > 0 ? [...tiers, rest] : tiers, noOpinion: [] };
        });
        const turned = complete.map(({ tiers }): Ballot => ({ tiers: [...tiers].reverse(), noOpinion: [] }));
        const { distance, optimal } = kemenyOf(complete);
        const backwards = kemenyOf(turned).optimal.map((order) => [...order].reverse().join(' '));
        expect(backwards.sort()).toEqual(optimal.map((order) => order.join(' ')).sort());
        expect(kemenyOf([...complete, ...complete])).toMatchObject({ distance: 2 * distance, optimal });
      }),
    );
  });
});
