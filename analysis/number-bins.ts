// Which bars a histogram has. Numbers: equal steps by Freedman and Diaconis, rounded down to 1, 2 or 5 times a
// power of ten of the finest step the question allows, wider where that gives more than twelve bars. Dates: the finest part of the calendar that needs at most twelve.
import { answerAt } from '../surveys/number-line.ts';
import type { NumericMeasure } from '../surveys/variable.ts';
import { quantileOfSorted } from './statistics/sorted-summary.ts';

/** What one bar stands for: one value, a range of values, or a part of the calendar. */
export type BinKind = 'value' | 'range' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'years';

export interface Bins {
  readonly kind: BinKind;
  /** First and last place that belong to each bar, rising, without gaps; empty without values. */
  readonly bars: readonly { readonly from: number; readonly to: number }[];
  /** The bar a place belongs to. */
  indexOf(place: number): number;
}

const most = 12;
const millisecondsPerDay = 86_400_000;

/**
 * The bars for these places on a number line.
 * Source of the width: Freedman & Diaconis 1981, 2 IQR / n^(1/3); where the quartiles are equal, Sturges 1926.
 * @param places rising
 * @param resolution the finest step between two answers, more than 0; dates have 1.
 * @example binsOf('number', [1, 2, 2, 3], 1).bars // 1, 2 and 3, a bar each
 */
export function binsOf(measure: NumericMeasure, places: ArrayLike<number>, resolution: number): Bins {
  if (places.length === 0) return { kind: 'value', bars: [], indexOf: () => -1 };
  const [lowest, highest] = [places[0] as number, places[places.length - 1] as number];
  if (measure !== 'number') return calendarBins(measure, lowest, highest);
  return numberBins(places, lowest, highest, resolution);
}

function numberBins(places: ArrayLike<number>, lowest: number, highest: number, resolution: number): Bins {
  // Everything is counted in the finest step, so that a bar ends just before the next begins.
  const inSteps = (place: number) => Math.floor(place / resolution + 1e-6);
  const [first, last] = [inSteps(lowest), inSteps(highest)];
  const spread = last - first;
  let steps = spread < most ? 1 : roundDown(widthOf(places, highest - lowest) / resolution);
  while (countOf(first, last, steps) > most) steps = nextUp(steps);
  const start = Math.floor(first / steps);
  const count = countOf(first, last, steps);
  const place = (step: number) => Number((step * resolution).toPrecision(12));
  return {
    kind: steps === 1 ? 'value' : 'range',
    bars: Array.from({ length: count }, (_, index) => {
      const end = (start + index + 1) * steps - 1;
      // The last bar takes in its own end: 90-100, not 90-99 and one bar for 100.
      const to = index === count - 1 ? Math.max(end, last) : end;
      return { from: place((start + index) * steps), to: place(to) };
    }),
    indexOf: (value) => Math.min(count - 1, Math.floor(inSteps(value) / steps) - start),
  };
}

/** Bars of so many steps from first to last; an end that would have a bar of its own joins the one before. */
function countOf(first: number, last: number, steps: number): number {
  const bars = Math.floor(last / steps) - Math.floor(first / steps) + 1;
  return steps > 1 && last % steps === 0 && bars > 1 ? bars - 1 : bars;
}

function widthOf(places: ArrayLike<number>, spread: number): number {
  const [lower, upper] = [quantileOfSorted(places, 0.25), quantileOfSorted(places, 0.75)];
  const width = (2 * (upper - lower)) / Math.cbrt(places.length);
  return width > 0 ? width : spread / Math.ceil(Math.log2(places.length) + 1);
}

/** 1, 2, 5, 10, 20, 50 …: the last that is not more. */
function roundDown(width: number): number {
  let steps = 1;
  while (nextUp(steps) <= width + 1e-9) steps = nextUp(steps);
  return steps;
}

/** The step of that row after this one. */
function nextUp(steps: number): number {
  return steps * (String(steps).startsWith('2') ? 2.5 : 2);
}

interface Calendar {
  readonly kind: BinKind;
  /** Which bar a place is in, counted from anywhere. */
  number(place: number): number;
  /** The first place of a bar. */
  start(number: number): number;
}

function calendarBins(measure: Exclude<NumericMeasure, 'number'>, lowest: number, highest: number): Bins {
  const fits = ({ number }: Calendar) => number(highest) - number(lowest) < most;
  const calendar = finestFirst(measure).find(fits) ?? yearsTogether(measure, 10_000);
  const first = calendar.number(lowest);
  return {
    kind: calendar.kind,
    bars: Array.from({ length: calendar.number(highest) - first + 1 }, (_, index) => ({
      from: calendar.start(first + index),
      to: calendar.start(first + index + 1) - 1,
    })),
    indexOf: (place) => calendar.number(place) - first,
  };
}

function finestFirst(measure: Exclude<NumericMeasure, 'number'>): readonly Calendar[] {
  const years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => yearsTogether(measure, count));
  if (measure === 'year') return years;
  const months = [monthsTogether(measure, 1, 'month'), monthsTogether(measure, 3, 'quarter')];
  if (measure === 'month') return [...months, ...years];
  // 1970-01-01, day 0, was a Thursday; weeks begin on Monday.
  const day: Calendar = { kind: 'day', number: (place) => place, start: (number) => number };
  const week: Calendar = {
    kind: 'week',
    number: (place) => Math.floor((place + 3) / 7),
    start: (number) => number * 7 - 3,
  };
  return [day, week, ...months, ...years];
}

function yearsTogether(measure: Exclude<NumericMeasure, 'number'>, years: number): Calendar {
  return monthsTogether(measure, 12 * years, years === 1 ? 'year' : 'years');
}

function monthsTogether(measure: Exclude<NumericMeasure, 'number'>, months: number, kind: BinKind): Calendar {
  return {
    kind,
    number: (place) => Math.floor(monthOf(measure, place) / months),
    start: (number) => firstPlaceOf(measure, number * months),
  };
}

/** Months since January of year 0. */
function monthOf(measure: Exclude<NumericMeasure, 'number'>, place: number): number {
  if (measure === 'month') return place;
  if (measure === 'year') return place * 12;
  const date = new Date(place * millisecondsPerDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstPlaceOf(measure: Exclude<NumericMeasure, 'number'>, month: number): number {
  if (measure === 'month') return month;
  if (measure === 'year') return Math.ceil(month / 12);
  return Math.round(Date.parse(`${answerAt('month', month)}-01T00:00:00Z`) / millisecondsPerDay);
}
