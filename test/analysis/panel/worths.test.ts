import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bradleyTerry } from '../../../analysis/panel/bradley-terry.ts';
import { halfWins, pairwise } from '../../../analysis/panel/pairwise.ts';
import { plackettLuce } from '../../../analysis/panel/plackett-luce.ts';
import { anyBallots, ballot, items } from './ballots.ts';

const three = ['A', 'B', 'C'];

describe('worths from duels', () => {
  it('are the odds where there are two items', () => {
    const { lines, ghost, converged } = bradleyTerry(
      ['A', 'B'],
      [
        [0, 3],
        [1, 0],
      ],
    );
    expect(lines[0]?.worth).toBeCloseTo(0.75, 9);
    expect(lines[0]?.logWorth).toBeCloseTo(Math.log(3) / 2, 9);
    expect(lines.map(({ place }) => place)).toEqual([1, 2]);
    expect({ ghost, converged }).toEqual({ ghost: 0, converged: true });
  });

  it('stay finite for an item that never loses, by half a win and half a loss against an invented one', () => {
    const { lines, ghost } = bradleyTerry(
      ['A', 'B'],
      [
        [0, 4],
        [0, 0],
      ],
    );
    expect(ghost).toBe(0.5);
    expect(lines[0]?.worth).toBeGreaterThan(0.75);
    expect(lines[0]?.worth).toBeLessThan(1);
  });

  it('do not exist for an item nobody compared, and leave the others as they are', () => {
    const { lines, ghost } = bradleyTerry(three, [
      [0, 3, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
    expect(ghost).toBe(0);
    expect(lines[0]?.worth).toBeCloseTo(0.75, 9);
    expect(lines[2]).toEqual({ item: 'C', worth: null, logWorth: null, place: null });
  });

  it('satisfy their equations: each item wins as often as the model expects', () => {
    const count = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        (wins) => {
          const { lines } = bradleyTerry(items, wins, { tolerance: 1e-13 });
          const worths = lines.map(({ worth }) => worth ?? Number.NaN);
          for (const [i, own] of worths.entries()) {
            let [won, expected] = [0, 0];
            for (const [j, other] of worths.entries()) {
              if (i === j) continue;
              const duels = (wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0);
              won += wins[i]?.[j] ?? 0;
              expected += (duels * own) / (own + other);
            }
            expect(expected).toBeCloseTo(won, 8);
          }
        },
      ),
    );
  });

  it('ask for a whole table', () => {
    expect(() => bradleyTerry(three, [[0, 1, 1]])).toThrow(RangeError);
  });
});

describe('worths from orders', () => {
  it('are those of duels where members order two items', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A > B', 'B > A'), { minLength: 2, maxLength: 9 }), (orders) => {
        const ballots = orders.map(ballot);
        const own = plackettLuce(ballots, ['A', 'B']).lines;
        const duels = bradleyTerry(['A', 'B'], halfWins(pairwise(ballots, ['A', 'B']))).lines;
        expect(own[0]?.worth).toBeCloseTo(duels[0]?.worth ?? Number.NaN, 8);
      }),
    );
  });

  it('leave out ballots with ties and say how many', () => {
    const ballots = ['A > B > C', 'B > A > C', 'C > A > B', 'A = B > C'].map(ballot);
    expect(plackettLuce(ballots, three)).toMatchObject({ base: 3, leftOut: 1, ghost: 0, converged: true });
    expect(plackettLuce(ballots, three).lines.map(({ standardError }) => standardError)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('have the standard error of a log odds for two items', () => {
    const ballots = [...Array.from({ length: 6 }, () => 'A > B'), 'B > A', 'B > A'].map(ballot);
    const { lines, logLikelihood } = plackettLuce(ballots, ['A', 'B'], { standardErrors: true });
    expect(lines[0]?.standardError).toBeCloseTo(Math.sqrt(1 / 6 + 1 / 2), 8);
    expect(lines[1]?.standardError).toBe(0);
    expect(logLikelihood).toBeCloseTo(6 * Math.log(0.75) + 2 * Math.log(0.25), 8);
  });

  it('give no standard error where the invented item was needed', () => {
    const ballots = ['A > B > C', 'A > C > B'].map(ballot);
    const { lines, ghost } = plackettLuce(ballots, three, { standardErrors: true });
    expect(ghost).toBe(0.5);
    expect(lines.map(({ standardError }) => standardError)).toEqual([null, null, null]);
    expect(lines[0]?.place).toBe(1);
  });

  it('with the invented item are those of the same ballots twice, and one won and one lost duel against it', () => {
    const ballots = ['A > B > C > D', 'A > C > B > D', 'B > A > C > D'].map(ballot);
    const all = [...items, 'ghost'];
    const twice = [...ballots, ...ballots].map((one) => ({ ...one, noOpinion: ['ghost'] }));
    const duels = items.flatMap((item) => {
      const noOpinion = items.filter((other) => other !== item);
      return [
        { tiers: [[item], ['ghost']], noOpinion },
        { tiers: [['ghost'], [item]], noOpinion },
      ];
    });
    const wanted = plackettLuce([...twice, ...duels], all, { tolerance: 1e-13 });
    const own = plackettLuce(ballots, items, { tolerance: 1e-13 });
    expect([wanted.ghost, own.ghost]).toEqual([0, 0.5]);
    const sum = wanted.lines.slice(0, -1).reduce((total, { worth }) => total + (worth ?? Number.NaN), 0);
    for (const [index, { worth }] of own.lines.entries()) {
      expect(worth).toBeCloseTo((wanted.lines[index]?.worth ?? Number.NaN) / sum, 9);
    }
  });

  it('sum to one, in logarithms to nothing', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const lines = plackettLuce(ballots, items).lines.filter(({ worth }) => worth !== null);
        if (lines.length === 0) return;
        expect(lines.reduce((sum, { worth }) => sum + (worth ?? 0), 0)).toBeCloseTo(1, 9);
        expect(lines.reduce((sum, { logWorth }) => sum + (logWorth ?? 0), 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('do not exist without ballots', () => {
    const { base, lines } = plackettLuce([], three);
    expect(base).toBe(0);
    expect(lines.map(({ worth }) => worth)).toEqual([null, null, null]);
  });
});
