// Which pictures a view of the explorer can take, the fitting one first, and each of them drawn. Chosen by what was asked
// and what it is crossed with, never by the survey it comes from.

import {
  axisPercent,
  type ChartView,
  chartWords,
  heightOfRows,
  type Message,
  notOnCanvas,
  say,
  wholePercent,
} from '../chart.ts';
import type { CrossTable, Explored } from '../explore/explored.ts';
import type { QuestionResult } from '../results/questions.ts';
import {
  aroundCross,
  type CrossChartOptions,
  meansCross,
  pairedCross,
  shadesOfCross,
  stackedCross,
} from './cross-charts.ts';
import type { PercentOf } from './cross-words.ts';
import { type HeatTable, stepOf } from './heat-table.ts';
import { chartsOfQuestion, type LookOfVariable } from './question-charts.ts';
import { barsOf, type NamedShare } from './sorted-bars.ts';
import { dots } from './sorted-dots.ts';
import { isWhole } from './stacked-bars.ts';

export type PictureKind = 'stacked' | 'bars' | 'dots' | 'pairs' | 'means' | 'shades';

/** One picture: a chart, or a table that is its own picture. */
export interface Picture {
  readonly chart: ChartView;
  readonly shades: HeatTable | null;
  /** The table it was drawn from; null where nothing is crossed. */
  readonly cross: CrossTable | null;
}

/** The pictures a view can take, the one it takes by itself first; empty for open text. */
export function kindsOf({ crosses, question }: Explored, percent: PercentOf): readonly PictureKind[] {
  const [first] = crosses ?? [];
  if (first) return kindsOfCross(first, percent);
  if (question.kind === 'choices') return ['bars', 'dots'];
  if (question.kind === 'ranking') return ['dots', 'bars'];
  if (question.kind === 'numbers') return question.total === null ? ['bars'] : ['dots'];
  if (question.kind === 'text') return [];
  if (question.distributions.length > 1) return ['stacked', 'shades'];
  return question.look === 'nominal' ? ['bars', 'dots'] : ['stacked', 'bars', 'dots'];
}

function kindsOfCross(table: CrossTable, percent: PercentOf): readonly PictureKind[] {
  if (table.groups.length === 0) return ['bars', 'dots'];
  if (table.rows.length === 0) return ['means'];
  if (percent !== 'group') return ['shades'];
  const options = table.rows.some(({ association }) => association !== null);
  const ordered = !options && table.rows.length > 2 && table.rows.every(({ value }) => value !== null);
  const means = table.groups.some(({ summary }) => summary !== null);
  return [
    ...(ordered ? (['stacked'] as const) : []),
    ...(!ordered && table.groups.length === 2 ? (['pairs'] as const) : []),
    'shades',
    ...(ordered && means ? (['means'] as const) : []),
    ...(ordered && table.groups.length === 2 ? (['pairs'] as const) : []),
  ];
}

/** Every picture of a view: one per table of a cross, or those of the question. */
export function picturesOf(
  explored: Explored,
  kind: PictureKind | null,
  options: Omit<CrossChartOptions, 'look'> & { readonly lookOf: LookOfVariable },
): readonly Picture[] {
  const { crosses, question } = explored;
  if (crosses) {
    const ownLook = question.kind === 'distributions' ? question.look : 'sequential';
    return crosses.map((cross) => {
      const name = cross.variable.split('.')[0] ?? cross.variable;
      const look = options.lookOf(name) ?? ownLook;
      return pictureOfCross(cross, kind, { ...options, look: look === 'nominal' ? 'sequential' : look });
    });
  }
  const charts = chartsOfQuestion(question, options.language, options.lookOf);
  if (kind === 'shades' && question.kind === 'distributions')
    return [shadesOfQuestion(question, charts, options.language)];
  return charts.map((chart) => ({
    chart: redrawn(chart, question, kind, options.language),
    shades: null,
    cross: null,
  }));
}

function pictureOfCross(cross: CrossTable, kind: PictureKind | null, options: CrossChartOptions): Picture {
  if (cross.groups.length === 0) return { chart: wholeOfCross(cross, kind, options), shades: null, cross };
  if (kind === 'stacked') return { chart: stackedCross(cross, options), shades: null, cross };
  if (kind === 'pairs') return { chart: pairedCross(cross, options), shades: null, cross };
  if (kind === 'means') return { chart: meansCross(cross, options), shades: null, cross };
  const shades = shadesOfCross(cross, options);
  return { chart: shades.chart, shades, cross };
}

/** A table without groups: everybody together, such as every library once. */
function wholeOfCross(cross: CrossTable, kind: PictureKind | null, options: CrossChartOptions): ChartView {
  const shares = cross.rows.map(({ label, total }) => ({ label, share: total }));
  const around = aroundCross(cross, options);
  return {
    ...drawnShares(shares, kind, around, options.language),
    ...around,
    sentence: largestOf(cross, options.language),
  };
}

function largestOf({ rows }: CrossTable, language: string): Message {
  const [first] = [...rows].sort((one, other) => (other.total.estimate ?? -1) - (one.total.estimate ?? -1));
  if (!first || first.total.estimate === null) return chartWords('tooFew');
  return chartWords('largestOf', {
    label: say(first.label, language),
    percent: wholePercent(first.total.estimate),
  });
}

/** The same shares as dots or as bars. */
function redrawn(
  chart: ChartView,
  question: QuestionResult,
  kind: PictureKind | null,
  language: string,
): ChartView {
  const shares = sharesOf(question);
  return shares && (kind === 'bars' || kind === 'dots')
    ? { ...chart, ...drawnShares(shares, kind, chart, language), id: chart.id, title: chart.title }
    : chart;
}

function drawnShares(
  shares: readonly NamedShare[],
  kind: PictureKind | null,
  { id, title }: Pick<ChartView, 'id' | 'title'>,
  language: string,
): Pick<ChartView, 'config' | 'height' | 'legend'> {
  const name = typeof title === 'string' ? title : '';
  if (kind !== 'dots') {
    const { config, height, legend } = barsOf(shares, { id, title: name, language });
    return { config, height, legend };
  }
  const shown = shares
    .filter(({ share }) => share.estimate !== null)
    .sort((one, other) => (other.share.estimate ?? 0) - (one.share.estimate ?? 0));
  const labels = shown.map(({ label }) => say(label, language));
  return {
    config: dots(
      shown.map(({ share }, row) => ({
        label: labels[row] ?? '',
        value: axisPercent(share.estimate ?? 0),
        interval: share.interval && {
          lower: axisPercent(share.interval.lower),
          upper: axisPercent(share.interval.upper),
        },
        strong: `${wholePercent(share.estimate ?? 0)}%`,
        rest: chartWords('countOf', { count: share.count ?? 0, base: share.base ?? 0 }),
      })),
    ),
    height: heightOfRows(labels, { thickness: 22, below: 0, axis: 26 }),
    legend: [],
  };
}

/** The shares of a question that is one list of them; null for others. */
function sharesOf(question: QuestionResult): readonly NamedShare[] | null {
  if (question.kind === 'choices') return question.choices;
  if (question.kind === 'ranking')
    return question.options.map(({ label, inTop }) => ({ label, share: inTop }));
  if (question.kind === 'distributions' && question.distributions.length === 1)
    return question.distributions[0]?.categories ?? null;
  return null;
}

/** Rows of a grid down, answers across. */
function shadesOfQuestion(
  { distributions, look }: Extract<QuestionResult, { kind: 'distributions' }>,
  charts: readonly ChartView[],
  language: string,
): Picture {
  const [first] = charts;
  const [row] = distributions;
  const around = first ?? {
    id: row?.variable ?? '',
    title: row ? say(row.label, language) : '',
    table: { caption: '', head: [], groups: [] },
    sentence: chartWords('rows', { count: distributions.length }),
    caption: [],
    smallGroup: false,
  };
  const hue = look === 'mastery' ? 'mastery' : 'frequency';
  // A grid may ask two things of each row: here the first.
  const scale = row?.variable.split('.')[0];
  const alike = distributions.filter(({ variable }) => variable.split('.')[0] === scale);
  const shades: HeatTable = {
    chart: { ...around, ...notOnCanvas },
    columns: (row?.categories ?? []).map(({ label }) => ({ hue, label: say(label, language) })),
    heads: [],
    rows: alike.map((distribution) => ({
      code: distribution.variable,
      label: say(distribution.item ?? distribution.label, language),
      cells: distribution.categories.map(({ share }) => {
        const seen = isWhole(distribution) && share.estimate !== null;
        const percent = seen ? wholePercent(share.estimate ?? 0) : null;
        return { hue, percent, step: stepOf(percent), holds: false };
      }),
    })),
  };
  return { chart: shades.chart, shades, cross: null };
}
