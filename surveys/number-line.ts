// Where an answer stands on a number line, and back: numbers as they are, dates as days, months or years counted.
import { dayOf } from './day.ts';
import type { NumericMeasure } from './variable.ts';

const millisecondsPerDay = 86_400_000;

/**
 * The place of a stored answer: the number itself; a day `2024-03-01` as days since 1970-01-01; a month `2024-03` as
 * months since January of year 0; a year as itself. Null when it is no such thing (a typed missing answer).
 */
export function placeOf(measure: NumericMeasure, answer: string): number | null {
  switch (measure) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(answer) ? Number(answer) : null;
    case 'year':
      return /^\d{4}$/.test(answer) ? Number(answer) : null;
    case 'month': {
      const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(answer);
      return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : null;
    }
    case 'day': {
      const moment = /^\d{4}-\d{2}-\d{2}$/.test(answer) ? Date.parse(`${answer}T00:00:00Z`) : Number.NaN;
      // 2024-02-31 is read as 2 March: what does not come back the same was no day.
      const place = Math.round(moment / millisecondsPerDay);
      return Number.isNaN(moment) || answerAt('day', place) !== answer ? null : place;
    }
  }
}

/** The answer at a place, as it is stored: the other way round from `placeOf`. */
export function answerAt(measure: NumericMeasure, place: number): string {
  switch (measure) {
    case 'number':
      return String(place);
    case 'year':
      return String(place).padStart(4, '0');
    case 'month':
      return `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}`;
    case 'day':
      return dayOf(new Date(place * millisecondsPerDay));
  }
}
