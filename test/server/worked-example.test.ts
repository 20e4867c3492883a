// The worked examples of how votes are counted, read as a librarian with pen and paper reads them: every number on a page
// follows from what stands above it. Nothing of the product's own counting is used here.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { numberIn, sumsIn, tableOf, wordsOf, workOut } from './read-page.ts';
import {
  byHead,
  type Card,
  cardsOf,
  numbers,
  orderOn,
  placeOn,
  rounded,
  sportPlaces,
  sumOf,
} from './worked-page.ts';

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app?.stop());

const pageOf = async (way = '', language = 'nl') => {
  const page = await app.visitor().get(`/worked-example${way}?lang=${language}`);
  expect(page.status).toBe(200);
  return page.text;
};
describe('the example of ordering', () => {
  let html = '';
  let needs: readonly string[] = [];
  let joined: readonly Card[] = [];
  let lists: readonly Card[] = [];
  let places = new Map<string, readonly number[]>();
  /** Exact means, worked out of the places. */
  const meanOf = (need: string) => sumOf(places.get(need) ?? []) / lists.length;
  const cells = (id: string) => numbers(tableOf(html, id));
  beforeAll(async () => {
    html = await pageOf();
    joined = cardsOf(html);
    lists = joined.slice(0, -1);
    places = cells('places-table');
    needs = [...places.keys()];
  });

  test('has lists with a tie, one that is not finished and one without an opinion', () => {
    expect(lists).toHaveLength(5);
    expect(lists.some(({ tiers }) => tiers.some((tier) => tier.length > 1))).toBe(true);
    expect(lists.some(({ tiers }) => tiers.flat().length < needs.length)).toBe(true);
    expect(joined.at(-1)?.noOpinion).toHaveLength(1);
  });

  test('turns each list into places, of which every column adds up to the same', () => {
    for (const need of needs)
      expect(places.get(need)).toEqual(lists.map((list) => placeOn(list, need, needs)));
    const foot = tableOf(html, 'places-table').foot?.slice(1).map(numberIn);
    expect(foot).toEqual(lists.map((_, index) => sumOf(needs.map((need) => places.get(need)?.[index] ?? 0))));
    expect(new Set(foot).size).toBe(1);
  });

  test('adds the places of a need and divides by the lists', () => {
    for (const [need, [adding = '', ...told]] of byHead(tableOf(html, 'mean-table'))) {
      expect(adding.split(' + ').map(numberIn)).toEqual(places.get(need));
      const sum = workOut(adding);
      expect(told.map(numberIn)).toEqual([sum, lists.length, rounded(sum / lists.length)]);
    }
  });

  test('orders by the mean place and holds a tie in a bracket', () => {
    const found = sportPlaces(needs.map(meanOf), (one, other) => one < other);
    const order = orderOn(html);
    for (const [index, need] of needs.entries()) {
      const shared = found.filter((place) => place === found[index]).length > 1;
      expect(order).toContainEqual({ need, place: found[index], shared });
    }
    expect(order).toHaveLength(needs.length);
    expect(order.some(({ shared }) => shared)).toBe(true);
  });

  test('counts the needs within a need apart, in the same way', () => {
    const within = [...byHead(tableOf(html, 'within-table'))];
    for (const [, [adding = '', ...told]] of within) {
      const sum = workOut(adding);
      expect(told.map(numberIn)).toEqual([sum, lists.length, rounded(sum / lists.length)]);
    }
    expect(within.map(([need]) => need).filter((need) => needs.includes(need))).toEqual([]);
  });

  test('leaves out the comparisons of who has no opinion', () => {
    const behind = byHead(tableOf(html, 'behind-table'));
    for (const [need, [won, compared, working, mean, place]] of byHead(tableOf(html, 'joining-table'))) {
      const own = joined.map((list) => {
        const at = placeOn(list, need, needs);
        return at === null ? null : needs.length - list.noOpinion.length - at;
      });
      expect(behind.get(need)?.slice(0, -1)).toEqual(
        own.map((count) => (count === null ? 'geen mening' : String(count).replace('.', ','))),
      );
      expect(numberIn(won ?? '')).toBe(sumOf(own.map((count) => count ?? 0)));
      expect(numberIn(behind.get(need)?.at(-1) ?? '')).toBe(numberIn(won ?? ''));
      const others = joined.map((list) =>
        list.noOpinion.includes(need) ? 0 : needs.length - list.noOpinion.length - 1,
      );
      expect(numberIn(compared ?? '')).toBe(sumOf(others));
      expect(numberIn(mean ?? '')).toBe(rounded(workOut(working ?? '')));
      const all = [...byHead(tableOf(html, 'joining-table')).values()].map((row) => workOut(row[2] ?? ''));
      expect(numberIn(place ?? '')).toBe(1 + all.filter((other) => other < workOut(working ?? '')).length);
    }
  });

  /** Lists on which the one stands before the other. */
  const before = (one: string, other: string) =>
    lists.filter((_, index) => (places.get(one)?.[index] ?? 0) < (places.get(other)?.[index] ?? 0)).length;

  test('holds every two needs against each other, and counts the duels', () => {
    const pairs = byHead(tableOf(html, 'pairs-table'));
    for (const one of needs)
      for (const [index, other] of needs.entries()) {
        if (one === other) continue;
        const level = lists.length - before(one, other) - before(other, one);
        const told = `${before(one, other)}–${before(other, one)}${level > 0 ? `, ${level} gelijk` : ''}`;
        expect(pairs.get(one)?.[index]).toBe(told);
      }
    for (const [need, told] of cells('duels-table')) {
      const others = needs.filter((other) => other !== need);
      const won = others.filter((other) => before(need, other) > before(other, need)).length;
      const level = others.filter((other) => before(need, other) === before(other, need)).length;
      expect(told).toEqual([won, level, won + level / 2]);
    }
  });

  test('finds the orders with the least contradiction among all of them', () => {
    const against = (order: readonly string[]) =>
      sumOf(order.flatMap((one, index) => order.slice(index + 1).map((other) => before(other, one))));
    const all = ordersOf(needs);
    const least = Math.min(...all.map(against));
    const best = all.filter((order) => against(order) === least);
    const words = wordsOf(html);
    expect(words).toContain(`= ${all.length} volgordes. ${best.length} volgordes spreken`);
    for (const order of best) expect(words).toContain(order.join(', '));
    const comparisons = sumOf(needs.flatMap((one) => needs.map((other) => before(one, other))));
    expect(words).toContain(`${least} van de ${comparisons} keer`);
    for (const [need, [, , , range = '']] of byHead(tableOf(html, 'methods-table'))) {
      const stands = best.map((order) => order.indexOf(need) + 1);
      const [from, to] = [Math.min(...stands), Math.max(...stands)];
      expect(range).toBe(from === to ? `${from}` : `${from}–${to}`);
    }
  });

  test('gives the places of the other ways of counting', () => {
    const higher = (one: number, other: number) => one > other;
    const duels = needs.map((need) => cells('duels-table').get(need)?.at(-1) ?? 0);
    const chains = needs.map(
      (one) => needs.filter((other) => strongest(one, other) > strongest(other, one)).length,
    );
    const found = [
      sportPlaces(needs.map(meanOf), (one, other) => one < other),
      sportPlaces(duels, higher),
      sportPlaces(chains, higher),
    ];
    const table = byHead(tableOf(html, 'methods-table'));
    for (const [index, need] of needs.entries())
      expect(table.get(need)?.slice(0, 3).map(numberIn)).toEqual(found.map((each) => each[index]));
  });

  /** The strongest chain of won duels from one need to another: over all chains, the weakest duel of each. */
  function strongest(from: string, to: string, left: readonly string[] = needs): number {
    const rest = left.filter((need) => need !== from);
    return Math.max(
      0,
      ...rest.map((next) => {
        const won = before(from, next) > before(next, from) ? before(from, next) : 0;
        return next === to ? won : Math.min(won, strongest(next, to, rest));
      }),
    );
  }

  test('works out W from the sums of the places', () => {
    const [count, items] = [lists.length, needs.length];
    const middle = (count * (items + 1)) / 2;
    const sums = needs.map((need) => sumOf(places.get(need) ?? []));
    for (const [need, told] of cells('agreement-table')) {
      const sum = sumOf(places.get(need) ?? []);
      expect(told).toEqual([sum, sum - middle, (sum - middle) ** 2]);
    }
    const ties = lists.map((_, index) => {
      const own = needs.map((need) => places.get(need)?.[index] ?? 0);
      const sizes = [...new Set(own)].map((place) => own.filter((each) => each === place).length);
      return sumOf(sizes.map((size) => size ** 3 - size));
    });
    const squares = sumOf(sums.map((sum) => (sum - middle) ** 2));
    const w = (12 * squares) / (count ** 2 * items * (items ** 2 - 1) - count * sumOf(ties));
    expect(wordsOf(html)).toContain(`= ${String(rounded(w)).replace('.', ',')}. Dat getal heet W`);
  });

  test('lets evidence decide between needs that are level, and nothing else', () => {
    const rows = [...byHead(tableOf(html, 'final-table'))].filter(([need]) => needs.includes(need));
    const told = rows.map(
      ([need, [panel = '', evidence = '', evidencePlace = '', final = '', flag = '']]) => ({
        need,
        evidence: numberIn(evidence),
        places: [panel, evidencePlace, final].map(numberIn),
        flag,
      }),
    );
    const evidencePlaces = sportPlaces(
      told.map(({ evidence }) => evidence),
      (one, other) => one > other,
    );
    const ranks = sportPlaces(
      told.map(({ need }) => meanOf(need)),
      (one, other) => one < other,
    );
    for (const [index, { need, evidence, places: own, flag }] of told.entries()) {
      const first = told.filter(
        (other) => meanOf(other.need) === meanOf(need) && other.evidence > evidence,
      ).length;
      const rank = ranks[index] ?? 0;
      expect(own).toEqual([rank, evidencePlaces[index], rank + first]);
      expect(flag).toBe(rank - (evidencePlaces[index] ?? 0) >= 3 ? 'bewijs hoger' : 'geen');
    }
  });
});

/** Every order of a few things. */
function ordersOf(things: readonly string[]): readonly (readonly string[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((first) =>
    ordersOf(things.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}

describe.each(['nl', 'en', 'fr'])('every sum that is written out in “%s”', (language) => {
  test.each(['', '/piles', '/points', '/sets', '/pairs', '/grid'])(
    'comes out on the page %s',
    async (way) => {
      const html = await pageOf(way, language);
      expect(/<html lang="(\w+)"/.exec(html)?.[1]).toBe(language);
      const sums = sumsIn(wordsOf(html));
      if (way === '') expect(sums.length).toBeGreaterThan(12);
      for (const { sum, told } of sums) expect([sum, rounded(workOut(sum))]).toEqual([sum, told]);
    },
  );
});

test('French says every word itself', () => {
  const own = (language: string) => app.ctx.texts.keys(language).filter((key) => key.startsWith('worked.'));
  expect([...own('fr')].sort()).toEqual([...own('nl')].sort());
});

describe('who needs the example', () => {
  test('finds it in the method of a published report, and not in its file, which has no other pages', async () => {
    const visitor = app.visitor();
    expect((await visitor.get('/r/ooo')).text).toContain('href="/worked-example"');
    const file = /href="([^"]*\/file[^"]*)"/.exec((await visitor.get('/r/ooo')).text)?.[1] ?? '';
    expect((await visitor.get(file)).text).not.toContain('worked-example');
  });
});
