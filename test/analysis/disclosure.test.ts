// The table of RULINGS 2 at its edges, and subtraction between a filtered view and the whole.
import { describe, expect, it } from 'vitest';
import { analyseProject, type ProjectInput } from '../../analysis/analyse-project.ts';
import { disclose, discloseShare, opennessOf } from '../../analysis/disclosure.ts';
import { shareOf } from '../../analysis/share.ts';
import { suppressRow } from '../../analysis/statistics/suppress-row.ts';
import { catalogue, datasetOf, noRecords, questionnaire, times } from './small-survey.ts';

function project(rows: Parameters<typeof datasetOf>[0]): ProjectInput {
  return {
    project: 'small',
    title: { nl: 'Klein' },
    demonstration: false,
    catalogue,
    register: [],
    surveys: [
      { survey: 'small', main: true, version: 1, questionnaire, dataset: datasetOf(rows), remarks: [] },
    ],
    records: noRecords,
    panel: null,
    panelMembers: 0,
  };
}
const roleOf = (analysis: ReturnType<typeof disclose>) => {
  const question = analysis.surveys[0]?.questions.find(({ code }) => code === 'role');
  return question?.kind === 'distributions' ? question.distributions[0] : undefined;
};

describe('what a base may show', () => {
  it.each([
    [4, 'withheld', 'withheld'],
    [5, 'countOnly', 'withheld'],
    [7, 'countOnly', 'withheld'],
    [8, 'smallGroup', 'withheld'],
    [9, 'smallGroup', 'withheld'],
    [10, 'smallGroup', 'smallGroup'],
    [19, 'smallGroup', 'smallGroup'],
    [20, 'full', 'full'],
  ])('on a base of %i: %s, and in a cross %s', (base, whole, cross) => {
    expect([opennessOf(base, false), opennessOf(base, true)]).toEqual([whole, cross]);
  });

  it('hides all of a withheld figure and keeps the count of a small one', () => {
    expect(discloseShare(shareOf(2, 4))).toMatchObject({
      count: null,
      base: null,
      estimate: null,
      interval: null,
    });
    expect(discloseShare(shareOf(3, 6))).toMatchObject({ count: 3, base: 6, estimate: null, interval: null });
    expect(discloseShare(shareOf(3, 9))).toMatchObject({
      count: 3,
      base: 9,
      estimate: 1 / 3,
      interval: null,
    });
  });
});

describe('a reader', () => {
  it('sees everything as operator and nothing of a survey of four as team', () => {
    const analysis = analyseProject(project(times(4, { role: 'desk' })));
    expect(roleOf(disclose(analysis, 'operator'))?.categories[0]?.share.count).toBe(4);
    expect(roleOf(disclose(analysis, 'team'))).toMatchObject({ openness: 'withheld', base: null });
    expect(JSON.stringify(roleOf(disclose(analysis, 'team')))).not.toContain('4');
  });
});

describe('a cross', () => {
  const rows = [
    ...times(20, { role: 'desk', 'use.wise': '3' }),
    ...times(3, { role: 'desk', 'use.wise': '1' }),
    ...times(7, { role: 'desk', 'use.wise': '0' }),
    ...times(12, { role: 'lead', 'use.wise': '3' }),
  ];
  const input = project(rows);
  const whole = analyseProject(input);
  const view = (code: string) => disclose(analyseProject(input, [{ variable: 'role', code }]), 'team', whole);
  const useOf = (analysis: ReturnType<typeof disclose>) => {
    const question = analysis.surveys[0]?.questions.find(({ code }) => code === 'grid');
    return question?.kind === 'distributions'
      ? question.distributions[0]?.categories.map(({ share }) => share.count)
      : [];
  };

  it('hides a cell of three and the smallest other one with it', () => {
    expect(useOf(view('desk'))).toEqual([null, null, 20]);
  });

  it('hides what the whole minus the group would give', () => {
    // All 12 leads answered 3; the other cells of the rest hold 3 and 7.
    expect(useOf(view('lead'))).toEqual([null, null, null]);
  });

  it('refuses a group that leaves out fewer than five', () => {
    const few = project([...times(30, { role: 'desk' }), ...times(4, { role: 'lead' })]);
    const filtered = disclose(
      analyseProject(few, [{ variable: 'role', code: 'desk' }]),
      'team',
      analyseProject(few),
    );
    expect(roleOf(filtered)?.openness).toBe('withheld');
  });

  it('gives no verdict and no remarks', () => {
    expect(view('desk').surveys[0]?.services.every(({ verdicts }) => verdicts.length === 0)).toBe(true);
  });
});

describe('hiding cells of a row', () => {
  it.each([
    [
      [3, 20, 6],
      [0, 2],
    ],
    [[10, 20, 30], []],
    [[0, 20, 30], []],
    [
      [1, 1, 9],
      [0, 1, 2],
    ],
  ])('of %j hides %j', (counts, hidden) => {
    expect(suppressRow(counts)).toEqual(hidden);
  });
});
