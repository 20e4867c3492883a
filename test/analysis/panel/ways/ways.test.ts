import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBallot } from '../../../../analysis/panel/ballot.ts';
import { countGrid, readGrid } from '../../../../analysis/panel/ways/grid.ts';
import { countPairs, designPairs, readPairs } from '../../../../analysis/panel/ways/pairs.ts';
import { ballotOfPiles, pilesComeFirst, readPiles } from '../../../../analysis/panel/ways/piles.ts';
import { countPoints, offerPoints, readPoints } from '../../../../analysis/panel/ways/points.ts';
import { countSets, designSets, readSets } from '../../../../analysis/panel/ways/sets.ts';
import {
  countVotes,
  offerFor,
  readVote,
  saysSomething,
  type Vote,
  type Way,
  waysFor,
} from '../../../../analysis/panel/ways/vote.ts';
import { seededRandom } from '../../../../analysis/statistics/seeded-random.ts';

const needsOf = (count: number) => Array.from({ length: count }, (_, index) => `N${index + 1}`);
const nine = needsOf(9);
const keys = (problems: readonly { field: string; key: string }[]) =>
  problems.map(({ field, key }) => `${field} ${key.replace('votes.problem.', '')}`);

describe('piles', () => {
  test('become tiers, best first; an unsorted need is below all and no opinion is apart', () => {
    const { value, problems } = readPiles(
      { 'pile.N1': 'less', 'pile.N2': 'first', 'pile.N3': 'first', 'pile.N4': 'noOpinion', 'pile.N5': '' },
      needsOf(5),
    );
    expect(problems).toEqual([]);
    expect(ballotOfPiles(value, needsOf(5))).toEqual({ tiers: [['N2', 'N3'], ['N1']], noOpinion: ['N4'] });
  });
  test('a pile that is none is said at its field, and the rest is kept', () => {
    const { value, problems } = readPiles({ 'pile.N1': 'high', 'pile.N2': 'later' }, needsOf(2));
    expect(keys(problems)).toEqual(['pile.N1 pile']);
    expect(value).toEqual({ N2: 'later' });
  });
  test('come first from the thirteenth card on', () => {
    expect([12, 13].map((count) => pilesComeFirst(needsOf(count)))).toEqual([false, true]);
  });
});

describe('points', () => {
  test('are a third of the needs, rounded up, two at most for one', () => {
    expect([1, 3, 4, 9, 11].map((count) => offerPoints(needsOf(count)).budget)).toEqual([1, 1, 2, 3, 4]);
    expect(offerPoints(nine).most).toBe(2);
  });
  test('too many in all are said at each need that has some, with how many too many', () => {
    const { problems } = readPoints(
      { 'points.N1': '2', 'points.N2': '2', 'points.N3': '0' },
      offerPoints(nine),
    );
    expect(keys(problems)).toEqual(['points.N1 tooManyPoints', 'points.N2 tooManyPoints']);
    expect(problems[0]?.values).toEqual({ budget: 3, over: 1 });
  });
  test('half points, words and three on one need are refused at that field', () => {
    const fields = { 'points.N1': '1.5', 'points.N2': 'veel', 'points.N3': '3', 'points.N4': '-1' };
    expect(keys(readPoints(fields, offerPoints(nine)).problems)).toEqual([
      'points.N1 wholePoints',
      'points.N2 wholePoints',
      'points.N3 mostPoints',
      'points.N4 wholePoints',
    ]);
  });
  test('are added up, and equal sums keep an equal place', () => {
    const lines = countPoints([{ N1: 2, N2: 1 }, { N2: 1, N3: 2 }, { N4: 1 }], needsOf(5));
    expect(lines.map(({ points, place }) => [points, place])).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
      [1, 4],
      [0, 5],
    ]);
  });
});

describe('sets', () => {
  test('show four different needs, each at least three times and nearly as often, for every seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), fc.integer(), (count, seed) => {
        const needs = needsOf(count);
        const sets = designSets(needs, seededRandom(seed));
        expect(sets.length).toBe(Math.ceil((3 * count) / 4));
        for (const set of sets) expect(new Set(set).size).toBe(4);
        const shown = needs.map((need) => sets.filter((set) => set.includes(need)).length);
        expect(Math.min(...shown)).toBeGreaterThanOrEqual(3);
        expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);
        expect(designSets(needs, seededRandom(seed))).toEqual(sets);
      }),
    );
  });
  test('ask both and two different ones; what is wrong is said at the field that lacks it', () => {
    const sets = [
      ['N1', 'N2', 'N3', 'N4'],
      ['N2', 'N3', 'N4', 'N5'],
      ['N1', 'N3', 'N5', 'N6'],
      ['N1', 'N2', 'N5', 'N6'],
    ];
    const { value, problems } = readSets(
      {
        'best.1': 'N1',
        'worst.2': 'N2',
        'best.3': 'N3',
        'worst.3': 'N3',
        'best.4': 'N9',
        'worst.4': 'N1',
      },
      sets,
    );
    expect(value).toEqual([]);
    expect(keys(problems)).toEqual([
      'worst.1 worstMissing',
      'best.2 bestMissing',
      'worst.3 bestIsWorst',
      'best.4 notInSet',
    ]);
  });
  test('count best less worst over the times shown; a set without opinion was not shown', () => {
    const sets = [['N1', 'N2', 'N3', 'N4']];
    const named = (best: string, worst: string) => ({
      sets,
      answers: [{ set: 1, kind: 'named', best, worst } as const],
    });
    const votes = [named('N1', 'N4'), named('N1', 'N3'), named('N2', 'N1')];
    const silent = { sets, answers: [{ set: 1, kind: 'noOpinion' } as const] };
    const lines = countSets([...votes, silent], needsOf(5));
    expect(lines.map(({ score, shown, place }) => [score, shown, place])).toEqual([
      [1 / 3, 3, 1],
      [1 / 3, 3, 1],
      [-1 / 3, 3, 3],
      [-1 / 3, 3, 3],
      [null, 0, null],
    ]);
  });
  test('hold back the score of a need that fewer than three members judged', () => {
    const vote = {
      sets: [needsOf(4), needsOf(4), needsOf(4)],
      answers: [1, 2, 3].map((set) => ({ set, kind: 'named', best: 'N1', worst: 'N2' }) as const),
    };
    expect(countSets([vote, vote], needsOf(4)).map(({ score }) => score)).toEqual([null, null, null, null]);
  });
});

describe('pairs', () => {
  test('are all of them once, for every seed, and either need stands first about as often', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer(), (count, seed) => {
        const pairs = designPairs(needsOf(count), seededRandom(seed));
        const names = pairs.map(({ first, second }) => [first, second].sort().join());
        expect(new Set(names).size).toBe((count * (count - 1)) / 2);
        expect(names.length).toBe((count * (count - 1)) / 2);
      }),
    );
    const firsts = Array.from(
      { length: 400 },
      (_, seed) => designPairs(['A', 'B'], seededRandom(seed))[0]?.first,
    );
    const share = firsts.filter((first) => first === 'A').length / firsts.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });
  test('are refused for eight needs', () => {
    expect(() => designPairs(needsOf(8), seededRandom(1))).toThrow(RangeError);
  });
  test('count as Bradley and Terry do: three wins of four are three quarters', () => {
    const pair = { first: 'A', second: 'B' };
    const votes = (['first', 'first', 'first', 'second'] as const).map((chosen) => [{ ...pair, chosen }]);
    expect(countPairs(votes, ['A', 'B']).lines[0]?.worth).toBeCloseTo(0.75, 8);
    const silent = [{ ...pair, chosen: 'noOpinion' as const }];
    expect(countPairs([...votes, silent], ['A', 'B']).lines[0]?.worth).toBeCloseTo(0.75, 8);
  });
  test('equal is half a win for both', () => {
    const votes = [1, 2, 3].map(() => [{ first: 'A', second: 'B', chosen: 'equal' as const }]);
    expect(countPairs(votes, ['A', 'B']).lines.map(({ place, won }) => [place, won])).toEqual([
      [1, 1.5],
      [1, 1.5],
    ]);
  });
  test('hold back the worth of a need that fewer than three members compared', () => {
    const ab = { first: 'A', second: 'B', chosen: 'first' as const };
    const bc = { first: 'B', second: 'C', chosen: 'second' as const };
    const { lines } = countPairs([[ab, bc], [ab, bc], [ab]], ['A', 'B', 'C', 'D']);
    expect(lines.map(({ base, place, compared }) => [base, place, compared])).toEqual([
      [3, 1, 3],
      [3, 2, 5],
      [2, null, null],
      [0, null, null],
    ]);
    expect(lines[2]).toMatchObject({ worth: null, won: null });
  });
  test('a choice that is none is said at its pair', () => {
    const pairs = [{ first: 'A', second: 'B' }];
    expect(keys(readPairs({ 'pair.1': 'left' }, pairs).problems)).toEqual(['pair.1 pair']);
    expect(readPairs({}, pairs)).toEqual({ value: [], problems: [] });
  });
});

describe('the grid', () => {
  test('asks both marks, 1 to 5, and says at which field one is missing', () => {
    const { value, problems } = readGrid(
      { 'effort.N1': '2', 'impact.N1': '5', 'effort.N2': '1', 'impact.N3': '6' },
      needsOf(3),
    );
    expect(value).toEqual({ N1: { effort: 2, impact: 5 } });
    expect(keys(problems)).toEqual(['impact.N2 impactMissing', 'impact.N3 mark']);
  });
  test('gives medians and their quarter; on a middle line it is between', () => {
    const mark = (effort: number, impact: number) => ({ N1: { effort, impact } });
    const quarter = (...votes: (readonly [number, number])[]) =>
      countGrid(
        votes.map(([effort, impact]) => mark(effort, impact)),
        ['N1'],
      )[0];
    expect(quarter([1, 5], [2, 4], [5, 1])).toMatchObject({ effort: 2, impact: 4, quarter: 'quickWin' });
    expect(quarter([4, 5], [5, 4], [5, 4])?.quarter).toBe('bigProject');
    expect(quarter([1, 1], [1, 1], [1, 1])?.quarter).toBe('fillIn');
    expect(quarter([5, 1], [5, 1], [5, 1])?.quarter).toBe('leave');
    expect(quarter([3, 5], [3, 5], [3, 5])?.quarter).toBe('between');
    expect(quarter([1, 5], [1, 5])).toMatchObject({ base: 2, effort: null, impact: null, quarter: null });
  });
});

describe('every way', () => {
  const anyFields = (names: readonly string[]) =>
    fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(
        fc.constantFrom('', '1', '2', '5', 'first', 'equal', 'later', 'yes', 'noOpinion', ...needsOf(6)),
        fc.string({ maxLength: 4 }),
        fc.constant(['1', '2']),
      ),
    );
  const names = needsOf(6).flatMap((need, index) => [
    ...['pile', 'points', 'effort', 'impact'].map((word) => `${word}.${need}`),
    ...['best', 'worst', 'noOpinion', 'pair'].map((word) => `${word}.${index + 1}`),
  ]);

  test('fits the number of needs it can ask about', () => {
    expect(waysFor(9)).toEqual(['piles', 'points', 'sets', 'grid']);
    expect(waysFor(7)).toContain('pairs');
    expect(waysFor(4)).not.toContain('sets');
    expect(waysFor(1)).toEqual(['grid']);
    expect(() => offerFor('pairs', nine, seededRandom(1))).toThrow(RangeError);
  });
  test.each(waysFor(6))('%s reads any form without throwing, and keeps only what it offered', (way) => {
    fc.assert(
      fc.property(anyFields(names), fc.integer(), (fields, seed) => {
        const offer = offerFor(way, needsOf(6), seededRandom(seed));
        const { value: vote, problems } = readVote(fields, offer);
        expect(vote.way).toBe(way);
        for (const { field } of problems) expect(names).toContain(field);
        if (vote.way === 'piles') {
          expect(checkBallot(ballotOfPiles(vote.sorting, needsOf(6)), needsOf(6))).toEqual([]);
        }
        if (vote.way === 'points') {
          expect(Object.values(vote.points).reduce((sum, points) => sum + points, 0)).toBeLessThanOrEqual(2);
        }
        // A vote survives its way into the database.
        expect(JSON.parse(JSON.stringify(vote))).toEqual(vote);
      }),
    );
  });
  test.each(waysFor(6))(
    '%s counts to nothing with two votes, or with a third that says nothing',
    (way: Way) => {
      const said: Readonly<Record<Way, Record<string, string>>> = {
        piles: { 'pile.N1': 'first' },
        points: { 'points.N1': '1' },
        sets: { 'noOpinion.1': 'yes' },
        pairs: { 'pair.1': 'first' },
        grid: { 'effort.N1': '1', 'impact.N1': '5' },
      };
      const offer = offerFor(way, needsOf(6), seededRandom(1));
      const { value: vote } = readVote(said[way], offer);
      const { value: empty } = readVote({}, offer);
      expect([saysSomething(vote), saysSomething(empty)]).toEqual([true, false]);
      expect(countVotes(way, [vote, vote], needsOf(6))).toBeNull();
      expect(countVotes(way, [vote, vote, empty], needsOf(6))).toBeNull();
      const other: Vote =
        way === 'grid'
          ? { way: 'points', points: { N1: 1 } }
          : { way: 'grid', marks: { N1: { effort: 1, impact: 1 } } };
      expect(countVotes(way, [vote, vote, other], needsOf(6))).toBeNull();
      expect(countVotes(way, [vote, vote, vote], needsOf(6))?.way).toBe(way);
    },
  );
});
