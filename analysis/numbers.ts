// What was answered on a number line: numbers with mean, spread and quartiles, dates with quartiles, and a histogram of both.
import { answerAt } from '../surveys/number-line.ts';
import type { QuestionOf, Text } from '../surveys/questionnaire.ts';
import { isNumeric, type NumericMeasure } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import { binsOf } from './number-bins.ts';
import type { NumberBin, Numbers, Place } from './results.ts';
import { shareOf } from './share.ts';
import { type Summary, summarise } from './statistics/summary.ts';
import { countVariable, type Mask } from './tabulate.ts';

export type NumberQuestion = QuestionOf<'number' | 'slider' | 'date' | 'points'>;

/** The unit of a question's numbers; null without one. */
export function unitOf(question: NumberQuestion): Text | null {
  return 'unit' in question ? (question.unit ?? null) : null;
}

/**
 * The numbers of one variable of a question.
 * @throws RangeError when the variable is not on a number line.
 */
export function numbersOf(dataset: Dataset, name: string, question: NumberQuestion, mask: Mask): Numbers {
  const counts = countVariable(dataset, name, mask);
  const { variable, base, missing } = counts;
  if (!isNumeric(variable)) throw new RangeError(`${name} is not on a number line`);
  const all = placesIn(dataset, name, null);
  const places = mask === null ? all : placesIn(dataset, name, mask);
  // A group keeps the bars of everybody, so that groups can be laid side by side.
  const bins = binsOf(variable.measure, all, resolutionOf(question));
  const perBar = bins.bars.map(() => 0);
  for (const place of places) perBar[bins.indexOf(place)] = (perBar[bins.indexOf(place)] ?? 0) + 1;
  return {
    variable: name,
    label: variable.label,
    item: variable.item,
    part: name.endsWith('.begin') ? 'begin' : name.endsWith('.end') ? 'end' : null,
    measure: variable.measure,
    base,
    missing,
    openness: 'full',
    missingCategories: variable.categories.flatMap(({ code, label, missing: reason }, index) =>
      reason === null ? [] : [{ code, label, reason, count: counts.categories[index] ?? 0 }],
    ),
    ...middleOf(variable.measure, summarise(places)),
    binKind: bins.kind,
    bins: bins.bars.map(
      ({ from, to }, index): NumberBin => ({
        from: placeWritten(variable.measure, from),
        to: placeWritten(variable.measure, to),
        share: shareOf(perBar[index] ?? 0, base, { missing }),
      }),
    ),
  };
}

/** A mean of dates says nothing a middle date does not; numbers have both. */
function middleOf(measure: NumericMeasure, summary: Summary | null) {
  const number = measure === 'number' ? summary : null;
  const place = (value: number | undefined) => (value === undefined ? null : placeWritten(measure, value));
  return {
    mean: number?.mean ?? null,
    interval: number?.interval ?? null,
    standardDeviation: number?.standardDeviation ?? null,
    median: place(summary?.median),
    lowerQuartile: place(summary?.lowerQuartile),
    upperQuartile: place(summary?.upperQuartile),
    minimum: place(summary?.minimum),
    maximum: place(summary?.maximum),
  };
}

/** A number as it is, a date as it is stored: `2024-03-01`. Between two dates the earlier. */
function placeWritten(measure: NumericMeasure, place: number): Place {
  return measure === 'number' ? place : answerAt(measure, Math.floor(place));
}

function placesIn(dataset: Dataset, name: string, mask: Mask): readonly number[] {
  const places: number[] = [];
  for (const [row, place] of dataset.numbers(name).entries()) {
    if (!Number.isNaN(place) && (mask === null || mask[row] === 1)) places.push(place);
  }
  return places;
}

/** The finest step between two answers. */
function resolutionOf(question: NumberQuestion): number {
  if (question.type === 'slider') return question.step;
  return question.type === 'number' ? 10 ** -question.decimals : 1;
}
