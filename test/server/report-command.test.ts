// The command report as typed: every form in a file or a folder, drafts and versions, and the pages of all libraries as PDFs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '../../server/commands/create.ts';
import { importRegister } from '../../server/commands/import-register.ts';
import { report } from '../../server/commands/report.ts';
import type { Config } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { publishReport } from '../../server/operations/publish-report.ts';
import { templatesFolder } from '../../server/paths.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

let folder: string;
let own: TestDatabase;
let config: Config;
let hash: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-report-'));
  own = await newTestDatabase();
  const { databaseUrl } = own;
  const dataDir = join(folder, 'data');
  config = { port: 0, host: '127.0.0.1', dataDir, databaseUrl, baseUrl: null, trustedProxies: 0 };
  await runAsTyped(config, create, ['proef', '--from', join(templatesFolder, 'ooo')]);
  // The first version without libraries, the second with two.
  await publish();
  const register = join(folder, 'register.csv');
  writeFileSync(
    register,
    'code;naam;provincie;grootte\nlinde;De Linde;Limburg;klein\neik;De Eik;Antwerpen;groot\n',
  );
  const { code, told } = await runAsTyped(config, importRegister, ['proef', register]);
  expect([code, told]).toEqual([0, []]);
  hash = await publish();
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await own.drop();
});

async function publish(): Promise<string> {
  const ctx = await createContext(config);
  try {
    return (await publishReport(ctx, 'proef')).hash;
  } finally {
    await ctx.close();
  }
}
const run = (...args: readonly string[]) => runAsTyped(config, report, ['proef', ...args]);
const beginOf = (file: string) => readFileSync(file).subarray(0, 4).toString('latin1');

describe('a report', () => {
  it('is written in the form the name ends in, with the hash of what was published', async () => {
    const html = join(folder, 'r.html');
    const done = await run('--out', html, '--version', 'latest');
    expect(done).toEqual({
      code: 0,
      printed: [`Het rapport staat in ${html}.`, `Vingerafdruk van wat gepubliceerd is: ${hash}`],
      told: [],
    });
    expect(readFileSync(html, 'utf8')).toContain(hash);
    const pdf = join(folder, 'r.pdf');
    expect((await run('--out', pdf, '--version', '2')).code).toBe(0);
    expect(beginOf(pdf)).toBe('%PDF');
    const word = join(folder, 'r.docx');
    expect((await run('--out', word, '--version', '1')).printed[1]).not.toContain(hash);
    expect(beginOf(word)).toBe('PK\u0003\u0004');
  }, 60_000);

  it('is written as slides that stand alone, when the name says so', async () => {
    const slides = join(folder, 'raad-slides.html');
    expect((await run('--out', slides, '--version', 'latest')).code).toBe(0);
    const html = readFileSync(slides, 'utf8');
    expect(html.match(/<section class="slide /g)?.length).toBeGreaterThan(10);
    expect(html).toContain(`<code>${hash}</code>`);
    // Nothing is fetched and nothing runs: no script, no address but places in the file itself.
    expect(html).not.toMatch(/<script|<link|https?:\/\/(?!www\.w3\.org)|src=/);
    for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^#/);
    expect(html).toContain('data:font/woff2');
    await run('--out', join(folder, 'again-slides.html'), '--version', 'latest');
    expect(readFileSync(join(folder, 'again-slides.html'), 'utf8')).toBe(html);
    const draft = join(folder, 'slides.html');
    expect((await run('--out', draft, '--lang', 'en')).code).toBe(0);
    expect(readFileSync(draft, 'utf8')).toMatch(/<html lang="en"[\s\S]*<title>[^<]*\(draft\)/);
  }, 60_000);

  it('fills a folder with every form, in every language or the one that was asked for', async () => {
    const french = join(folder, 'french');
    expect((await run('--out', french, '--version', 'latest', '--lang', 'fr')).code).toBe(0);
    const figures = ['figures-fr.csv', 'figures-fr.xlsx'];
    const papers = ['report-fr.docx', 'report-fr.html', 'report-fr.pdf'];
    const names = [...figures, ...papers, 'slides-fr.html', 'summary-fr.pdf'];
    expect(readdirSync(french).sort()).toEqual(names);
    expect(readFileSync(join(french, 'report-fr.html'), 'utf8')).toContain('<html lang="fr"');
    const all = join(folder, 'all');
    const drafts = await run('--out', all);
    expect(readdirSync(all)).toHaveLength(21);
    // A draft has no hash to tell.
    expect(drafts.printed).toHaveLength(21);
  }, 120_000);

  it('says which versions there can be, and that one is not there', async () => {
    const out = join(folder, 'none.html');
    const odd = await run('--out', out, '--version', 'nul');
    expect([odd.code, odd.told[0]]).toEqual([2, expect.stringContaining('latest, 1, 2')]);
    const later = await run('--out', out, '--version', '3');
    expect([later.code, later.told.length]).toEqual([1, 1]);
    expect((await run()).told[0]).toBe('Er ontbreekt een optie: --out.');
    expect(readdirSync(folder)).not.toContain('none.html');
  });
});

describe('the pages of all libraries', () => {
  it('are PDFs in a folder, the same bytes every time, with the hash of the version', async () => {
    const [one, two] = [join(folder, 'bibs'), join(folder, 'again')];
    const done = await run('--libraries', '--out', one);
    expect(done).toEqual({
      code: 0,
      printed: [`De pagina’s van 2 bibs staan in ${one}.`, `Vingerafdruk van wat gepubliceerd is: ${hash}`],
      told: [],
    });
    const names = readdirSync(one).sort();
    expect(names).toEqual(['eik.pdf', 'linde.pdf']);
    await run('--libraries', '--out', two, '--version', '2', '--lang', 'nl');
    for (const name of names) {
      const bytes = readFileSync(join(one, name));
      expect(bytes.subarray(0, 4).toString()).toBe('%PDF');
      expect(readFileSync(join(two, name)).equals(bytes)).toBe(true);
    }
    const english = join(folder, 'libraries');
    expect((await run('--libraries', '--out', english, '--lang', 'en')).code).toBe(0);
    const linde = readFileSync(join(one, 'linde.pdf'));
    expect(readFileSync(join(english, 'linde.pdf')).equals(linde)).toBe(false);
  }, 60_000);

  it('are not there in a version without a register, nor in a single file', async () => {
    const before = await run('--libraries', '--out', join(folder, 'before'), '--version', '1');
    expect([before.code, before.told[0]]).toEqual([1, expect.stringContaining('geen register')]);
    const single = await run('--libraries', '--out', join(folder, 'bibs.pdf'));
    expect([single.code, single.told[0]]).toEqual([
      2,
      expect.stringContaining('Bij --out hoort hier een map'),
    ]);
    expect(readdirSync(folder)).not.toContain('before');
    expect(readdirSync(folder)).not.toContain('bibs.pdf');
  });
});
