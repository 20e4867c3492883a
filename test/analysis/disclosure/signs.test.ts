// Signs of needs with conditions: no two of them subtracted, and no sign beside a table, give a single person's answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseProject } from '../../../analysis/analyse-project.ts';
import { mergedGroups } from '../../../analysis/disclosure/merged-groups.ts';
import { hidesIndicator } from '../../../analysis/disclosure/signs.ts';
import { disclose } from '../../../analysis/disclosure.ts';
import { splitBy } from '../../../analysis/explore/splits.ts';
import { codesOfRows } from '../../../analysis/row-codes.ts';
import { type Indicator, needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { catalogue, datasetOf, noRecords, questionnaire, times } from '../small-survey.ts';

type Rows = Parameters<typeof datasetOf>[0];
const words = (nl: string) => ({ nl });
const time = (where: readonly object[], any: readonly object[] = []) => ({
  share: { any: [{ variables: ['stop.time'], codes: ['1'] }, ...any], where },
});
const skilled = (...codes: string[]) => ({ variables: ['skill.wise'], codes });
const role = (...codes: string[]) => ({ variables: ['role'], codes });

function read(sign: object): Indicator {
  const { needs } = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [{ code: 'N', label: words('n'), indicators: [{ source: 'survey', label: words('x'), ...sign }] }],
  });
  const [indicator] = needs[0]?.indicators ?? [];
  if (!indicator) throw new Error('the need has a sign');
  return indicator;
}
function hides(sign: object, rows: Rows, background = ['skill.wise', 'role']): boolean {
  const surveys = new Map([['small', { dataset: datasetOf(rows), remarks: [] }]]);
  return hidesIndicator(read(sign), { surveys, records: noRecords, register: [] }, background);
}
const answer = (skill: string, stops: boolean, who = 'desk') => ({
  role: who,
  'use.wise': '3',
  'skill.wise': skill,
  'stop.time': stops ? '1' : '0',
  'stop.travel': stops ? '0' : '1',
});
const large = [
  ...times(15, answer('0', true)),
  ...times(15, answer('0', false)),
  ...times(15, answer('1', true)),
  ...times(15, answer('1', false)),
];

describe('a sign with a condition', () => {
  it('is shown where every group is large', () => {
    expect(hides(time([skilled('0')]), large)).toBe(false);
    expect(hides(time([skilled('0', '1')]), large)).toBe(false);
  });

  it('is hidden where subtracting it from another gives one person', () => {
    const rows = [
      ...large,
      answer('2', true),
      ...times(20, answer('N', true)),
      ...times(20, answer('N', false)),
    ];
    const shown = [['0'], ['0', '1'], ['0', '1', '2']].filter(
      (codes) => !hides(time([skilled(...codes)]), rows),
    );
    expect(shown.length).toBeLessThan(2);
    expect(hides(time([skilled('0', '1', '2')]), rows)).toBe(true);
  });

  it('hangs on one or two declared backgrounds, each named once', () => {
    expect(hides(time([skilled('0')]), large, ['role'])).toBe(true);
    expect(hides(time([skilled('0'), skilled('0', '1')]), large)).toBe(true);
    expect(() => read(time([skilled('0'), role('desk'), skilled('1')]))).toThrow();
  });

  it('does not become a cross by counting a background together with something else', () => {
    expect(hides(time([], [role('lead')]), large)).toBe(true);
    expect(hides({ share: { any: [role('lead')], where: [] } }, large)).toBe(false);
  });

  it('that reads several answers is shown in groups that are not few', () => {
    const several = (where: readonly object[]) => time(where, [{ variables: ['stop.none'], codes: ['1'] }]);
    expect(hides(several([skilled('0')]), large)).toBe(false);
    const rows = [...large, ...times(2, answer('2', true)), ...times(15, answer('2', false))];
    expect(hides(several([skilled('0')]), rows)).toBe(false);
    expect(hides(several([skilled('2')]), rows)).toBe(true);
    expect(hides(several([skilled('0', '1', '2')]), rows)).toBe(false);
    expect(hides(several([skilled('0'), role('desk')]), rows)).toBe(true);
  });
});

describe('a mean with a condition', () => {
  const mean = (...codes: string[]) => ({
    measure: 'mean',
    mean: { variable: 'skill.wise', where: [role(...codes)] },
  });

  it('is hidden where a table of the same answers hides some of them', () => {
    const rows = [
      ...times(8, answer('0', true)),
      ...times(2, answer('2', true)),
      ...times(20, answer('0', true, 'lead')),
      ...times(20, answer('2', true, 'lead')),
    ];
    expect(hides(mean('desk'), rows, ['role'])).toBe(true);
  });

  it('is shown where the table shows everything', () => {
    const rows = ['desk', 'lead'].flatMap((who) =>
      ['0', '1', '2'].flatMap((skill) => times(12, answer(skill, true, who))),
    );
    expect(hides(mean('desk'), rows, ['role'])).toBe(false);
  });
});

describe('readers', () => {
  it('see neither the sign nor the score it would come back from, and no highlight either', () => {
    const rows = [
      ...times(20, { ...answer('0', true), role: 'desk' }),
      ...times(20, { ...answer('0', false), role: 'desk' }),
      ...times(2, answer('0', true, 'lead')),
      ...times(20, answer('0', false, 'lead')),
    ];
    const own = { ...catalogue, background: ['role'] };
    const share = read(time([role('desk')]));
    if (!('share' in share)) throw new Error('it is a share');
    const input = {
      project: 'small',
      title: words('Klein'),
      demonstration: false,
      catalogue: { ...own, highlights: [{ code: 'h', label: words('h'), share: share.share }] },
      register: [],
      surveys: [
        { survey: 'small', main: true, version: 1, questionnaire, dataset: datasetOf(rows), remarks: [] },
      ],
      records: noRecords,
      panel: null,
      panelMembers: 0,
    };
    const full = analyseProject(input);
    const team = disclose(full, 'team');
    const needOf = ({ needs }: typeof full) => needs.find(({ code }) => code === 'N2');
    expect(needOf(full)?.score).toBe(50);
    expect(needOf(team)?.score).toBeNull();
    expect(needOf(team)?.sources[0]?.indicators[0]?.share).toMatchObject({
      openness: 'withheld',
      base: null,
    });
    expect(full.surveys[0]?.highlights[0]?.share.count).toBe(20);
    expect(team.surveys[0]?.highlights[0]?.share).toMatchObject({ openness: 'withheld', count: null });
  });
});

describe('merged groups', () => {
  it('never leave one to four people on either side, whichever blocks are added or subtracted', () => {
    const group = fc.record({ no: fc.nat(15), yes: fc.nat(15) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), (sizes) => {
        const skills = ['0', '1', '2', 'N'];
        const rows = sizes.flatMap(({ no, yes }, place) => [
          ...times(no, answer(skills[place] ?? '', false)),
          ...times(yes, answer(skills[place] ?? '', true)),
        ]);
        const dataset = datasetOf(rows);
        const said = Uint8Array.from(rows, (row) => (row['stop.time'] === '1' ? 2 : 1));
        const blocks = mergedGroups(splitBy(dataset, [], 'skill.wise'), codesOfRows(said, 3));
        const few = (count: number) => count > 0 && count < 5;
        const sum = (places: readonly number[], side: 'no' | 'yes') =>
          places.reduce((total, place) => total + (sizes[place]?.[side] ?? 0), 0);
        const rest = skills.map((_, place) => place).filter((place) => !blocks.flat().includes(place));
        for (const places of blocks.length > 0 ? [...blocks, rest] : [])
          for (const side of ['no', 'yes'] as const) expect(few(sum(places, side))).toBe(false);
      }),
    );
  });
});
