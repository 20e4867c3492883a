// The job of writing a document as a file for paper: on the worker, since setting pages and drawing pictures takes long.
import type { PaperDocument } from '../report/document.ts';
import type { JobContext } from '../worker/job-context.ts';

export type PaperFormat = 'pdf' | 'docx';

/** What each format is on the web. */
export const paperTypes: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export interface PaperAsked {
  readonly document: PaperDocument;
  readonly format: PaperFormat;
}

/** The bytes of the file. @throws InaccessibleDocument as `pdfOf` does. */
export async function paperOutput(_ctx: JobContext, { document, format }: PaperAsked): Promise<Uint8Array> {
  // Loaded when first asked for: both writers are large, and most servers analyse long before they print.
  if (format === 'docx') return (await import('../report/docx/docx.ts')).docxOf(document);
  return (await import('../report/pdf/pdf.ts')).pdfOf(document);
}
