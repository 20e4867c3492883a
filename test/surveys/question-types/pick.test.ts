// The n most important, and multiple choice with a fewest and a most.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codebookOf } from '../../../surveys/codebook.ts';
import { asking, bodyOf, both, comesBack, dontKnow, ratherNot, read, shown } from './one-question.ts';

const codes = ['a', 'b', 'c', 'd'];
const options = [
  ...codes.map((code) => ({ code, label: both(code.toUpperCase()) })),
  { code: 'other', label: both('Iets anders'), text: true },
  { code: 'none', label: both('Niets'), exclusive: true },
];
const pick = { type: 'pick', count: 3, options };
const ticks = (...chosen: string[]) => Object.fromEntries(chosen.map((code) => [`V.${code}`, '1']));

describe('a pick', () => {
  it('stores every option, ticked or not, up to the number it asks for', () => {
    expect(read(pick, ticks('a', 'c'))).toMatchObject({
      answers: { 'V.a': '1', 'V.b': '0', 'V.c': '1', 'V.d': '0', 'V.other': '0', 'V.none': '0' },
      keys: [],
    });
    expect(read(pick, ticks('a', 'b', 'c')).keys).toEqual([]);
  });

  it('says how many too many there are, and keeps them ticked', () => {
    const typed = ticks('a', 'b', 'c', 'd');
    expect(read(pick, typed).problems).toMatchObject([
      { key: 'tooMany', target: 'V.a:1', values: { max: 3, chosen: 4, over: 1 } },
    ]);
    const body = bodyOf(shown(pick, typed, 'nl', true), 'pick');
    expect(body.count).toBe(3);
    expect(body.options.filter(({ checked }) => checked)).toHaveLength(4);
  });

  it('holds "none of these" alone', () => {
    expect(read(pick, ticks('none')).keys).toEqual([]);
    expect(read(pick, ticks('none', 'a')).keys).toEqual(['exclusive']);
  });

  it('keeps the words beside "other"', () => {
    const given = { ...ticks('other'), 'V.other.text': ' zingen ' };
    expect(read(pick, given).answers['V.other.text']).toBe('zingen');
    expect(comesBack(pick, read(pick, given).answers, 'nl').answers).toEqual(read(pick, given).answers);
  });

  it('refuses a tick that is none', () => {
    expect(read(pick, { 'V.a': 'ja' }).keys).toEqual(['unknownRowCode']);
  });

  it('left empty is nothing, asked for, or asked for once', () => {
    expect(read(pick, {})).toMatchObject({ answers: {}, keys: [] });
    expect(read({ ...pick, required: true }, {}).keys).toEqual(['required']);
    expect(read({ ...pick, required: 'soft' }, {}).problems).toMatchObject([
      { key: 'softRequired', soft: true },
    ]);
  });

  it('takes one reason instead, for every option, and not both', () => {
    const question = { ...pick, required: true, instead: [dontKnow, ratherNot] };
    const { answers } = read(question, { 'V.instead': 'weet-niet' });
    expect(new Set(Object.values(answers))).toEqual(new Set(['weet-niet']));
    expect(Object.keys(answers)).not.toContain('V.other.text');
    expect(read(question, { ...ticks('a'), 'V.instead': 'weet-niet' }).keys).toEqual(['insteadToo']);
    expect(comesBack(question, answers, 'nl').answers).toEqual(answers);
  });

  it('is a variable per option, told apart from multiple choice', () => {
    const { variables } = codebookOf(asking(pick));
    expect(new Set(variables.map(({ type }) => type))).toEqual(new Set(['pick']));
  });
});

describe('multiple choice', () => {
  const multiple = { type: 'multiple', min: 2, max: 3, options };

  it('asks for as many as it needs, and says how many more', () => {
    expect(read(multiple, ticks('a')).problems).toMatchObject([
      { key: 'tooFew', target: 'V.a:1', values: { min: 2, chosen: 1, more: 1 } },
    ]);
    expect(read(multiple, ticks('a', 'b')).keys).toEqual([]);
    expect(read(multiple, ticks('a', 'b', 'c', 'd')).keys).toEqual(['tooMany']);
  });

  it('is content with "none of these" alone, and with nothing where nothing is required', () => {
    expect(read(multiple, ticks('none')).keys).toEqual([]);
    expect(read(multiple, {}).keys).toEqual([]);
    expect(read({ ...multiple, required: true }, {}).keys).toEqual(['required']);
  });

  it('tells how many may be ticked where its own words do not', () => {
    const hint = (more: object) =>
      bodyOf(shown({ type: 'multiple', options, ...more }), 'multiple').hint?.key;
    expect(hint({})).toBeUndefined();
    expect(hint({ min: 2, max: 3 })).toBe('fields.multiple.between');
    expect(hint({ min: 2, max: 2 })).toBe('fields.multiple.exactly');
    expect(hint({ min: 2 })).toBe('fields.multiple.atLeast');
    expect(hint({ max: 2 })).toBe('fields.multiple.atMost');
    expect(hint({ max: 2, help: both('Hoogstens twee.') })).toBeUndefined();
  });
});

it.each(['pick', 'multiple', 'rank'])(
  'any answer to a %s reads back the same from the page that shows it',
  (type) => {
    const own = { pick: { count: 3 }, multiple: { min: 1, max: 4 }, rank: { top: 3 } }[type];
    const question = { type, ...own, options: options.slice(0, 5), instead: [dontKnow] };
    const given = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(given, fc.boolean(), (chosen, reason) => {
        const fields = Object.fromEntries(
          chosen.map((code, index) => [`V.${code}`, type === 'rank' ? String(index + 1) : '1']),
        );
        const { answers, keys } = read(question, reason ? { 'V.instead': 'weet-niet' } : fields);
        expect(keys).toEqual([]);
        expect(comesBack(question, answers, 'nl')).toMatchObject({ answers, keys: [] });
      }),
    );
  },
);
