// The pages of libraries: what stands on them, who gets in, that they stay as they were, and the form of the team.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../../analysis/report/blocks.ts';
import { followUpOf } from '../../analysis/report/follow-up.ts';
import { reflectionOf } from '../../server/db/library-links.ts';
import { recordsOf } from '../../server/db/records.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { insertResponses, responsesSince } from '../../server/db/responses.ts';
import { askedNeeds } from '../../server/http/library/reflection-page.ts';
import { publishReport, readSnapshot } from '../../server/operations/publish-report.ts';
import { followUpView } from '../../server/report/follow-up-view.ts';
import { libraryView } from '../../server/report/library-view.ts';
import { reportWords } from '../../server/report/report-words.ts';
import { emptyReflection } from '../../surveys/team-reflection.ts';
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

  it('is taken along as a PDF by whoever has the link, drawn once and told in the language of the page', async () => {
    const address = await pageBehind(link);
    const page = await app.visitor().get(address);
    expect(page.text).toContain(`href="${address}/page.pdf?lang&#x3D;nl"`);
    expect(page.text).toMatch(/<p class="library-figure" aria-hidden="true">34%<\/p>/);
    const get = (path: string) => fetch(`${app.address}${path}`);
    const first = await get(`${address}/page.pdf?lang=nl`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="ooo-1-bib-001-nl.pdf"');
    expect(first.headers.get('x-robots-tag')).toBe('noindex');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
    const other = await get(`${address}/page.pdf?lang=en`);
    expect(other.headers.get('etag')).not.toBe(first.headers.get('etag'));
    expect((await get('/r/ooo/1/library/niets/page.pdf')).status).toBe(404);
  });

  it('names no need whose card the team left out of the report, and its form asks about none', async () => {
    const published = await reportByCode(app.ctx.db.kysely, 'ooo');
    if (!published) throw new Error('no report');
    const report = readSnapshot(published);
    const blocks = blocksOf(report).map((block) =>
      ['need-N1', 'need-N5d', 'need-N3a'].includes(block.id) ? { ...block, hidden: true } : block,
    );
    const words = reportWords(app.ctx.texts, 'nl');
    const said = (of: typeof report) => JSON.stringify(libraryView(of, 'bib-001', words));
    const labels = report.needs.map(({ code, label }) => [code, words.text(label)] as const);
    const named = (of: typeof report) =>
      labels.filter(([, label]) => said(of).includes(label)).map(([code]) => code);
    const all = named(report);
    const without = { ...report, blocks };
    expect(named(without)).toEqual(all.filter((code) => !['N1', 'N5d', 'N3a'].includes(code)));
    expect(all).toEqual(expect.arrayContaining(['N1', 'N5d', 'N3a']));
    const asked = askedNeeds({ report: without }).map(({ code }) => code);
    expect(asked).not.toContain('N1');
    expect(asked).toContain('N2');
    // What became of it stands under the same rule; a public action stays, whatever it answers.
    const records = await recordsOf(app.ctx.db.kysely, 'ooo');
    const [action] = records.action.filter(({ kind, needs: of }) => kind === 'public' && of.length > 0);
    const answered = new Set(
      [...(action?.needs ?? []), ...(action?.partly ?? [])].map((code) => `need-${code}`),
    );
    const left = blocksOf(report).filter(({ id }) => !answered.has(id));
    const view = followUpView(followUpOf({ ...report, blocks: left }, '', records), words);
    expect(view.others.map(({ title }) => title)).toContain(words.text(action?.title ?? null));
    expect(view.needs.filter(({ code }) => answered.has(`need-${code}`))).toEqual([]);
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

  it('writes over nothing a colleague kept meanwhile: their words stand beside one’s own', async () => {
    const address = `${await pageBehind(link)}/reflection`;
    const visitor = app.visitor();
    const mine = { 'note-N1': 'Wij mailen <liever>', 'recognised-N1': 'no', other: 'Te laat' };
    const late = await visitor.post(address, { revision: '0', ...mine });
    expect([late.status, wordsOf(late)]).toEqual([409, expect.stringContaining('Iemand anders bewaarde')]);
    // Where it differs is named, each place as a link to its field.
    expect(late.text).toMatch(/<li><a href="#recognised-N1-yes">1 [^<]+<\/a><\/li>/);
    expect(late.text).toContain('Wij mailen &lt;liever&gt;</textarea>');
    expect(late.text).toMatch(/id="theirs-note-N1">.*Wij &lt;bellen&gt; vaak/);
    expect(late.text).toMatch(/id="theirs-recognised-N1">.* ja</);
    expect(late.text).toMatch(/id="theirs-other">.* niets</);
    // What was left empty holds what the colleague has there.
    expect(late.text).toContain('value="Vragen"');
    expect(late.text).toMatch(/id="standing-N1-begun"[^>]* checked/);
    expect((await visitor.get(address)).text).not.toContain('Te laat');
    expect((await visitor.get(address)).text).not.toContain('id="theirs-');
  });

  it('keeps nothing too long, and a mistake gives no right to write over a colleague', async () => {
    const address = `${await pageBehind(link)}/reflection`;
    const [mine, colleague] = [app.visitor(), app.visitor()];
    const long = await mine.post(address, { revision: '1', ...fields, 'who-1': 'x'.repeat(120) });
    expect([long.status, wordsOf(long)]).toEqual([422, expect.stringContaining('korter dan 100')]);
    expect(long.text).toContain('name="revision" value="1"');
    expect(long.text).not.toContain('id="theirs-');
    const theirs = { ...fields, other: 'Van de collega' };
    expect((await colleague.post(address, { revision: '1', ...theirs })).status).toBe(303);
    // Whether the mistake comes before the colleague or after: their words are on the screen first.
    for (const who of ['Ik', 'x'.repeat(120)]) {
      const late = await mine.post(address, { revision: '1', ...fields, 'who-1': who });
      expect([late.status, wordsOf(late)]).toEqual([409, expect.stringContaining('Iemand anders bewaarde')]);
      expect(late.text).toMatch(/id="theirs-other">.*Van de collega/);
      expect(late.text).toContain('name="revision" value="2"');
    }
    expect((await mine.get(address)).text).toContain('Van de collega</textarea>');
    // Sending again what is kept, as by pressing twice, changes nothing.
    expect((await colleague.post(address, { revision: '1', ...theirs })).status).toBe(303);
    expect((await mine.get(address)).text).toContain('name="revision" value="2"');
  });

  it('keeps what was said of a need that another version of the report has', async () => {
    const { kysely } = app.ctx.db;
    const kept = await reflectionOf(kysely, 'ooo', 'bib-001');
    const content = JSON.parse(kept?.content ?? '');
    content.needs.N99 = { recognised: 'yes', standing: null, note: 'Uit een latere versie' };
    await kysely
      .updateTable('library_reflections')
      .set({ content: JSON.stringify(content) })
      .where('library', '=', 'bib-001')
      .execute();
    const address = `${await pageBehind(link)}/reflection`;
    expect((await app.visitor().post(address, { revision: '2', ...fields })).status).toBe(303);
    const after = await reflectionOf(kysely, 'ooo', 'bib-001');
    expect([after?.revision, after?.content]).toEqual([3, expect.stringContaining('Uit een latere versie')]);
  });

  it('is erased when the team asks, but not what somebody kept meanwhile', async () => {
    const address = `${await pageBehind(link)}/reflection`;
    const visitor = app.visitor();
    const late = await visitor.post(`${address}/erase`, { revision: '2' });
    expect([late.status, wordsOf(late)]).toEqual([409, expect.stringContaining('Er is niets gewist')]);
    expect(late.text).toContain('Wij &lt;bellen&gt; vaak');
    expect((await visitor.post(`${address}/erase`, { revision: '3' })).status).toBe(303);
    const erased = await visitor.get(address);
    expect(erased.text).not.toContain('vaak');
    expect(wordsOf(erased)).not.toContain('Laatst bewaard');
    const kept = await reflectionOf(app.ctx.db.kysely, 'ooo', 'bib-001');
    expect(kept?.content).toBe(JSON.stringify(emptyReflection));
    // A form that was opened before does not come back over it unseen.
    expect((await visitor.post(address, { revision: '1', ...fields })).status).toBe(409);
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
