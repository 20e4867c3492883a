// A line of points with words at its ends.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codebookOf } from '../../../surveys/codebook.ts';
import { asking, bodyOf, both, comesBack, dontKnow, read, shown } from './one-question.ts';

const ends = { low: both('zeker niet', 'surely not'), high: both('zeker wel', 'surely') };
const recommend = { type: 'scale', from: 0, to: 10, ...ends };

describe('a scale', () => {
  it('has a point for every number from its first to its last, with words at the ends', () => {
    const { options, from, to } = bodyOf(shown(recommend), 'scale');
    expect(options.map(({ value }) => value)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    expect([from, to]).toEqual([0, 10]);
    expect([options[0]?.note, options[1]?.note, options[10]?.note]).toEqual([
      'zeker niet',
      null,
      'zeker wel',
    ]);
    expect(options.some(({ checked }) => checked)).toBe(false);
  });

  it('begins at 1 unless it says 0', () => {
    expect(
      bodyOf(shown({ type: 'scale', to: 3, ...ends }), 'scale').options.map(({ value }) => value),
    ).toEqual(['1', '2', '3']);
    expect(read({ type: 'scale', to: 3, ...ends }, { V: '0' }).keys).toEqual(['unknownCode']);
  });

  it('takes a point of the line and nothing else', () => {
    expect(read(recommend, { V: '7' })).toMatchObject({ answers: { V: '7' }, keys: [] });
    for (const V of ['11', '-1', '07', '7.0', 'zeven', ' 7'])
      expect(read(recommend, { V })).toMatchObject({ answers: {}, keys: ['unknownCode'] });
  });

  it('left empty leads back to its first point', () => {
    expect(read(recommend, {})).toMatchObject({ answers: {}, keys: [] });
    expect(read({ ...recommend, required: true }, {}).problems).toMatchObject([
      { key: 'required', target: 'V:0' },
    ]);
    expect(read({ ...recommend, required: 'soft' }, {}).problems).toMatchObject([
      { key: 'softRequired', soft: true },
    ]);
  });

  it('takes a reason instead, and not both', () => {
    const question = { ...recommend, required: true, instead: [dontKnow] };
    expect(read(question, { 'V.instead': 'weet-niet' }).answers).toEqual({ V: 'weet-niet' });
    expect(read(question, { V: '3', 'V.instead': 'weet-niet' }).keys).toEqual(['insteadToo']);
    expect(shown(question, { V: 'weet-niet' }).reasons[0]?.checked).toBe(true);
  });

  it('counts by its own numbers, with the reasons kept apart', () => {
    const [variable] = codebookOf(asking({ ...recommend, instead: [dontKnow] })).variables;
    expect(variable?.measure).toBe('ordinal');
    expect(variable?.categories.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]);
    expect(variable?.categories[0]?.label).toEqual(both('0: zeker niet', '0: surely not'));
    expect(variable?.categories[11]?.missing).toBe('dontKnow');
  });
});

it('every point reads back the same from the page that shows it', () => {
  const lines = fc.record({ from: fc.integer({ min: 0, max: 1 }), to: fc.integer({ min: 2, max: 11 }) });
  fc.assert(
    fc.property(lines, fc.nat(), ({ from, to }, choice) => {
      const question = { type: 'scale', from, to, ...ends, instead: [dontKnow] };
      const V = String(from + (choice % (to - from + 1)));
      expect(comesBack(question, { V }, 'nl')).toMatchObject({ answers: { V }, keys: [] });
    }),
  );
});
