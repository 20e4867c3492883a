// Phases: what each means to have beside what was held by a day, and what shows that a criterion is met.
import { describe, expect, it } from 'vitest';
import { criteriaProgress } from '../../../analysis/plan/criteria.ts';
import { phaseProgress } from '../../../analysis/plan/phases.ts';
import { planLine } from '../../../analysis/plan/plan-line.ts';
import { type ProjectRecords, projectRecordsSchema } from '../../../surveys/project-records.ts';

const day = (sort: string) => ({ sort, label: { nl: sort } });
const phase = (code: string, date: string, until: string, quotas: object) => ({
  code,
  title: { nl: code },
  date: day(date),
  until: day(until),
  carriedBy: 'team',
  ...quotas,
});
const meeting = (date: string) => ({
  code: `m${date}`,
  date: day(date),
  mode: 'online',
  title: { nl: date },
});
const talk = (date: string) => ({ code: `t${date}`, date: day(date), participant: { nl: date }, needs: {} });
const workshop = (date: string) => ({
  code: `w${date}`,
  title: { nl: date },
  date: day(date),
  people: null,
  parts: 2,
  statements: [],
  ideas: [],
});
const recordsOf = (lists: object): ProjectRecords => projectRecordsSchema.parse(lists);

const records = recordsOf({
  phase: [
    // Written in another order than they run.
    phase('testing', '2014-10-01', '2014-12-31', {
      meetings: { from: 2, to: 3 },
      talks: { from: 3, to: 4 },
      workshops: { from: 1, to: 2, note: { nl: 'elders twee' } },
    }),
    phase('reading', '2014-04-01', '2014-09-30', { meetings: { from: 3, to: 3 } }),
    phase('making', '2015-01-01', '2015-03-31', { meetings: { from: 2, to: 3 } }),
    phase('telling', '2015-01-01', '2015-03-31', { meetings: { from: 1, to: 1 } }),
  ],
  work_meeting: ['2014-05-02', '2014-06-03', '2014-11-04', '2014-11-20', '2015-02-03'].map(meeting),
  interview: ['2014-10-01', '2014-10-02', '2014-12-31'].map(talk),
  workshop: ['2014-11-05', '2014-11-06', '2014-11-07'].map(workshop),
});
const at = (today: string) =>
  phaseProgress(records, today).map(({ phase: { code }, state, counts }) => ({
    code,
    state,
    counts: counts.map((count) => `${count.kind} ${count.held}+${count.ahead} ${count.state}`),
  }));

describe('the phases of a project', () => {
  it('NYR-15 count three planned meetings beside those that were held', () => {
    expect(at('2014-07-01')[0]).toEqual({ code: 'reading', state: 'now', counts: ['meetings 2+0 open'] });
    expect(at('2014-10-01')[0]).toEqual({ code: 'reading', state: 'over', counts: ['meetings 2+0 short'] });
  });

  it('NYR-20 and NYR-35 hold meetings, talks and workshops against their ranges, and keep the note of one', () => {
    expect(at('2015-01-01')[1]?.counts).toEqual([
      'meetings 2+0 within',
      'talks 3+0 within',
      'workshops 3+0 above',
    ]);
    expect(at('2014-11-05')[1]).toMatchObject({
      state: 'now',
      counts: ['meetings 1+1 open', 'talks 2+1 open', 'workshops 1+2 within'],
    });
    expect(phaseProgress(records, '2015-01-01')[1]?.counts[2]?.planned).toEqual({
      from: 1,
      to: 2,
      note: { nl: 'elders twee' },
    });
  });

  it('count a meeting once where two phases run at the same time', () => {
    expect(at('2015-03-01').slice(2)).toEqual([
      { code: 'making', state: 'now', counts: ['meetings 1+0 open'] },
      { code: 'telling', state: 'now', counts: ['meetings 0+0 open'] },
    ]);
  });

  it('NYR-16 stand on one line of time from the first day to the last, each with what lies in it', () => {
    const line = planLine(records);
    expect(line?.tracks.map(({ title, from, to }) => [title?.nl, from.sort, to.sort])[0]).toEqual([
      'reading',
      '2014-04-01',
      '2014-09-30',
    ]);
    expect(line?.tracks.map(({ points }) => points.length)).toEqual([2, 8, 1, 1]);
    expect(line?.months[0]).toEqual({ day: '2014-04-01', at: 0 });
    expect([line?.placeOf('2014-04-01'), line?.placeOf('2015-03-31'), line?.placeOf('2015-04-01')]).toEqual([
      0,
      100,
      null,
    ]);
    expect(planLine(recordsOf({}))).toBeNull();
  });
});

describe('a criterion of success', () => {
  const output = { surveys: [{ code: 's1', title: { nl: 'Vragen' }, opened: false }], report: null };
  const met = (artefacts: readonly object[], today = '2014-11-06') =>
    criteriaProgress(
      {
        ...records,
        ...recordsOf({ criterion: [{ code: 'c1', text: { nl: 'x' }, artefacts }] }),
        workshop: records.workshop,
      },
      output,
      today,
    )[0];

  it('NYR-13 is not met by a kit that lacks a part, whatever its state says; phases count products alike', () => {
    const product = { title: { nl: 'Kit' }, state: 'ready' };
    const made = {
      kit: [{ ...product, code: 'half', agenda: { nl: '9.00 Begin' } }],
      course: [{ ...product, code: 'days' }],
    };
    const named = (kind: string, code: string) =>
      criteriaProgress(
        recordsOf({ ...made, criterion: [{ code: 'c1', text: { nl: 'x' }, artefacts: [{ kind, code }] }] }),
        output,
        '2015-01-01',
      )[0]?.met;
    expect([named('kit', 'half'), named('course', 'days')]).toEqual([false, true]);
    const making = phase('making', '2014-10-01', '2015-03-31', { materials: { from: 1, to: 3 } });
    const counted = phaseProgress(recordsOf({ ...made, phase: [making] }), '2015-01-01');
    expect(counted[0]?.counts).toMatchObject([{ kind: 'materials', held: 1, ahead: 1 }]);
  });

  it('NYR-12 is met only when it names something of the project that is there', () => {
    expect(met([])).toMatchObject({ met: false, artefacts: [] });
    expect(met([{ kind: 'workshop', code: 'w2014-11-05' }])).toMatchObject({
      met: true,
      artefacts: [{ kind: 'workshop', title: { nl: '2014-11-05' }, isThere: true }],
    });
  });

  it('NYR-12 is not met by what is still to come, is a draft, or was taken out', () => {
    expect(met([{ kind: 'workshop', code: 'w2014-11-07' }])).toMatchObject({
      met: false,
      artefacts: [{ isThere: false }],
    });
    expect(met([{ kind: 'survey', code: 's1' }])?.met).toBe(false);
    expect(met([{ kind: 'workshop', code: 'gone' }])).toMatchObject({ met: false, artefacts: [] });
  });
});
