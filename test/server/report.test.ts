// Publishing and reading a report over HTTP: frozen as it was, versions, steps of persons, nothing withheld.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportModel } from '../../analysis/report/model.ts';
import { createAccount } from '../../server/db/accounts.ts';
import { recordsOf, saveRecords } from '../../server/db/records.ts';
import { reportByCode, reportVersions } from '../../server/db/reports.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { publishReport, readSnapshot } from '../../server/operations/publish-report.ts';
import { templatesFolder } from '../../server/paths.ts';
import { needViews } from '../../server/report/report-need.ts';
import { reportWords } from '../../server/report/report-words.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { type App, startApp, type Visitor } from '../set-up/start-app.ts';
import { copiesOfFirstAnswer } from '../set-up/start-demonstration.ts';

let app: App;
let lead: Visitor;
let today = new Date('2024-03-28T10:00:00Z');
beforeAll(async () => {
  app = await startApp({ now: () => today });
  const folder = join(templatesFolder, 'ooo');
  await createDemonstration(
    app.ctx,
    'ooo',
    await readTemplateFolder(folder),
    await readDemonstration(folder),
  );
  const account = { id: 'a1', email: 'lead@example.org' };
  await createAccount(app.ctx.db.kysely, account, await hashPassword('een lang wachtwoord'), '2024-01-01');
  lead = await signedIn();
});
afterAll(() => app?.stop());

async function signedIn(): Promise<Visitor> {
  const visitor = app.visitor();
  const fields = { email: 'lead@example.org', password: 'een lang wachtwoord' };
  await visitor.post('/team/sign-in', {
    ...fields,
    csrf: tokenIn((await visitor.get('/team/sign-in')).text),
  });
  return visitor;
}
const tokenIn = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const read = async (path: string) => (await app.visitor().get(path)).text;
/** The report without what names the version and the links between versions. */
const body = (html: string) => html.slice(html.indexOf('<article'), html.indexOf('</article>'));

/** Adds copies of the first answer: persons who answered after the last release. */
async function morePersons(count: number): Promise<void> {
  const responses = await copiesOfFirstAnswer(app, count);
  await app.ctx.writes.run((db) => insertResponses(db, 'ooo', responses));
}

/** Changes the first action's title in the project's records. */
async function renameAction(title: string): Promise<void> {
  const records = await recordsOf(app.ctx.db.kysely, 'ooo');
  const action = records.action.map((each, index) =>
    index === 0 ? { ...each, title: { nl: title } } : each,
  );
  await app.ctx.writes.run((db) => saveRecords(db, 'ooo', { ...records, action }));
}

async function latest(): Promise<ReportModel> {
  const published = await reportByCode(app.ctx.db.kysely, 'ooo');
  if (!published) throw new Error('nothing was published');
  return readSnapshot(published);
}

describe('a published report', () => {
  test('is version 1 of the demonstration, with needs, figures, actions and method', async () => {
    const page = await app.visitor().get('/r/ooo');
    expect(page.status).toBe(200);
    for (const words of ['28%', '108', '85 van 304', 'Nood zonder publieke actie', 'Deels beantwoord', '41%'])
      expect(page.text).toContain(words);
  });

  test('tells what a need bundles, and a report from before that was kept goes without', async () => {
    expect(body(await read('/r/ooo'))).toContain('aria-label="Wat deze nood bundelt"');
    const report = await latest();
    const older = { ...report, needs: report.needs.map(({ facets: _facets, ...need }) => need) };
    expect(report.needs.some(({ facets }) => (facets ?? []).length > 1)).toBe(true);
    expect(
      needViews(older, reportWords(app.ctx.texts, 'nl')).every(({ facets }) => facets.length === 0),
    ).toBe(true);
  });

  test('says with care of a need that it has one source, however many answers and remarks that source gave', async () => {
    const report = await latest();
    const words = reportWords(app.ctx.texts, 'nl');
    const [need] = report.needs;
    if (!need) throw new Error('the report has no needs');
    const cell = { count: 4, direction: 'supports' as const };
    const supportOf = (kinds: readonly (typeof need.evidence)[number]['kind'][]) => {
      const evidence = need.evidence.map((each) =>
        kinds.includes(each.kind) ? { ...each, ...cell } : { ...each, count: 0 },
      );
      return needViews({ ...report, needs: [{ ...need, evidence }] }, words)[0]?.support ?? [];
    };
    const alone = { text: 'Enkelvoudige bron.', careful: true };
    expect(supportOf(['survey'])).toContainEqual(alone);
    expect(supportOf(['interview'])).toContainEqual(alone);
    // Remarks are answers of the same survey: no second source.
    expect(supportOf(['survey', 'open_answers'])).toContainEqual(alone);
    expect(supportOf(['survey', 'interview'])).not.toContainEqual(alone);
    expect(supportOf([])).not.toContainEqual(alone);
  });

  test('has the hash of its snapshot, and a snapshot that was touched is refused', async () => {
    const published = await reportByCode(app.ctx.db.kysely, 'ooo', 1);
    if (!published) throw new Error('nothing was published');
    expect(published.hash).toBe(createHash('sha256').update(published.snapshot).digest('hex'));
    expect(await read('/r/ooo')).toContain(published.hash);
    const touched = { ...published, snapshot: published.snapshot.replace('108', '109') };
    expect(() => readSnapshot(touched)).toThrow(/not what was published/);
  });

  test('an unknown report, version or place gives 404 in plain words', async () => {
    for (const path of ['/r/niets', '/r/ooo/99', '/r/ooo/abc', '/r/ooo/0', '/r/ooo/1/foot-xx.css']) {
      const page = await app.visitor().get(path);
      expect([path, page.status]).toEqual([path, 404]);
      expect(page.text).not.toMatch(/\.ts:\d+|at Object/);
    }
  });

  test('holds no internal action, no unreleased quote and no withheld figure', async () => {
    const records = await recordsOf(app.ctx.db.kysely, 'ooo');
    const stored = (await reportByCode(app.ctx.db.kysely, 'ooo'))?.snapshot ?? '';
    const hidden = [
      ...records.action.filter(({ kind }) => kind === 'internal').map(({ title }) => title.nl ?? ''),
      ...records.quote.filter(({ released }) => !released).map(({ text }) => text.nl ?? ''),
      ...records.interview.flatMap(({ excerpts }) => excerpts.map(({ text }) => text.nl ?? '')),
    ];
    for (const words of hidden) expect(stored).not.toContain(words);
    for (const share of sharesIn(JSON.parse(stored))) {
      if (share.openness !== 'withheld') continue;
      expect(share).toMatchObject({ count: null, base: null, estimate: null, interval: null });
    }
  });

  test('is one file with everything inside: no script, no address of another page', async () => {
    const file = await app.visitor().get('/r/ooo/1/file');
    expect(file.headers.get('content-disposition')).toContain('ooo-1-nl.html');
    expect(/<script|<link|<iframe|src="(?!data:)/.test(file.text)).toBe(false);
    expect(file.text.match(/href="([^#][^"]*)"/g)).toBeNull();
    expect(/url\((?!"data:|#)/.test(file.text)).toBe(false);
    expect(body(file.text)).toContain('28%');
    expect((await app.visitor().get('/r/ooo/1/file')).text).toBe(file.text);
  });

  test('says within which need a child has its place', async () => {
    const page = body(await read('/r/ooo'));
    const places = page.match(/plaats \d+ op onderbouwing[^.<]*/g) ?? [];
    expect(places).toHaveLength(11);
    expect(places.filter((words) => words.includes(' binnen ‘'))).toHaveLength(2);
    expect(body(await read('/r/ooo?lang=en'))).toMatch(/place 1 by evidence within ‘/);
    const need = await lead.get('/team/ooo/needs/N3a');
    expect(need.text).toMatch(/plaats 1 op bewijs binnen N3 ‘/);
  });

  test('is told in English too', async () => {
    const visitor = app.visitor();
    const page = await visitor.get('/r/ooo?lang=en');
    expect(page.text).toContain('Need without a public action');
    expect(page.text).toContain('lang="en"');
  });
});

describe('publishing', () => {
  test('with other texts and no new persons gives a new version; the old one says the same', async () => {
    const before = body(await read('/r/ooo/1'));
    today = new Date('2024-04-02T10:00:00Z');
    await renameAction('Een actie met een nieuwe naam');
    expect(body(await read('/r/ooo'))).toBe(before);
    // The session of five days ago is over.
    lead = await signedIn();
    const station = await lead.get('/team/ooo/report');
    expect(station.text).toContain('Rapport publiceren');
    const page = await lead.post('/team/ooo/report', { csrf: tokenIn(station.text) });
    expect([page.status, page.location]).toEqual([303, '/team/ooo/report']);
    expect(await read('/r/ooo')).toContain('Een actie met een nieuwe naam');
    expect(body(await read('/r/ooo/1'))).toBe(before);
    const versions = await reportVersions(app.ctx.db.kysely, 'ooo');
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('after one to four new answers is refused with the number, and nothing is published', async () => {
    await morePersons(4);
    const station = await lead.get('/team/ooo/report');
    expect(station.text).not.toContain('>Rapport publiceren<');
    expect(station.text).toContain('4 antwoorden');
    const refused = await lead.post('/team/ooo/report', { csrf: tokenIn(station.text) });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('vanaf 5 nieuwe antwoorden');
    expect(await reportVersions(app.ctx.db.kysely, 'ooo')).toHaveLength(2);
  });

  test('after the fifth new answer goes out, with the new figures', async () => {
    await morePersons(1);
    expect(await publishReport(app.ctx, 'ooo')).toMatchObject({ code: 'ooo', version: 3 });
    expect((await latest()).released[0]).toEqual({ survey: 'ooo', responses: 113 });
    expect((await latest()).facts.answers).toBe(113);
    expect(readSnapshot((await reportByCode(app.ctx.db.kysely, 'ooo', 1)) as never).facts.answers).toBe(108);
  });

  test('needs the form of the workspace, and an account', async () => {
    expect((await lead.post('/team/ooo/report', { csrf: 'raden' })).status).toBe(403);
    const stranger = await app.visitor().get('/team/ooo/report/preview');
    expect(stranger.location).toContain('/team/sign-in');
  });

  test('a quote whose words nobody released stops it, and the station says which', async () => {
    const records = await recordsOf(app.ctx.db.kysely, 'ooo');
    const [finding] = records.finding;
    if (!finding) throw new Error('the demonstration has no findings');
    const secret = { nl: 'Dit zei iemand in vertrouwen.' };
    const quote = { code: 'geheim', needs: finding.needs, text: secret, source: secret, released: false };
    const leaking = { ...finding, explanation: { nl: `Iemand zei: ${secret.nl}` } };
    await app.ctx.writes.run((db) =>
      saveRecords(db, 'ooo', {
        ...records,
        quote: [...records.quote, quote],
        finding: [leaking, ...records.finding.slice(1)],
      }),
    );
    await expect(publishReport(app.ctx, 'ooo')).rejects.toThrow(/"geheim"/);
    const station = await lead.get('/team/ooo/report');
    expect(station.status).toBe(200);
    expect(station.text).toContain('Citaat geheim is niet vrijgegeven');
    await app.ctx.writes.run((db) => saveRecords(db, 'ooo', records));
  });

  test('two who publish at once get two versions', async () => {
    const both = await Promise.all([publishReport(app.ctx, 'ooo'), publishReport(app.ctx, 'ooo')]);
    expect(both.map(({ version }) => version).sort((a, b) => a - b)).toEqual([4, 5]);
  });
});

describe('pages at the top', () => {
  test('the front page leads to the questionnaire, the report and the sign-in', async () => {
    const page = await read('/');
    for (const address of ['/s/ooo', '/r/ooo', '/team', '/privacy', '/accessibility'])
      expect(page).toContain(`href="${address}"`);
  });

  test('the accessibility page names what was not tested', async () => {
    expect(await read('/accessibility')).toMatch(/NVDA en VoiceOver zijn niet gebruikt/);
  });

  test('the privacy page holds the notice of the questionnaire', async () => {
    const page = await app.visitor().get('/privacy');
    expect(page.status).toBe(200);
    expect(page.text).toContain('id="notice-ooo"');
  });
});

interface FoundShare {
  readonly openness: string;
}
/** Every share anywhere in a value. */
function sharesIn(value: unknown): readonly FoundShare[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'openness' in value && 'estimate' in value ? [value as FoundShare] : [];
  return [...own, ...Object.values(value).flatMap(sharesIn)];
}
