import { describe, expect, test } from 'vitest';
import { needLists, type PanelNeed, panelResult } from '../../../analysis/panel/panel-result.ts';
import type { StoredBallot } from '../../../surveys/demonstration.ts';

const ballot = (top: string[][], noOpinion: string[] = [], nested?: string[][]): StoredBallot => ({
  lists: { top: { tiers: top, noOpinion }, ...(nested ? { C: { tiers: nested, noOpinion: [] } } : {}) },
});
const need = (code: string, evidence: number | null = null, parent: string | null = null): PanelNeed => ({
  code,
  parent,
  evidence,
});
const needs = [need('A'), need('B'), need('C'), need('D')];
/** The five ballots of method vectors rank-loo and rank-bootstrap-exact. */
const five = [
  ballot([['A'], ['B'], ['C'], ['D']]),
  ballot([['A'], ['B'], ['C'], ['D']]),
  ballot([['B'], ['A'], ['C'], ['D']]),
  ballot([['A'], ['C'], ['D'], ['B']]),
  ballot([['D'], ['B'], ['A'], ['C']]),
];
const result = (ballots: readonly StoredBallot[], list: readonly PanelNeed[] = needs) =>
  panelResult({ round: 1, closedOn: '2024-03-14', members: 5, ballots }, list);

describe('the lists a panel orders', () => {
  test('are the top level and the children of a need with two or more', () => {
    const tree = [need('A'), need('B'), need('Ba', null, 'B'), need('Bb', null, 'B'), need('Aa', null, 'A')];
    expect(needLists(tree)).toEqual([
      { parent: null, needs: ['A', 'B'] },
      { parent: 'B', needs: ['Ba', 'Bb'] },
    ]);
  });
});

describe("a panel's result", () => {
  test('tells no mean over one or two opinions: it would be what these members said', () => {
    const order = [['A'], ['B'], ['C']];
    const { lists } = result([ballot(order, ['D']), ballot(order, ['D']), ballot([...order, ['D']])]);
    const told = Object.fromEntries((lists[0]?.order ?? []).map(({ need: code, ...place }) => [code, place]));
    expect(told.D).toMatchObject({ rank: 4, ballotPlace: null, meanPlace: null, score: null });
    expect(told.C?.meanPlace).not.toBeNull();
  });

  test('orders by the mean place and tells range, steadiness and agreement', () => {
    const { lists, ballots, members } = result(five);
    expect({ ballots, members, lists: lists.length }).toEqual({ ballots: 5, members: 5, lists: 1 });
    const [list] = lists;
    expect(list?.order.map((place) => [place.need, place.rank])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
      ['D', 4],
    ]);
    const [first, second] = list?.order ?? [];
    // Places 1 1 2 1 3, so the mean is 1.6; score100 = 100 * (4 - 1.6) / 3.
    expect(first?.meanPlace).toBeCloseTo(1.6, 10);
    expect(first?.score).toBeCloseTo(80, 10);
    expect([first?.lowest, first?.highest]).toEqual([1, 3]);
    expect(first?.withoutOne).toEqual({ best: 1, worst: 1 });
    expect(second?.withoutOne).toEqual({ best: 1, worst: 2 });
    // R: vegan::kendall.global of these ranks; rank sums 8 11 15 16.
    expect(list?.agreement?.w).toBeCloseTo(
      (12 * (64 + 121 + 225 + 256) - 3 * 25 * 4 * 25) / (25 * 4 * 15),
      10,
    );
    expect(list?.agreement?.words).toBe('weak');
    expect(list?.agreement?.left).toBe(0);
  });
  test('brackets neighbours that change places in more than one in five redraws', () => {
    const clear = Array.from({ length: 5 }, () => ballot([['A'], ['B'], ['C'], ['D']]));
    expect(result(clear).lists[0]?.order.map((place) => place.equalToNext)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    // A and B each first on two lists and second on the others but one.
    const close = [
      ballot([['A'], ['B'], ['C'], ['D']]),
      ballot([['B'], ['A'], ['C'], ['D']]),
      ballot([['A'], ['B'], ['C'], ['D']]),
      ballot([['B'], ['A'], ['C'], ['D']]),
      ballot([['A'], ['B'], ['C'], ['D']]),
    ];
    expect(result(close).lists[0]?.order.map((place) => place.equalToNext)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
  test('calls a need divided when half put it first and half last', () => {
    const split = [
      ballot([['D'], ['A'], ['B'], ['C']]),
      ballot([['D'], ['A'], ['B'], ['C']]),
      ballot([['A'], ['B'], ['C'], ['D']]),
      ballot([['A'], ['B'], ['C'], ['D']]),
      ballot([['D'], ['A'], ['B'], ['C']]),
    ];
    const places = result(split).lists[0]?.order ?? [];
    expect(places.find((place) => place.need === 'D')?.divided).toBe(true);
    expect(places.find((place) => place.need === 'A')?.divided).toBe(false);
  });
  test('shows nothing with two ballots', () => {
    expect(result(five.slice(0, 2))).toMatchObject({ ballots: 2, lists: [] });
  });
  test('shows the order without spread per need with four ballots', () => {
    const order = result(five.slice(0, 4)).lists[0]?.order ?? [];
    expect(order.map((place) => place.need)).toEqual(['A', 'B', 'C', 'D']);
    for (const place of order) {
      expect(place).toMatchObject({
        lowest: null,
        highest: null,
        disagreement: null,
        divided: false,
        withoutOne: null,
      });
    }
  });
  test('leaves the spread of a need out when fewer than five have an opinion on it', () => {
    const [first, ...others] = five;
    const without = ballot([['A'], ['B'], ['C']], ['D']);
    expect(first).toBeDefined();
    const order = result([without, ...others]).lists[0]?.order ?? [];
    expect(order.find((place) => place.need === 'D')).toMatchObject({ lowest: null, highest: null });
    expect(order.find((place) => place.need === 'A')?.lowest).toBe(1);
  });
  test('counts comparisons that exist when somebody has no opinion, and tells no W of two whole ballots', () => {
    // Vector borda-noopinion: A won 7 comparisons of 8, B 5 of 8. Of D there are two opinions, so its score is not told.
    const three = [
      ballot([['A'], ['B'], ['C']], ['D']),
      ballot([['B'], ['A'], ['D'], ['C']]),
      ballot([['A'], ['C'], ['B'], ['D']]),
    ];
    const [list] = result(three).lists;
    const score = (code: string) => list?.order.find((place) => place.need === code)?.score;
    expect(score('A')).toBeCloseTo(87.5, 10);
    expect(score('B')).toBeCloseTo(62.5, 10);
    expect(score('D')).toBeNull();
    expect(list).toMatchObject({ agreement: null, ballots: 3, complete: 2 });
    const whole = result([...three, ballot([['B'], ['A'], ['D'], ['C']])]).lists[0];
    expect(whole?.agreement?.left).toBe(1);
    expect(whole?.complete).toBe(3);
  });
  test('lets evidence decide an exact tie and nothing else', () => {
    const tied = [
      ballot([['A'], ['B', 'C'], ['D']]),
      ballot([['A'], ['C', 'B'], ['D']]),
      ballot([['A'], ['B', 'C'], ['D']]),
    ];
    const order = result(tied, [need('A', 1), need('B', 20), need('C', 65), need('D', 99)]).lists[0]?.order;
    expect(order?.map((place) => [place.need, place.rank])).toEqual([
      ['A', 1],
      ['C', 2],
      ['B', 3],
      ['D', 4],
    ]);
    expect(order?.map((place) => place.equalToNext)).toEqual([false, true, false, false]);
    const same = result(tied).lists[0]?.order;
    expect(same?.map((place) => [place.need, place.rank])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 2],
      ['D', 4],
    ]);
  });
  test('puts children in a list of their own, on the ballots that ordered them', () => {
    const tree = [...needs, need('Ca', null, 'C'), need('Cb', null, 'C')];
    const nested = [
      ballot([['A'], ['B'], ['C'], ['D']], [], [['Cb'], ['Ca']]),
      ballot([['A'], ['B'], ['C'], ['D']], [], [['Cb'], ['Ca']]),
      ballot([['B'], ['A'], ['C'], ['D']], [], [['Ca'], ['Cb']]),
      ballot([['B'], ['A'], ['C'], ['D']]),
    ];
    const { lists } = result(nested, tree);
    expect(lists.map((list) => [list.parent, list.ballots])).toEqual([
      [null, 4],
      ['C', 3],
    ]);
    expect(lists[1]?.order.map((place) => place.need)).toEqual(['Cb', 'Ca']);
  });
  test('is the same every time, also where it draws at random', () => {
    const many = Array.from({ length: 3 }, () => five).flat();
    expect(result(many)).toEqual(result(many));
  });
});
