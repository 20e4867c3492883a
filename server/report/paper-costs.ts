// What actions cost by year, on paper.
import type { PaperBlock } from './document.ts';
import { row } from './paper-blocks.ts';
import type { ReportView } from './report-view.ts';
import type { ReportWords } from './report-words.ts';
import { heading, note } from './said-blocks.ts';

/** The sums by year with what they leave out; nothing where nothing is told. */
export function costsOnPaper(costs: ReportView['costs'], { t }: ReportWords): readonly PaperBlock[] {
  if (!costs) return [];
  const column = (name: string, numeric: boolean) => ({ head: t(`report.actions.${name}`), numeric });
  return [
    heading(3, t('report.actions.costs')),
    {
      kind: 'table',
      table: {
        caption: '',
        columns: [column('year', false), column('amount', true), column('of', false)],
        rows: [
          ...costs.rows.map(({ year, amount, of }) => row(null, year, amount, of)),
          row(null, t('report.actions.total'), costs.total, ''),
        ],
      },
    },
    ...(costs.note === '' ? [] : [note(costs.note)]),
  ];
}
