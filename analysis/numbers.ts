// What was answered on a number line: numbers with mean, spread and quartiles, dates with quartiles, and a histogram of both.

import { answerAt } from '../surveys/number-line.ts';
import type { QuestionOf, Text } from '../surveys/questionnaire.ts';
import { isNumeric, type NumericMeasure } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import type { Share } from './figure.ts';
import type { Mask } from './library-counts.ts';
import { clustersOf, countsOfTable } from './library-counts.ts';
import { type Bins, binsOf } from './number-bins.ts';
import type { NumberBin, Numbers, Place } from './results/questions.ts';
import { shareOf } from './share.ts';
import { type ClusterMean, clusterMean } from './statistics/cluster-mean.ts';
import { type SortedSummary, summariseSorted } from './statistics/sorted-summary.ts';
import { countValues } from './statistics/value-counts.ts';
import { countVariable } from './tabulate.ts';

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
  const summary = summariseSorted(places);
  const sharesOfBars = barShares(dataset, name, mask, bins).map((share) => ({ ...share, missing }));
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
    ...middleOf(variable.measure, summary, meanOfLibraries(dataset, name, mask)),
    binKind: bins.kind,
    bins: bins.bars.map(
      ({ from, to }, index): NumberBin => ({
        from: placeWritten(variable.measure, from),
        to: placeWritten(variable.measure, to),
        share: sharesOfBars[index] as Share,
      }),
    ),
  };
}

/** A mean of dates says nothing a middle date does not; numbers have both. */
function middleOf(measure: NumericMeasure, summary: SortedSummary | null, mean: ClusterMean | null) {
  const number = measure === 'number' ? summary : null;
  const place = (value: number | undefined) => (value === undefined ? null : placeWritten(measure, value));
  return {
    mean: number?.mean ?? null,
    interval: number ? (mean?.interval ?? null) : null,
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

/** The places of the rows that have one, rising. */
function placesIn(dataset: Dataset, name: string, mask: Mask): Float64Array {
  const all = dataset.numbers(name);
  const places = new Float64Array(all.length);
  let count = 0;
  for (let row = 0; row < all.length; row += 1) {
    const place = all[row] as number;
    if (Number.isNaN(place) || (mask !== null && mask[row] !== 1)) continue;
    places[count] = place;
    count += 1;
  }
  return sortInPlace(places.subarray(0, count));
}

/** More different numbers than this are compared with each other instead. */
const mostCounted = 4096;

/** The numbers, rising. A million answers are often a few different numbers: counted, they need not be compared. */
function sortInPlace(numbers: Float64Array): Float64Array {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    counts.set(number, (counts.get(number) ?? 0) + 1);
    if (counts.size > mostCounted) return numbers.sort();
  }
  let start = 0;
  for (const [number, count] of [...counts].sort(([one], [other]) => one - other)) {
    numbers.fill(number, start, start + count);
    start += count;
  }
  return numbers;
}

/** The mean with libraries as clusters; who named no library is one alone, which is the plain mean where all are. */
function meanOfLibraries(dataset: Dataset, name: string, mask: Mask): ClusterMean | null {
  const { library, libraries } = dataset;
  const places = dataset.numbers(name);
  const [sums, bases] = [new Float64Array(libraries.length), new Float64Array(libraries.length)];
  const alone: number[] = [];
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] as number;
    if (Number.isNaN(place) || (mask !== null && mask[row] !== 1)) continue;
    const at = library[row] as number;
    if (at < 0) alone.push(place);
    else {
      sums[at] = (sums[at] as number) + place;
      bases[at] = (bases[at] as number) + 1;
    }
  }
  return clusterMean(sums, bases, countValues(alone));
}

/** The share of each bar, of everybody with a place. */
function barShares(dataset: Dataset, name: string, mask: Mask, bins: Bins): readonly Share[] {
  const width = bins.bars.length;
  const places = dataset.numbers(name);
  const { library, libraries } = dataset;
  const table = new Uint32Array((libraries.length + 1) * width);
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] as number;
    if (Number.isNaN(place) || (mask !== null && mask[row] !== 1)) continue;
    const cell = ((library[row] as number) + 1) * width + bins.indexOf(place);
    table[cell] = (table[cell] as number) + 1;
  }
  const counted = countsOfTable(table, width);
  const everybody = bins.bars.map((_, bar) => bar);
  const base = counted.totals.reduce((sum, count) => sum + count, 0);
  return everybody.map((bar) =>
    shareOf(counted.totals[bar] as number, base, { clusters: clustersOf(counted, [bar], everybody) }),
  );
}

/** The finest step between two answers. */
function resolutionOf(question: NumberQuestion): number {
  if (question.type === 'slider') return question.step;
  return question.type === 'number' ? 10 ** -question.decimals : 1;
}
