// A product is suggested to those who gave a stated answer, with how many there are: as far as the reader may see them.
import { describe, expect, it } from 'vitest';
import { analyseProject } from '../../../analysis/analyse-project.ts';
import { disclose } from '../../../analysis/disclosure.ts';
import { suggestedGroup } from '../../../analysis/materials/suggested-group.ts';
import { catalogue, datasetOf, noRecords, questionnaire, times } from '../small-survey.ts';

type Rows = Parameters<typeof datasetOf>[0];
function teamSees(rows: Rows) {
  const input = {
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
  return disclose(analyseProject(input), 'team');
}
const rows = (desk: number, lead: number): Rows => [
  ...times(desk, { role: 'desk', 'stop.time': '1', 'stop.travel': '0' }),
  ...times(lead, { role: 'lead', 'stop.time': '0', 'stop.travel': '1' }),
];

describe('whom a product is suggested to', () => {
  it('UKB-13 are those who gave the answer, of everybody who answered the question', () => {
    expect(suggestedGroup(['small:role:desk'], teamSees(rows(12, 20)))).toMatchObject({
      kind: 'group',
      count: 12,
      base: 32,
      question: { nl: 'Rol' },
      answers: [{ nl: 'desk' }],
    });
    expect(suggestedGroup(['small:role:desk', 'small:role:lead'], teamSees(rows(12, 20)))).toMatchObject({
      count: 32,
    });
  });

  it('UKB-13 are not counted where they are fewer than anything is told about; nobody is nobody', () => {
    expect(suggestedGroup(['small:role:desk'], teamSees(rows(5, 20)))).toMatchObject({ count: 5 });
    const few = suggestedGroup(['small:role:desk'], teamSees(rows(4, 20)));
    expect(few).toMatchObject({ kind: 'tooFew' });
    expect(few).not.toHaveProperty('count');
    expect(suggestedGroup(['small:role:desk'], teamSees(rows(0, 20)))).toMatchObject({ count: 0, base: 20 });
  });

  it('are not counted where the question itself has too few answers', () => {
    for (const base of [0, 4, 7]) {
      expect(suggestedGroup(['small:role:desk'], teamSees(rows(base, 0)))?.kind).toBe('tooFew');
    }
  });

  it('can be those who ticked one thing, not two: a person may tick both', () => {
    const seen = teamSees(rows(9, 11));
    expect(suggestedGroup(['small:stop:travel'], seen)).toMatchObject({ count: 11, base: 20 });
    expect(suggestedGroup(['small:stop:travel', 'small:stop:time'], seen)).toEqual({ kind: 'unknown' });
  });

  it('are unknown for answers of two questions, of another survey or that went; without answers there is no group', () => {
    const seen = teamSees(rows(9, 11));
    const unknown = [
      ['small:role:desk', 'small:stop:time'],
      ['other:role:desk'],
      ['small:gone:desk'],
      ['small:role:gone'],
    ];
    for (const answers of unknown) expect(suggestedGroup(answers, seen)).toEqual({ kind: 'unknown' });
    expect(suggestedGroup([], seen)).toBeNull();
  });
});
