// The rows of the source documents on how a project is planned, as the data of the templates have them.
import { describe, expect, it } from 'vitest';
import { phaseProgress } from '../../analysis/plan/phases.ts';
import { planSchema } from '../../surveys/records/plan.ts';
import { demonstrationRecords } from '../../surveys/records/start-plan.ts';
import { templateOf } from './template-of.ts';

describe('the plan of new roles', () => {
  const roles = templateOf('nieuwe-rollen');
  const plan = planSchema.parse(roles.file('plan'));
  const records = demonstrationRecords(plan, roles.records);
  const phaseOf = (code: string) => plan.phase.find((phase) => phase.code === code);

  it('NYR-01 is commissioned by two parties, an employer association and a union', () => {
    expect(plan.party.map(({ role }) => role?.en)).toEqual(['employer association', 'union']);
  });

  it('NYR-12, NYR-13 and NYR-14 name three criteria of success, of which none is shown before something shows it', () => {
    expect(plan.criterion.map(({ code }) => code)).toEqual(['beschreven', 'producten', 'verspreid']);
    expect(plan.criterion.flatMap(({ artefacts }) => artefacts)).toEqual([]);
  });

  it('NYR-15 to NYR-33 go in four phases, from the second quarter of 2014 to the first of 2015', () => {
    expect(plan.phase.map(({ date, until }) => `${date.label.en} - ${until.label.en}`)).toEqual([
      'Q2 2014 - Q3 2014',
      'Q4 2014 - Q4 2014',
      'Q1 2015 - Q1 2015',
      'Q1 2015 - Q1 2015',
    ]);
  });

  it('NYR-15 and NYR-16 begin with three meetings, and reading from the second to the third quarter', () => {
    expect(phaseOf('kennisbasis')?.meetings).toEqual({ from: 3, to: 3 });
    const reading = roles.records.milestone.find(({ code }) => code === 'kennisbasis');
    expect([reading?.date.sort, reading?.until?.sort]).toEqual(['2024-04-15', '2024-09-10']);
  });

  it('NYR-17 want a paper of six to eight pages on four to six reports', () => {
    expect(phaseOf('kennisbasis')?.yields?.en).toMatch(/six to eight pages on four to six reports/);
  });

  it('NYR-20 and NYR-35 want two or three meetings, three or four talks, and one or two workshops with a note', () => {
    const { meetings, talks, workshops } = phaseOf('toetsen') ?? {};
    expect([meetings, talks]).toEqual([
      { from: 2, to: 3 },
      { from: 3, to: 4 },
    ]);
    expect(workshops).toMatchObject({ from: 1, to: 2 });
    expect(Object.keys(workshops?.note ?? {})).toEqual(['nl', 'en']);
  });

  it('NYR-27 have workshops that run over half days', () => {
    expect(records.workshop.map(({ parts }) => parts)).toEqual([1, 2]);
  });

  it('NYR-34 have leads, staff, a steering group, and a follow-up group to consider with three organisations', () => {
    expect(plan.body.map(({ role, state }) => `${role} ${state}`)).toEqual([
      'leads stands',
      'staff stands',
      'steering stands',
      'followUp toConsider',
    ]);
    expect(plan.body.at(-1)?.organisations).toHaveLength(3);
  });

  it('stand in the demonstration ten years later, with what was held counted', () => {
    const counts = phaseProgress(records, '2025-06-01').map((each) =>
      each.counts.map(({ kind, held, state }) => `${kind} ${held} ${state}`),
    );
    expect(counts).toEqual([
      ['meetings 3 within'],
      ['meetings 2 within', 'talks 3 within', 'workshops 2 within'],
      ['meetings 1 short'],
      [],
    ]);
  });
});

describe('the plan of the demonstration', () => {
  const { records, catalogue } = templateOf('ooo');

  it('OOO-01 has two strands, and every need and action stands in one of them', () => {
    expect(records.strand).toHaveLength(2);
    expect(records.strand.flatMap(({ needs }) => needs).toSorted()).toEqual(
      catalogue.needs.map(({ code }) => code).toSorted(),
    );
    expect(records.strand.flatMap(({ actions }) => actions).toSorted()).toEqual(
      records.action.map(({ code }) => code).toSorted(),
    );
  });

  it('OOO-12 has a second phase without a team, carried out by the services, and every action has its service', () => {
    expect(records.phase.map(({ carriedBy }) => carriedBy)).toEqual(['team', 'services']);
    expect(records.phase[1]?.team?.en).toMatch(/project manager/);
    expect(records.action.every(({ owner }) => Object.keys(owner).length > 0)).toBe(true);
  });
});
