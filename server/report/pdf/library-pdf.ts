// The page of a library as a PDF of one A4, by typst under its `ua-1` standard: tagged, with a title and a language, and refused
// where a heading level is skipped. Runs in the worker: setting a page takes a processor for a while.
import { printable } from '../printable.ts';
import type { LibraryPaper } from './library-paper.ts';
import { withBreaks } from './long-words.ts';
import { setPaper } from './typesetter.ts';

/** The bytes of the PDF: the same paper gives the same bytes. @throws Error when typst refuses the page. */
export function libraryPdf(paper: LibraryPaper): Uint8Array {
  const data = JSON.stringify(withBreaks(printable(paper)));
  return new Uint8Array(setPaper('library-page.typ', { data }, paper.date));
}
