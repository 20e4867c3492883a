// What a block of the report is called in the builder's outline, in the words of its page.
import type { ReportBlock } from '../../../analysis/report/blocks.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import { standingText } from '../../report/report-text.ts';
import type { ReportWords } from '../../report/report-words.ts';

/** A block in a few words. */
export function nameOf(report: ReportModel, block: ReportBlock, words: ReportWords): string {
  const need = (code: string) => words.text(report.needs.find((each) => each.code === code)?.label ?? null);
  const short = (text: string) => (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text);
  switch (block.kind) {
    case 'text':
      if (block.heading) return words.text(block.heading);
      return block.about === 'own'
        ? short(standingText(report, block, words)) || words.t('builder.text.own')
        : words.t(`builder.text.${block.about}`);
    case 'figure':
      return words.t(`builder.figure.${block.of}`);
    case 'chart': {
      if (block.of === 'saved')
        return (report.saved ?? []).find(({ id }) => id === block.saved)?.title ?? block.saved;
      if (block.of !== 'question') return words.t(`report.contents.${block.of}`);
      const chart = report.needs.flatMap(({ charts }) => charts).find(({ code }) => code === block.chart);
      if (chart?.kind === 'question') return short(words.text(chart.result.label));
      return chart?.kind === 'comparison'
        ? words.text(chart.comparison.label)
        : words.t('report.remarks.services');
    }
    case 'table':
      return block.of === 'score' ? words.t('builder.score') : words.t(`report.contents.${block.of}`);
    case 'quote':
      return short(words.text(report.quotes.find(({ code }) => code === block.quote)?.text ?? null));
    case 'need':
      return need(block.need);
    case 'finding':
      return short(words.text(report.findings.find(({ code }) => code === block.finding)?.text ?? null));
    case 'recommendation':
      return short(
        words.text(report.recommendations.find(({ code }) => code === block.recommendation)?.text ?? null),
      );
    case 'actions':
      return words.t(block.need === null ? 'report.contents.actions' : 'report.need.happens');
    case 'method':
      return words.t('report.contents.method');
  }
}
