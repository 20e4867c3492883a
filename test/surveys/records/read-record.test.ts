// The form of a record: what is typed becomes a record that is drawn the same again, or a message at the field.
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../../surveys/records/read-record.ts';
import { recordFields } from '../../../surveys/records/record-fields.ts';
import type { Reading, RecordForm } from '../../../surveys/records/record-form.ts';
import { recordView } from '../../../surveys/records/record-view.ts';
import { differences } from '../../../surveys/records/said-record.ts';

const reading: Reading = {
  languages: ['nl', 'en'],
  tellDay: (language, day) => `${language} ${day}`,
};
const form: RecordForm<'milestone'> = {
  kind: 'milestone',
  words: 'test',
  fields: [
    { kind: 'words', name: 'title', lines: 1, most: 20, needed: true },
    { kind: 'date', name: 'date', needed: true },
    { kind: 'date', name: 'until' },
  ],
};
const read = (fields: Readonly<Record<string, string>>, before: Record<string, unknown> = {}) =>
  readRecord(form, fields, { ...before, code: 'm1' }, reading);

describe('the form of a record', () => {
  it('becomes a record with the words of each language and a date told in both', () => {
    const { record, problems } = read({
      'title.nl': ' Start ',
      'title.en': 'Begin',
      'date.day': '2014-04-01',
    });
    expect(problems).toEqual([]);
    expect(record).toEqual({
      code: 'm1',
      title: { nl: 'Start', en: 'Begin' },
      date: { sort: '2014-04-01', label: { nl: 'nl 2014-04-01', en: 'en 2014-04-01' } },
    });
  });

  it('is drawn from its record and read back as the same record', () => {
    const stored = {
      code: 'm1',
      title: { nl: 'Start', en: 'Begin', fr: 'Début' },
      date: { sort: '2014-04-01', label: { nl: 'Q2 2014', en: 'Q2 2014' } },
    };
    const fields = recordFields(form, stored, reading);
    expect(fields).toMatchObject({ 'date.day': '2014-04-01', 'date.about': 'Q2 2014' });
    expect(read(fields, stored).record).toEqual(stored);
  });

  it('does not tell a new day with the old words, and takes words away that are emptied', () => {
    const stored = { title: { nl: 'Start' }, date: { sort: '2014-04-01', label: { nl: 'Q2 2014' } } };
    const fields = recordFields(form, stored, reading);
    expect(read({ ...fields, 'date.day': '2014-07-01' }, stored).record?.date.label.nl).toBe('nl 2014-07-01');
    expect(read({ ...fields, 'date.about': '' }, stored).record?.date.label.nl).toBe('nl 2014-04-01');
    expect(read({ ...fields, 'date.about': 'zomer' }, stored).record?.date.label).toEqual({ nl: 'zomer' });
  });

  it('says at each field what is wrong, all at once', () => {
    const { record, problems } = read({
      'title.en': 'a title that is far too long',
      'date.day': '2014-02-30',
      'until.about': 'zomer',
    });
    expect(record).toBeNull();
    expect(problems).toEqual([
      { field: 'title.en', key: 'record.problem.tooLong', values: { most: 20 } },
      { field: 'date.day', key: 'record.problem.day', values: {} },
      { field: 'until.day', key: 'record.problem.day', values: {} },
    ]);
    expect(read({}).problems.map(({ field }) => field)).toEqual(['title.nl', 'date.day']);
  });

  it('keeps what it does not ask', () => {
    const titleOnly = { ...form, fields: form.fields.slice(0, 1) };
    const stored = { code: 'm1', title: { nl: 'Start' }, date: { sort: '2014-04-01', label: { nl: 'Q2' } } };
    expect(readRecord(titleOnly, { 'title.nl': 'Begin' }, stored, reading).record).toEqual({
      ...stored,
      title: { nl: 'Begin' },
    });
  });

  it('names what another state of it says', () => {
    const drawn = (fields: Readonly<Record<string, string>>) =>
      recordView(form, { fields, problems: [], languages: ['nl', 'en'], choices: new Map() });
    expect(
      differences(drawn({ 'title.nl': 'Mijn' }), drawn({ 'title.nl': 'Hun', 'date.day': '2014-04-01' })),
    ).toEqual([
      { name: 'title.nl', labels: [{ key: 'test.title' }], language: 'nl', said: 'Mijn', theirs: 'Hun' },
      { name: 'date.day', labels: [{ key: 'test.date' }], language: null, said: '', theirs: '2014-04-01' },
    ]);
  });
});
