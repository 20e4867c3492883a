// A document as PDF, set by typst with the standard PDF/UA-1, which refuses a picture without a text alternative and
// headings that skip a level. The same document gives the same bytes: its date is the document's, its fonts are ours.
import type { PaperDocument } from '../document.ts';
import { printable } from '../printable.ts';
import { withBreaks } from './long-words.ts';
import { setPaper } from './typesetter.ts';
import { typstData } from './typst-data.ts';

/** The document breaks a rule of PDF/UA-1; the message says which. */
export class InaccessibleDocument extends Error {
  constructor(why: string) {
    super(`the document may not become a PDF: ${why}`);
    this.name = 'InaccessibleDocument';
  }
}

/**
 * The bytes of the PDF. Setting a report takes tens to hundreds of milliseconds of processor: ask the worker.
 * @throws InaccessibleDocument when a picture has no text alternative or the headings skip a level.
 */
export function pdfOf(document: PaperDocument): Buffer {
  const data = JSON.stringify(typstData(withBreaks(printable(document))));
  try {
    return setPaper('paper.typ', { document: data }, document.date);
  } catch (error) {
    throw new InaccessibleDocument(error instanceof Error ? error.message : String(error));
  }
}
