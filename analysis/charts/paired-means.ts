// Before and after: two dots per row on the scale of the answers, a line between them.

import type { Text } from '../../surveys/questionnaire.ts';
import { type ChartView, chartWords, heightOfRows, oneGroup, say, type Words } from '../chart.ts';
import type { ComparisonResult } from '../results/survey.ts';
import { sand, teal } from './palette.ts';

const thickness = 15;

/** The mean before and after of everyone who answered both times, the greatest change first. */
export function chartOfComparisons(
  comparisons: readonly ComparisonResult[],
  options: { readonly id: string; readonly title: Text; readonly language: string },
): ChartView {
  const shown = comparisons
    .flatMap(({ label, paired }) => (paired ? [{ label: say(label, options.language), paired }] : []))
    .sort((one, other) => other.paired.estimate - one.paired.estimate);
  const labels = shown.map(({ label }) => label);
  const title = say(options.title, options.language);
  const means = shown.flatMap(({ paired }) => [paired.firstMean, paired.secondMean]);
  const [first] = shown;
  return {
    id: options.id,
    title,
    config:
      shown.length === 0
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: [
                {
                  label: chartWords('before'),
                  data: shown.map(({ paired }) => paired.firstMean),
                  backgroundColor: sand,
                },
                {
                  label: chartWords('after'),
                  data: shown.map(({ paired }) => paired.secondMean),
                  backgroundColor: teal,
                },
              ],
            },
            options: {
              indexAxis: 'y',
              scales: {
                x: { min: Math.floor(Math.min(...means)), max: Math.ceil(Math.max(...means)), display: true },
                y: {},
              },
              plugins: {
                nodenkaart: {
                  kind: 'dots',
                  rowLabels: labels,
                  thickness,
                  ends: shown.map(({ paired }) => ({
                    strong: one(paired.estimate, 'change'),
                    rest: chartWords('people', { n: paired.base }),
                  })),
                },
              },
            },
          },
    height: heightOfRows(labels, { thickness: 22, below: 0, axis: 26 }),
    legend: [
      { label: chartWords('before'), fill: sand, hatch: null },
      { label: chartWords('after'), fill: teal, hatch: null },
    ],
    table: {
      caption: title,
      head: ['head.group', 'head.base', 'before', 'after', 'head.change', 'head.interval'].map((key) =>
        chartWords(key),
      ),
      groups: oneGroup(
        comparisons.map(({ label, paired }) => ({
          head: say(label, options.language),
          cells: paired
            ? [
                String(paired.base),
                one(paired.firstMean),
                one(paired.secondMean),
                one(paired.estimate, 'change'),
                paired.interval
                  ? chartWords('range', { lower: paired.interval.lower, upper: paired.interval.upper })
                  : '',
              ]
            : [chartWords('tooFew'), '', '', '', ''],
        })),
      ),
    },
    sentence: first
      ? chartWords('comparison', {
          label: first.label,
          before: first.paired.firstMean,
          after: first.paired.secondMean,
          n: first.paired.base,
        })
      : chartWords('tooFew'),
    caption: [],
    smallGroup: false,
  };
}

/** A mean with its decimals in the page's language. */
function one(value: number, key = 'mean'): Words {
  return chartWords(key, { value });
}
