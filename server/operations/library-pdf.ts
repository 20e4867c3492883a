// The job of setting one page of a library as a PDF.
import type { LibraryPaper } from '../report/pdf/library-paper.ts';
import type { JobContext } from '../worker/job-context.ts';

/** @throws Error when the page cannot be set. */
export async function libraryPdf(_ctx: JobContext, paper: LibraryPaper): Promise<Uint8Array> {
  // Who never sets a page does not load what sets it.
  const { libraryPdf: pdfOf } = await import('../report/pdf/library-pdf.ts');
  return pdfOf(paper);
}
