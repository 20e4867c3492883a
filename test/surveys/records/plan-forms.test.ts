// The forms of a plan, one of every kind of field: what is typed is kept, and drawn again the same.
import { describe, expect, it } from 'vitest';
import type { ProjectRecord, RecordKind } from '../../../surveys/project-records.ts';
import { bodyForm, criterionForm, phaseForm, strandForm } from '../../../surveys/records/plan-forms.ts';
import { readRecord } from '../../../surveys/records/read-record.ts';
import { recordFields } from '../../../surveys/records/record-fields.ts';
import type { Reading, RecordForm } from '../../../surveys/records/record-form.ts';
import { recordView } from '../../../surveys/records/record-view.ts';

const reading: Reading = { languages: ['nl', 'en'], tellDay: (_, day) => day };
type Fields = Readonly<Record<string, string>>;
const read = <K extends RecordKind>(form: RecordForm<K>, fields: Fields, before: object = {}) =>
  readRecord(form, fields, { ...before, code: 'x1' }, reading);
const again = <K extends RecordKind>(form: RecordForm<K>, record: ProjectRecord<K> | null) =>
  read(form, recordFields(form, record ?? {}, reading), record ?? {}).record;

const phase = {
  'title.nl': 'Toetsen',
  'date.day': '2014-10-01',
  'date.about': 'Q4 2014',
  'until.day': '2014-12-31',
  carriedBy: 'team',
};

describe('the form of a phase', () => {
  it('NYR-20 and NYR-35 keeps ranges, a single number as both ends, and a note', () => {
    const { record, problems } = read(phaseForm, {
      ...phase,
      'meetings.from': '2',
      'meetings.to': '3',
      'talks.from': '3',
      'workshops.from': '1',
      'workshops.to': '2',
      'workshops.note.nl': 'elders staat twee',
    });
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      meetings: { from: 2, to: 3 },
      talks: { from: 3, to: 3 },
      workshops: { from: 1, to: 2, note: { nl: 'elders staat twee' } },
    });
    expect(record).not.toHaveProperty('materials');
    expect(again(phaseForm, record)).toEqual(record);
  });

  it('says what is wrong: a range turned around, words for a number, an end before the beginning, no carrier', () => {
    const wrong = (fields: Fields) => read(phaseForm, fields).problems;
    expect(wrong({ ...phase, 'meetings.from': '3', 'meetings.to': '2' })).toMatchObject([
      { field: 'meetings.to', key: 'record.problem.rangeTurned' },
    ]);
    expect(wrong({ ...phase, 'talks.to': 'veel', 'workshops.note.nl': 'twee' })).toMatchObject([
      { field: 'talks.to', key: 'record.problem.number', values: { least: 0, most: 99 } },
      { field: 'workshops.from', key: 'record.problem.number' },
    ]);
    expect(wrong({ ...phase, 'until.day': '2014-09-30' })).toMatchObject([
      { field: 'until.day', key: 'check.endsBeforeStart' },
    ]);
    const { carriedBy: _carriedBy, ...none } = phase;
    expect(wrong(none)).toMatchObject([{ field: 'carriedBy-team', key: 'record.problem.choose' }]);
    expect(wrong({ ...phase, carriedBy: 'nobody' })).toHaveLength(1);
  });
});

describe('the form of a body', () => {
  const body = { 'name.nl': 'Opvolggroep', role: 'followUp', state: 'toConsider' };

  it('NYR-34 keeps what is still to consider, with its organisations, and lets empty rows be', () => {
    const { record } = read(bodyForm, {
      ...body,
      'organisations.1.name.nl': 'Een',
      'organisations.2.name.nl': ' ',
      'organisations.4.name.nl': 'Drie',
    });
    expect(record).toEqual({
      code: 'x1',
      name: { nl: 'Opvolggroep' },
      role: 'followUp',
      state: 'toConsider',
      organisations: [{ name: { nl: 'Een' } }, { name: { nl: 'Drie' } }],
    });
    expect(again(bodyForm, record)).toEqual(record);
  });

  it('keeps a row in its other languages when a row before it is emptied, and shows room for two more', () => {
    const before = {
      code: 'x1',
      name: { nl: 'Opvolggroep' },
      role: 'followUp' as const,
      state: 'toConsider' as const,
      organisations: [{ name: { nl: 'Een' } }, { name: { nl: 'Twee', fr: 'Deux' } }],
    };
    const { record } = read(
      bodyForm,
      { ...body, 'organisations.1.name.nl': '', 'organisations.2.name.nl': 'Twee' },
      before,
    );
    expect(record?.organisations).toEqual([{ name: { nl: 'Twee', fr: 'Deux' } }]);
    const fields = recordFields(bodyForm, before, reading);
    const view = recordView(bodyForm, { fields, problems: [], languages: ['nl', 'en'], choices: new Map() });
    const rows = view.find(({ name }) => name === 'organisations');
    expect(rows?.kind === 'rows' ? rows.rows.map(({ number }) => number) : []).toEqual([1, 2, 3, 4]);
  });
});

describe('links', () => {
  it('NYR-12 name what shows a criterion by kind and code, and codes what stands in a strand (OOO-01)', () => {
    const criterion = read(criterionForm, { 'text.nl': 'Geslaagd', 'artefacts.workshop:w1': 'on' }).record;
    expect(criterion?.artefacts).toEqual([{ kind: 'workshop', code: 'w1' }]);
    expect(again(criterionForm, criterion)).toEqual(criterion);
    const strand = read(strandForm, {
      'name.nl': 'Opleiding',
      'needs.N1': 'on',
      'actions.ACT-2': 'on',
    }).record;
    expect(strand).toMatchObject({ needs: ['N1'], actions: ['ACT-2'] });
    expect(again(strandForm, strand)).toEqual(strand);
  });

  it('to what is no part of a plan are refused', () => {
    const typed = { 'text.nl': 'x', 'artefacts.person:p1': 'on' };
    expect(read(criterionForm, typed).problems).toMatchObject([
      { field: 'artefacts', key: 'record.problem.unknown' },
    ]);
  });
});
