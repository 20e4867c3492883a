// A ranking: one dot per thing, the highest first, with the whisker of its interval.

import type { Text } from '../../surveys/questionnaire.ts';
import {
  axisPercent,
  type ChartConfig,
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
  wholePercent,
} from '../chart.ts';
import type { NeedResult } from '../results/needs.ts';
import type { QuestionResult } from '../results/questions.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import { teal } from './palette.ts';
import { captionOf, withEmptyCells } from './sorted-bars.ts';

const thickness = 15;

/** What people put among their first few; who ranked anything is the base. */
export function chartOfRanking(
  result: Extract<QuestionResult, { kind: 'ranking' }>,
  language: string,
): ChartView {
  const title = say(result.label, language);
  const sorted = [...result.options].sort(
    (one, other) => (other.inTop.estimate ?? -1) - (one.inTop.estimate ?? -1),
  );
  const shown = sorted.filter(({ inTop }) => inTop.estimate !== null);
  const labels = shown.map(({ label }) => say(label, language));
  const [first] = shown;
  return {
    id: result.code,
    title,
    config: dots(
      shown.map(({ inTop }, row) => ({
        label: labels[row] ?? '',
        value: axisPercent(inTop.estimate ?? 0),
        interval: percentInterval(inTop.interval),
        strong: `${wholePercent(inTop.estimate ?? 0)}%`,
        rest: chartWords('countOf', { count: inTop.count ?? 0, base: inTop.base ?? 0 }),
      })),
    ),
    height: heightOfRows(labels, { thickness: 22, below: 0, axis: 26 }),
    legend: [],
    table: {
      caption: title,
      head: [
        chartWords('head.answer'),
        ...shareHeads,
        chartWords('head.first'),
        chartWords('head.meanPlace'),
      ],
      groups: oneGroup([
        ...sorted.map(({ label, inTop, first, meanPlace }) => ({
          head: say(label, language),
          cells: [
            ...shareCells(inTop),
            first.count === null ? '' : String(first.count),
            meanPlace === null ? '' : chartWords('meanPlace', { value: meanPlace }),
          ],
        })),
        ...reasonRows(result.missingCategories, language).map(withEmptyCells),
      ]),
    },
    sentence:
      insteadOfFigure(result.openness, first?.inTop) ??
      (first?.inTop.count && first.inTop.estimate !== null
        ? chartWords('ranked', {
            first: say(first.label, language),
            top: result.top,
            count: first.inTop.count,
            base: first.inTop.base ?? 0,
            percent: wholePercent(first.inTop.estimate),
          })
        : chartWords('nobody')),
    caption: captionOf(result.base, result.missing, result.openness),
    smallGroup: result.openness === 'smallGroup',
  };
}

/** Evidence scores of needs on one axis of 0-100, the strongest first; needs without a score are left out. */
export function chartOfNeedScores(needs: readonly NeedResult[], title: Text, language: string): ChartView {
  const scored = needs
    .filter((need): need is NeedResult & { readonly score: number } => need.score !== null)
    .sort((one, other) => other.score - one.score);
  const labels = scored.map(({ label }) => say(label, language));
  const [first] = scored;
  return {
    id: 'need-scores',
    title: say(title, language),
    config: dots(
      scored.map(({ score, interval, parent }, row) => ({
        label: labels[row] ?? '',
        value: score,
        interval,
        strong: String(Math.round(score)),
        rest: '',
        hollow: parent !== null,
      })),
    ),
    height: heightOfRows(labels, { thickness: 22, below: 0, axis: 26 }),
    legend: [],
    table: {
      caption: say(title, language),
      head: ['head.need', 'head.code', 'head.rank', 'head.score', 'head.interval'].map((key) =>
        chartWords(key),
      ),
      groups: oneGroup(
        needs.map(({ label, code, rank, score, interval }) => ({
          head: say(label, language),
          cells: [
            code,
            rank === null ? '' : String(rank),
            score === null ? '' : String(Math.round(score)),
            interval ? `${Math.round(interval.lower)}–${Math.round(interval.upper)}` : '',
          ],
        })),
      ),
    },
    sentence: first
      ? chartWords('needScores', { first: say(first.label, language), score: Math.round(first.score) })
      : chartWords('nobody'),
    caption: [chartWords('whisker')],
    smallGroup: false,
  };
}

export interface Dot {
  readonly label: string;
  readonly value: number;
  readonly interval: Interval | null;
  readonly strong: Words;
  readonly rest: string | Message;
  readonly hollow?: boolean;
}

/** Dots on an axis from 0, no further than `most`: 100 for percent and scores. */
export function dots(rows: readonly Dot[], most = 100): ChartConfig | null {
  if (rows.length === 0) return null;
  const step = most / 5;
  const reach = Math.max(step, ...rows.map(({ interval, value }) => interval?.upper ?? value));
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => label),
      datasets: [
        { label: chartWords('head.percent'), data: rows.map(({ value }) => value), backgroundColor: teal },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: { x: { min: 0, max: Math.min(most, Math.ceil(reach / step) * step), display: true }, y: {} },
      plugins: {
        nodenkaart: {
          kind: 'dots',
          rowLabels: rows.map(({ label }) => label),
          thickness,
          ends: rows.map(({ strong, rest }) => ({ strong, rest })),
          hollow: rows.map(({ hollow }) => hollow ?? false),
          whiskers: rows.flatMap(({ interval }, row) => (interval ? [{ row, ...interval }] : [])),
        },
      },
    },
  };
}

function percentInterval(interval: Interval | null): Interval | null {
  return interval && { lower: axisPercent(interval.lower), upper: axisPercent(interval.upper) };
}
