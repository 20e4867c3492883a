// The figures of a report as lines of an open table: those its blocks show, and no others.
import { type ReportBlock, shownBlocks } from '../report/blocks.ts';
import type { ReportChart, ReportModel } from '../report/model.ts';
import { about, type FigureRow, shareRow } from './figure-row.ts';
import { rowsOfQuestion } from './question-rows.ts';
import { rowsOfComparison, rowsOfNeed, rowsOfRemarks, rowsOfService } from './survey-rows.ts';
import { rowsOfBeside, rowsOfExplored } from './view-rows.ts';

/** Every figure the report shows, in the order it does; a figure that stands twice, once. */
export function rowsOfReport(report: ReportModel): readonly FigureRow[] {
  const known = new Set<string>();
  return shownBlocks(report)
    .flatMap((block) => rowsOfBlock(block, report))
    .filter((row) => {
      const key = JSON.stringify(row);
      return !known.has(key) && known.add(key);
    });
}

function rowsOfBlock(block: ReportBlock, report: ReportModel): readonly FigureRow[] {
  if (block.kind === 'figure') return rowsOfFacts(report, block.of);
  if (block.kind === 'method') return rowsOfSample(report);
  if (block.kind === 'table') {
    if (block.of === 'services') return report.services.flatMap((service) => rowsOfService(service, ''));
    return block.of === 'score'
      ? report.needs.filter(({ code }) => code === block.need).flatMap((need) => rowsOfNeed(need))
      : [];
  }
  if (block.kind === 'need')
    return report.needs
      .filter(({ code, leading }) => code === block.need && leading)
      .flatMap(({ code, leading }) =>
        leading ? [shareRow(about('need', { code, label: leading.label }), 'share', leading.share)] : [],
      );
  return block.kind === 'chart' ? rowsOfChartBlock(block, report) : [];
}

function rowsOfChartBlock(
  block: Extract<ReportBlock, { kind: 'chart' }>,
  report: ReportModel,
): readonly FigureRow[] {
  switch (block.of) {
    case 'remarks':
      return report.remarks.flatMap((one) => rowsOfRemarks(one, ''));
    case 'comparisons':
      return report.comparisons.flatMap((one) => rowsOfComparison(one, ''));
    case 'saved':
      return (report.saved ?? [])
        .filter(({ id }) => id === block.saved)
        .flatMap(({ id, title, explored }) => (explored ? rowsOfExplored(explored, id, title) : []));
    case 'question':
      return report.needs
        .filter(({ code }) => code === block.need)
        .flatMap(({ charts }) => charts.filter(({ code }) => code === block.chart))
        .flatMap(rowsOfChart);
  }
}

function rowsOfChart(chart: ReportChart): readonly FigureRow[] {
  switch (chart.kind) {
    case 'question':
      return rowsOfQuestion(chart.result, {});
    case 'remarks':
      return chart.remarks.flatMap((one) => rowsOfRemarks(one, ''));
    case 'comparison':
      return rowsOfComparison(chart.comparison, '');
    case 'beside':
      return rowsOfBeside(chart.beside);
  }
}

function rowsOfFacts({ facts }: ReportModel, of: 'facts' | 'shares'): readonly FigureRow[] {
  if (of === 'facts') return facts.coverage ? [shareRow(about('coverage', {}), 'share', facts.coverage)] : [];
  return facts.shares.map(({ code = '', label, share }) =>
    shareRow(about('highlight', { code, label }), 'share', share),
  );
}

function rowsOfSample({ method }: ReportModel): readonly FigureRow[] {
  const groups = [
    ...method.byProvince.map((group) => ({ by: 'province', ...group })),
    ...method.bySizeClass.map((group) => ({ by: 'sizeClass', ...group })),
  ];
  return groups.map(({ by, group, share }) => shareRow(about('coverage', { by, group }), 'share', share));
}
