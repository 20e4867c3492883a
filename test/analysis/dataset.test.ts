// Documents become columns and back, also when a later version of the questionnaire moved things around.
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
    dataset.append([{ sequence: 7, id: 'x', version: 1, library: null, day: '2024-01-09', document: more }]);
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
    dataset.append([{ sequence: 1, id: 'a', version: 1, library: null, day: '2024-01-08', document }]);
    expect([
      ...dataset.column('role'),
      ...dataset.column('use.films'),
      ...dataset.column('use.wise'),
    ]).toEqual([1, 2, skippedByte]);
  });

  it('refuses a document that does not fit and a version nobody knows', () => {
    const dataset = datasetOf([]);
    const row = { sequence: 1, id: 'a', library: null, day: '2024-01-08' };
    expect(() => dataset.append([{ ...row, version: 1, document: new Uint8Array(3) }])).toThrow(RangeError);
    expect(() => dataset.append([{ ...row, version: 9, document: new Uint8Array(3) }])).toThrow('version 9');
  });

  it('shows an earlier state that does not grow, with the libraries of that state', () => {
    const dataset = datasetOf([{ role: 'desk' }, { role: 'lead' }]);
    const document = packAnswers(codebook, { role: 'desk' }, () => true);
    const row = { version: 1, day: '2024-01-09', document };
    dataset.append([{ ...row, sequence: 7, id: 'x', library: 'late' }]);
    const view = dataset.upTo(6);
    dataset.append(
      Array.from({ length: 100 }, (_, index) => ({
        ...row,
        sequence: 8 + index,
        id: `y${index}`,
        library: null,
      })),
    );
    expect([view.size, view.lastSequence, view.ids.length, view.days.length]).toEqual([2, 2, 2, 2]);
    expect([...view.column('role')]).toEqual([0, 1]);
    expect(view.libraries).not.toContain('late');
    expect(dataset.upTo(7).libraries).toContain('late');
    expect([dataset.upTo(0).size, dataset.upTo(0).lastSequence, dataset.upTo(999).size]).toEqual([0, 0, 103]);
  });
});
