// A chart as a page of the workspace shows it: its words said, its files to take along, and how it was computed.
import type { ChartView, WordedChart } from '../../../analysis/chart.ts';
import { csvOfChart } from '../../../analysis/charts/csv-file.ts';
import { type Drawing, drawingOf } from '../../../analysis/charts/drawing.ts';
import { svgOfDrawing } from '../../../analysis/charts/svg-file.ts';
import { baseOfChart, type ComputedPanel, type Computing, computedPanel } from '../../computed.ts';
import { wordedIn } from './page-parts.ts';
import type { Words } from './workspace.ts';

/** Addresses that hold the file themselves: they say what the page says, also where no script runs. */
export interface ChartFiles {
  readonly name: string;
  readonly title: string;
  readonly csv: string;
  /** Null where there is no picture. */
  readonly svg: string | null;
}
export type ShownChart = WordedChart & {
  readonly files: ChartFiles;
  readonly computed: ComputedPanel;
  /** Where the question can be looked at more closely; null where it cannot. */
  readonly explore: string | null;
};

export function shownChart(
  view: ChartView,
  computing: Computing,
  words: Words,
  explore: string | null = null,
): ShownChart {
  const chart = wordedIn(view, words);
  return {
    ...chart,
    files: chartFiles(chart, drawingOf(chart)),
    computed: computedPanel(chart.title, computing, baseOfChart(view, words), words),
    explore,
  };
}

/** @param table what the spreadsheet holds, where it is laid out in another way than on screen. */
export function chartFiles(
  chart: WordedChart,
  drawing: Drawing | null,
  table: WordedChart['table'] = chart.table,
): ChartFiles {
  return {
    name: chart.id.replaceAll(/[^A-Za-z0-9_-]+/g, '-'),
    title: chart.title,
    csv: fileAddress('text/csv', csvOfChart({ ...chart, table })),
    svg: drawing && fileAddress('image/svg+xml', svgOfDrawing(chart, drawing)),
  };
}

function fileAddress(type: string, content: string): string {
  return `data:${type};charset=utf-8,${encodeURIComponent(content)}`;
}
