// The table of docs/rules.md, Few people at its edges, and subtraction between a filtered view and the whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseGroup, analyseProject, familyOf, type ProjectInput } from '../../analysis/analyse-project.ts';
import { discloseShare } from '../../analysis/disclosure/shares.ts';
import { opennessOf } from '../../analysis/disclosure/views.ts';
import { disclose, discloseGroup, type Reader } from '../../analysis/disclosure.ts';
import type { SurveyAnalysis } from '../../analysis/results/survey.ts';
import { shareOf } from '../../analysis/share.ts';
import { suppressTable } from '../../analysis/statistics/suppress-table.ts';
import { catalogue, datasetOf, noRecords, questionnaire, times } from './small-survey.ts';

function project(rows: Parameters<typeof datasetOf>[0]): ProjectInput {
  return {
    project: 'small',
    title: { nl: 'Klein' },
    demonstration: false,
    catalogue: { ...catalogue, background: ['role'] },
    register: [],
    surveys: [
      { survey: 'small', main: true, version: 1, questionnaire, dataset: datasetOf(rows), remarks: [] },
    ],
    records: noRecords,
    panel: null,
    panelMembers: 0,
  };
}
/** The figures of a role as a reader sees them. */
function groupOf(input: ProjectInput, code: string, reader: Reader = 'team'): SurveyAnalysis {
  const [group, family] = [analyseGroup(input, [{ variable: 'role', code }]), familyOf(input)];
  if (!group || !family) throw new Error('the project has a survey');
  return discloseGroup(group, family, reader);
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
  const input = project([
    ...times(20, { role: 'desk', 'use.wise': '3' }),
    ...times(3, { role: 'desk', 'use.wise': '1' }),
    ...times(7, { role: 'desk', 'use.wise': '0' }),
    ...times(12, { role: 'lead', 'use.wise': '3' }),
    ...times(9, { role: 'lead', 'use.wise': '1' }),
    ...times(8, { role: 'lead', 'use.wise': '0' }),
  ]);
  const view = (place: number) => groupOf(input, place === 0 ? 'desk' : 'lead');
  const useOf = (survey: SurveyAnalysis) => {
    const question = survey.questions.find(({ code }) => code === 'grid');
    const [wise] = question?.kind === 'distributions' ? question.distributions : [];
    return wise?.categories.map(({ share }) => share.count);
  };

  it('hides a cell of three, and in every group what would give it back', () => {
    expect(useOf(view(0))).toEqual([null, null, 20]);
    expect(useOf(view(1))).toEqual([null, null, 12]);
  });

  it('shows everything to the operator', () => {
    expect(useOf(groupOf(input, 'desk', 'operator'))).toEqual([7, 3, 20]);
  });

  it('refuses a group that leaves out fewer than five', () => {
    const few = project([...times(30, { role: 'desk' }), ...times(4, { role: 'lead' })]);
    const desk = groupOf(few, 'desk');
    const question = desk.questions.find(({ code }) => code === 'role');
    expect(question?.kind === 'distributions' ? question.distributions[0]?.openness : '').toBe('withheld');
  });

  it('gives no verdict and no remarks', () => {
    expect(view(0).services.every(({ verdicts }) => verdicts.length === 0)).toBe(true);
    expect(view(0).remarks).toEqual([]);
  });

  it('leaves no small count visible, and none that row and column totals give back', () => {
    const table = fc.array(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const hidden = suppressTable(
          rows,
          rows.map(() => false),
        );
        const small = rows.flatMap((row, group) =>
          row.filter((count, place) => count > 0 && count < 5 && !hidden[group]?.has(place)),
        );
        expect(small).toEqual([]);
        expect(solvedCells(rows.length, 4, hidden)).toEqual([]);
      }),
    );
  });
});

/** The hidden cells that the equations of row and column totals determine, by elimination. */
function solvedCells(
  height: number,
  width: number,
  hidden: readonly ReadonlySet<number>[],
): readonly number[] {
  const cells = hidden.flatMap((places, group) => [...places].map((place) => ({ group, place })));
  const equations = [
    ...Array.from({ length: height }, (_, group) => cells.map((cell) => (cell.group === group ? 1 : 0))),
    ...Array.from({ length: width }, (_, place) => cells.map((cell) => (cell.place === place ? 1 : 0))),
  ] as number[][];
  let rank = 0;
  for (let column = 0; column < cells.length; column += 1) {
    const pivot = equations.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [equations[rank], equations[pivot]] = [equations[pivot] as number[], equations[rank] as number[]];
    const own = equations[rank] as number[];
    const lead = own[column] as number;
    for (const [index, row] of equations.entries()) {
      if (index === rank) continue;
      const factor = (row[column] ?? 0) / lead;
      for (let place = 0; place < cells.length; place += 1)
        row[place] = (row[place] ?? 0) - factor * (own[place] ?? 0);
    }
    rank += 1;
  }
  // A reduced equation with one unknown says that unknown.
  return equations.flatMap((row) => {
    const unknown = row.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : []));
    return unknown.length === 1 ? unknown : [];
  });
}
