// Days, months and years as people type them or browsers send them, and periods between two of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAt } from '../../../surveys/number-line.ts';
import { fiveLanguages } from '../five-languages.ts';
import { bodyOf, comesBack, dontKnow, read, shown } from './one-question.ts';

const day = { type: 'date' };
const month = { type: 'date', precision: 'month' };
const year = { type: 'date', precision: 'year' };
const period = { type: 'date', period: true };

describe('a date', () => {
  it.each([
    [day, '2024-03-01', '2024-03-01'],
    [day, '1/3/2024', '2024-03-01'],
    [day, '01.03.2024', '2024-03-01'],
    [day, ' 29-02-2024 ', '2024-02-29'],
    [day, '2024/3/1', '2024-03-01'],
    [month, '3/2024', '2024-03'],
    [month, '2024-03', '2024-03'],
    [year, '2024', '2024'],
  ])('of %o typed as "%s" is stored as %s', (question, typed, stored) => {
    expect(read(question, { V: typed })).toMatchObject({ answers: { V: stored }, keys: [] });
  });

  it.each([
    [day, '30/2/2024'],
    [day, '29/2/2023'],
    [day, '3/2024'],
    [day, '1/3/24'],
    [day, 'gisteren'],
    [month, '13/2024'],
    [month, '2024'],
    [year, '24'],
    [year, '20244'],
    [year, '1/3/2024'],
  ])('of %o cannot be "%s"', (question, typed) => {
    expect(read(question, { V: typed }).problems).toMatchObject([
      { key: 'noDate', field: 'V', target: 'V', values: { value: typed } },
    ]);
  });

  it('lies between its bounds, which belong to it and are told in words', () => {
    const bounded = { ...day, earliest: '2024-03-01', latest: '2024-03-31' };
    expect(read(bounded, { V: '2024-03-01' }).keys).toEqual([]);
    expect(read(bounded, { V: '2024-03-31' }).keys).toEqual([]);
    expect(read(bounded, { V: '29/2/2024' }).problems).toMatchObject([
      { key: 'dateTooEarly', values: { earliest: { nl: '1 maart 2024', en: '1 March 2024' } } },
    ]);
    expect(read(bounded, { V: '2024-04-01' }).problems).toMatchObject([
      { key: 'dateTooLate', values: { latest: { nl: '31 maart 2024' } } },
    ]);
    expect(bodyOf(shown(bounded), 'date').hint).toEqual({
      key: 'fields.date.between',
      values: { earliest: '1 maart 2024', latest: '31 maart 2024' },
    });
    const months = { ...month, earliest: '2024-03' };
    expect(bodyOf(shown(months), 'date').hint).toMatchObject({
      key: 'fields.date.atLeast',
      values: { earliest: 'maart 2024' },
    });
    expect(read({ ...year, latest: '2024' }, { V: '2025' }).keys).toEqual(['dateTooLate']);
  });

  it('left empty is nothing, asked for, or asked for once', () => {
    expect(read(day, { V: '' })).toMatchObject({ answers: {}, keys: [] });
    expect(read({ ...day, required: true }, {}).problems).toMatchObject([{ key: 'required', target: 'V' }]);
    expect(read({ ...day, required: 'soft' }, {}).problems).toMatchObject([
      { key: 'softRequired', soft: true },
    ]);
  });

  it('stands in a date field of the browser; what is no date keeps its words in a field for words', () => {
    expect(bodyOf(shown(day, { V: '2024-03-01' }), 'date').fields).toMatchObject([
      { kind: 'date', value: '2024-03-01', part: 'moment', wrong: false },
    ]);
    expect(bodyOf(shown(day, { V: '30/2/2024' }, 'nl', true), 'date').fields).toMatchObject([
      { kind: 'text', value: '30/2/2024', wrong: true },
    ]);
    expect(bodyOf(shown(month, { V: '2024-03' }), 'date').fields).toMatchObject([
      { kind: 'text', value: '03/2024' },
    ]);
  });

  it('takes a reason instead, and not both', () => {
    const question = { ...day, required: true, instead: [dontKnow] };
    expect(read(question, { 'V.instead': 'weet-niet' }).answers).toEqual({ V: 'weet-niet' });
    expect(read(question, { V: '2024-03-01', 'V.instead': 'weet-niet' }).keys).toEqual(['insteadToo']);
    expect(bodyOf(shown(question, { V: 'weet-niet' }), 'date').fields[0]?.value).toBe('');
  });
});

describe('a period', () => {
  it('has a begin and an end, that may be the same', () => {
    const given = { 'V.begin': '2024-03-01', 'V.end': '1/3/2024' };
    expect(read(period, given).answers).toEqual({ 'V.begin': '2024-03-01', 'V.end': '2024-03-01' });
    expect(bodyOf(shown(period, given), 'date').fields.map(({ part }) => part)).toEqual(['begin', 'end']);
  });

  it('needs both, the end not before the begin, and leads to the one to mend', () => {
    const about = (fields: Record<string, string>) =>
      read(period, fields).problems.map(({ key, target }) => [key, target]);
    expect(about({ 'V.end': '2024-03-01' })).toEqual([['noBegin', 'V.begin']]);
    expect(about({ 'V.begin': '2024-03-01' })).toEqual([['noEnd', 'V.end']]);
    expect(about({ 'V.begin': '2024-03-02', 'V.end': '2024-03-01' })).toEqual([['endBeforeBegin', 'V.end']]);
    expect(about({ 'V.begin': '2024-03-02', 'V.end': 'ooit' })).toEqual([['noDate', 'V.end']]);
    const { fields } = bodyOf(shown(period, { 'V.begin': '2024-03-02' }, 'nl', true), 'date');
    expect(fields.map(({ wrong }) => wrong)).toEqual([false, true]);
  });

  it('may be unknown as a whole', () => {
    const question = { ...period, instead: [dontKnow] };
    expect(read(question, { 'V.instead': 'weet-niet' }).answers).toEqual({
      'V.begin': 'weet-niet',
      'V.end': 'weet-niet',
    });
    expect(comesBack(question, { 'V.begin': 'weet-niet', 'V.end': 'weet-niet' }, 'nl').keys).toEqual([]);
  });
});

it('any date reads back the same from the page that shows it, in every precision and language', () => {
  const dates = fc.record({
    precision: fc.constantFrom('day', 'month', 'year'),
    moment: fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    language: fc.constantFrom(...fiveLanguages),
  } as const);
  fc.assert(
    fc.property(dates, ({ precision, moment, language }) => {
      const stored = moment.toISOString().slice(0, { day: 10, month: 7, year: 4 }[precision]);
      const question = { type: 'date', precision };
      expect(comesBack(question, { V: stored }, language)).toMatchObject({
        answers: { V: stored },
        keys: [],
      });
    }),
    { numRuns: 300 },
  );
});

it('any two days make a period or a message', () => {
  const days = fc.integer({ min: 0, max: 30_000 }).map((place) => answerAt('day', place));
  fc.assert(
    fc.property(days, days, (begin, end) => {
      const given = { 'V.begin': begin, 'V.end': end };
      const { answers, keys } = read(period, given);
      if (begin <= end) expect(answers).toEqual(given);
      else expect(keys).toEqual(['endBeforeBegin']);
    }),
  );
});
