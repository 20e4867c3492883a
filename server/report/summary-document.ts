// A report on one page: what comes first, the large figures, the order of needs and what will happen.
import type { ReportModel } from '../../analysis/report/model.ts';
import type { PaperBlock, PaperDocument } from './document.ts';
import { actionsTable } from './paper-blocks.ts';
import type { BlockView } from './report-blocks.ts';
import { commissionedBlock, frameOf, textBlocks } from './report-document.ts';
import { type ReportView, reportView } from './report-view.ts';
import type { ReportWords } from './report-words.ts';
import { heading, note } from './said-blocks.ts';

/** More than these do not fit on a page. */
const most = { paragraphs: 2, needs: 12, actions: 6 } as const;

/**
 * The summary in the words of one language, made of the blocks that stand in the report: what the team rewrote or left out
 * there is so here.
 * @param hash of the snapshot it was published as; null for a draft.
 */
export function summaryDocument(report: ReportModel, hash: string | null, words: ReportWords): PaperDocument {
  const view = reportView(report, words, { standalone: true });
  const { t } = words;
  const standing = view.blocks.flatMap(({ blocks }) => blocks);
  const has = (stands: (block: BlockView) => boolean) => standing.some(stands);
  return {
    ...frameOf(report, hash, words),
    blocks: [
      ...commissionedBlock(view),
      ...standing.flatMap((block) =>
        block.kind === 'text' && block.about === 'summary' ? textBlocks(block, most.paragraphs) : [],
      ),
      ...(has((block) => block.kind === 'figure' && block.of === 'facts')
        ? [{ kind: 'facts', facts: view.facts } as const]
        : []),
      ...(has((block) => block.kind === 'table' && block.of === 'order')
        ? [heading(2, t('report.contents.order')), ...needsOf(view, words)]
        : []),
      ...(has((block) => block.kind === 'actions' && block.need === null) && view.actions.length > 0
        ? [heading(2, t('report.contents.actions')), ...actionsOf(view, words)]
        : []),
    ],
  };
}

function needsOf(view: ReportView, { t }: ReportWords): readonly PaperBlock[] {
  const first = view.needs.slice(0, most.needs);
  return [
    {
      kind: 'ladder',
      rungs: first.map(({ mark, child, label, shelf }) => ({
        mark,
        child,
        name: label,
        to: '',
        shelf,
        lines: [],
      })),
    },
    ...more(view.needs.length - first.length, t),
  ];
}

function actionsOf(view: ReportView, words: ReportWords): readonly PaperBlock[] {
  const first = view.actions.slice(0, most.actions);
  const { columns, rows } = actionsTable(first, words, { all: false });
  return [
    { kind: 'table', table: { caption: '', columns, rows } },
    ...more(view.actions.length - first.length, words.t),
  ];
}

function more(count: number, t: ReportWords['t']): readonly PaperBlock[] {
  return count > 0 ? [note(t('report.paper.more', { count }))] : [];
}
