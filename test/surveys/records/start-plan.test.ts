// The plan of a template as what a project begins with, and together with what a demonstration gathered.
import { describe, expect, it } from 'vitest';
import { projectRecordsSchema } from '../../../surveys/project-records.ts';
import { planSchema } from '../../../surveys/records/plan.ts';
import { demonstrationRecords, startingRecords } from '../../../surveys/records/start-plan.ts';

const phase = (code: string, from: string, until: string) => ({
  code,
  title: { nl: code },
  date: { sort: from, label: { nl: 'Q2 2014', en: 'Q2 2014' } },
  until: { sort: until, label: { nl: 'Q3 2014' } },
  carriedBy: 'team',
});
const plan = planSchema.parse({
  format: 'nodenkaart/plan/1',
  party: [{ code: 'a', name: { nl: 'Een' } }],
  criterion: [
    { code: 'c1', text: { nl: 'Eerst' } },
    { code: 'c2', text: { nl: 'Dan' } },
  ],
  phase: [phase('p1', '2014-04-01', '2014-09-30'), phase('p2', '2014-10-01', '2015-02-28')],
});

describe('the plan of a template', () => {
  it('begins in the quarter in which the project is made, and keeps its lengths and distances', () => {
    const { phase: phases, party } = startingRecords(plan, '2026-11-30');
    expect(party).toEqual(plan.party);
    expect(phases.map(({ date, until }) => [date.sort, date.label, until.sort, until.label.nl])).toEqual([
      ['2026-10-01', { nl: 'Q4 2026', en: 'Q4 2026' }, '2027-03-31', 'Q1 2027'],
      ['2027-04-01', { nl: 'Q2 2027', en: 'Q2 2027' }, '2027-08-31', 'Q3 2027'],
    ]);
    expect(startingRecords(plan, '2014-05-20').phase[0]?.date.sort).toBe('2014-04-01');
  });

  it('without phases is there as it is written', () => {
    const bare = planSchema.parse({ format: 'nodenkaart/plan/1', party: plan.party });
    expect(startingRecords(bare, '2026-11-30')).toMatchObject({ party: plan.party, phase: [] });
  });

  it('gives way, at its own place, to what a demonstration says under the same code', () => {
    const gathered = projectRecordsSchema.parse({
      criterion: [
        { code: 'c2', text: { nl: 'Getoond' }, artefacts: [{ kind: 'finding', code: 'V1' }] },
        { code: 'c3', text: { nl: 'Ook' } },
      ],
    });
    const { criterion, phase: phases } = demonstrationRecords(plan, gathered);
    expect(criterion.map(({ text }) => text.nl)).toEqual(['Eerst', 'Getoond', 'Ook']);
    expect(phases).toEqual(plan.phase);
    expect(demonstrationRecords(null, gathered)).toBe(gathered);
  });
});
