// Numbers and dates: a histogram lying down, one bar per value, range or part of the calendar, in their own order.
// Points shared out: one dot per option at its mean, the most first.
import type { Text } from '../../surveys/questionnaire.ts';
import {
  type ChartView,
  chartWords,
  heightOfRows,
  insteadOfFigure,
  type Message,
  oneGroup,
  reasonRows,
  say,
  shareCells,
  shareHeads,
  type Words,
} from '../chart.ts';
import type { NumberBin, Numbers, Place, QuestionResult } from '../results/questions.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import { captionOf, shareBars } from './sorted-bars.ts';
import { type Dot, dots } from './sorted-dots.ts';

type NumberResult = Extract<QuestionResult, { kind: 'numbers' }>;

const thickness = 18;

/** One chart per variable of the question; points together are one. */
export function chartsOfNumbers(result: NumberResult, language: string): readonly ChartView[] {
  if (result.total !== null) return [chartOfPoints(result, language)];
  return result.numbers.map((numbers) => histogramOf(numbers, result.unit, language));
}

/** Mean and, where the reader may see it, its interval, as words with their unit: "12,5 uur". Null without a mean. */
export function meanWords(numbers: Numbers, unit: Text | null, language: string): string | null {
  return numbers.mean === null ? null : numberWords(numbers.mean, numbers, unit, language);
}

/** The middle answer as words, dates as well; '' where it may not be told. */
export function middleWords(numbers: Numbers, unit: Text | null, language: string): string {
  return placeIn(numbers.median, unit, language);
}

function histogramOf(numbers: Numbers, unit: Text | null, language: string): ChartView {
  const labels = numbers.bins.map((bin) => binWords(bin, numbers, language));
  const question = say(numbers.label, language);
  const title = numbers.part === null ? question : chartWords(`part.${numbers.part}`, { question });
  return {
    id: numbers.variable,
    title,
    config:
      numbers.bins.length === 0
        ? null
        : shareBars(
            numbers.bins.map(({ share }) => share),
            labels,
            thickness,
          ),
    height: heightOfRows(labels, { thickness, below: 0, axis: 4 }),
    legend: [],
    table: { caption: title, ...tableOf(numbers, unit, labels, language) },
    sentence: sentenceOf(numbers, unit, language),
    caption: [
      ...captionOf(numbers.base, numbers.missing, numbers.openness),
      ...spreadCaption(numbers, language),
    ],
    smallGroup: numbers.openness === 'smallGroup',
  };
}

function tableOf(numbers: Numbers, unit: Text | null, labels: readonly string[], language: string) {
  const mean = meanWords(numbers, unit, language);
  if (numbers.bins.length === 0 && mean !== null) {
    const cells = [mean, intervalIn(numbers, unit, language)];
    return {
      head: [chartWords('head.measure'), chartWords('head.value'), chartWords('head.interval')],
      groups: oneGroup([{ head: chartWords('head.mean'), cells }]),
    };
  }
  const rows = numbers.bins.map(({ share }, index) => ({
    head: labels[index] ?? '',
    cells: shareCells(share),
  }));
  const hidden = { head: chartWords('tooFew'), cells: ['', '', '', ''] };
  return {
    head: [chartWords('head.answer'), ...shareHeads],
    groups: oneGroup([
      ...(rows.length === 0 ? [hidden] : rows),
      ...reasonRows(numbers.missingCategories, language),
    ]),
  };
}

function sentenceOf(numbers: Numbers, unit: Text | null, language: string): Message {
  if (numbers.base === 0) return chartWords('nobody');
  const mean = meanWords(numbers, unit, language);
  const median = placeIn(numbers.median, unit, language);
  if (mean === null) {
    if (median === '') return insteadOfFigure('withheld') as Message;
    const lower = placeIn(numbers.lowerQuartile, unit, language);
    const upper = placeIn(numbers.upperQuartile, unit, language);
    return chartWords('dates', { median, lower, upper });
  }
  if (median === '') return chartWords('meanAlone', { mean });
  const interval = intervalIn(numbers, null, language);
  return interval === ''
    ? chartWords('meanMedian', { mean, median })
    : chartWords('meanInterval', { mean, median, interval });
}

/** What the sentence leaves out of numbers: the middle half, the spread, and for the team the ends. */
function spreadCaption(numbers: Numbers, language: string): readonly Message[] {
  const place = (value: Place | null) => placeIn(value, null, language);
  const { lowerQuartile, upperQuartile, standardDeviation, minimum, maximum } = numbers;
  return [
    ...(lowerQuartile === null || numbers.measure !== 'number'
      ? []
      : [chartWords('middleHalf', { lower: place(lowerQuartile), upper: place(upperQuartile) })]),
    ...(standardDeviation === null
      ? []
      : [chartWords('deviation', { value: numberWords(standardDeviation, numbers, null, language) })]),
    ...(minimum === null ? [] : [chartWords('ends', { lowest: place(minimum), highest: place(maximum) })]),
  ];
}

function chartOfPoints(result: NumberResult, language: string): ChartView {
  const sorted = [...result.numbers].sort((one, other) => (other.mean ?? -1) - (one.mean ?? -1));
  const shown = sorted.filter(({ mean }) => mean !== null);
  const [first] = shown;
  const head = first ?? sorted[0];
  const title = say(result.label, language);
  const labels = shown.map(({ item }) => say(item, language));
  const rows = shown.map(
    (numbers, row): Dot => ({
      label: labels[row] ?? '',
      value: numbers.mean ?? 0,
      interval: withinTotal(numbers.interval, result.total ?? 0),
      strong: meanWords(numbers, null, language) ?? '',
      rest: '',
    }),
  );
  return {
    id: result.code,
    title,
    config: dots(rows, result.total ?? 100),
    height: heightOfRows(labels, { thickness: 22, below: 0, axis: 26 }),
    legend: [],
    table: {
      caption: title,
      head: ['answer', 'mean', 'interval', 'median', 'respondents'].map((key) => chartWords(`head.${key}`)),
      groups: oneGroup([
        ...sorted.map((numbers) => ({
          head: say(numbers.item, language),
          cells: pointsCells(numbers, language),
        })),
        ...reasonRows(head?.missingCategories, language),
      ]),
    },
    sentence:
      first && first.mean !== null
        ? chartWords('points', {
            first: say(first.item, language),
            mean: numberWords(first.mean, first, null, language),
            total: result.total ?? 0,
          })
        : (insteadOfFigure('withheld') as Message),
    caption: head ? captionOf(head.base, head.missing, head.openness) : [],
    smallGroup: head?.openness === 'smallGroup',
  };
}

function pointsCells(numbers: Numbers, language: string): readonly Words[] {
  if (numbers.mean === null) return [chartWords('tooFew'), '', '', ''];
  return [
    numberWords(numbers.mean, numbers, null, language),
    intervalIn(numbers, null, language),
    placeIn(numbers.median, null, language),
    numbers.base === null ? '' : String(numbers.base),
  ];
}

/** The t interval of few points may pass the ends of what can be given; a drawing may not. */
function withinTotal(interval: Interval | null, total: number): Interval | null {
  return interval && { lower: Math.max(0, interval.lower), upper: Math.min(total, interval.upper) };
}

function intervalIn({ interval, ...numbers }: Numbers, unit: Text | null, language: string): string {
  if (!interval) return '';
  const lower = numberWords(interval.lower, numbers, null, language);
  return `${lower}–${numberWords(interval.upper, numbers, unit, language)}`;
}

/** One decimal behind what was measured in whole steps, two where people lie close together. */
function numberWords(
  value: number,
  { standardDeviation }: Pick<Numbers, 'standardDeviation'>,
  unit: Text | null,
  language: string,
): string {
  const close = standardDeviation !== null && standardDeviation < 1;
  const number = value.toLocaleString(language, { maximumFractionDigits: close ? 2 : 1 });
  return unit ? `${number} ${say(unit, language)}` : number;
}

function placeIn(place: Place | null, unit: Text | null, language: string): string {
  if (place === null) return '';
  if (typeof place === 'string') return dateWords(place, language);
  const number = place.toLocaleString(language, { maximumFractionDigits: 6 });
  return unit ? `${number} ${say(unit, language)}` : number;
}

/** "20–29", "2024", "jan.–mrt. 2024": what a bar stands for. */
function binWords({ from, to }: NumberBin, { measure, binKind }: Numbers, language: string): string {
  if (typeof from === 'number' || typeof to === 'number') {
    const number = (place: Place) => Number(place).toLocaleString(language, { maximumFractionDigits: 6 });
    return from === to ? number(from) : `${number(from)}–${number(to)}`;
  }
  if (binKind === 'month') return dateWords(from.slice(0, 7), language);
  if (binKind === 'year') return from.slice(0, 4);
  if (binKind === 'years') return `${from.slice(0, 4)}–${to.slice(0, 4)}`;
  if (from === to) return dateWords(from, language);
  const months = binKind === 'quarter' || measure === 'month';
  return formatOf(language, months ? 7 : 10).formatRange(momentOf(from), momentOf(to));
}

function dateWords(date: string, language: string): string {
  return date.length === 4 ? date : formatOf(language, date.length).format(momentOf(date));
}

function momentOf(date: string): Date {
  const [year, month = '01', day = '01'] = date.split('-');
  return new Date(`${year}-${month}-${day}T00:00:00Z`);
}

/** Days with their day, months without: told apart by how long they are written. */
function formatOf(language: string, length: number): Intl.DateTimeFormat {
  const month = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, length > 7 ? { ...month, day: 'numeric' } : month);
}
