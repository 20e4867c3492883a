// The paper outputs of a report by name: what is written and in which format. Page and command offer the same ones.
import type { ReportModel } from '../../analysis/report/model.ts';
import type { Context } from '../context.ts';
import type { PaperDocument } from '../report/document.ts';
import { reportDocument } from '../report/report-document.ts';
import { type ReportWords, reportWords } from '../report/report-words.ts';
import { summaryDocument } from '../report/summary-document.ts';
import { type PaperFormat, paperTypes } from './paper-output.ts';

interface Paper {
  readonly format: PaperFormat;
  readonly mime: string;
  document(report: ReportModel, hash: string | null, words: ReportWords): PaperDocument;
}

const pdf = { format: 'pdf', mime: paperTypes.pdf } as const;
const docx = { format: 'docx', mime: paperTypes.docx } as const;

/** By the name of the file in a report's address. */
export const reportPapers = {
  'report.pdf': { ...pdf, document: reportDocument },
  'report.docx': { ...docx, document: reportDocument },
  'summary.pdf': { ...pdf, document: summaryDocument },
} as const satisfies Readonly<Record<string, Paper>>;

export type PaperName = keyof typeof reportPapers;
export const paperNames: readonly PaperName[] = ['report.pdf', 'report.docx', 'summary.pdf'];

/**
 * The file's bytes; the same snapshot, language and name give the same.
 * @param hash of the snapshot; null for a draft, which then says so on every page.
 */
export function reportPaper(
  ctx: Pick<Context, 'analysis' | 'texts'>,
  name: PaperName,
  report: ReportModel,
  hash: string | null,
  language: string,
): Promise<Uint8Array> {
  const { format, document } = reportPapers[name];
  return ctx.analysis.ask('paperOutput', {
    document: document(report, hash, reportWords(ctx.texts, language)),
    format,
  });
}
