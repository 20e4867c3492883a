// The charts of a report: which picture each frozen result takes, said in the reader's language.
import {
  type ChartView,
  shareCells,
  shareHeads,
  type WordedChart,
  wordedChart,
} from '../../analysis/chart.ts';
import { type Drawing, drawingOf } from '../../analysis/charts/drawing.ts';
import { chartOfPairs } from '../../analysis/charts/paired-bars.ts';
import { chartOfComparisons } from '../../analysis/charts/paired-means.ts';
import { chartsOfQuestion } from '../../analysis/charts/question-charts.ts';
import { chartsOfSideBySide } from '../../analysis/charts/side-by-side-charts.ts';
import { barsOf } from '../../analysis/charts/sorted-bars.ts';
import type { Share } from '../../analysis/figure.ts';
import type { ReportChart, ReportRemarks } from '../../analysis/report/model.ts';
import type { ComparisonResult } from '../../analysis/results/survey.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import { chartOrigin, type OriginFact } from './report-origins.ts';
import type { ReportWords } from './report-words.ts';

/** A chart with the shapes that print and browsers without scripts show. */
export interface DrawnChart {
  readonly chart: WordedChart;
  readonly drawing: Drawing | null;
  /** What the picture is of, for who cannot see it. */
  readonly label: string;
  /** Question and method; empty where the picture stands with its own. */
  readonly origin: readonly OriginFact[];
}

/** The codebook's code for a remark without a theme; it says nothing about themes. */
const noTheme = 'geen';

/** Remarks carry both codes. */
type Coding = 'services' | 'themes';

/** At most this many rows: a report shows what is named most. */
const mostNamed = 7;

/**
 * Pictures of one chart of the report; a question with two scales gives two.
 * @param prefix of the ids: the same question may stand with two needs, and an id in a page is unique.
 */
export function drawnCharts(chart: ReportChart, words: ReportWords, prefix: string): readonly DrawnChart[] {
  if (chart.kind === 'remarks') return drawnRemarks(chart.remarks, words, `${prefix}-remarks`, 'services');
  if (chart.kind === 'comparison')
    return drawnComparisons([chart.comparison], words, `${prefix}-${chart.code}`, chart.comparison.label);
  if (chart.kind === 'beside')
    return chartsOfSideBySide(chart.beside, words.language).map((view) =>
      drawn(said(view, words), prefix, chartOrigin(chart, words)),
    );
  const { result } = chart;
  const row =
    result.kind === 'distributions' && result.distributions.length === 1 ? result.distributions[0] : null;
  return chartsOfQuestion(result, words.language).map((view) => {
    const worded = said(view, words);
    // One row of a grid is named by both: what was asked, and about what.
    const title = row?.item ? `${worded.title}: ${words.text(row.item)}` : worded.title;
    return drawn({ ...worded, title, id: placeOf(chart.code, worded.id) }, prefix, chartOrigin(chart, words));
  });
}

/** Two rows of one grid may stand with the same need, and a grid's picture is named for the grid: the code keeps them apart. */
function placeOf(code: string, picture: string): string {
  const name = code.replaceAll('.', '-');
  return name === picture ? picture : `${name}-${picture}`;
}

/** Means before and after of several comparisons in one picture. */
export function drawnComparisons(
  comparisons: readonly ComparisonResult[],
  words: ReportWords,
  id: string,
  title: Text,
): readonly DrawnChart[] {
  if (comparisons.length === 0) return [];
  const view = chartOfComparisons(comparisons, { id: 'comparison', title, language: words.language });
  const origin = comparisons.flatMap((comparison) =>
    chartOrigin({ kind: 'comparison', code: comparison.code, comparison }, words),
  );
  return [drawn(said(view, words), id, origin)];
}

/** Remarks by service or theme: one open question as bars, two side by side; none when nothing was coded. */
export function drawnRemarks(
  remarks: readonly ReportRemarks[],
  words: ReportWords,
  id: string,
  by: Coding,
): readonly DrawnChart[] {
  const [first, second] = remarks
    .map(withoutNone)
    .filter((each) => each[by].some(({ ofRemarks }) => (ofRemarks.count ?? 0) > 0));
  if (!first) return [];
  const view = second ? pairView(first, second, words, by) : oneView(first, words, by);
  const questions = second ? [first, second] : [first];
  const chart: WordedChart = {
    ...said(view, words),
    caption: questions.map(({ label, remarks: n }) =>
      words.t('report.remarks.base', { question: words.text(label), n }),
    ),
  };
  return [drawn(chart, id, chartOrigin({ kind: 'remarks', code: id, remarks: questions }, words))];
}

function withoutNone(remarks: ReportRemarks): ReportRemarks {
  return { ...remarks, themes: remarks.themes.filter(({ code }) => code !== noTheme) };
}

function pairView(first: ReportRemarks, second: ReportRemarks, words: ReportWords, by: Coding): ChartView {
  const shares = new Map<string, { label: Text; first: Share | null; second: Share | null }>();
  for (const { code, label, ofRemarks } of first[by])
    shares.set(code, { label, first: ofRemarks, second: null });
  for (const { code, label, ofRemarks } of second[by])
    shares.set(code, { label, first: shares.get(code)?.first ?? null, second: ofRemarks });
  const reach = (pair: { first: Share | null; second: Share | null }) =>
    Math.max(pair.first?.estimate ?? 0, pair.second?.estimate ?? 0);
  const pairs = [...shares.values()].filter((pair) => reach(pair) > 0).sort((a, b) => reach(b) - reach(a));
  return chartOfPairs(pairs.slice(0, mostNamed), {
    id: by,
    title: { [words.language]: words.t(`report.remarks.${by}`) },
    first: first.label,
    second: second.label,
    language: words.language,
  });
}

function oneView(remarks: ReportRemarks, words: ReportWords, by: Coding): ChartView {
  const bars = remarks[by]
    .filter(({ ofRemarks }) => (ofRemarks.count ?? 0) > 0)
    .sort((a, b) => (b.ofRemarks.estimate ?? 0) - (a.ofRemarks.estimate ?? 0))
    .slice(0, mostNamed)
    .map(({ label, ofRemarks }) => ({ label, share: ofRemarks }));
  const title = words.t(`report.remarks.${by}`);
  return {
    ...barsOf(bars, { id: by, title, language: words.language }),
    table: {
      caption: title,
      head: [words.t(`report.remarks.${by}Head`), ...shareHeads],
      groups: [
        {
          name: null,
          rows: bars.map(({ label, share }) => ({ head: words.text(label), cells: shareCells(share) })),
        },
      ],
    },
    sentence: { key: 'analysis.chart.rows', values: { count: bars.length } },
    caption: [],
    smallGroup: false,
  };
}

function said(view: ChartView, words: ReportWords): WordedChart {
  return wordedChart(view, ({ key, values }) => words.t(key, values));
}

function drawn(chart: WordedChart, prefix: string, origin: readonly OriginFact[]): DrawnChart {
  const own = { ...chart, id: `${prefix}-${chart.id}` };
  return { chart: own, drawing: drawingOf(own), label: `${own.title}. ${own.sentence}`, origin };
}
