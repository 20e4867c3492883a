// Views the team put in the report: each with its picture, table, base and method, or the sentence that it may not be shown.

import { wholePercent, wordedChart } from '../../analysis/chart.ts';
import { titleOf } from '../../analysis/charts/cross-charts.ts';
import { drawingOf } from '../../analysis/charts/drawing.ts';
import type { Picture } from '../../analysis/charts/explored-pictures.ts';
import { heatDrawing } from '../../analysis/charts/heat-drawing.ts';
import { picturesOfSaved, type SavedFigure } from '../../analysis/report/saved-figures.ts';
import type { DrawnChart } from './report-charts.ts';
import type { ReportWords } from './report-words.ts';

export interface SavedFigureView {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** The finding in a sentence; empty where nothing may be shown. */
  readonly finding: string;
  readonly method: string;
  readonly weighted: readonly string[];
  readonly charts: readonly DrawnChart[];
}

export function savedFigureView(figure: SavedFigure, words: ReportWords): SavedFigureView {
  const { id, title, note, explored } = figure;
  const pictures = picturesOfSaved(figure, words.language);
  const [said] = explored?.said ?? [];
  return {
    id: `saved-${id.replaceAll(/[^A-Za-z0-9]/g, '')}`,
    title,
    note,
    finding: said && pictures.length > 0 ? words.t(said.key, said.values) : '',
    method: pictures.length > 0 ? methodWords(figure, words) : words.t('explorer.report.hidden'),
    weighted: pictures.length > 0 ? weightedWords(figure, words) : [],
    charts: pictures.map((picture, place) => drawn(picture, `saved-${id}-${place}`, words)),
  };
}

function drawn({ chart: view, shades, cross }: Picture, id: string, words: ReportWords): DrawnChart {
  const worded = wordedChart(view, ({ key, values }) => words.t(key, values));
  const chart = {
    ...worded,
    id: id.replaceAll(/[^A-Za-z0-9-]/g, ''),
    ...(cross
      ? { title: titleOf(cross, words.language), sentence: words.t(cross.said.key, cross.said.values) }
      : {}),
  };
  const drawing = shades ? heatDrawing(shades) : drawingOf(chart);
  return { chart, drawing, label: `${chart.title}. ${chart.sentence}`, origin: [] };
}

/** Whom it is about, what counts once, and how it was tested. */
function methodWords({ explored, filters, behind }: SavedFigure, words: ReportWords): string {
  const group = filters
    .map(({ variable, label, group: chosen }) => {
      const name = label ? words.text(label) : words.t(`team.filters.${variable}`);
      return `${name}: ${typeof chosen === 'string' ? chosen : words.text(chosen)}`;
    })
    .join(' · ');
  const tests = explored?.tested?.comparisons ?? 0;
  return [
    words.t(`explorer.report.${explored?.view.unit ?? 'persons'}`),
    ...(group === '' ? [] : [words.t('explorer.report.limited', { group })]),
    ...(behind ? [words.t('explorer.report.behind', { answers: behind })] : []),
    ...(tests > 0
      ? [
          words.t(`explorer.tested.${explored?.tested?.method ?? 'benjaminiHochberg'}`, {
            comparisons: tests,
          }),
        ]
      : []),
  ].join(' ');
}

/** The weighted shares beside those of the picture, which are not weighted. */
function weightedWords({ explored }: SavedFigure, words: ReportWords): readonly string[] {
  if (!explored?.weighting) return [];
  if (!explored.weighting.done)
    return [words.t(explored.weighting.reason.key, explored.weighting.reason.values)];
  // Reports frozen before there was a choice have no way: they raked.
  const way = explored.weighting.way === 'cells' ? 'cells' : 'register';
  return explored.weighted.map(({ label, item, rows }) =>
    words.t(`explorer.report.weighted.${way}`, {
      name: words.text(item ?? label),
      shares: rows
        .flatMap(({ label: answer, weighted }) =>
          weighted === null ? [] : [`${words.text(answer)} ${wholePercent(weighted)}%`],
        )
        .join(', '),
    }),
  );
}
