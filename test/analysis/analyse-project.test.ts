// A small project from columns to ranked needs, with every number counted by hand.
import { describe, expect, it } from 'vitest';
import { analyseGroup, analyseProject, type ProjectInput } from '../../analysis/analyse-project.ts';
import type { Remark } from '../../analysis/remarks.ts';
import { projectRecordsSchema } from '../../surveys/project-records.ts';
import { catalogue, datasetOf, noRecords, questionnaire, times } from './small-survey.ts';

const date = { sort: '2024-02-01', label: { nl: 'februari' } };
const records = projectRecordsSchema.parse({
  interview: ['recognised', 'recognised', 'notRecognised', 'notAsked'].map((said, index) => ({
    code: `i${index}`,
    participant: { nl: 'bib' },
    date,
    needs: { N1: said },
  })),
  desk_figure: [
    {
      code: 'a',
      category: 'when',
      label: { nl: 'wanneer' },
      period: { nl: '2023' },
      tickets: 20,
      hours: null,
    },
    {
      code: 'b',
      category: 'other',
      label: { nl: 'ander' },
      period: { nl: '2023' },
      tickets: 80,
      hours: null,
    },
  ],
  action: [
    {
      code: 'A1',
      title: { nl: 'Kort' },
      needs: ['N1'],
      recommendations: [],
      kind: 'public',
      owner: { nl: 'dienst' },
      state: 'idea',
      partly: ['N1'],
    },
    {
      code: 'A2',
      title: { nl: 'Intern' },
      needs: ['N2'],
      recommendations: [],
      kind: 'internal',
      owner: { nl: 'dienst' },
      state: 'idea',
    },
  ],
});
const remarks: Remark[] = [
  { response: 1, question: 'open', services: ['wise'], themes: ['time'], valence: 'criticism' },
  { response: 1, question: 'open', services: ['wise'], themes: ['start'], valence: 'question' },
  { response: 2, question: 'open', services: ['wise'], themes: ['start'], valence: 'criticism' },
  { response: 3, question: 'open', services: ['wise'], themes: ['time'], valence: 'praise' },
];
const dataset = datasetOf([
  ...times(12, {
    role: 'desk',
    'use.wise': '3',
    'skill.wise': '2',
    'use.films': '0',
    'stop.time': '1',
    'stop.travel': '0',
    'stop.none': '0',
    open: 'tekst',
  }),
  ...times(12, {
    role: 'desk',
    'use.wise': '3',
    'skill.wise': '0',
    'use.films': '3',
    'skill.films': '2',
    'stop.time': '0',
    'stop.travel': '1',
    'stop.none': '0',
  }),
  ...times(6, {
    role: 'lead',
    'use.wise': '1',
    'use.films': '1',
    'stop.time': '0',
    'stop.travel': '0',
    'stop.none': '1',
    'learn.paper': '1',
    'learn.film': '2',
    'learn.peer': 'unranked',
  }),
]);
const input: ProjectInput = {
  project: 'small',
  title: { nl: 'Klein' },
  demonstration: false,
  catalogue,
  register: [],
  surveys: [{ survey: 'small', main: true, version: 1, questionnaire, dataset, remarks }],
  records,
  panel: null,
  panelMembers: 0,
};
const analysis = analyseProject(input);
const [survey] = analysis.surveys;

describe('a project analysed', () => {
  it('scores a need as the mean of its sources, each the mean of its indicators', () => {
    const need = analysis.needs.find(({ code }) => code === 'N1');
    const scores = Object.fromEntries((need?.sources ?? []).map(({ kind, score }) => [kind, score]));
    // 12 of 30 respondents; 1 of the 2 respondents with a remark that is no praise; 2 of 3 asked; 20 of 100 tickets.
    expect(scores).toEqual({
      survey: 40,
      open_answers: 50,
      interview: expect.closeTo(66.667, 3),
      desk_figures: 20,
    });
    expect(need?.score).toBeCloseTo((40 + 50 + 200 / 3 + 20) / 4, 9);
    expect(need?.interval?.lower).toBeLessThan(need?.score ?? 0);
    expect(need?.level).toBe(4);
  });

  it('ranks needs on evidence and leaves a need without any source unranked, last', () => {
    expect(analysis.needs.map(({ code, rank, flag }) => ({ code, rank, flag }))).toEqual([
      { code: 'N2', rank: 1, flag: null },
      { code: 'N1', rank: 2, flag: null },
      { code: 'N3', rank: null, flag: 'noEvidence' },
    ]);
    expect(analysis.needs[0]?.score).toBe(50);
  });

  it('gives the interval of one share as the variance of a sample of clusters does', () => {
    // One indicator, everybody a library: score 50 of 24; se = sqrt(G/(G-1) p(1-p)/n), as survey::svymean, and
    // qt(0.975, 23) of it, as confint(..., df = degf(design)).
    const half = 2.06865761041905 * 100 * Math.sqrt(((24 / 23) * 0.25) / 24);
    expect(analysis.needs[0]?.interval?.lower).toBeCloseTo(50 - half, 9);
  });

  it('gives each service the verdicts whose every condition holds, with their numbers', () => {
    expect(
      survey?.services.map(({ code, verdicts }) => [code, verdicts.map((verdict) => verdict.code)]),
    ).toEqual([
      ['wise', []],
      ['films', ['explore']],
    ]);
    const explore = survey?.services[1]?.verdicts[0];
    expect(explore?.reason.values).toEqual({ count0: 18, base0: 30, percent0: 60 });
  });

  it('takes tick-all questions on the base of who ticked anything, and rankings of who ranked anything', () => {
    const stop = survey?.questions.find(({ code }) => code === 'stop');
    const learn = survey?.questions.find(({ code }) => code === 'learn');
    expect(stop).toMatchObject({ kind: 'choices', base: 30, mentions: 30 });
    expect(learn).toMatchObject({
      kind: 'ranking',
      base: 6,
      options: [
        { code: 'paper', inTop: { count: 6 }, meanPlace: 1 },
        { meanPlace: 2 },
        { inTop: { count: 0 }, meanPlace: null },
      ],
    });
  });

  it('tells which needs no public action answers, and which only in part', () => {
    expect(analysis.orphans).toMatchObject({ needsWithoutAction: ['N2', 'N3'], needsPartlyAnswered: ['N1'] });
  });

  it('limits the survey to background groups, two at most, and to who is in none', () => {
    const groups = ['desk', 'lead', null].map((code) => analyseGroup(input, [{ variable: 'role', code }]));
    expect(groups.map((group) => group?.responses)).toEqual([24, 6, 0]);
    const both = analyseGroup(input, [
      { variable: 'role', code: 'desk' },
      { variable: 'use.wise', code: '0' },
    ]);
    const desk = groups[0]?.questions.find(({ code }) => code === 'grid');
    const [wise] = desk?.kind === 'distributions' ? desk.distributions : [];
    expect(both?.responses).toBe(wise?.categories[0]?.share.count);
  });

  it('says nothing about an empty survey instead of zero', () => {
    const empty = analyseProject({
      ...input,
      records: noRecords,
      surveys: [
        { survey: 'small', main: true, version: 1, questionnaire, dataset: datasetOf([]), remarks: [] },
      ],
    });
    expect(empty.needs.every(({ score, rank }) => score === null && rank === null)).toBe(true);
    expect(empty.surveys[0]?.services).toEqual([]);
  });
});
