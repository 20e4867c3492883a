// Numbers as people type them: with a comma or a point, in a range, with reasons to give none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../surveys/read-page.ts';
import { noRegister } from '../../../surveys/register.ts';
import { fiveLanguages } from '../five-languages.ts';
import { asking, bodyOf, comesBack, dontKnow, ratherNot, read, shown } from './one-question.ts';

const hours = { type: 'number', min: 0, max: 50, decimals: 1, unit: { nl: 'uur', en: 'hours' } };
const people = { type: 'number', min: 1 };

describe('a number', () => {
  it.each([
    ['12', '12'],
    [' 12,5 ', '12.5'],
    ['12.5', '12.5'],
    ['012,50', '12.5'],
    ['0,0', '0'],
    ['-0', '0'],
  ])('typed as "%s" is stored as %s', (typed, stored) => {
    expect(read(hours, { V: typed })).toMatchObject({ answers: { V: stored }, keys: [] });
  });

  it.each([
    ['1.234', '1234'],
    ['1 234', '1234'],
    ['12.345.678', '12345678'],
    ['1,234', '1234'],
  ])('with signs between thousands, "%s", is %s where no decimals are asked', (typed, stored) => {
    expect(read(people, { V: typed }).answers).toEqual({ V: stored });
  });

  it('with both signs says itself which one stands before the decimals', () => {
    const money = { type: 'number', decimals: 2 };
    expect(read(money, { V: '1.234,50' }).answers).toEqual({ V: '1234.5' });
    expect(read(money, { V: '1,234.50' }).answers).toEqual({ V: '1234.5' });
    expect(read(money, { V: '1.234.567' }).answers).toEqual({ V: '1234567' });
  });

  it('may be below nought, typed with either minus', () => {
    expect(read({ type: 'number' }, { V: '−3' }).answers).toEqual({ V: '-3' });
    expect(read({ type: 'number' }, { V: '-3' }).answers).toEqual({ V: '-3' });
  });

  it.each([
    ['veel', 'noNumber'],
    ['1e3', 'noNumber'],
    ['1,2,3', 'noNumber'],
    ['1234567890123456', 'noNumber'],
    ['12,55', 'tooManyDecimals'],
    ['0,0000001', 'tooManyDecimals'],
    ['-1', 'numberTooLow'],
    ['50,1', 'numberTooHigh'],
  ])('"%s" is refused with %s, and what was typed stays', (typed, key) => {
    const { answers, problems } = read(hours, { V: typed });
    expect(answers).toEqual({});
    expect(problems).toMatchObject([{ key, field: 'V', target: 'V', values: { value: typed } }]);
    expect(bodyOf(shown(hours, { V: typed }, 'nl', true), 'number').value).toBe(typed);
  });

  it('tells its bounds in the language of the page', () => {
    const half = { type: 'number', min: 0.5, decimals: 1 };
    expect(read(half, { V: '0' }).problems[0]?.values.min).toEqual({ nl: '0,5', en: '0.5' });
    expect(bodyOf(shown(half), 'number').hint).toEqual({
      key: 'fields.number.decimal.atLeast',
      values: { min: '0,5', max: '', decimals: 1 },
    });
    expect(bodyOf(shown(people), 'number').hint.key).toBe('fields.number.whole.atLeast');
    expect(bodyOf(shown({ type: 'number' }), 'number').hint.key).toBe('fields.number.whole.any');
  });

  it('stands with its unit, shown again with a comma where the language has one', () => {
    const view = bodyOf(shown(hours, { V: '12.5' }), 'number');
    expect(view).toMatchObject({ value: '12,5', unit: 'uur', inputMode: 'decimal' });
    expect(bodyOf(shown(hours, { V: '12.5' }, 'en'), 'number')).toMatchObject({
      value: '12.5',
      unit: 'hours',
    });
    // Telephones have no minus on their keys for numbers.
    expect(bodyOf(shown({ type: 'number' }), 'number').inputMode).toBeNull();
  });

  it('left empty is nothing, asked for, or asked for once', () => {
    expect(read(hours, { V: ' ' })).toMatchObject({ answers: {}, keys: [] });
    expect(read({ ...hours, required: true }, {})).toMatchObject({ answers: {}, keys: ['required'] });
    expect(read({ ...hours, required: 'soft' }, {}).problems).toMatchObject([
      { key: 'softRequired', soft: true },
    ]);
  });
});

describe('a reason instead of a number', () => {
  const question = { ...hours, required: true, instead: [dontKnow, ratherNot] };

  it('is stored in its place and is enough where a number is asked for', () => {
    expect(read(question, { V: '', 'V.instead': 'weet-niet' })).toMatchObject({
      answers: { V: 'weet-niet' },
      keys: [],
    });
    const view = shown(question, { V: 'weet-niet' });
    expect(bodyOf(view, 'number').value).toBe('');
    expect(view.reasons.map(({ checked }) => checked)).toEqual([true, false]);
  });

  it('beside a number is a question to choose, also when the number is wrong', () => {
    expect(read(question, { V: '4', 'V.instead': 'weet-niet' }).keys).toEqual(['insteadToo']);
    expect(read(question, { V: 'vier', 'V.instead': 'weet-niet' }).keys).toEqual(['insteadToo']);
  });

  it('that is not offered is refused', () => {
    expect(read(question, { 'V.instead': 'geen-zin' }).keys).toEqual(['unknownCode']);
    expect(read(question, { V: 'geen-zin' }).keys).toEqual(['noNumber']);
  });

  it('is one: two boxes ticked lead back to the first', () => {
    const [page] = asking(question).pages;
    const fields = { V: '', 'V.instead': ['weet-niet', 'liever-niet'] };
    const reading = page && readPage(asking(question), page, fields, {}, noRegister);
    expect([...(reading?.problems.values() ?? [])]).toMatchObject([
      { key: 'reasonTwice', field: 'V', target: 'V.instead:weet-niet' },
    ]);
  });

  it('comes back the same when it is shown again', () => {
    expect(comesBack(question, { V: 'liever-niet' }, 'nl').answers).toEqual({ V: 'liever-niet' });
  });
});

it('any number that was stored reads back the same from the page that shows it, in every language', () => {
  const tests = fc.record({
    decimals: fc.integer({ min: 0, max: 6 }),
    size: fc.integer({ min: 0, max: 999_999_999 }),
    sign: fc.constantFrom('', '-'),
    comma: fc.boolean(),
    language: fc.constantFrom(...fiveLanguages),
  });
  fc.assert(
    fc.property(tests, ({ decimals, size, sign, comma, language }) => {
      const plain = (size / 10 ** decimals).toFixed(decimals);
      const typed = sign + (comma ? plain.replace('.', ',') : plain);
      const question = { type: 'number', decimals };
      const first = read(question, { V: typed });
      expect(first.keys).toEqual([]);
      expect(Number(first.answers.V)).toBe(Number(sign + plain) + 0);
      expect(comesBack(question, first.answers, language).answers).toEqual(first.answers);
    }),
    { numRuns: 500 },
  );
});

it('any words at all give a number or a message, never both or a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-−0-9., e]{0,20}$/)), (typed) => {
      const { answers, keys } = read(hours, { V: typed });
      if (typed.trim() === '') expect(keys).toEqual([]);
      else expect(Object.keys(answers).length + keys.length).toBe(1);
      if (answers.V !== undefined) expect(String(Number(answers.V))).toBe(answers.V);
    }),
    { numRuns: 500 },
  );
});
