// Figures beside another one, worked out by hand; and what readers may see of them.
import { describe, expect, it } from 'vitest';
import { chartsOfSideBySide } from '../../../analysis/charts/side-by-side-charts.ts';
import { discloseSideBySide } from '../../../analysis/disclosure/side-by-side.ts';
import { balanceOf } from '../../../analysis/side-by-side/balance.ts';
import type { SideBySideResultOf } from '../../../analysis/side-by-side/results.ts';
import { sideBySideResults } from '../../../analysis/side-by-side/side-by-side.ts';
import { sideBySideSchema } from '../../../surveys/side-by-side.ts';
import { datasetOf } from '../small-survey.ts';

type Row = Parameters<typeof datasetOf>[0][number];
const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row);
const more = { variables: ['use.wise'], codes: ['3'] };
const less = { variables: ['use.wise'], codes: ['0'] };
const label = { nl: 'Zo' };

function results(rows: readonly Row[], declared: object, everything = false, background = ['role']) {
  const register = ['A', 'B', 'C', 'D', 'E', 'F'].map((code, place) => ({
    code,
    province: place < 3 ? 'Noord' : 'Zuid',
    sizeClass: 'klein',
  }));
  const input = { dataset: datasetOf(rows), register, background, declared: [], everything };
  return sideBySideResults([sideBySideSchema.parse(declared)], input);
}

describe('what is required', () => {
  const declared = {
    kind: 'required',
    code: 'niveau',
    label,
    ability: 'skill',
    level: 'role',
    required: { desk: 1, lead: 2 },
  };
  const able = (role: string | undefined, wise: string, films = 'N'): Row => ({
    ...(role ? { role } : {}),
    'use.wise': '3',
    'use.films': '3',
    'skill.wise': wise,
    'skill.films': films,
  });
  const below = (rows: readonly Row[], more: object = {}) => {
    const [result] = results(rows, { ...declared, ...more }, true) as SideBySideResultOf<'required'>[];
    return result?.rows.map(({ everybody }) => [everybody.count, everybody.base]);
  };
  const people = [
    ...times(2, able('desk', '1')),
    ...times(3, able('lead', '1')),
    ...times(4, able('lead', '2')),
    ...times(5, able(undefined, '0')),
    ...times(6, able('lead', 'N')),
  ];

  it('holds each person against their own level, row by row, and leaves out who has none or did not answer', () => {
    expect(below(people)).toEqual([
      [3, 9],
      [0, 0],
    ]);
  });

  it('has no row without a bar, counts those in the caption and has them in the table', () => {
    const [result] = results(people, declared, true);
    const [chart] = result ? chartsOfSideBySide(result, 'nl') : [];
    expect(chart?.config?.data.labels).toHaveLength(1);
    expect(chart?.table.groups).toHaveLength(2);
    expect(chart?.caption).toContainEqual({ key: 'analysis.chart.requiredHidden', values: { count: 1 } });
    // Bars of everybody have no second colour to explain.
    expect(chart?.legend).toEqual([]);
  });

  it('is changed by the team, and a level without a requirement is not counted', () => {
    expect(below(people, { required: { desk: 2, lead: 2 } })?.[0]).toEqual([5, 9]);
    expect(below(people, { required: { lead: 2 } })?.[0]).toEqual([3, 7]);
  });

  it('takes a bundle by the mean of what was answered in it', () => {
    const bundles = [{ code: 'alles', label, variables: ['skill.*'] }];
    const three = [able('lead', '2', '1'), able('lead', '2', '2'), able('lead', '2')];
    expect(below(three, { ability: undefined, bundles })).toEqual([[1, 3]]);
  });

  it('stands beside each other by a declared background, and a small group is withheld', () => {
    const grouped = [...times(30, able('lead', '1')), ...times(4, able('desk', '0'))];
    const [shown] = results(grouped, { ...declared, by: 'role' }) as SideBySideResultOf<'required'>[];
    const opened = shown && discloseSideBySide(shown);
    const shares = opened?.kind === 'required' ? opened.rows[0]?.groups : [];
    expect(shares?.map(({ code, share }) => [code, share.count])).toEqual([
      ['desk', null],
      ['lead', null],
    ]);
    const [all] = results(grouped, { ...declared, by: 'role' }, true) as SideBySideResultOf<'required'>[];
    expect(all?.rows[0]?.groups.map(({ share }) => share.count)).toEqual([4, 30]);
  });

  it('is a cross of answers and levels: under ten people, and a count of one to four, are withheld', () => {
    const counts = (lower: number, higher: number) => {
      const grouped = [...times(lower, able('lead', '1')), ...times(higher, able('lead', '2'))];
      const [shown] = results(grouped, declared).map(discloseSideBySide);
      return shown?.kind === 'required' ? shown.rows[0]?.everybody.count : undefined;
    };
    expect([counts(5, 4), counts(3, 12), counts(12, 3), counts(6, 6)]).toEqual([null, null, null, 6]);
  });

  it('gives nothing where the level is not asked', () => {
    expect(results([], { ...declared, level: 'weg' }, true)).toEqual([]);
  });
});

describe('a balance', () => {
  it('is the mean of +1, -1 and 0 with the interval of a mean', () => {
    const people = [
      ...times(6, { 'use.wise': '3' }),
      ...times(1, { 'use.wise': '0' }),
      ...times(3, { 'use.wise': '1' }),
      // No figure: outside the base.
      ...times(4, { 'use.wise': 'N' }),
    ];
    const { first, second, net } = balanceOf(datasetOf(people), more, less);
    expect([first.count, first.base, second.count, second.base]).toEqual([6, 10, 1, 10]);
    expect(net?.estimate).toBeCloseTo(0.5, 12);
    // R: t.test(c(rep(1, 6), -1, 0, 0, 0))$conf.int is -0.00583371918 to 1.00583371918;
    // more than everybody there cannot be.
    expect(net?.interval?.lower).toBeCloseTo(-0.005834, 6);
    expect(net?.interval?.upper).toBe(1);
  });

  it('takes libraries as clusters, and counts who is on both sides on each and in no difference', () => {
    const people = ['A', 'B', 'C', 'D'].flatMap((library, place) => [
      ...times(3 + place, { library, 'use.wise': '3', 'use.films': '0' }),
      ...times(2, { library, 'use.wise': '1', 'use.films': '1' }),
    ]);
    const films = { variables: ['use.films'], codes: ['0'] };
    const { first, second, net } = balanceOf(datasetOf(people), more, films);
    expect([first.count, second.count, first.base]).toEqual([18, 18, 26]);
    expect(first.method).toBe('clusteredWilson');
    expect(net?.estimate).toBeCloseTo(0, 12);
  });

  it('shows readers no row of fewer than eight, and no interval under twenty', () => {
    const rows = [
      ...times(12, { 'use.wise': '3', 'use.films': 'N' }),
      ...times(6, { 'use.wise': '0', 'use.films': '3' }),
    ];
    const declared = {
      kind: 'balance',
      code: 'x',
      label,
      first: { label, variables: 'use', codes: ['3'] },
      second: { label, variables: 'use', codes: ['0'] },
    };
    const [full] = results(rows, declared) as [SideBySideResultOf<'balance'>];
    const shown = discloseSideBySide(full) as SideBySideResultOf<'balance'>;
    const [wise, few] = shown.rows;
    expect(wise?.net?.estimate).toBeCloseTo(1 / 3, 12);
    expect(wise?.net?.interval).toBeNull();
    expect(few).toMatchObject({ net: null, first: { count: null, base: null, openness: 'withheld' } });
  });
});

describe('steps', () => {
  it('count who came at least that far, of everybody who answered the row', () => {
    const rows = [
      ...times(5, { 'use.wise': '0' }),
      ...times(10, { 'use.wise': '1' }),
      ...times(10, { 'use.wise': '3' }),
    ];
    const steps = [
      { label, codes: ['1', '3'] },
      { label, codes: ['3'] },
    ];
    const [result] = results(rows, { kind: 'steps', code: 'x', label, variables: 'use', steps });
    expect(
      result?.kind === 'steps' && result.rows[0]?.reached.map(({ count, base }) => [count, base]),
    ).toEqual([
      [20, 25],
      [10, 25],
    ]);
  });
});

describe('groups beside each other', () => {
  // Use 0, 1, 3 against skill 0, 1, 2 are no scales alike: the same scale serves both.
  const gap = { kind: 'gap', code: 'x', label, importance: 'skill', ability: 'skill', by: 'role' };
  const both = {
    kind: 'balance',
    code: 'x',
    label,
    first: { label, variables: 'use', codes: ['3'] },
    second: { label, variables: 'use', codes: ['0'] },
    by: 'province',
  };
  const people = (library: string, yes: number, no: number) => [
    ...times(yes, { library, role: 'desk', 'use.wise': '3', 'skill.wise': '1' }),
    ...times(no, { library, role: 'lead', 'use.wise': '1', 'skill.wise': '1' }),
  ];
  const groupsOf = (rows: readonly Row[], everything = false) => {
    const [result] = results(rows, both, everything);
    return result?.kind === 'balance' ? result.groups.map(({ code, first }) => [code, first.count]) : [];
  };
  const large = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((library) => people(library, 3, 4));

  it('are told where neither side is few and libraries are enough', () => {
    expect(groupsOf(large)).toEqual([
      ['Noord', 9],
      ['Zuid', 9],
    ]);
  });

  it('are both hidden where one is few, as the whole less the other would tell it', () => {
    const rows = [...['A', 'B', 'C'].flatMap((library) => people(library, 3, 4)), ...people('D', 1, 5)];
    expect(groupsOf(rows)).toEqual([
      ['Noord', null],
      ['Zuid', null],
    ]);
    expect(groupsOf(rows, true)).toEqual([
      ['Noord', 9],
      ['Zuid', 1],
    ]);
  });

  it('of few libraries are hidden however many people they are', () => {
    const rows = [
      ...['A', 'B', 'C'].flatMap((library) => people(library, 3, 4)),
      ...['D', 'E'].flatMap((library) => people(library, 6, 6)),
    ];
    expect(groupsOf(rows).map(([, count]) => count)).toEqual([null, null]);
  });

  it('of one row are a sum of its table: hidden where a cell of the table is', () => {
    // Of the three roles' answers none is few, but those that go with a small cell are hidden, so their sum is too.
    const rows = [
      ...times(12, { role: 'desk', 'use.wise': '3' }),
      ...times(9, { role: 'desk', 'use.wise': '0' }),
      ...times(2, { role: 'desk', 'use.wise': '1' }),
      ...times(12, { role: 'lead', 'use.wise': '3' }),
      ...times(8, { role: 'lead', 'use.wise': '0' }),
      ...times(9, { role: 'lead', 'use.wise': '1' }),
    ];
    const [shown] = results(rows, { ...both, by: 'role', except: ['films'] });
    // Neither, two people at the desk, is what both sides leave of its base.
    expect(
      shown?.kind === 'balance' &&
        shown.groups.map(({ first, second }) => [first.count, second.count].includes(null)),
    ).toEqual([true, true]);
  });

  it('are none of a row that sets a background beside another question: that is a cross by itself', () => {
    const sides = { ...gap, importance: 'skill', ability: 'skill' };
    const leaning = { ...both, second: { label, variables: 'skill', codes: ['0'] } };
    expect(results(large, sides, false, ['role', 'skill.wise'])).not.toEqual([]);
    const [shown] = results(large, leaning, false, ['role', 'skill.wise']);
    expect(shown?.kind === 'balance' && shown.rows.map(({ code }) => code)).toEqual(['films']);
  });

  it('of a background the project does not declare are none', () => {
    const [result] = results(large, { ...gap, by: 'open' });
    expect(result?.kind === 'gap' && result.rows.map(({ groups }) => groups)).toEqual([[], []]);
  });
});

describe('a published figure', () => {
  it('stands beside the share with its source', () => {
    const published = { share: 0.667, source: { nl: 'Studie' } };
    const declared = { kind: 'reference', code: 'x', label, variable: 'use.wise', codes: ['3'], published };
    const rows = [...times(14, { 'use.wise': '3' }), ...times(7, { 'use.wise': '1' })];
    const [result] = results(rows, declared);
    expect(result).toMatchObject({ kind: 'reference', published, share: { count: 14, base: 21 } });
  });

  it('and anything else about what is not asked gives no result', () => {
    const declared = { kind: 'steps', code: 'x', label, variables: 'nowhere' };
    const steps = [
      { label, codes: ['1'] },
      { label, codes: ['2'] },
    ];
    expect(results([], { ...declared, steps })).toEqual([]);
  });
});
