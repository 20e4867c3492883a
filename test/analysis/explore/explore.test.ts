// One view worked out in full: tables with their percentages, tests chosen by what the table allows, gaps, libraries, and what holds whatever the answers are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterLibrary } from '../../../analysis/coverage.ts';
import { type ExploreInput, explore } from '../../../analysis/explore/explore.ts';
import { offerOf } from '../../../analysis/explore/offer.ts';
import { type ExploreView, readView } from '../../../analysis/explore/view.ts';
import { wilsonInterval } from '../../../analysis/statistics/wilson-interval.ts';
import type { Answers } from '../../../surveys/answers.ts';
import { datasetOf, questionnaire, times } from '../small-survey.ts';

type Rows = readonly (Answers & { readonly library?: string })[];
const inputOf = (rows: Rows, register: readonly RegisterLibrary[] = []): ExploreInput => ({
  survey: 'small',
  questionnaire,
  dataset: datasetOf(rows),
  register,
  background: ['role'],
});
function look(input: ExploreInput, search: string) {
  const { view, problems } = readView(new URLSearchParams(search), offerOf(input));
  expect(problems).toEqual([]);
  return explore(input, view as ExploreView);
}

const rows: Rows = [
  ...times(20, { role: 'desk', 'use.wise': '3', 'stop.time': '1', 'stop.travel': '0', 'stop.none': '0' }),
  ...times(10, { role: 'desk', 'use.wise': '0', 'stop.time': '0', 'stop.travel': '1', 'stop.none': '0' }),
  ...times(5, { role: 'lead', 'use.wise': '3', 'stop.time': '0', 'stop.travel': '1', 'stop.none': '0' }),
  ...times(15, { role: 'lead', 'use.wise': '1' }),
  ...times(3, { 'use.wise': '1' }),
  ...times(2, { role: 'lead' }),
];

describe('a cross-table', () => {
  const table = look(inputOf(rows), 'question=grid&variable=use.wise&by=role').crosses?.[0];

  it('has counts, percentages of group, row and table, and what is in no cell', () => {
    expect(table?.base).toBe(50);
    expect(table?.groups.map(({ code, base }) => [code, base])).toEqual([
      ['desk', 30],
      ['lead', 20],
    ]);
    expect(table?.rows.map(({ code, cells }) => [code, ...cells.map(({ count }) => count)])).toEqual([
      ['0', 10, 0],
      ['1', 0, 15],
      ['3', 20, 5],
    ]);
    const [cell] = table?.rows[2]?.cells ?? [];
    expect([cell?.ofGroup.estimate, cell?.ofRow, cell?.ofAll]).toEqual([2 / 3, 0.8, 0.4]);
    expect(table?.rows[2]?.total).toMatchObject({ count: 25, base: 50 });
    expect(table?.excluded).toEqual({ noAnswer: 2, noGroup: 3 });
  });

  it('of ordered answers is tested on ranks, effect first', () => {
    // Counted by hand: of 30 x 20 pairs, 20 x 15 are higher in the first group and 20 x 5 tied at 3 count half.
    expect(table?.association).toMatchObject({ test: 'mannWhitney', statistic: 350 });
    expect(table?.association?.effects.map(({ name }) => name)).toEqual(['rankBiserial']);
    expect(table?.association?.adjustedP).toBe(table?.association?.p);
    expect(table?.groups[0]?.summary?.mean).toBe(2);
  });

  it('of options has a row and a test each, corrected together', () => {
    const seen = look(inputOf(rows), 'question=stop&by=role');
    const [options] = seen.crosses ?? [];
    expect(
      options?.rows.map(({ cells }) => cells.map(({ count, ofGroup }) => [count, ofGroup.base])),
    ).toEqual([
      [
        [20, 30],
        [0, 5],
      ],
      [
        [10, 30],
        [5, 5],
      ],
      [
        [0, 30],
        [0, 5],
      ],
    ]);
    // Nobody ticked "none": nothing to test there. Small expected counts: Fisher, as R's fisher.test.
    expect(options?.rows.map(({ association }) => association?.test)).toEqual([
      'fisher',
      'fisher',
      undefined,
    ]);
    expect(seen.tested).toEqual({ comparisons: 2, method: 'benjaminiHochberg' });
    expect(options?.said.key).toBe('explore.said.cross.option');
  });

  it('is limited to the groups of its filters', () => {
    const seen = look(inputOf(rows), 'question=grid&by=use.wise&filter=role:lead&variable=use.films');
    expect(seen.responses).toBe(22);
    expect(seen.crosses?.[0]?.base).toBe(0);
    expect(seen.crosses?.[0]?.excluded?.noAnswer).toBe(22);
  });
});

describe('people of one library', () => {
  // Twenty libraries of ten people who all say the same.
  const alike: Rows = Array.from({ length: 20 }, (_, place) =>
    times(10, {
      library: `bib-${place}`,
      role: place % 2 === 0 ? 'desk' : 'lead',
      'use.wise': ['0', '1', '3'][place % 3] ?? '',
    }),
  ).flat();

  it('count together in a cross-table as they do in the figure of their group', () => {
    const table = look(inputOf(alike), 'question=grid&variable=use.wise&by=role').crosses?.[0];
    for (const [place, role] of ['desk', 'lead'].entries()) {
      const { question } = look(inputOf(alike), `question=grid&variable=use.wise&filter=role:${role}`);
      if (question.kind !== 'distributions') throw new Error(question.kind);
      const own = question.distributions.find(({ variable }) => variable === 'use.wise');
      expect(table?.groups[place]?.summary?.interval).toEqual(own?.summary?.interval);
      for (const row of table?.rows ?? []) {
        const share = own?.categories.find(({ code }) => code === row.code)?.share;
        expect(row.cells[place]?.ofGroup).toMatchObject({
          estimate: share?.estimate,
          interval: share?.interval,
          method: 'clusteredWilson',
        });
      }
    }
  });
});

const register: readonly RegisterLibrary[] = [
  ...Array.from({ length: 6 }, (_, place) => ({ code: `a${place}`, province: 'A', sizeClass: '1' })),
  ...Array.from({ length: 4 }, (_, place) => ({ code: `b${place}`, province: 'B', sizeClass: '1' })),
];
const answered: Rows = [
  { library: 'a0', role: 'desk' },
  { library: 'a0', role: 'desk' },
  { library: 'a0', role: 'lead' },
  { library: 'a1', role: 'lead' },
  { library: 'b0', role: 'desk' },
];

describe('libraries and weights', () => {
  it('counts each library once, by the mean of its answers', () => {
    const [table] =
      look(inputOf(answered, register), 'question=role&unit=libraries&by=province').crosses ?? [];
    const [desk] = table?.rows ?? [];
    expect(desk?.cells.map(({ ofGroup }) => [ofGroup.base, ofGroup.estimate])).toEqual([
      [2, 1 / 3],
      [1, 1],
    ]);
    expect(desk?.total).toMatchObject({ base: 3, unit: 'libraries', count: null });
    expect(desk?.total.estimate).toBeCloseTo((2 / 3 + 0 + 1) / 3, 12);
  });

  it('is as wide at 0 or 100 % as fewer libraries of equal weight would make it', () => {
    const alike = answered.map((row) => ({ ...row, role: 'desk' }));
    const [desk] =
      look(inputOf(alike, register), 'question=role&unit=libraries&weighting=register').weighted[0]?.rows ??
      [];
    // Weights 0.9, 0.9 and 1.2 of three libraries: (3)^2 / (0.81 + 0.81 + 1.44) = 2.941 of equal weight.
    const lower = wilsonInterval(3, 3, { effectiveBase: 9 / 3.06 })?.lower ?? 0;
    expect(desk?.weighted).toBe(1);
    expect(desk?.interval?.lower).toBeCloseTo(lower, 10);
  });

  it('weighs libraries to the register, and shows both figures', () => {
    const seen = look(inputOf(answered, register), 'question=role&unit=libraries&weighting=register');
    // Province A has 6 of 10 libraries and 2 of 3 that answered.
    const [desk] = seen.weighted[0]?.rows ?? [];
    expect(desk?.unweighted).toBeCloseTo((2 / 3 + 0 + 1) / 3, 12);
    expect(desk?.weighted).toBeCloseTo(0.6 * (1 / 3) + 0.4 * 1, 12);
    expect(desk?.groups).toEqual([]);
    // Within a province all libraries weigh the same: the means of each one's libraries.
    const split = look(
      inputOf(answered, register),
      'question=role&unit=libraries&weighting=register&by=province',
    );
    const [inGroups] = split.weighted[0]?.rows ?? [];
    expect(split.weighted[0]?.by.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(inGroups?.groups.map(({ weighted }) => weighted)).toEqual([1 / 3, 1]);
    expect(seen.weighting).toMatchObject({ done: true, libraries: 3 });
  });

  it('post-stratifies to cells of province and size class together', () => {
    const sizes: readonly RegisterLibrary[] = [
      ...Array.from({ length: 6 }, (_, place) => ({ code: `a${place}`, province: 'A', sizeClass: '1' })),
      { code: 'a6', province: 'A', sizeClass: '2' },
      ...Array.from({ length: 3 }, (_, place) => ({ code: `b${place}`, province: 'B', sizeClass: '2' })),
    ];
    const some = [...answered, { library: 'a6', role: 'lead' }];
    const seen = look(inputOf(some, sizes), 'question=role&unit=libraries&weighting=cells');
    // Cells of 6, 1 and 3 libraries of ten, in the second of which nobody is at the desk; B with size class 1 has none and is no cell.
    const [desk] = seen.weighted[0]?.rows ?? [];
    expect(desk?.weighted).toBeCloseTo(0.6 * (1 / 3) + 0.3 * 1, 12);
    expect(seen.weighting).toMatchObject({ done: true, way: 'cells', libraries: 4, trimmed: 0, rounds: 1 });
    const groups = seen.weighting?.done ? seen.weighting.groups : [];
    expect(
      groups.map(({ fact, group, register: known, answered: took }) => [fact, group, known, took]),
    ).toEqual([
      ['province', 'A', 7, 3],
      ['province', 'B', 3, 1],
      ['sizeClass', '1', 6, 2],
      ['sizeClass', '2', 4, 2],
    ]);
    for (const { register: known, weighted } of groups) expect(weighted).toBeCloseTo(known, 9);
  });

  it('refuses a cell nobody answered from, where its margins are full', () => {
    const cells = ['A', 'B'].flatMap((province) =>
      ['1', '2'].map((sizeClass) => ({ code: province + sizeClass, province, sizeClass })),
    );
    const some = ['A1', 'A2', 'B1'].map((library) => ({ library, role: 'desk' }));
    const raked = look(inputOf(some, cells), 'question=role&weighting=register').weighting;
    expect(raked?.done).toBe(false);
    const seen = look(inputOf(some, cells), 'question=role&weighting=cells');
    expect(seen.weighting).toEqual({
      done: false,
      reason: { key: 'explore.said.weighting.emptyCell', values: { province: 'B', sizeClass: '2' } },
    });
    expect(seen.weighted).toEqual([]);
  });

  it('refuses with the group nobody answered from', () => {
    const seen = look(inputOf(answered.slice(0, 4), register), 'question=role&weighting=register');
    expect(seen.weighting).toEqual({
      done: false,
      reason: { key: 'explore.said.weighting.emptyCategory', values: { fact: 'province', group: 'B' } },
    });
    expect(seen.weighted).toEqual([]);
  });

  it('with weights of one says what it says without', () => {
    const everybody = register.map(({ code }, place) => ({
      library: code,
      role: place % 3 === 0 ? 'desk' : 'lead',
    }));
    const seen = look(inputOf(everybody, register), 'question=role&weighting=register');
    expect(seen.weighting).toMatchObject({ designEffect: 1, ratio: 1 });
    for (const { unweighted, weighted } of seen.weighted[0]?.rows ?? []) {
      expect(weighted).toBeCloseTo(unweighted ?? -1, 12);
    }
  });
});

describe('people of one library', () => {
  // The same answers, each alone or five together from a library that thinks alike.
  const pairs = [
    ...times(20, { role: 'desk', 'stop.time': '1' }),
    ...times(15, { role: 'desk', 'stop.time': '0' }),
    ...times(10, { role: 'lead', 'stop.time': '1' }),
    ...times(25, { role: 'lead', 'stop.time': '0' }),
  ].map((row) => ({ ...row, 'stop.travel': '0', 'stop.none': '0' }));
  const testOf = (libraryOf: (place: number) => string | undefined) => {
    const rows70 = pairs.map((row, place) => {
      const library = libraryOf(place);
      return library === undefined ? row : { ...row, library };
    });
    const [table] = look(inputOf(rows70), 'question=stop&by=role').crosses ?? [];
    return table?.rows[0]?.association;
  };

  it('who speak for themselves are tested one by one', () => {
    for (const alone of [testOf(() => undefined), testOf((place) => `lib-${place}`)]) {
      expect(alone).toMatchObject({ test: 'chiSquare', clusters: 'none', degreesOfFreedom: [1] });
    }
  });

  it('are tested as one cluster, which makes a difference less sure and its size no other', () => {
    const alone = testOf(() => undefined);
    const together = testOf((place) => `lib-${Math.floor(place / 5)}`);
    expect(together).toMatchObject({ test: 'raoScott', clusters: 'counted' });
    expect(together?.effects).toEqual(alone?.effects);
    expect(together?.p ?? 0).toBeGreaterThan(alone?.p ?? 1);
    // Fourteen libraries: one less is what is left to tell chance from.
    expect(together?.degreesOfFreedom?.[1]).toBeCloseTo(13, 9);
  });
});

describe('whatever the answers', () => {
  const answer = fc.record(
    {
      role: fc.constantFrom('desk', 'lead'),
      'use.wise': fc.constantFrom('0', '1', '3', 'N'),
      'use.films': fc.constantFrom('0', '1', '3', 'N'),
      'stop.time': fc.constantFrom('0', '1'),
    },
    { requiredKeys: [] },
  );
  const view = 'question=grid&by=role';
  const same = (one: Rows, other: Rows) => {
    const [first, second] = [one, other].map((list) => look(inputOf(list), view));
    expect(first).toEqual(second);
  };

  it('the order of responses changes nothing', () => {
    fc.assert(
      fc.property(
        fc
          .array(answer, { maxLength: 40 })
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        ([list, shuffled]) => same(list, shuffled),
      ),
      { numRuns: 50 },
    );
  });

  it('what else was answered changes nothing', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (list) =>
        same(
          list,
          list.map((row, place) => ({ ...row, 'stop.travel': String(place % 2), 'learn.paper': '1' })),
        ),
      ),
      { numRuns: 50 },
    );
  });

  it('the groups and who is in none add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (list) => {
        for (const table of look(inputOf(list), view).crosses ?? []) {
          const cells = table.rows.flatMap((row) => row.cells.map(({ count }) => count ?? 0));
          const { noAnswer = 0, noGroup = 0 } = table.excluded ?? {};
          expect(cells.reduce((sum, count) => sum + count, 0) + noAnswer + noGroup).toBe(list.length);
          expect(table.groups.reduce((sum, { base }) => sum + (base ?? 0), 0)).toBe(table.base);
        }
      }),
      { numRuns: 50 },
    );
  });
});
