// What a draft holds after a page was sent: what can be read replaces, what cannot replaces nothing, what was cleared goes.
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../surveys/answers.ts';
import { answersOfPage, keptAnswers, sameAnswers } from '../../surveys/kept-answers.ts';
import { type Fields, readPage } from '../../surveys/read-page.ts';
import { pageOf, sample, sampleRegister } from './sample-questionnaire.ts';

function after(code: string, before: Answers, fields: Fields): Answers {
  const page = pageOf(code);
  return keptAnswers(
    sample,
    page,
    before,
    readPage(sample, page, fields, { consent: 'yes' }, sampleRegister),
  );
}

describe('after a page was sent', () => {
  it('what was read takes the place of what was there', () => {
    expect(after('ways', { words: 'oud', pace: '0' }, { words: 'nieuw', pace: '1' })).toEqual({
      words: 'nieuw',
      pace: '1',
    });
  });

  it('what was cleared is gone, also beside something that cannot be read', () => {
    expect(after('ways', { words: 'oud', pace: '0' }, { words: '', pace: 'kwaad' })).toEqual({ pace: '0' });
  });

  it('an answer stays when what is typed over it cannot be read', () => {
    expect(after('ways', { words: 'oud' }, { words: 'veel te lange tekst' })).toEqual({ words: 'oud' });
  });

  it('a question of which nothing can be read stays as it was, as a whole', () => {
    const ticks = { 'learn.a': '1', 'learn.b': '0', 'learn.c': '0', 'learn.none': '0' };
    const tooMany = { 'learn.a': '1', 'learn.b': '1', 'learn.c': '1' };
    expect(after('tools', ticks, tooMany)).toMatchObject(ticks);
  });

  it('a cell of a grid stays by itself, and the cells beside it are replaced', () => {
    const before = { 'use.till': '2', 'well.till': '1', 'use.site': '0' };
    const kept = after('tools', before, { 'use.till': 'kwaad', 'well.till': '0', 'use.site': '1' });
    expect(kept).toMatchObject({ 'use.till': '2', 'use.site': '1' });
    expect(kept['well.till']).toBeDefined();
  });

  it('nothing is made up where nothing was', () => {
    expect(after('ways', {}, { pace: 'kwaad', words: 'veel te lange tekst' })).toEqual({});
  });

  it('strangers in the form, however many, take nothing away', () => {
    const strangers = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`vreemd${n}`, '1']));
    expect(after('ways', { words: 'oud' }, { ...strangers, words: 'nieuw' })).toEqual({ words: 'nieuw' });
  });
});

describe('the answers of a page', () => {
  it('are those of its questions', () => {
    const answers = { role: 'other', 'role.other.text': 'poetsen', words: 'hallo' };
    expect(answersOfPage(sample, pageOf('you'), answers)).toEqual({
      role: 'other',
      'role.other.text': 'poetsen',
    });
  });

  it('say the same when every one does, in whatever order', () => {
    expect(sameAnswers({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameAnswers({ a: '1' }, { a: '1', b: '2' })).toBe(false);
    expect(sameAnswers({ a: '1' }, { b: '1' })).toBe(false);
  });
});
