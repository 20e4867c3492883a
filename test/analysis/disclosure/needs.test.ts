// A need whose sign is hidden: nothing a reader sees of the needs differs between two surveys that differ in that sign alone.
import { describe, expect, it } from 'vitest';
import { analyseProject, type ProjectInput } from '../../../analysis/analyse-project.ts';
import { disclose, discloseNeeds, discloseOrders } from '../../../analysis/disclosure.ts';
import { needOrders } from '../../../analysis/needs/need-order.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { projectRecordsSchema } from '../../../surveys/project-records.ts';
import { datasetOf, questionnaire, times } from '../small-survey.ts';

const words = (nl: string) => ({ nl });
const sign = (variable: string, where: readonly object[] = []) => ({
  source: 'survey',
  label: words(variable),
  share: { any: [{ variables: [variable], codes: ['1'] }], where },
});
const interviews = { source: 'interview', label: words('Herkend') };
const leads = [{ variables: ['role'], codes: ['lead'] }];
const catalogue = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  background: ['role'],
  needs: [
    { code: 'A', label: words('Niets'), indicators: [sign('stop.none'), interviews] },
    { code: 'B', label: words('Tijd van leiding'), indicators: [sign('stop.time', leads), interviews] },
    { code: 'C', label: words('Verplaatsing'), indicators: [sign('stop.travel'), interviews] },
  ],
});
const records = projectRecordsSchema.parse({
  interview: ['a', 'b', 'c', 'd', 'e'].map((code, place) => ({
    code,
    participant: words('bib'),
    date: { sort: '2024-02-01', label: words('februari') },
    needs: { A: 'recognised', B: place < 3 ? 'recognised' : 'notRecognised', C: 'notRecognised' },
  })),
});

const says = (role: string, stop: 'time' | 'travel' | 'none') => ({
  role,
  'stop.time': stop === 'time' ? '1' : '0',
  'stop.travel': stop === 'travel' ? '1' : '0',
  'stop.none': stop === 'none' ? '1' : '0',
});
/** Forty people of whom nine lead; of the leading so many lack time, and as many others more that everybody's figures stay. */
function project(leading: number): ProjectInput {
  return {
    project: 'small',
    title: words('Klein'),
    demonstration: false,
    catalogue,
    register: [],
    surveys: [
      {
        survey: 'small',
        main: true,
        version: 1,
        questionnaire,
        dataset: datasetOf([
          ...times(leading, says('lead', 'time')),
          ...times(9 - leading, says('lead', 'travel')),
          ...times(15 - leading, says('desk', 'time')),
          ...times(6 + leading, says('desk', 'travel')),
          ...times(10, says('desk', 'none')),
        ]),
        remarks: [],
      },
    ],
    records,
    panel: null,
    panelMembers: 0,
  };
}
const surveys = [0, 1, 4, 9].map(project);
/** Figures but for the last bits of sums, which follow the order people stand in. */
const tidy = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toPrecision(12)) : part)),
  );

describe('a need with a hidden sign', () => {
  it('looks the same whatever the sign says: no score, place, level or cell of the matrix tells', () => {
    const full = surveys.map((input) => analyseProject(input).needs);
    expect(new Set(full.map((needs) => needs.map(({ code }) => code).join())).size).toBeGreaterThan(1);
    const [first, ...others] = surveys.map((input) => disclose(analyseProject(input), 'team').needs);
    for (const other of others) expect(tidy(other)).toEqual(tidy(first));
    expect(first?.map(({ code, score, rank }) => [code, score === null, rank])).toEqual([
      ['A', false, 1],
      ['C', false, 2],
      ['B', true, null],
    ]);
  });

  it('keeps what its other sources say', () => {
    const [, , leading] = disclose(analyseProject(project(9)), 'public').needs;
    const cells = leading?.evidence.filter(({ count }) => count > 0);
    expect(cells).toMatchObject([{ kind: 'interview', count: 3, supports: 3, strength: 'strong' }]);
    expect(leading).toMatchObject({ strength: 'weak', level: 2 });
  });

  it('has no part in how sure the order is, nor in the order itself', () => {
    const [first, ...others] = surveys.map((input) => {
      const [survey] = input.surveys;
      if (!survey) throw new Error('the project has a survey');
      const signs = {
        surveys: new Map([['small', { dataset: survey.dataset, remarks: [] }]]),
        records,
        register: [],
      };
      const orders = needOrders(catalogue, signs, { resamples: 50, seed: 7 });
      return discloseOrders(orders, analyseProject(input).needs, 'team');
    });
    for (const other of others) expect(tidy(other)).toEqual(tidy(first));
    expect(first?.[0]?.needs).toEqual(['A', 'C', 'B']);
  });

  it('is told to the operator', () => {
    const { needs } = disclose(analyseProject(project(9)), 'operator');
    expect(needs.map(({ code, rank }) => [code, rank])).toEqual([
      ['B', 1],
      ['A', 2],
      ['C', 3],
    ]);
    expect(discloseNeeds(needs, 'operator')).toBe(needs);
  });
});
