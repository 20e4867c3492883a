// A line to slide on: a field for a number on it, empty until it is touched.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiveLanguages } from '../five-languages.ts';
import { bodyOf, both, comesBack, dontKnow, read, shown } from './one-question.ts';

const ends = { low: both('koud', 'cold'), high: both('heet', 'hot') };
const warmth = { type: 'slider', min: -5, max: 30, step: 0.5, unit: both('graden', 'degrees'), ...ends };

describe('a line to slide on', () => {
  it('is empty until somebody touches it', () => {
    expect(bodyOf(shown(warmth), 'slider').value).toBe('');
    expect(read(warmth, { V: '' })).toMatchObject({ answers: {}, keys: [] });
    expect(read({ ...warmth, required: true }, {}).keys).toEqual(['required']);
    expect(read({ ...warmth, required: 'soft' }, {}).problems).toMatchObject([
      { key: 'softRequired', soft: true },
    ]);
  });

  it.each([
    ['17', '17'],
    ['17,5', '17.5'],
    ['17.5', '17.5'],
    ['−5', '-5'],
    ['30', '30'],
    ['0', '0'],
  ])('takes "%s" as %s', (typed, stored) => {
    expect(read(warmth, { V: typed })).toMatchObject({ answers: { V: stored }, keys: [] });
  });

  it.each(['-5,5', '31', '17,25', 'warm', '1e1'])(
    'has no place for "%s", and says which places there are',
    (typed) => {
      const { answers, problems } = read(warmth, { V: typed });
      expect(answers).toEqual({});
      expect(problems).toMatchObject([{ key: 'notOnLine', target: 'V', values: { value: typed } }]);
      expect(problems[0]?.values).toMatchObject({
        min: both('-5'),
        max: both('30'),
        step: both('0,5', '0.5'),
      });
    },
  );

  it('knows a place that a computer cannot write exactly', () => {
    const fine = { type: 'slider', min: 0, max: 1, step: 0.1, ...ends };
    expect(read(fine, { V: '0,3' }).answers).toEqual({ V: '0.3' });
    expect(read(fine, { V: '0.7' }).answers).toEqual({ V: '0.7' });
  });

  it('stands with its ends, unit and steps as the language writes them', () => {
    expect(bodyOf(shown(warmth, { V: '17.5' }), 'slider')).toMatchObject({
      value: '17,5',
      low: 'koud',
      high: 'heet',
      minWords: '−5',
      maxWords: '30',
      unit: 'graden',
      hint: { key: 'fields.slider.hintStep', values: { step: '0,5' } },
    });
    expect(bodyOf(shown({ type: 'slider', max: 10, ...ends }), 'slider').hint.key).toBe('fields.slider.hint');
  });

  it('takes a reason instead, and not both', () => {
    const question = { ...warmth, required: true, instead: [dontKnow] };
    expect(read(question, { 'V.instead': 'weet-niet' }).answers).toEqual({ V: 'weet-niet' });
    expect(read(question, { V: '3', 'V.instead': 'weet-niet' }).keys).toEqual(['insteadToo']);
    expect(comesBack(question, { V: 'weet-niet' }, 'nl').answers).toEqual({ V: 'weet-niet' });
  });
});

it('every place of any line reads back the same from the page that shows it', () => {
  const lines = fc.record({
    min: fc.integer({ min: -100, max: 100 }),
    step: fc.constantFrom(1, 2, 5, 10, 0.5, 0.25, 0.1, 0.01),
    steps: fc.integer({ min: 1, max: 400 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    language: fc.constantFrom(...fiveLanguages),
  });
  fc.assert(
    fc.property(lines, ({ min, step, steps, share, language }) => {
      const max = Number((min + steps * step).toFixed(2));
      const place = Number((min + Math.round(share * steps) * step).toFixed(2));
      const question = { type: 'slider', min, max, step, ...ends };
      const { answers } = read(question, { V: String(place) });
      expect(answers).toEqual({ V: String(place === 0 ? 0 : place) });
      expect(comesBack(question, answers, language).answers).toEqual(answers);
    }),
    { numRuns: 300 },
  );
});
