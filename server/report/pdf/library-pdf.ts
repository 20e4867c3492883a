// The page of a library as a PDF of one A4, by typst under its `ua-1` standard: tagged, with a title and a language, and refused
// where a heading level is skipped. Runs in the worker: setting a page takes a processor for a while.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { packagesFolder } from '../../paths.ts';
import type { LibraryPaper } from './library-paper.ts';

let compiler: NodeCompiler | undefined;
const template = readFileSync(new URL('./library-page.typ', import.meta.url), 'utf8');

/** The bytes of the PDF: the same paper gives the same bytes. @throws Error when typst refuses the page. */
export function libraryPdf(paper: LibraryPaper): Uint8Array {
  const family = join(packagesFolder, '@expo-google-fonts', 'atkinson-hyperlegible-next');
  const fonts = ['400Regular', '700Bold'].map((weight) =>
    readFileSync(join(family, weight, `AtkinsonHyperlegibleNext_${weight}.ttf`)),
  );
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const inputs = { data: JSON.stringify(paper) };
  const [year = 0, month = 1, day = 1] = paper.date;
  try {
    const pdf = compiler.pdf(
      { mainFileContent: template, inputs },
      { pdfStandard: 'ua-1', creationTimestamp: Date.UTC(year, month - 1, day) / 1000 },
    );
    return new Uint8Array(pdf);
  } finally {
    // What was set for one page is of no use to the next.
    compiler.evictCache(10);
  }
}
