// The papers of a report, opened by the programs they are made for: poppler reads the PDF, LibreOffice the Word file.
// Hostile words come through both harmless and whole.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportByCode } from '../../server/db/reports.ts';
import { readSnapshot } from '../../server/operations/publish-report.ts';
import type { PaperBlock, PaperDocument } from '../../server/report/document.ts';
import { docxOf } from '../../server/report/docx/docx.ts';
import { pdfOf } from '../../server/report/pdf/pdf.ts';
import { reportDocument } from '../../server/report/report-document.ts';
import { reportWords } from '../../server/report/report-words.ts';
import { summaryDocument } from '../../server/report/summary-document.ts';
import { findProgram } from '../set-up/find-program.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let report: PaperDocument;
let summary: PaperDocument;
let hash: string;
let needs: readonly string[];
const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-papers-'));
beforeAll(async () => {
  app = await startDemonstration();
  const published = await reportByCode(app.ctx.db.kysely, 'ooo');
  if (!published) throw new Error('the demonstration has no report');
  const words = reportWords(app.ctx.texts, 'nl');
  const model = readSnapshot(published);
  hash = published.hash;
  needs = model.needs.map(({ label }) => words.text(label));
  report = reportDocument(model, hash, words);
  summary = summaryDocument(model, hash, words);
}, 300_000);
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a program of poppler says of a PDF. */
function poppler(program: 'pdfinfo' | 'pdftotext', pdf: Uint8Array, ...args: string[]): string {
  const file = join(folder, 'read.pdf');
  writeFileSync(file, pdf);
  const path = findProgram([`/usr/bin/${program}`], 'poppler-utils');
  const options = program === 'pdftotext' ? [...args, file, '-'] : [...args, file];
  return execFileSync(path, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** A Word file as LibreOffice reads it: plain text. */
function throughLibreOffice(docx: Uint8Array): string {
  const file = join(folder, 'read.docx');
  writeFileSync(file, docx);
  const path = findProgram(['/usr/bin/soffice'], 'libreoffice-writer-nogui');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    path,
    [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file],
    {
      stdio: 'ignore',
    },
  );
  return readFileSync(join(folder, 'read.txt'), 'utf8');
}

const plainWords = (text: string) => text.replaceAll(/\s+/g, ' ');
/** Whether these stand in the text, each after the one before. */
function standInOrder(text: string, wanted: readonly string[]): void {
  let from = 0;
  for (const words of wanted) {
    const at = text.indexOf(words, from);
    expect(at, `“${words}” after place ${from}`).toBeGreaterThanOrEqual(0);
    from = at + words.length;
  }
}

describe('the PDF of a report', () => {
  it('is tagged and says its title; its date is that of the report', () => {
    const info = poppler('pdfinfo', pdfOf(report));
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toContain(report.title);
    expect(info).toMatch(/^JavaScript: +no$/m);
    expect(info).toMatch(/^Page size: .*A4/m);
    expect(poppler('pdfinfo', pdfOf(report), '-isodates')).toContain(
      `CreationDate:    ${report.date}T00:00:00`,
    );
  });

  it('has tags for headings, tables with head cells, and pictures', () => {
    const tags = poppler('pdfinfo', pdfOf(report), '-struct');
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure', 'L', 'Link'])
      expect(tags, tag).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
  });

  it('reads in the order of the report, with the hash on every page', () => {
    const text = plainWords(poppler('pdftotext', pdfOf(report)));
    standInOrder(text, [report.title, 'De noden op volgorde', ...needs.map(plainWords), 'Acties']);
    const pages = Number(/Pages: +(\d+)/.exec(poppler('pdfinfo', pdfOf(report)))?.[1]);
    expect(text.split(hash).length - 1).toBe(pages);
  });

  it('has a summary of one page with every need in its order', () => {
    expect(poppler('pdfinfo', pdfOf(summary))).toMatch(/^Pages: +1$/m);
    standInOrder(plainWords(poppler('pdftotext', pdfOf(summary))), needs.map(plainWords));
  });
});

describe('the Word file of a report', () => {
  it('opens in LibreOffice and reads in the same order', async () => {
    const text = plainWords(throughLibreOffice(await docxOf(report)));
    standInOrder(text, [report.title, 'De noden op volgorde', ...needs.map(plainWords), 'Acties']);
  }, 180_000);

  it('is the same twice', async () => {
    expect(Buffer.from(await docxOf(report)).equals(Buffer.from(await docxOf(report)))).toBe(true);
  });
});

describe('hostile words', () => {
  const hostile = [
    '#panic("x") $x^2$ *b* _i_ <label> @ref // c \\n {{t "x"}}',
    '<script>alert(1)</script> & "zo" <w:p/>',
    '=HYPERLINK("http://x.example","klik")',
    'Ελληνικά en кириллица',
    '👩 🎉',
    'é'.repeat(3000),
  ];
  /** Letters that lie from right to left come out in the order of the program that reads them. */
  const fromRight = ['שלום עולם', 'مرحبا'];
  const said = (text: string): readonly PaperBlock[] => [
    { kind: 'heading', level: 2, text, mark: '', anchor: null },
    { kind: 'quote', text, source: text },
    {
      kind: 'table',
      table: {
        caption: text,
        columns: [{ head: text, numeric: false }],
        rows: [{ kind: 'row', anchor: null, cells: [[{ text, strong: true }]] }],
      },
    },
  ];
  const documentOf = (...words: readonly string[]): PaperDocument => ({
    ...report,
    title: words[0] ?? '',
    blocks: words.flatMap(said),
  });
  /** Without spaces, breaks within long words, and the feet of pages. */
  const letters = (text: string) =>
    [...report.foot, report.warning]
      .reduce((rest, line) => rest.replaceAll(line, ''), text)
      .replaceAll(/[\s\u200B]+|blz\. \d+/g, '');

  it('come through the PDF whole', () => {
    const text = letters(poppler('pdftotext', pdfOf(documentOf(...hostile, ...fromRight))));
    for (const words of hostile)
      expect(text.split(letters(words)).length - 1, words).toBeGreaterThanOrEqual(4);
  });

  it('come through the Word file whole', async () => {
    const docx = await docxOf(documentOf(...hostile, ...fromRight));
    const body = new TextDecoder().decode(unzipSync(docx)['word/document.xml']);
    expect(body).not.toContain('<script');
    const text = letters(throughLibreOffice(docx));
    for (const words of [...hostile, ...fromRight])
      expect(text.split(letters(words)).length - 1, words).toBeGreaterThanOrEqual(4);
  }, 180_000);

  it('show a sign where a character cannot be printed', async () => {
    const document = documentOf('a\u0000b\u001Bc\uD800d');
    expect(letters(poppler('pdftotext', pdfOf(document)))).toContain('a\uFFFDb\uFFFDc\uFFFDd');
    expect(letters(throughLibreOffice(await docxOf(document)))).toContain('a\uFFFDb\uFFFDc\uFFFDd');
  }, 180_000);
});
