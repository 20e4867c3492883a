// A document as PDF, set by typst with the standard PDF/UA-1, which refuses a picture without a text alternative and
// headings that skip a level. The same document gives the same bytes: its date is the document's, its fonts are ours.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PaperDocument } from '../document.ts';
import { fontFiles } from '../fonts.ts';
import { lastResortFont } from '../last-resort-font.ts';
import { printable } from '../printable.ts';
import { withBreaks } from './long-words.ts';
import { typstData } from './typst-data.ts';

const standard = 'ua-1';
/** As the template names it. */
const lastResort = 'Nodenkaart Last Resort';
let compiler: NodeCompiler | undefined;
let template: string | undefined;

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
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: [...fontFiles().map((file) => readFileSync(file)), lastResortFont(lastResort)] }],
  });
  template ??= readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8');
  try {
    return compiler.pdf(
      {
        mainFileContent: template,
        inputs: { document: JSON.stringify(typstData(withBreaks(printable(document)))) },
        resetRead: true,
      },
      { pdfStandard: standard, creationTimestamp: Date.parse(`${document.date}T00:00:00Z`) / 1000 },
    );
  } catch (error) {
    throw new InaccessibleDocument(reasonOf(error));
  }
}

/** typst leaves the message of what it throws empty and says why in its code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
