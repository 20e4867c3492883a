// A vote of the round before fills the form of a new round as far as the two ask the same.
import { expect, test } from 'vitest';
import { earlierFields } from '../../../../analysis/panel/ways/earlier-vote.ts';
import { type Offer, offerFor, readVote, type Vote, ways } from '../../../../analysis/panel/ways/vote.ts';
import { seededRandom } from '../../../../analysis/statistics/seeded-random.ts';

const needs = ['a', 'b', 'c', 'd', 'e', 'f'];
const votes: Readonly<Record<(typeof ways)[number], Vote>> = {
  piles: { way: 'piles', sorting: { a: 'first', c: 'noOpinion' } },
  points: { way: 'points', points: { b: 2 } },
  grid: { way: 'grid', marks: { a: { effort: 1, impact: 5 } } },
  pairs: {
    way: 'pairs',
    answers: [
      { first: 'a', second: 'b', chosen: 'second' },
      { first: 'd', second: 'c', chosen: 'equal' },
    ],
  },
  sets: {
    way: 'sets',
    sets: [['a', 'b', 'c', 'd']],
    answers: [{ set: 1, kind: 'named', best: 'a', worst: 'b' }],
  },
};

test('of the same way it says the same of every need that is in both, whatever chance drew', () => {
  for (const seed of [1, 2, 3, 4]) {
    for (const way of ways.filter((each) => each !== 'sets')) {
      const offer = offerFor(way, needs, seededRandom(seed));
      const { value, problems } = readVote(earlierFields(votes[way], offer), offer);
      expect(problems).toEqual([]);
      if (value.way !== 'pairs') expect(value).toEqual(votes[way]);
      else {
        const winner = value.answers.find(({ first, second }) => [first, second].sort().join('') === 'ab');
        expect(winner?.[winner.chosen === 'first' ? 'first' : 'second']).toBe('b');
        expect(value.answers).toHaveLength(2);
      }
    }
  }
});

test('what is not asked any more, and a vote of another way, fill nothing', () => {
  const offer: Offer = { way: 'piles', needs: ['b', 'd'] };
  expect(earlierFields(votes.piles, offer)).toEqual({});
  for (const way of ways) {
    for (const other of ways.filter((each) => each !== way)) {
      expect(earlierFields(votes[way], offerFor(other, needs, seededRandom(1)))).toEqual({});
    }
  }
  expect(earlierFields(votes.sets, offerFor('sets', needs, seededRandom(1)))).toEqual({});
});
