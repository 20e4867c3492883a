// All pages of libraries as PDFs in one job: followed, stopped, fetched as a zip, and honest after a server that stopped.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  beginLibraryFiles,
  endLibraryFiles,
  libraryFilesOf,
  libraryZipOf,
} from '../../server/db/library-files.ts';
import { isLost, libraryPdfs, startLibraryFiles } from '../../server/operations/library-files.ts';
import { firstLibraries } from '../set-up/first-libraries.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf } from './figures-told.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
}, 60_000);
afterAll(() => app?.stop());

const path = '/team/ooo/library-files';

describe('the PDF of a library', () => {
  it('is one tagged page that says it keeps to PDF/UA, and the same bytes every time', async () => {
    const { published, report } = await firstLibraries(app, 1);
    const made: Uint8Array[] = [];
    for (let time = 0; time < 2; time += 1)
      for await (const { content } of libraryPdfs(app.ctx, report, published.hash, 'nl')) made.push(content);
    const [first, second] = made.map((bytes) => Buffer.from(bytes));
    expect(first?.subarray(0, 5).toString()).toBe('%PDF-');
    const text = first?.toString('latin1') ?? '';
    expect(text).toContain('pdfuaid:part');
    expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
  }, 60_000);
});

describe('the PDF of a library with answers of its own', () => {
  it('stays one page, with a long name and in the longest of the languages', async () => {
    const { published, report } = await firstLibraries(app, 1);
    const own = report.libraries.lines.map(({ sector }) => ({
      ...sector,
      count: 5,
      base: 8,
      estimate: 0.625,
    }));
    const name = 'Bibliotheek van de Intergemeentelijke Vereniging Zuid-West';
    const libraries = {
      ...report.libraries,
      libraries: report.libraries.libraries.map((one) => ({ ...one, name, own, why: null })),
    };
    for await (const { content } of libraryPdfs(app.ctx, { ...report, libraries }, published.hash, 'fr'))
      expect(
        Buffer.from(content)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g)?.length,
      ).toBe(1);
  }, 60_000);
});

describe('a library with an odd name', () => {
  it.each([
    ['nothing', ''],
    ['blanks and the mark of a file', ' \uFEFF\u200B'],
    ['an emoji', 'Bib 📚🏽'],
    ['a control character', 'Bib \u0007 Een'],
    ['half a character', 'Bib \uD83D'],
    ['other scripts and signs', 'مكتبة 漢字 ☎→✓ 𒀀'],
    ['one long word', 'x'.repeat(4000)],
  ])('has its PDF: %s', async (_, name) => {
    const { published, report } = await firstLibraries(app, 1);
    const libraries = {
      ...report.libraries,
      libraries: report.libraries.libraries.map((one) => ({ ...one, name })),
    };
    const made: string[] = [];
    for await (const { content } of libraryPdfs(app.ctx, { ...report, libraries }, published.hash, 'nl'))
      made.push(Buffer.from(content).toString('latin1'));
    expect(made.length).toBe(1);
    expect(made[0]).toContain('pdfuaid:part');
    const fonts = [...(made[0] ?? '').matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([A-Za-z]+)/g)].map(
      ([, font]) => font,
    );
    expect(
      fonts.filter((font) => !/^(Atkinson|NotoSansArabic|Libertinus|NotoEmoji|Nodenkaart)/.test(font ?? '')),
    ).toEqual([]);
  });

  it('is named where the job fails', async () => {
    const { published, report } = await firstLibraries(app, 1);
    const logged: string[] = [];
    const log = {
      ...app.ctx.log,
      error: (event: string, error: unknown) => logged.push(`${event}: ${String(error)}`),
    };
    // No such day: typst refuses the page.
    const impossible = { ...report, publishedOn: '2026-02-31' };
    await (await startLibraryFiles({ ...app.ctx, log }, published, impossible, 'nl')).over;
    expect(logged).toEqual([
      expect.stringMatching(/^library-files-failed: .*library bib-001 was not set: ./),
    ]);
    expect((await libraryFilesOf(app.ctx.db.kysely, 'ooo'))?.state).toBe('failed');
    await app.ctx.writes.run((db) => db.deleteFrom('library_files').execute());
  });
});

describe('the job of all pages', () => {
  it('packs a PDF per library into one zip, and the page says so', async () => {
    expect(wordsOf(await team.get(path))).toContain('nog geen bestanden');
    expect((await team.get(`${path}/all.zip`)).status).toBe(404);
    const { published, report } = await firstLibraries(app, 3);
    await (await startLibraryFiles(app.ctx, published, report, 'nl')).over;
    const zip = await libraryZipOf(app.ctx.db.kysely, 'ooo');
    expect(zip && Object.keys(unzipSync(zip))).toEqual(['bib-001.pdf', 'bib-002.pdf', 'bib-003.pdf']);
    expect(wordsOf(await team.get(path))).toContain('Klaar: 3 bibs, uit versie 1');
    const fetched = await team.get(`${path}/all.zip`);
    expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect((await app.visitor().get(`${path}/all.zip`)).location).toContain('/team/sign-in');
  }, 60_000);

  it('is started by the team, tells how far it is, and stops when asked, keeping nothing', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get(path)).text)?.[1] ?? '';
    expect((await team.post(path, { csrf })).status).toBe(303);
    const running = await team.get(path);
    expect(wordsOf(running)).toMatch(/\d+ van de 304 bibs klaar/);
    expect(running.text).toContain('<progress');
    expect(running.text).toContain('http-equiv="refresh"');
    // Who stops another job, such as one that a colleague replaced meanwhile, stops nothing.
    await team.post(`${path}/stop`, { csrf, job: 'another' });
    expect((await libraryFilesOf(app.ctx.db.kysely, 'ooo'))?.state).toBe('running');
    const job = /name="job" value="([^"]+)"/.exec(running.text)?.[1] ?? '';
    expect((await team.post(`${path}/stop`, { csrf, job })).status).toBe(303);
    expect(wordsOf(await team.get(path))).toContain('Er is niets bewaard');
    expect((await team.get(`${path}/all.zip`)).status).toBe(404);
  }, 60_000);

  it('that ends ends itself alone, not the one that began in its place', async () => {
    const { published, report } = await firstLibraries(app, 1);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const log = { ...app.ctx.log, error: () => {} };
    const ask = async () => {
      await held;
      throw new Error('the worker is gone');
    };
    const slow = { ...app.ctx, log, analysis: { ...app.ctx.analysis, ask } as typeof app.ctx.analysis };
    const first = await startLibraryFiles(slow, published, report, 'nl');
    const job = { id: 'second', version: 1, language: 'nl', state: 'running', made: 0, total: 304 } as const;
    const seenAt = app.ctx.now().toISOString();
    await app.ctx.writes.run((db) => beginLibraryFiles(db, 'ooo', { ...job, seenAt }));
    release();
    await first.over;
    expect(await libraryFilesOf(app.ctx.db.kysely, 'ooo')).toMatchObject({ id: 'second', state: 'running' });
    await app.ctx.writes.run((db) => endLibraryFiles(db, 'ooo', 'second', 'stopped'));
  });

  it('gives signs of life while the worker is busy with others: it is not lost', async () => {
    const { published, report } = await firstLibraries(app, 1);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let now = app.ctx.now();
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const ask: typeof app.ctx.analysis.ask = (job, input) =>
      held.then(() => app.ctx.analysis.ask(job, input));
    const busy = { ...app.ctx, now: () => now, analysis: { ...app.ctx.analysis, ask } };
    const { over } = await startLibraryFiles(busy, published, report, 'nl');
    now = new Date(now.getTime() + 300_000);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await app.ctx.writes.idle();
    const job = await libraryFilesOf(app.ctx.db.kysely, 'ooo');
    expect([job?.state, job?.made, job && isLost(job, now)]).toEqual(['running', 0, false]);
    release();
    await over;
    expect((await libraryFilesOf(app.ctx.db.kysely, 'ooo'))?.state).toBe('done');
  }, 60_000);

  it('says that it has to be started again when its server stopped', async () => {
    const job = { id: 'x', version: 1, language: 'nl', state: 'running', made: 40, total: 304 } as const;
    const seenAt = new Date(app.ctx.now().getTime() - 120_000).toISOString();
    await app.ctx.writes.run((db) => beginLibraryFiles(db, 'ooo', { ...job, seenAt }));
    expect(wordsOf(await team.get(path))).toContain('De server is intussen gestopt, na 40 van de 304');
    expect((await libraryFilesOf(app.ctx.db.kysely, 'ooo'))?.state).toBe('running');
  });
});
