// The part of an answer a remark is about, and words taken out of one.
import { describe, expect, it } from 'vitest';
import { fragmentOf, restOf, withTakenOut } from '../../../surveys/coding/fragments.ts';

const answer = 'Wise hapert.\nDe desk  helpt, maar laat.';

describe('a fragment', () => {
  it('is the whole answer where nothing or all of it was typed', () => {
    expect(fragmentOf(` ${answer} `, '')).toBe(answer);
    expect(fragmentOf(answer, 'Wise hapert. De desk helpt, maar laat.')).toBe(answer);
  });

  it('is words of the answer, whatever its line breaks', () => {
    expect(fragmentOf(answer, 'hapert. De desk')).toBe('hapert. De desk');
    expect(fragmentOf(answer, 'de desk helpt niet')).toBeNull();
  });

  it('leaves the longest piece no remark is about', () => {
    expect(restOf(answer, ['Wise hapert.'])).toBe('De desk helpt, maar laat.');
    expect(restOf(answer, ['De desk helpt'])).toBe('Wise hapert.');
    expect(restOf(answer, [answer])).toBe('');
    expect(restOf('Goed!', ['Goed'])).toBe('');
  });
});

describe('words that are taken out', () => {
  it('go wherever they stand, whatever their capitals and line breaks', () => {
    expect(withTakenOut('An zegt: an\nis weg', 'an')).toBe('[…] zegt: […]\nis weg');
    expect(withTakenOut(answer, 'hapert. de DESK')).toBe('Wise […]  helpt, maar laat.');
    expect(withTakenOut('1+1 (soms)', '(soms)')).toBe('1+1 […]');
  });

  it('are nothing where they do not stand', () => {
    expect(withTakenOut(answer, 'iets')).toBeNull();
    expect(withTakenOut(answer, '  ')).toBeNull();
    expect(withTakenOut('weg […]', '[…]')).toBeNull();
  });
});
