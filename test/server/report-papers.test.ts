// A report as PDF, Word file and summary: drawn from the snapshot, the same bytes every time, a draft for the team alone,
// and refused where a picture has no words.
import { get } from 'node:http';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { blocksOf, type ReportBlock } from '../../analysis/report/blocks.ts';
import type { ReportModel } from '../../analysis/report/model.ts';
import type { SavedFigure } from '../../analysis/report/saved-figures.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import { readSnapshot } from '../../server/operations/publish-report.ts';
import { paperNames, reportPaper } from '../../server/operations/report-papers.ts';
import type { PaperBlock, PaperDocument } from '../../server/report/document.ts';
import { reportFile } from '../../server/report/html-file.ts';
import { InaccessibleDocument, pdfOf } from '../../server/report/pdf/pdf.ts';
import { reportDocument } from '../../server/report/report-document.ts';
import { reportWords } from '../../server/report/report-words.ts';
import { note } from '../../server/report/said-blocks.ts';
import { summaryDocument } from '../../server/report/summary-document.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let document: PaperDocument;
let hash: string;
beforeAll(async () => {
  app = await startDemonstration();
  const published = await reportByCode(app.ctx.db.kysely, 'ooo');
  if (!published) throw new Error('the demonstration has no report');
  hash = published.hash;
  document = reportDocument(readSnapshot(published), hash, reportWords(app.ctx.texts, 'nl'));
});
afterAll(() => app?.stop());

const bytesOf = async (path: string) => {
  const response = await fetch(`${app.address}${path}`);
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};
/** The answer to a browser that has this version of the file; `fetch` would ask for a fresh one in any case. */
const statusWith = (path: string, etag: string) =>
  new Promise<number | undefined>((done, fail) => {
    get(`${app.address}${path}`, { headers: { 'if-none-match': etag } }, (response) => {
      response.resume();
      done(response.statusCode);
    }).on('error', fail);
  });
const textIn = (file: Uint8Array) => new TextDecoder().decode(file);
/** Everything a document says, in its order. */
const wordsOf = (blocks: readonly PaperBlock[]) => JSON.stringify(blocks);

describe('the document of a report', () => {
  it('says every need, finding, recommendation, action and quote of the report', async () => {
    const published = await reportByCode(app.ctx.db.kysely, 'ooo');
    if (!published) throw new Error('no report');
    const report = readSnapshot(published);
    const said = wordsOf(document.blocks);
    const all = [
      ...report.needs.map(({ label }) => label),
      ...report.findings.map(({ text }) => text),
      ...report.recommendations.map(({ text }) => text),
      ...report.actions.map(({ title }) => title),
      ...report.quotes.map(({ text }) => text),
      ...report.opening,
      ...report.method.own,
    ];
    expect(all.length).toBeGreaterThan(40);
    for (const text of all) expect(said).toContain(JSON.stringify(text.nl).slice(1, -1));
  });

  it('has a table of figures for every picture, and every link leads somewhere', () => {
    const charts = document.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    const titles = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(charts.length).toBeGreaterThan(5);
    for (const { title, alternative } of charts) {
      expect(titles).toContain(title);
      expect(alternative.length).toBeGreaterThan(20);
    }
    const anchors = new Set(
      [...wordsOf(document.blocks).matchAll(/"anchor":"([^"]+)"/g)].map(([, anchor]) => anchor),
    );
    const links = [...wordsOf(document.blocks).matchAll(/"to":"([^"]+)"/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((to) => !anchors.has(to))).toEqual([]);
  });
});

describe('a PDF', () => {
  it('claims PDF/UA-1 and is the same twice', () => {
    const first = pdfOf(document);
    expect(textIn(first)).toContain('pdfuaid:part');
    expect(first.equals(pdfOf(document))).toBe(true);
  });

  it('is refused when a picture has no text alternative', () => {
    const blocks = document.blocks.map(
      (block): PaperBlock =>
        block.kind === 'chart' ? { ...block, chart: { ...block.chart, alternative: '' } } : block,
    );
    expect(() => pdfOf({ ...document, blocks })).toThrow(InaccessibleDocument);
  });

  it('is refused when the headings skip a level', () => {
    const blocks: readonly PaperBlock[] = [
      { kind: 'heading', level: 2, text: 'Een', mark: '', anchor: null },
      { kind: 'heading', level: 4, text: 'Drie te diep', mark: '', anchor: null },
    ];
    expect(() => pdfOf({ ...document, blocks })).toThrow(InaccessibleDocument);
  });
});

describe('the files of a published version', () => {
  it('come as they are called, with the hash of the snapshot in the foot, and never change', async () => {
    for (const paper of paperNames) {
      const first = await bytesOf(`/r/ooo/1/${paper}?lang=nl`);
      expect(first.status, paper).toBe(200);
      expect(first.headers.get('content-disposition')).toBe(`attachment; filename="ooo-1-nl-${paper}"`);
      expect((await bytesOf(`/r/ooo/1/${paper}?lang=nl`)).bytes).toEqual(first.bytes);
      const etag = first.headers.get('etag') ?? '';
      expect(await statusWith(`/r/ooo/1/${paper}?lang=nl`, etag), paper).toBe(304);
    }
    expect((await bytesOf('/r/ooo/99/report.pdf')).status).toBe(404);
  });

  it('are a Word file with real headings, heads of tables, its language and words for pictures', async () => {
    const files = unzipSync((await bytesOf('/r/ooo/1/report.docx?lang=nl')).bytes);
    const part = (name: string) => textIn(files[name] ?? new Uint8Array());
    const body = part('word/document.xml');
    expect(body.match(/w:pStyle w:val="Heading1"/g)?.length).toBeGreaterThan(10);
    expect(body).toContain('<w:tblHeader/>');
    const pictures = body.match(/<wp:docPr [^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(10);
    for (const picture of pictures) expect(picture).toMatch(/descr="[^"]{10,}"/);
    expect(part('word/styles.xml')).toContain('w:lang w:val="nl-BE"');
    expect(part('word/footer1.xml')).toContain(hash);
    expect(part('docProps/core.xml')).toContain(document.title);
  });

  it('are a Word file in which nothing that leads to a table or a chart stays behind on the page before', async () => {
    const files = unzipSync((await bytesOf('/r/ooo/1/report.docx?lang=nl')).bytes);
    const body = textIn(files['word/document.xml'] ?? new Uint8Array());
    // The paragraphs between tables, and inside them their rows, in the order of the file.
    const before = [...body.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>(?=<w:tbl>)/gs)].map(
      ([paragraph]) => paragraph,
    );
    expect(before.length).toBeGreaterThan(10);
    // A heading has it in its style.
    const kept = /<w:keepNext\/>|w:pStyle w:val="(Heading|Term)/;
    expect(before.filter((paragraph) => !kept.test(paragraph))).toEqual([]);
    const heads = body.match(/<w:tblHeader\/>.*?<\/w:tr>/gs) ?? [];
    expect(heads.length).toBeGreaterThan(10);
    for (const head of heads)
      expect(head.match(/<w:p>/g)).toHaveLength(head.match(/<w:keepNext\/>/g)?.length ?? 0);
  });

  it('have the page beside them, drawn once: a browser that has it gets no second copy, in no other language', async () => {
    const drawn = vi.spyOn(app.ctx.templates, 'page');
    const first = await bytesOf('/r/ooo/1?lang=en');
    const again = await bytesOf('/r/ooo/1?lang=en&any=thing');
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(again.bytes).toEqual(first.bytes);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}-gzip"$/);
    // `get` asks for no compression, and so for other bytes.
    const plain = etag.replace('-gzip', '');
    expect(await statusWith('/r/ooo/1?lang=en', plain)).toBe(304);
    expect(await statusWith('/r/ooo/1?lang=en', etag)).toBe(200);
    expect(await statusWith('/r/ooo/1?lang=nl', plain)).toBe(200);
    drawn.mockRestore();
  });

  it.each(['csv', 'xlsx'])(
    'so are its figures as .%s: a browser that has them gets nothing again',
    async (kind) => {
      const path = `/r/ooo/1/figures.${kind}?lang=nl`;
      const etag = (await app.visitor().get(path)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
      expect(await statusWith(path, etag)).toBe(304);
      expect(await statusWith(`/r/ooo/1/figures.${kind}?lang=en`, etag)).toBe(200);
    },
  );

  it.each(['present?lang=nl', 'present?lang=nl&needs=3', 'file?lang=nl'])(
    'so is /%s: drawn once, in one language and length',
    async (page) => {
      const path = `/r/ooo/1/${page}`;
      const first = await bytesOf(path);
      expect((await bytesOf(path)).bytes).toEqual(first.bytes);
      // `get` asks for no compression, and so for other bytes.
      const plain = (first.headers.get('etag') ?? '').replace('-gzip', '');
      expect(plain).toMatch(/^"[0-9a-f]{32}"$/);
      expect(await statusWith(path, plain)).toBe(304);
      expect(await statusWith(path.replace('lang=nl', 'lang=en'), plain)).toBe(200);
      expect(await statusWith('/r/ooo/1/present?lang=nl&needs=5', plain)).toBe(200);
    },
  );

  it('are linked from the report', async () => {
    const page = (await app.visitor().get('/r/ooo')).text;
    for (const paper of paperNames) expect(page).toContain(`href="/r/ooo/1/${paper}?`);
  });
});

describe('what the team leaves out', () => {
  const hiding = (report: ReportModel, ...ids: readonly string[]): ReportModel => ({
    ...report,
    blocks: blocksOf(report).map((block) => (ids.includes(block.id) ? { ...block, hidden: true } : block)),
  });

  it('is left out of the summary too, and what it wrote stands there', async () => {
    const report = await currentReport(app.ctx, 'ooo');
    const words = reportWords(app.ctx.texts, 'nl');
    const without = summaryDocument(hiding(report, 'summary', 'actions', 'order'), null, words);
    expect(without.blocks.map(({ kind }) => kind)).toEqual(['facts']);
    const blocks = blocksOf(report).map((block) =>
      block.id === 'summary' && block.kind === 'text'
        ? { ...block, edited: { nl: 'Zo staat het er.' } }
        : block,
    );
    const rewritten = wordsOf(summaryDocument({ ...report, blocks }, null, words).blocks);
    expect(rewritten).toContain('Zo staat het er.');
    expect(rewritten).not.toContain('Geen dienst komt vaker terug');
  });

  it('rewrites in Dutch alone stands so, and as Dutch, on English paper too', async () => {
    const report = await currentReport(app.ctx, 'ooo');
    const blocks = blocksOf(report).map((block) =>
      block.id === 'summary' && block.kind === 'text'
        ? { ...block, edited: { nl: 'Zo staat het er.' } }
        : block,
    );
    const said = summaryDocument({ ...report, blocks }, null, reportWords(app.ctx.texts, 'en')).blocks;
    expect(said[0]).toEqual(note('This text is not translated yet. It stands here in Dutch.'));
    expect(said[1]).toMatchObject({
      kind: 'paragraph',
      language: 'nl',
      stretches: [{ text: 'Zo staat het er.' }],
    });
    const word = unzipSync(await reportPaper(app.ctx, 'report.docx', { ...report, blocks }, null, 'en'));
    expect(textIn(word['word/document.xml'] ?? new Uint8Array())).toMatch(
      /<w:lang w:val="nl-BE"\/><\/w:rPr><w:t[^>]*>Zo staat het er\./,
    );
    const file = Buffer.from(await reportPaper(app.ctx, 'report.pdf', { ...report, blocks }, null, 'en'));
    expect(textIn(file)).toContain('/Lang (nl)');
  });

  it('leaves kept views apart from each other, each part in its own place', async () => {
    const report = await currentReport(app.ctx, 'ooo');
    const saved = ['een', 'twee', 'drie'].map(
      (id): SavedFigure => ({
        id,
        title: `Gezien ${id}`,
        note: '',
        seeing: { percent: 'group', chart: null },
        explored: null,
        looks: {},
        filters: [],
      }),
    );
    const block = (id: string): ReportBlock => ({ id: `saved-${id}`, kind: 'chart', of: 'saved', saved: id });
    const blocks = [block('een'), ...blocksOf(report), block('twee'), block('drie')];
    const page = reportFile(app.ctx, { ...report, saved, blocks }, null, 'nl');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(page).toContain('id="saved"');
    expect(page).toContain('href="#part-saved-twee"');
    expect(
      textIn(await reportPaper(app.ctx, 'report.pdf', { ...report, saved, blocks }, null, 'nl')),
    ).toContain('%PDF');
  });

  it('takes a whole section along with the card that opens it, and no link leads there', async () => {
    const report = hiding(await currentReport(app.ctx, 'ooo'), 'need-N3');
    const page = reportFile(app.ctx, report, null, 'nl');
    expect(page).not.toContain('id="need-N3"');
    expect(page).not.toContain('href="#need-N3"');
    expect(page).not.toContain('id="chart-N3-');
    expect(page).toContain('id="need-N4"');
  });

  it('leaves no reference to a figure unsaid in any output', async () => {
    const report = await currentReport(app.ctx, 'ooo');
    for (const language of app.ctx.texts.reportLanguages) {
      const words = reportWords(app.ctx.texts, language);
      const said = [
        wordsOf(summaryDocument(report, null, words).blocks),
        wordsOf(reportDocument(report, null, words).blocks),
        reportFile(app.ctx, report, null, language),
      ];
      for (const text of said) expect(text).not.toMatch(/\{(?:percent|figure):/);
    }
  });
});

describe('a very long word', () => {
  it('is broken into pieces and set', () => {
    const blocks: readonly PaperBlock[] = [
      { kind: 'paragraph', tone: 'plain', stretches: [{ text: 'x'.repeat(20_000) }] },
    ];
    expect(textIn(pdfOf({ ...document, blocks }))).toContain('%PDF');
  });
});

describe('a draft', () => {
  it('is for the team alone and says on every page that it is one', async () => {
    expect((await bytesOf('/team/ooo/report/draft/report.pdf')).headers.get('content-type')).not.toContain(
      'pdf',
    );
    const report = await currentReport(app.ctx, 'ooo');
    const words = reportWords(app.ctx.texts, 'nl');
    for (const draft of [reportDocument(report, null, words), summaryDocument(report, null, words)])
      expect(draft.foot.join(' ')).toContain('concept');
    expect(textIn(await reportPaper(app.ctx, 'summary.pdf', report, null, 'nl'))).toContain('%PDF');
  });
});
