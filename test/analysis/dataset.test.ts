// Documents become columns and back, also when a later version of the questionnaire moved things around.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../analysis/dataset.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { notShownByte, packAnswers, skippedByte, unpackAnswers } from '../../surveys/response-document.ts';
import { codebook, datasetOf, questionnaire } from './small-survey.ts';

describe('a response document', () => {
  it('gives back the codes that went in, and tells skipped from not shown', () => {
    const answers = {
      lib: 'decline',
      role: 'lead',
      'use.wise': 'N',
      'stop.time': '1',
      'learn.film': 'unranked',
      open: 'Te druk',
    };
    const document = packAnswers(codebook, answers, (variable) => variable !== 'skill.wise');
    expect(unpackAnswers(codebook, document)).toEqual({ ...answers, open: 'given' });
    expect(document[codebook.position.get('skill.wise') ?? -1]).toBe(notShownByte);
    expect(document[codebook.position.get('use.films') ?? -1]).toBe(skippedByte);
  });

  it('refuses a code the variable does not have', () => {
    expect(() => packAnswers(codebook, { role: 'boss' }, () => true)).toThrow('"boss" is no code of role');
  });
});

describe('a dataset', () => {
  it('grows as responses come in and remembers the newest sequence number', () => {
    const dataset = datasetOf([{ role: 'desk' }, { role: 'lead' }]);
    const more = packAnswers(codebook, { role: 'desk' }, () => true);
    dataset.append([{ sequence: 7, version: 1, library: null, day: '2024-01-09', document: more }]);
    expect([...dataset.column('role')]).toEqual([0, 1, 0]);
    expect([...dataset.library.subarray(0, 3)]).toEqual([0, 1, -1]);
    expect(dataset.lastSequence).toBe(7);
  });

  it('reads responses to an earlier version by name and code, not by place', () => {
    const older = structuredClone(questionnaire);
    older.pages[0]?.questions.reverse();
    const olderCodebook = codebookOf(older);
    const dataset = new Dataset(codebook, 2);
    dataset.addVersion(1, olderCodebook);
    const document = packAnswers(olderCodebook, { role: 'lead', 'use.films': '3' }, () => true);
    dataset.append([{ sequence: 1, version: 1, library: null, day: '2024-01-08', document }]);
    expect([
      ...dataset.column('role'),
      ...dataset.column('use.films'),
      ...dataset.column('use.wise'),
    ]).toEqual([1, 2, skippedByte]);
  });

  it('can be told as if a question had been shown to nobody after some response, and stays as it is', () => {
    const dataset = datasetOf([{ role: 'desk' }, { role: 'lead' }, { role: 'desk', 'use.wise': '3' }]);
    const told = dataset.notShownAfter(2, ['role']);
    expect([...told.column('role')]).toEqual([0, 1, notShownByte]);
    expect(told.column('use.wise')).toEqual(dataset.column('use.wise'));
    expect([...dataset.column('role')]).toEqual([0, 1, 0]);
    // What was counted of the one is not found again for the other.
    expect(told.origin).not.toBe(dataset.origin);
  });

  it('refuses a document that does not fit and a version nobody knows', () => {
    const dataset = datasetOf([]);
    const row = { sequence: 1, library: null, day: '2024-01-08' };
    expect(() => dataset.append([{ ...row, version: 1, document: new Uint8Array(3) }])).toThrow(RangeError);
    expect(() => dataset.append([{ ...row, version: 9, document: new Uint8Array(3) }])).toThrow('version 9');
  });

  it('shows an earlier state that does not grow, with the libraries of that state', () => {
    const dataset = datasetOf([{ role: 'desk' }, { role: 'lead' }]);
    const document = packAnswers(codebook, { role: 'desk' }, () => true);
    const row = { version: 1, day: '2024-01-09', document };
    dataset.append([{ ...row, sequence: 7, library: 'late' }]);
    const view = dataset.upTo(6);
    dataset.append(
      Array.from({ length: 100 }, (_, index) => ({
        ...row,
        sequence: 8 + index,
        library: null,
      })),
    );
    expect([view.size, view.lastSequence, view.days]).toEqual([2, 2, ['2024-01-08']]);
    expect([...view.sequences]).toEqual([1, 2]);
    expect([...view.column('role')]).toEqual([0, 1]);
    expect(view.libraries).not.toContain('late');
    expect(dataset.upTo(7).libraries).toContain('late');
    expect([dataset.upTo(0).size, dataset.upTo(0).lastSequence, dataset.upTo(999).size]).toEqual([0, 0, 103]);
  });

  it('without some of its responses is what it would be had they never come', () => {
    const answers = fc.record({
      role: fc.constantFrom('desk', 'lead'),
      library: fc.constantFrom('a', 'b', 'c', 'd'),
      day: fc.constantFrom('2024-01-08', '2024-01-09', '2024-01-10'),
      goes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 40 }), (people) => {
        const rows = people.map(({ role, library, day }, index) => ({
          sequence: 3 * index + 1,
          version: 1,
          library,
          day,
          document: packAnswers(codebook, { role }, () => true),
        }));
        const [all, some] = [new Dataset(codebook, 1), new Dataset(codebook, 1)];
        all.append(rows);
        some.append(rows.filter((_, index) => !people[index]?.goes));
        const gone = rows.filter((_, index) => people[index]?.goes).map(({ sequence }) => sequence);
        const rest = all.without([...gone.reverse(), 2]);
        expect(seen(rest)).toEqual(seen(some));
        expect(all.size).toBe(people.length);
        const next = { sequence: 1000, version: 1, library: 'd', day: '2024-01-09' };
        const document = packAnswers(codebook, { role: 'lead' }, () => true);
        for (const each of [rest, some]) each.append([{ ...next, document }]);
        expect(seen(rest)).toEqual(seen(some));
      }),
    );
  });

  it('finds the row of a response by its sequence number', () => {
    const dataset = datasetOf([{ role: 'desk' }, { role: 'lead' }, { role: 'desk' }]).without([2]);
    expect([0, 1, 2, 3, 4].map((sequence) => dataset.rowOf(sequence))).toEqual([-1, 0, -1, 1, -1]);
  });
});

/** Everything there is to see of a dataset. */
function seen(dataset: Dataset) {
  const { size, lastSequence, libraries, days, sequences } = dataset;
  const rows = [dataset.library.subarray(0, size), dataset.day.subarray(0, size), sequences];
  return {
    size,
    lastSequence,
    libraries,
    days,
    rows: rows.map((column) => [...column]),
    columns: codebook.variables.map(({ name }) => [...dataset.column(name)]),
  };
}
