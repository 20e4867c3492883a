// Points shared out over options: all of them, or none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, both, comesBack, dontKnow, read, shown } from './one-question.ts';

const options = ['a', 'b', 'c'].map((code) => ({ code, label: both(code.toUpperCase()) }));
const points = { type: 'points', total: 10, options };

describe('points', () => {
  it('are stored for every option, none where the field stayed empty', () => {
    expect(read(points, { 'V.a': '7', 'V.b': ' 3 ', 'V.c': '' })).toMatchObject({
      answers: { 'V.a': '7', 'V.b': '3', 'V.c': '0' },
      keys: [],
    });
  });

  it('must be shared out to the last, and say how many are left or over', () => {
    expect(read(points, { 'V.a': '7' }).problems).toMatchObject([
      { key: 'pointsLeft', field: 'V', target: 'V.a', values: { total: 10, given: 7, rest: 3 } },
    ]);
    expect(read(points, { 'V.a': '7', 'V.b': '5' }).problems).toMatchObject([
      { key: 'pointsOver', values: { given: 12, rest: 2 } },
    ]);
  });

  it.each(['-1', '2,5', 'veel', '11', '1e1'])('cannot be "%s", and lead to that field', (typed) => {
    expect(read(points, { 'V.a': '9', 'V.b': typed }).problems).toMatchObject([
      { key: 'noPoints', target: 'V.b', values: { row: both('B'), value: typed, total: 10 } },
    ]);
  });

  it('left empty are nothing, asked for, or asked for once; noughts alone are empty too', () => {
    expect(read(points, { 'V.a': '0', 'V.b': '' })).toMatchObject({ answers: {}, keys: [] });
    expect(read({ ...points, required: true }, {}).problems).toMatchObject([
      { key: 'required', target: 'V.a' },
    ]);
    expect(read({ ...points, required: 'soft' }, {}).problems).toMatchObject([
      { key: 'softRequired', soft: true },
    ]);
  });

  it('stand with what is left, and with what was typed when it is wrong', () => {
    expect(bodyOf(shown(points), 'points')).toMatchObject({ total: 10, left: 10, step: 1 });
    expect(bodyOf(shown({ ...points, total: 100 }, { 'V.a': '30' }), 'points')).toMatchObject({
      left: 70,
      step: 5,
    });
    const wrong = bodyOf(shown(points, { 'V.a': 'veel', 'V.b': '4' }, 'nl', true), 'points');
    expect(wrong.left).toBe(6);
    expect(wrong.options.map(({ value }) => value)).toEqual(['veel', '4', '']);
  });

  it('take a reason instead, for every option, and not both', () => {
    const question = { ...points, required: true, instead: [dontKnow] };
    const all = { 'V.a': 'weet-niet', 'V.b': 'weet-niet', 'V.c': 'weet-niet' };
    expect(read(question, { 'V.a': '', 'V.instead': 'weet-niet' }).answers).toEqual(all);
    expect(read(question, { 'V.a': '10', 'V.instead': 'weet-niet' }).keys).toEqual(['insteadToo']);
    expect(comesBack(question, all, 'nl').answers).toEqual(all);
    expect(bodyOf(shown(question, all), 'points').options.map(({ value }) => value)).toEqual(['', '', '']);
  });
});

it('any points that add up read back the same from the page that shows them', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.integer({ min: 2, max: 1000 }), (first, second, total) => {
      const a = first % (total + 1);
      const b = second % (total - a + 1);
      const answers = { 'V.a': String(a), 'V.b': String(b), 'V.c': String(total - a - b) };
      const question = { ...points, total };
      expect(read(question, answers)).toMatchObject({ answers, keys: [] });
      expect(comesBack(question, answers, 'nl')).toMatchObject({ answers, keys: [] });
    }),
  );
});
