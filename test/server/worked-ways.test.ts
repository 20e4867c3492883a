// The worked examples of the other ways of voting, read as a librarian with pen and paper reads them: every number follows
// from what the members chose.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../set-up/start-app.ts';
import { numberIn, tableOf, wordsOf, workOut } from './read-page.ts';
import { byHead, numbers, orderOn, placeOn, rounded, sportPlaces, sumOf } from './worked-page.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const pageOf = async (way: string) => {
  const page = await app.visitor().get(`/worked-example${way}`);
  expect(page.status).toBe(200);
  return page.text;
};

describe('the examples of the other ways', () => {
  /** Held against the order that stands below the count. */
  function expectOrder(html: string, needs: readonly string[], found: readonly number[]) {
    expect(orderOn(html)).toHaveLength(needs.length);
    for (const [index, need] of needs.entries()) {
      const shared = found.filter((place) => place === found[index]).length > 1;
      expect(orderOn(html)).toContainEqual({ need, place: found[index], shared });
    }
  }

  test('piles are places that needs share', async () => {
    const html = await pageOf('/piles');
    const said = byHead(tableOf(html, 'said-table'));
    const needs = [...said.keys()];
    const places = numbers(tableOf(html, 'places-table'));
    const members = tableOf(html, 'said-table').heads.slice(1);
    const piles = ['eerst', 'later', 'minder', 'niet gesorteerd'];
    for (const [index, member] of members.entries()) {
      const on = piles.map((pile) => needs.filter((need) => said.get(need)?.[index] === pile));
      const card = { member, tiers: on.slice(0, 3).filter((pile) => pile.length > 0), noOpinion: [] };
      for (const need of needs) expect(places.get(need)?.[index]).toBe(placeOn(card, need, needs));
    }
    const means = needs.map((need) => sumOf(places.get(need) ?? []) / members.length);
    for (const [index, need] of needs.entries())
      expect(numbersOf(html, 'mean-table', need).at(-1)).toBe(rounded(means[index] ?? 0));
    expectOrder(
      html,
      needs,
      sportPlaces(means, (one, other) => one < other),
    );
  });

  /** The cells of a need, without the one that works something out. */
  const numbersOf = (html: string, id: string, need: string) =>
    (byHead(tableOf(html, id)).get(need) ?? []).filter((cell) => !/[+−×÷]/.test(cell)).map(numberIn);

  test('points are added', async () => {
    const html = await pageOf('/points');
    const said = numbers(tableOf(html, 'said-table'));
    const needs = [...said.keys()];
    const sums = needs.map((need) => sumOf(said.get(need) ?? []));
    const found = sportPlaces(sums, (one, other) => one > other);
    const budget = Math.ceil(needs.length / 3);
    expect(wordsOf(html)).toContain(`naar boven afgerond: ${budget}.`);
    for (const [index, need] of needs.entries()) {
      expect(numbersOf(html, 'count-table', need)).toEqual([sums[index], found[index]]);
      expect(byHead(tableOf(html, 'count-table')).get(need)?.[0]).toBe(said.get(need)?.join(' + '));
    }
    const given = tableOf(html, 'said-table')
      .heads.slice(1)
      .map((_, index) => sumOf([...said.values()].map((row) => row[index] ?? 0)));
    expect(given.filter((points) => points > budget)).toEqual([]);
    expectOrder(html, needs, found);
  });

  test('first and least are counted over the sets that were judged', async () => {
    const html = await pageOf('/sets');
    const judged = tableOf(html, 'said-table').rows.filter(([, , best]) => best !== '–');
    const needs = [...byHead(tableOf(html, 'count-table')).keys()];
    const counts = needs.map((need) => {
      const times = (column: number) => judged.filter((row) => row[column] === need).length;
      const shown = judged.filter((row) => row[1]?.split(', ').includes(need)).length;
      return { best: times(2), worst: times(3), shown, score: (times(2) - times(3)) / shown };
    });
    const found = sportPlaces(
      counts.map(({ score }) => score),
      (one, other) => one > other,
    );
    for (const [index, need] of needs.entries()) {
      const { best = 0, worst = 0, shown = 0, score = 0 } = counts[index] ?? {};
      expect(shown).toBeGreaterThanOrEqual(3);
      expect(numbersOf(html, 'count-table', need)).toEqual([
        best,
        worst,
        shown,
        rounded(score),
        found[index],
      ]);
      expect(byHead(tableOf(html, 'count-table')).get(need)?.[3]).toBe(`(${best} − ${worst}) ÷ ${shown}`);
    }
    expectOrder(html, needs, found);
  });

  test('two by two gives worths that come out at what was won', async () => {
    const html = await pageOf('/pairs');
    const answers = tableOf(html, 'said-table').rows.flatMap(([head = '', ...cells]) => {
      const [one = '', other = ''] = head.replace('?', '').split(' of ');
      return cells.filter((chosen) => chosen !== 'geen mening').map((chosen) => ({ one, other, chosen }));
    });
    const counted = numbers(tableOf(html, 'count-table'));
    const needs = [...counted.keys()];
    const worth = (need: string) => counted.get(need)?.[2] ?? 0;
    const expected = byHead(tableOf(html, 'expected-table'));
    for (const need of needs) {
      const own = answers.filter(({ one, other }) => [one, other].includes(need));
      const won = sumOf(
        own.map(({ chosen }) => (chosen === need ? 1 : chosen === 'even belangrijk' ? 0.5 : 0)),
      );
      expect(counted.get(need)?.slice(0, 2)).toEqual([won, own.length]);
      const wins = sumOf(
        own.map(({ one, other }) => worth(need) / (worth(need) + worth(one === need ? other : one))),
      );
      expect(wins).toBeCloseTo(won, 2);
      const [working = '', ...told] = expected.get(need) ?? [];
      expect(told.map(numberIn)).toEqual([won, won]);
      expect(workOut(working)).toBeCloseTo(won, 2);
    }
    expect(sumOf(needs.map(worth))).toBeCloseTo(100, 0);
    expectOrder(
      html,
      needs,
      sportPlaces(needs.map(worth), (one, other) => one > other),
    );
  });

  test('work and benefit are the middle of what members said', async () => {
    const html = await pageOf('/grid');
    const said = byHead(tableOf(html, 'said-table'));
    const needs = [...said.keys()];
    const middle = (values: readonly number[]) => {
      const sorted = [...values].sort((one, other) => one - other);
      const half = sorted.length / 2;
      return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
    };
    const medians = needs.map((need) => {
      const marks = (said.get(need) ?? []).filter((mark) => mark !== '–').map((mark) => mark.split(' / '));
      return [0, 1].map((scale) => middle(marks.map((mark) => Number(mark[scale]))));
    });
    for (const [index, need] of needs.entries()) {
      const [, effort = '', , impact = '', corner] = byHead(tableOf(html, 'count-table')).get(need) ?? [];
      expect([effort, impact].map(numberIn)).toEqual(medians[index]);
      const much = [effort, impact].map((mark) => numberIn(mark) > 3);
      const corners = much[1] ? ['snelle winst', 'groot werk'] : ['klein werk', 'liever niet'];
      expect(corner).toBe(corners[Number(much[0])]);
    }
    const keys = medians.map(([effort = 0, impact = 0]) => 10 * impact - effort);
    expectOrder(
      html,
      needs,
      sportPlaces(keys, (one, other) => one > other),
    );
  });
});
