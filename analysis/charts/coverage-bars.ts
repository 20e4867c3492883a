// Who answered beside who could: a filled bar inside the register's bar, with a tick where the overall share lies.

import type { Text } from '../../surveys/questionnaire.ts';
import {
  type ChartView,
  chartWords,
  heightOfRows,
  type Message,
  oneGroup,
  say,
  shareCells,
  shareHeads,
  wholePercent,
} from '../chart.ts';
import type { Share } from '../figure.ts';
import type { CoverageGroup } from '../results/survey.ts';
import { teal } from './palette.ts';
import { endOf } from './sorted-bars.ts';

const thickness = 24;

/** Coverage per group of libraries in the order given; `overall` is the share of the whole register. */
export function chartOfCoverage(
  groups: readonly CoverageGroup[],
  overall: Share,
  options: { readonly id: string; readonly title: Text; readonly language: string },
): ChartView {
  const title = say(options.title, options.language);
  const shown = groups.filter(({ share }) => share.estimate !== null && share.base !== null);
  const labels = shown.map(({ group }) => group);
  const largest = Math.max(1, ...shown.map(({ share }) => share.base ?? 0));
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
                  label: chartWords('register'),
                  data: shown.map(({ share }) => share.base ?? 0),
                  outlined: true,
                },
                {
                  label: chartWords('answered'),
                  data: shown.map(({ share }) => share.count ?? 0),
                  backgroundColor: teal,
                },
              ],
            },
            options: {
              indexAxis: 'y',
              scales: { x: { min: 0, max: largest, display: false }, y: {} },
              plugins: {
                nodenkaart: {
                  kind: 'coverage',
                  rowLabels: labels,
                  thickness,
                  ends: shown.map(({ share }) => endOf(share)),
                  ticks: shown.map(({ share }, row) => ({
                    row,
                    at: (overall.estimate ?? 0) * (share.base ?? 0),
                  })),
                },
              },
            },
          },
    height: heightOfRows(labels, { thickness, below: 4, axis: 4 }),
    legend: [],
    table: {
      caption: title,
      head: [chartWords('head.group'), ...shareHeads],
      groups: oneGroup(groups.map(({ group, share }) => ({ head: group, cells: shareCells(share) }))),
    },
    sentence: coverageSentence(shown),
    caption:
      overall.estimate === null
        ? []
        : [chartWords('coverageTick', { percent: wholePercent(overall.estimate) })],
    smallGroup: shown.some(({ share }) => share.openness === 'smallGroup'),
  };
}

/** Which group takes part most and which least. */
export function coverageSentence(groups: readonly CoverageGroup[]): Message {
  const sorted = groups
    .filter(({ share }) => share.estimate !== null)
    .sort((one, other) => (other.share.estimate ?? 0) - (one.share.estimate ?? 0));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return chartWords('nobody');
  return chartWords('coverage', {
    most: most.group,
    mostPercent: wholePercent(most.share.estimate ?? 0),
    least: least.group,
    leastPercent: wholePercent(least.share.estimate ?? 0),
  });
}
