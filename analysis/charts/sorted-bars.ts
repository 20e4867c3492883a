// Answers without an order, and tick-all questions: one bar per answer, the longest first, with its interval.

import type { Text } from '../../surveys/questionnaire.ts';
import {
  axisPercent,
  type ChartConfig,
  type ChartView,
  chartWords,
  heightOfRows,
  insteadOfFigure,
  type Message,
  missingCaption,
  oneGroup,
  reasonRows,
  say,
  shareCells,
  shareHeads,
  type TableGroup,
  wholePercent,
} from '../chart.ts';
import type { MissingCounts, Openness, Share } from '../figure.ts';
import type { Distribution, QuestionResult } from '../results/questions.ts';
import { teal } from './palette.ts';
import { isShown, largestSentence, tableGroup } from './stacked-bars.ts';

const thickness = 22;

/** A share with its name: what one bar shows. */
export interface NamedShare {
  readonly label: Text;
  readonly share: Share;
}

/** Answers of a single choice without an order. */
export function chartOfNominal(distribution: Distribution, id: string, language: string): ChartView {
  const title = say(distribution.label, language);
  const shown = isShown(distribution);
  return {
    ...barsOf(shown ? distribution.categories : [], { id, title, language }),
    table: {
      caption: title,
      head: [chartWords('head.answer'), ...shareHeads],
      groups: [tableGroup(distribution, false, language)],
    },
    sentence: shown
      ? largestSentence(distribution, language)
      : (insteadOfFigure(distribution.openness, distribution.summary?.topTwo) ?? chartWords('nobody')),
    caption: captionOf(distribution.base, distribution.missing, distribution.openness),
    smallGroup: distribution.openness === 'smallGroup',
  };
}

/** A tick-all question: shares of who ticked anything; the table adds the share of everyone asked. */
export function chartOfChoices(
  result: Extract<QuestionResult, { kind: 'choices' }>,
  language: string,
): ChartView {
  const title = say(result.label, language);
  const shown = result.choices.filter(({ share }) => share.estimate !== null);
  const sorted = sortedByShare(shown);
  const [first, second] = sorted;
  return {
    ...barsOf(shown, { id: result.code, title, language }),
    table: {
      caption: title,
      head: [
        chartWords('head.answer'),
        ...shareHeads,
        chartWords('head.ofAsked'),
        chartWords('head.ofMentions'),
      ],
      groups: oneGroup([
        ...sortedByShare(result.choices).map(({ label, share, ofAsked, ofMentions }) => ({
          head: say(label, language),
          cells: [
            ...shareCells(share),
            ofAsked.estimate === null ? '' : `${wholePercent(ofAsked.estimate)}% (n ${ofAsked.base ?? ''})`,
            ofMentions === null ? '' : `${wholePercent(ofMentions)}%`,
          ],
        })),
        ...reasonRows(result.missingCategories, language).map(withEmptyCells),
      ]),
    },
    sentence: choicesSentence(result, first, second, language),
    caption: [
      ...captionOf(result.base, result.missing, result.openness),
      ...(result.mentions === null ? [] : [chartWords('mentions', { count: result.mentions })]),
    ],
    smallGroup: result.openness === 'smallGroup',
  };
}

/** Tables of ticks and of rankings have two cells behind those of a share. */
export function withEmptyCells(row: TableGroup['rows'][number]): TableGroup['rows'][number] {
  return { ...row, cells: [...row.cells, '', ''] };
}

function choicesSentence(
  result: Extract<QuestionResult, { kind: 'choices' }>,
  first: NamedShare | undefined,
  second: NamedShare | undefined,
  language: string,
): Message {
  const hidden = insteadOfFigure(result.openness, first?.share);
  if (hidden) return hidden;
  if (!first?.share.count || first.share.estimate === null) return chartWords('nobody');
  const values = {
    first: say(first.label, language),
    count: first.share.count,
    base: first.share.base ?? 0,
    percent: wholePercent(first.share.estimate),
  };
  if (!second?.share.count || second.share.estimate === null) return chartWords('tickedOne', values);
  return chartWords('ticked', {
    ...values,
    second: say(second.label, language),
    secondPercent: wholePercent(second.share.estimate),
  });
}

/** Bars of any named shares, longest first. Table, sentence and caption are the caller's. */
export function barsOf(
  shares: readonly NamedShare[],
  options: { readonly id: string; readonly title: string; readonly language: string },
): Pick<ChartView, 'id' | 'title' | 'config' | 'height' | 'legend'> {
  const rows = sortedByShare(shares.filter(({ share }) => share.estimate !== null));
  const labels = rows.map(({ label }) => say(label, options.language));
  return {
    id: options.id,
    title: options.title,
    config:
      rows.length === 0
        ? null
        : shareBars(
            rows.map(({ share }) => share),
            labels,
            thickness,
          ),
    height: heightOfRows(labels, { thickness, below: 0, axis: 4 }),
    legend: [],
  };
}

/** Bars of shares in the order given, with what each says at its end and a whisker for its interval. */
export function shareBars(
  shares: readonly Share[],
  labels: readonly string[],
  thickness: number,
): ChartConfig {
  const reach = shares.map(({ interval, estimate }) => interval?.upper ?? estimate ?? 0);
  return {
    type: 'bar',
    data: {
      labels,
      datasets: [
        {
          label: chartWords('head.percent'),
          data: shares.map(({ estimate }) => axisPercent(estimate ?? 0)),
          backgroundColor: teal,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: { x: { min: 0, max: axisPercent(Math.max(0.2, ...reach)), display: false }, y: {} },
      plugins: {
        nodenkaart: {
          kind: 'bars',
          rowLabels: labels,
          thickness,
          ends: shares.map(endOf),
          whiskers: shares.flatMap(({ interval }, row) =>
            interval ? [{ row, lower: axisPercent(interval.lower), upper: axisPercent(interval.upper) }] : [],
          ),
        },
      },
    },
  };
}

/** "41%" strong, "44 of 108" beside it. */
export function endOf(share: Share): { readonly strong: string; readonly rest: Message } {
  return {
    strong: share.estimate === null ? '' : `${wholePercent(share.estimate)}%`,
    rest: chartWords('countOf', { count: share.count ?? 0, base: share.base ?? 0 }),
  };
}

/** The longest first; equal shares keep the questionnaire's order. */
export function sortedByShare<T extends { readonly share: Share }>(shares: readonly T[]): readonly T[] {
  return [...shares].sort((one, other) => (other.share.estimate ?? -1) - (one.share.estimate ?? -1));
}

/** Base n, who has no figure and why, what the whisker is. */
export function captionOf(
  base: number | null,
  missing: MissingCounts | null,
  openness: Openness,
): readonly Message[] {
  if (openness === 'withheld' || base === null) return [];
  return [
    chartWords('base', { n: base }),
    ...missingCaption(missing),
    ...(openness === 'full' ? [chartWords('whisker')] : []),
    ...(openness === 'smallGroup' ? [chartWords('smallGroup')] : []),
  ];
}
