// Dates in the forms other tools write them.
import { describe, expect, it } from 'vitest';
import { dayReader, isDayFormat } from '../../../surveys/formats/day-format.ts';

describe('a date of another tool', () => {
  it.each([
    ['M/D/YY H:mm', '6/26/18 19:42', '2018-06-26'],
    ['D/M/YYYY', '1/12/2023', '2023-12-01'],
    ['DD-MM-YYYY HH:mm:ss', '29-02-2024 08:05:00', '2024-02-29'],
    ['YYYY-MM-DD*', '2024-03-01T10:00:00+01:00', '2024-03-01'],
  ])('%s reads %s', (format, text, day) => {
    expect(dayReader(format)(text)).toBe(day);
  });

  it.each([
    ['D/M/YYYY', '30/2/2023'],
    ['D/M/YYYY', '6/26/2018'],
    ['D/M/YYYY', '1/12/23'],
    ['YYYY-MM-DD', '2024-03-01 10:00'],
    ['DD.MM.YYYY', '01x02x2024'],
  ])('%s refuses %s', (format, text) => {
    expect(dayReader(format)(text)).toBeNull();
  });

  it('needs a format with a year, a month and a day', () => {
    expect(isDayFormat('D/M')).toBe(false);
    expect(isDayFormat('D/D/YYYY')).toBe(false);
    expect(() => dayReader('H:mm')).toThrow(RangeError);
  });
});
