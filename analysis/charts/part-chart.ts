// One number as a share of itself and another, beside a published share: a bar with a tick where the published one lies.
import {
  axisPercent,
  type ChartView,
  chartWords,
  heightOfRows,
  type Marks,
  oneGroup,
  say,
} from '../chart.ts';
import type { SideBySideResultOf } from '../side-by-side/results.ts';
import { coloursOf } from './palette.ts';

const thickness = 26;

export function chartOfPart(result: SideBySideResultOf<'part'>, language: string): ChartView {
  const title = say(result.label, language);
  const { part, published } = result;
  const source = say(published.source, language);
  const { estimate, base, interval } = part;
  const percent = (share: number) => chartWords('onePercent', { percent: oneDecimal(share) });
  const answers = base === null ? '' : String(base);
  return {
    id: result.code,
    title,
    config:
      estimate === null
        ? null
        : {
            type: 'bar',
            data: {
              labels: [title],
              datasets: [
                {
                  label: title,
                  backgroundColor: coloursOf('sequential', 4)[3]?.fill ?? '',
                  data: [axisPercent(estimate)],
                },
              ],
            },
            options: {
              indexAxis: 'y',
              // Both are a small part of everything: the line ends at twice the larger of them.
              scales: {
                x: { min: 0, max: Math.min(100, 200 * Math.max(estimate, published.share)), display: false },
                y: {},
              },
              plugins: {
                nodenkaart: {
                  kind: 'bars',
                  rowLabels: [''],
                  thickness,
                  ticks: [{ row: 0, at: axisPercent(published.share) }],
                  ends: [{ strong: percent(estimate), rest: chartWords('partAnswers', { base: base ?? 0 }) }],
                } satisfies Marks,
              },
            },
          },
    height: heightOfRows([''], { thickness, below: 8, axis: 4 }),
    legend: [],
    table: {
      caption: title,
      head: ['measure', 'base', 'percent', 'interval'].map((key) => chartWords(`head.${key}`)),
      groups: oneGroup([
        {
          head: chartWords('here'),
          cells:
            estimate === null
              ? [chartWords('tooFew'), '', '']
              : [
                  answers,
                  percent(estimate),
                  interval
                    ? chartWords('percentRange', {
                        lower: oneDecimal(interval.lower),
                        upper: oneDecimal(interval.upper),
                      })
                    : '',
                ],
        },
        { head: source, cells: ['', percent(published.share), ''] },
      ]),
    },
    sentence:
      estimate === null
        ? chartWords('tooFew')
        : chartWords('partSum', {
            percent: oneDecimal(estimate),
            base: base ?? 0,
            published: oneDecimal(published.share),
            inside: standing(published.share, interval),
          }),
    caption: [chartWords('partHow'), chartWords('referenceTick', { source })],
    smallGroup: part.openness === 'smallGroup',
  };
}

/** Whether the published share lies in the interval: `unknown` where there is none. */
function standing(share: number, interval: { readonly lower: number; readonly upper: number } | null) {
  if (!interval) return 'unknown';
  return interval.lower <= share && share <= interval.upper ? 'yes' : 'no';
}

/** Percent with one decimal: a small part would be rounded away in whole ones. */
function oneDecimal(share: number): number {
  return Math.round(share * 1000) / 10;
}
