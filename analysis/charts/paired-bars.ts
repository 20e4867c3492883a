// Two measures of the same things side by side, each with its own base: such as how often a service is praised
// and how often people would change it.

import type { Text } from '../../surveys/questionnaire.ts';
import {
  axisPercent,
  type ChartView,
  chartWords,
  heightOfRows,
  say,
  shareCells,
  shareHeads,
  wholePercent,
} from '../chart.ts';
import type { Share } from '../figure.ts';
import { sand, teal } from './palette.ts';

const thickness = 14;

export interface PairedShares {
  readonly label: Text;
  readonly first: Share | null;
  readonly second: Share | null;
}

/** A row per thing, the one with the largest share of either measure first unless the order is kept. */
export function chartOfPairs(
  pairs: readonly PairedShares[],
  options: {
    readonly id: string;
    readonly title: Text;
    readonly first: Text;
    readonly second: Text;
    readonly language: string;
    /** The order given carries meaning. */
    readonly keepOrder?: boolean;
  },
): ChartView {
  const { language } = options;
  const words = (text: Text) => say(text, language);
  const size = ({ first, second }: PairedShares) => Math.max(first?.estimate ?? 0, second?.estimate ?? 0);
  const rows = options.keepOrder ? pairs : [...pairs].sort((one, other) => size(other) - size(one));
  const labels = rows.map(({ label }) => words(label));
  const percent = (share: Share | null) => (share?.estimate == null ? null : axisPercent(share.estimate));
  const both = [
    { label: words(options.first), fill: teal, of: (pair: PairedShares) => pair.first },
    { label: words(options.second), fill: sand, of: (pair: PairedShares) => pair.second },
  ];
  // A measure without a single bar keeps no room: the other's bars stand level with their names.
  const drawn = both.filter(({ of }) => rows.some((pair) => percent(of(pair)) !== null));
  const measures = drawn.length > 0 ? drawn : both;
  const [widest] = rows;
  return {
    id: options.id,
    title: words(options.title),
    config:
      rows.length === 0
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: measures.map(({ label, fill, of }) => ({
                label,
                backgroundColor: fill,
                data: rows.map((pair) => percent(of(pair))),
              })),
            },
            options: {
              indexAxis: 'y',
              scales: {
                x: { min: 0, max: axisPercent(Math.max(0.2, ...rows.map(size))), display: false },
                y: {},
              },
              plugins: {
                nodenkaart: {
                  kind: 'paired',
                  rowLabels: labels,
                  thickness,
                  inBar: measures.map(({ of }) =>
                    rows.map((pair) => {
                      const share = of(pair);
                      return share?.estimate == null ? null : wholePercent(share.estimate);
                    }),
                  ),
                },
              },
            },
          },
    height: heightOfRows(labels, { thickness: measures.length * (thickness + 3), below: 0, axis: 4 }),
    legend: measures.map(({ label, fill }) => ({ label, fill, hatch: null })),
    table: {
      caption: words(options.title),
      head: [chartWords('head.measure'), ...shareHeads],
      groups: rows.map((pair) => ({
        name: words(pair.label),
        rows: measures.flatMap(({ label, of }) => {
          const share = of(pair);
          return share ? [{ head: label, cells: shareCells(share) }] : [];
        }),
      })),
    },
    sentence:
      widest?.first?.estimate != null && widest.second?.estimate != null
        ? chartWords('pairs', {
            label: words(widest.label),
            first: words(options.first),
            firstPercent: wholePercent(widest.first.estimate),
            second: words(options.second),
            secondPercent: wholePercent(widest.second.estimate),
          })
        : chartWords('rows', { count: rows.length }),
    caption: [],
    smallGroup: false,
  };
}
