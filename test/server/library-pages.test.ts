// The pages of libraries: what stands on them, who gets in, that they stay as they were, and the form of the team.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportByCode } from '../../server/db/reports.ts';
import { insertResponses, responsesSince } from '../../server/db/responses.ts';
import { publishReport, readSnapshot } from '../../server/operations/publish-report.ts';
import { libraryView } from '../../server/report/library-view.ts';
import { reportWords } from '../../server/report/report-words.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf } from './figures-told.ts';

let app: App;
let team: Visitor;
let link = '';
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
  link = await linkFor('bib-001');
}, 60_000);
afterAll(() => app?.stop());

const csrfIn = ({ text }: Page) => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';

/** The path of a new link. */
async function linkFor(library: string): Promise<string> {
  const csrf = csrfIn(await team.get('/team/ooo/libraries'));
  const made = await team.post(`/team/ooo/libraries/${library}/link`, { csrf });
  const address = /id="new-link"[^>]*value="([^"]+)"/.exec(made.text)?.[1] ?? '';
  return new URL(address).pathname;
}
async function pageBehind(path: string): Promise<string> {
  return (await app.visitor().get(path)).location ?? '';
}

describe('the page of a library', () => {
  it('shows the sector, libraries like it, and honestly why its own answers are not there', async () => {
    const address = await pageBehind(link);
    expect(address).toMatch(/^\/r\/ooo\/1\/library\//);
    const page = await app.visitor().get(address);
    const words = wordsOf(page);
    expect(page.status).toBe(200);
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(words).toContain('85 van de 304 bibs');
    expect(words).toContain('36 van de 105');
    expect(words).toContain('11 van de 30');
    expect(words).toContain('Alle bibs met 11-25 medewerkers');
    // The group of its size in its province has too few: the province stands there, named.
    expect(words).toContain('Alle bibs in Antwerpen');
    expect(words).toContain('te weinig om te tonen');
    expect(words).toContain('minder dan vijf antwoorden');
  });

  it('shows no library’s own answers where each has four at most', async () => {
    const published = await reportByCode(app.ctx.db.kysely, 'ooo');
    const libraries = published && readSnapshot(published).libraries?.libraries;
    expect(libraries?.length).toBe(304);
    expect(libraries?.filter(({ own }) => own !== null)).toEqual([]);
  });

  it('can be told of every library of the register, in both languages', async () => {
    const published = await reportByCode(app.ctx.db.kysely, 'ooo');
    if (!published) throw new Error('no report');
    const report = readSnapshot(published);
    for (const language of ['nl', 'en'])
      for (const { code } of report.libraries?.libraries ?? [])
        expect(libraryView(report, code, reportWords(app.ctx.texts, language))?.library).toBe(code);
    expect(libraryView(report, 'bib-999', reportWords(app.ctx.texts, 'nl'))).toBeNull();
  });

  it('is there for the team too, and for nobody without the link', async () => {
    expect(wordsOf(await team.get('/team/ooo/libraries/bib-002'))).toContain('Zo ziet deze bib haar pagina');
    expect((await team.get('/team/ooo/libraries/bib-999')).status).toBe(404);
    const nobody = app.visitor();
    expect((await nobody.get('/team/ooo/libraries/bib-002')).location).toContain('/team/sign-in');
    for (const path of [
      '/r/ooo/library/niets',
      '/r/ooo/1/library/niets',
      '/r/ooo/9/library/niets',
      '/r/x/1/library/a',
    ])
      expect([path, (await nobody.get(path)).status]).toEqual([path, 404]);
    expect((await nobody.get((await pageBehind(link)).replace('/1/', '/2/'))).status).toBe(404);
  });

  it('opens with the newest link alone, and with none after it is closed', async () => {
    const first = await linkFor('bib-010');
    const second = await linkFor('bib-010');
    expect((await app.visitor().get(first)).status).toBe(404);
    expect((await app.visitor().get(second)).status).toBe(303);
    const rows = await app.ctx.db.kysely.selectFrom('library_links').select('token_hash').execute();
    expect(rows.some(({ token_hash }) => second.includes(token_hash))).toBe(false);
    const csrf = csrfIn(await team.get('/team/ooo/libraries'));
    expect((await team.post('/team/ooo/libraries/bib-010/unlink', { csrf })).status).toBe(303);
    expect((await app.visitor().get(second)).status).toBe(404);
  });

  it('has links for all in one file, without touching those that were made', async () => {
    const csrf = csrfIn(await team.get('/team/ooo/libraries'));
    const { text, headers } = await team.post('/team/ooo/libraries/links', { csrf });
    expect(headers.get('content-type')).toContain('text/csv');
    const lines = text.trim().split('\r\n');
    expect(lines.length).toBe(304);
    expect(text).not.toContain('bib-001');
    const address = /;"?(http[^";\r]+)/.exec(lines[1] ?? '')?.[1] ?? '';
    expect((await app.visitor().get(new URL(address).pathname)).status).toBe(303);
    expect((await app.visitor().get(link)).status).toBe(303);
  });
});

describe('the form of the team', () => {
  const fields = {
    'recognised-N1': 'yes',
    'standing-N1': 'begun',
    'note-N1': 'Wij <bellen> vaak',
    'what-1': 'Vragen',
  };

  it('is kept behind the link, says who can see it, and comes back as it was', async () => {
    const address = `${await pageBehind(link)}/reflection`;
    const visitor = app.visitor();
    expect(wordsOf(await visitor.get(address))).toContain('Wie de link van jouw bib heeft, kan dit lezen');
    const kept = await visitor.post(address, { revision: '0', ...fields });
    expect([kept.status, kept.location]).toEqual([303, `${address}?saved=yes`]);
    const again = (await visitor.get(address)).text;
    expect(again).toContain('Wij &lt;bellen&gt; vaak');
    expect(again).toMatch(/id="recognised-N1-yes"[^>]* checked/);
    expect(again).toMatch(/id="standing-N1-begun"[^>]* checked/);
    expect(again).toContain('value="Vragen"');
    const other = `${await pageBehind(await linkFor('bib-003'))}/reflection`;
    expect((await visitor.get(other)).text).not.toContain('vaak');
  });

  it('writes over nothing a colleague kept meanwhile, and keeps nothing too long', async () => {
    const address = `${await pageBehind(link)}/reflection`;
    const visitor = app.visitor();
    const late = await visitor.post(address, { revision: '0', ...fields, other: 'Te laat' });
    expect([late.status, wordsOf(late)]).toEqual([422, expect.stringContaining('Iemand anders bewaarde')]);
    expect(late.text).toContain('Te laat');
    const long = await visitor.post(address, { revision: '1', ...fields, other: 'x'.repeat(601) });
    expect([long.status, wordsOf(long)]).toEqual([422, expect.stringContaining('korter dan 600')]);
    expect((await visitor.get(address)).text).not.toContain('Te laat');
  });

  it('is erased when the team asks', async () => {
    const address = `${await pageBehind(link)}/reflection`;
    const visitor = app.visitor();
    expect((await visitor.post(`${address}/erase`, {})).status).toBe(303);
    expect((await visitor.get(address)).text).not.toContain('vaak');
  });
});

describe('the next version', () => {
  it('leaves the first as it was, and keeps the figures of groups where only a few answers came to one', async () => {
    const before = await app.visitor().get(await pageBehind(link));
    const answers = await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1000);
    const copies = answers.slice(0, 6).map(({ version, library, day, document }) => ({
      id: app.ctx.newId(),
      version,
      library,
      day,
      receiptHash: null,
      seed: null,
      document,
      texts: {},
    }));
    await app.ctx.writes.run((db) => insertResponses(db, 'ooo', copies));
    await publishReport(app.ctx, 'ooo');
    const address = await pageBehind(link);
    expect(address).toContain('/r/ooo/2/');
    const after = wordsOf(await app.visitor().get(address));
    expect(after).toContain('De cijfers van de groepen zijn die van versie 1');
    expect(after).toContain('11 van de 30');
    expect(after).not.toContain('36 van de 105');
    const first = await app.visitor().get(address.replace('/2/', '/1/'));
    expect(wordsOf(first)).toBe(wordsOf(before));
  });

  it('shows newer figures once enough came to every group', async () => {
    const answers = await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1000);
    const copies = answers.slice(0, 108).flatMap(({ version, library, day, document }) =>
      Array.from({ length: 5 }, () => ({
        id: app.ctx.newId(),
        version,
        library,
        day,
        receiptHash: null,
        seed: null,
        document,
        texts: {},
      })),
    );
    await app.ctx.writes.run((db) => insertResponses(db, 'ooo', copies));
    await publishReport(app.ctx, 'ooo');
    const published = await reportByCode(app.ctx.db.kysely, 'ooo');
    const figures = published && readSnapshot(published).libraries;
    expect(figures?.version).toBe(3);
    // Six times as many answers: some libraries have enough, none of them a small team.
    const told = figures?.libraries.filter(({ own }) => own !== null) ?? [];
    for (const { sizeClass, own } of told) {
      expect(['11-25', '26+']).toContain(sizeClass);
      for (const { openness, base, count } of own ?? []) {
        if (openness === 'withheld') expect([base, count]).toEqual([null, null]);
        else expect(base).toBeGreaterThanOrEqual(10);
      }
    }
    expect(told.length).toBeGreaterThan(0);
    const seen = wordsOf(await team.get(`/team/ooo/libraries/${told[0]?.code}`));
    expect(seen).toContain('Ze staan hierboven, naast die van de anderen');
  }, 60_000);
});
