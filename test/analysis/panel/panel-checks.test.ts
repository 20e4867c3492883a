import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../../analysis/panel/ballot.ts';
import { majorityCircle } from '../../../analysis/panel/circle.ts';
import { condorcet } from '../../../analysis/panel/condorcet.ts';
import { kemeny } from '../../../analysis/panel/kemeny.ts';
import { pairsSeen } from '../../../analysis/panel/pairs-seen.ts';
import { pairwise } from '../../../analysis/panel/pairwise.ts';
import { panelChecks } from '../../../analysis/panel/panel-checks.ts';
import { panelResult } from '../../../analysis/panel/panel-result.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { anyBallots, ballot, items } from './ballots.ts';

const three = ['A', 'B', 'C'];
const circle = ['A > B > C', 'B > C > A', 'C > A > B'];
const needsOf = (codes: readonly string[]) => codes.map((code) => ({ code, parent: null, evidence: null }));
const roundOf = (ballots: readonly Ballot[]) => ({
  round: 1,
  closedOn: '2026-03-14',
  members: ballots.length,
  ballots: ballots.map(({ tiers, noOpinion }) => ({
    lists: { top: { tiers: tiers.map((tier) => [...tier]), noOpinion: [...noOpinion] } },
  })),
});
const checksOf = (texts: readonly string[], codes: readonly string[]) =>
  panelChecks(roundOf(texts.map(ballot)), needsOf(codes))[0];
const methodOf = (checks: ReturnType<typeof checksOf>, name: string) =>
  checks?.majorities?.methods.find(({ method }) => method === name);

describe('the checks of a round', () => {
  it('are none with fewer than three ballots', () => {
    expect(panelChecks(roundOf(['A > B', 'A > B'].map(ballot)), needsOf(['A', 'B']))).toEqual([]);
  });

  it('name the methods that put a need elsewhere than the mean place does', () => {
    // B is first by mean place, A beats every other need: three members of five put it first.
    const checks = checksOf(['A > B > C', 'A > B > C', 'A > B > C', 'B > C > A', 'B > C > A'], three);
    expect(checks?.needs).toEqual(['B', 'A', 'C']);
    expect(checks?.majorities?.beatsAll).toBe('A');
    for (const name of ['copeland', 'schulze', 'kemeny']) {
      expect(methodOf(checks, name)?.differs, name).toEqual(['B', 'A']);
    }
    expect(checks?.majorities?.kemeny).toEqual({ kind: 'orders', distance: 4, comparisons: 15, orders: 1 });
  });

  it('keep every order that fits equally well: a need has the places of all of them', () => {
    const checks = checksOf([...circle, ...circle], three);
    expect(checks?.majorities?.circle).toHaveLength(3);
    expect(checks?.majorities?.kemeny).toMatchObject({ orders: 3 });
    expect(methodOf(checks, 'kemeny')?.places).toEqual(three.map(() => ({ best: 1, worst: 3 })));
    expect(methodOf(checks, 'schulze')?.places).toEqual(three.map(() => ({ best: 1, worst: 1 })));
    expect(checks?.majorities?.methods.flatMap(({ differs }) => differs)).toEqual([]);
  });

  it('keep apart what was left unranked and what nobody compares', () => {
    const checks = checksOf(['A > B', 'A > B > C', 'A > B / C', 'C > A > B', 'A > B > C'], three);
    expect(checks).toMatchObject({ unranked: 1, noOpinion: 1 });
    expect(methodOf(checks, 'rankedOnly')).toBeDefined();
    expect(
      methodOf(checksOf(['A > B', 'A > B', 'B > A', 'B > A', 'A > B'], ['A', 'B']), 'rankedOnly'),
    ).toBeUndefined();
  });

  it('tell with fewer than five ballots neither what follows from who beats whom, nor how firm a place is', () => {
    const checks = checksOf(circle, three);
    expect(checks).toMatchObject({ majorities: null, firmness: null, redraws: null });
    expect(checks?.agreement).toMatchObject({ w: 0, test: 'exact', p: 1, base: 3 });
  });

  it('say of the compromise that it is not computed beyond twenty needs', () => {
    const many = Array.from({ length: 21 }, (_, index) => `N${index}`);
    const checks = checksOf(
      Array.from({ length: 5 }, () => many.join(' > ')),
      many,
    );
    expect(checks?.majorities?.kemeny).toMatchObject({ kind: 'refused', most: 20 });
    expect(methodOf(checks, 'kemeny')).toBeUndefined();
  });

  it('rest on the same redraws and shuffles as the result of the round', () => {
    const random = seededRandom(3);
    const ballots = Array.from({ length: 12 }, () =>
      ballot([...items].sort(() => random() - 0.5).join(' > ')),
    );
    const [checks] = panelChecks(roundOf(ballots), needsOf(items));
    const [list] = panelResult(roundOf(ballots), needsOf(items)).lists;
    expect(checks?.redraws).toEqual({ exact: false, draws: 4_000 });
    expect(checks?.agreement).toMatchObject({
      w: list?.agreement?.w,
      p: list?.agreement?.p,
      test: 'shuffles',
    });
    for (const place of list?.order ?? []) {
      const firm = checks?.firmness?.find(({ need }) => need === place.need);
      expect(firm).toMatchObject({ withoutOne: place.withoutOne, polarisation: place.disagreement });
    }
  });

  it('do not change when members come in another order', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const turned = panelChecks(roundOf([...ballots].reverse()), needsOf(items));
        expect(turned).toEqual(panelChecks(roundOf(ballots), needsOf(items)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a circle of majorities', () => {
  it('goes round, and is there whenever majorities do', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const pairs = pairwise(ballots, items);
        const { margins, cycle } = condorcet(pairs);
        const found = majorityCircle(pairs);
        expect(found !== null).toBe(cycle);
        for (const [index, item] of (found ?? []).entries()) {
          const next = found?.[(index + 1) % found.length] ?? '';
          expect(margins[items.indexOf(item)]?.[items.indexOf(next)]).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('the pairs as they may be seen', () => {
  const cell = (ahead: number, behind: number, level = 0) => {
    const ballots = [
      ...Array.from({ length: ahead }, () => ballot('A > B')),
      ...Array.from({ length: behind }, () => ballot('B > A')),
      ...Array.from({ length: level }, () => ballot('A = B')),
    ];
    return pairsSeen(pairwise(ballots, ['A', 'B']))[0]?.[1];
  };

  it('count from ten members on, and no group of one to four', () => {
    expect(cell(5, 4)).toEqual({ outcome: 'wins', counts: null });
    expect(cell(5, 5)).toEqual({ outcome: 'level', counts: { ahead: 5, behind: 5, level: 0 } });
    expect(cell(6, 4)).toEqual({ outcome: 'wins', counts: null });
    expect(cell(6, 5, 1)).toEqual({ outcome: 'wins', counts: null });
    expect(cell(5, 7)).toEqual({ outcome: 'loses', counts: { ahead: 5, behind: 7, level: 0 } });
    expect(cell(10, 0)).toEqual({ outcome: 'wins', counts: { ahead: 10, behind: 0, level: 0 } });
  });

  it('say nothing where fewer than five compared the two', () => {
    expect(cell(4, 0)).toEqual({ outcome: 'tooFew', counts: null });
    const silent = ['A > B', 'A > B', 'A > B', '/ A', '/ B', '/ A'].map(ballot);
    expect(pairsSeen(pairwise(silent, ['A', 'B']))[0]?.[1]?.outcome).toBe('tooFew');
  });
});

describe('the places of the compromise', () => {
  it('are those over all optimal orders', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const result = kemeny(pairwise(ballots, items));
        if (result?.kind !== 'orders') throw new Error('there are ballots and few items');
        const found = items.map((item) => result.optimal.map((order) => order.indexOf(item) + 1));
        expect(result.places).toEqual(
          found.map((places) => ({ best: Math.min(...places), worst: Math.max(...places) })),
        );
      }),
    );
  });
});
