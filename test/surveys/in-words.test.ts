// Stored numbers and dates as people of a language write them.
import { expect, it } from 'vitest';
import { dateInWords, numberToType } from '../../surveys/in-words.ts';

it('a number has a comma where the language writes one, and no signs between thousands', () => {
  expect(['nl', 'fr', 'de', 'da', 'en'].map((language) => numberToType('1234.5', language))).toEqual([
    '1234,5',
    '1234,5',
    '1234,5',
    '1234,5',
    '1234.5',
  ]);
});

it('what is no stored number stays as it was typed', () => {
  for (const typed of ['', 'twaalf', '1.2.3', '12', '1,5']) expect(numberToType(typed, 'nl')).toBe(typed);
});

it('a day, month and year are in words', () => {
  expect(dateInWords('day', '2024-03-01', 'nl')).toBe('1 maart 2024');
  expect(dateInWords('day', '2024-03-01', 'en')).toBe('1 March 2024');
  expect(dateInWords('day', '2024-03-01', 'da')).toBe('1. marts 2024');
  expect(dateInWords('month', '2024-03', 'de')).toBe('März 2024');
  expect(dateInWords('year', '2024', 'fr')).toBe('2024');
  expect(dateInWords('day', 'morgen', 'nl')).toBe('morgen');
});
