// What people said goes when its time is over, by a clock that is given: day by day, with a line in the log, and what was
// published stays as it was.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportModel } from '../../analysis/report/model.ts';
import { contactOffersOf, insertContactOffer } from '../../server/db/contact-offers.ts';
import { dataLogOf } from '../../server/db/data-log.ts';
import { remarksOf } from '../../server/db/remarks.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { countResponses } from '../../server/db/responses.ts';
import { countWords } from '../../server/db/retention.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { publishReport, readSnapshot } from '../../server/operations/publish-report.ts';
import { purgeKept } from '../../server/operations/retention.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { colleague, dataOfficer, type Person } from './data-people.ts';

let app: App;
let officer: Person;
let other: Person;
let published: string;
let figures: string;
let now = new Date('2026-03-21T08:00:00Z');
const reportText = async () => {
  const { text } = await app.visitor().get('/r/ooo/1?lang=nl');
  return text.slice(text.indexOf('<article'), text.indexOf('</article>'));
};
const db = () => app.ctx.db.kysely;
const purge = (day: string) => purgeKept(app.ctx, new Date(`${day}T03:00:00Z`));
const erased = async () =>
  (await dataLogOf(db(), 'ooo')).flatMap((line) => (line.act === 'erased' ? [line.details] : []));
const counts = async () => ({
  answers: await countResponses(db(), 'ooo'),
  words: await countWords(db(), 'ooo'),
  offers: (await contactOffersOf(db(), 'ooo')).length,
});
let before: Awaited<ReturnType<typeof counts>>;

beforeAll(async () => {
  app = await startDemonstration({ now: () => now });
  // Demonstrations are left alone: as a project of real people this one is not.
  await db().deleteFrom('contact_offers').execute();
  const offer = { email: 'an@bib.example', interests: [], motives: [], board: null };
  await insertContactOffer(db(), 'ooo', { ...offer, id: 'one', month: '2026-01' });
  await insertContactOffer(db(), 'ooo', { ...offer, id: 'two', month: '2026-03' });
  officer = await dataOfficer(app);
  other = await colleague(app, 'ander');
  await app.ctx.writes.run((writing) => closeSurvey(writing, 'ooo', '2026-03-21T10:00:00Z'));
  now = new Date('2026-03-21T12:00:00Z');
  await publishReport(app.ctx, 'ooo').catch(() => undefined);
  published = await reportText();
  const file = await app.visitor().get('/r/ooo/1/figures.csv?lang=nl');
  figures = file.text;
  before = await counts();
  await db().updateTable('reports').set({ published_at: '2026-03-21T12:00:00Z' }).execute();
});
afterAll(() => app?.stop());

test('a demonstration is of nobody and stays', async () => {
  await purge('2040-01-01');
  expect(await counts()).toEqual(before);
  expect(await erased()).toEqual([]);
});

describe('a project of real people', () => {
  beforeAll(async () => {
    await db().updateTable('projects').set({ demonstration: 0 }).where('code', '=', 'ooo').execute();
  });

  test('the officer sees beforehand what goes when; nobody else does', async () => {
    const page = await officer.get('/team/ooo/data/retention');
    expect(page.status).toBe(200);
    for (const words of [
      'vanaf 21 september 2026',
      'vanaf 21 maart 2028',
      'vanaf 1 januari 2027',
      'vanaf 1 maart 2027',
      'Register van verwerkingen',
      'Er is nog niets gewist',
    ])
      expect(page.text).toContain(words);
    expect((await other.get('/team/ooo/data/retention')).status).toBe(403);
    expect((await app.visitor().get('/team/ooo/data/retention')).location).toContain('/team/sign-in');
    expect((await officer.get('/team/ooo/data')).text).toContain('/team/ooo/data/retention');
    expect((await other.get('/team/ooo/data')).text).not.toContain('/team/ooo/data/retention');
    // Looking erases nothing.
    expect(await counts()).toEqual(before);
  });

  test('words stay until the day, and then go with nothing else', async () => {
    await purge('2026-09-20');
    expect(await counts()).toEqual(before);
    const coded = (await remarksOf(db(), 'ooo')).map(({ services, themes }) => ({ services, themes }));
    expect(coded.length).toBeGreaterThan(0);
    await purge('2026-09-21');
    expect(await counts()).toEqual({ ...before, words: 0 });
    const after = await remarksOf(db(), 'ooo');
    expect(after.map(({ services, themes }) => ({ services, themes }))).toEqual(coded);
    expect(after.every(({ text }) => text === '')).toBe(true);
    expect(await erased()).toEqual([{ what: 'words', survey: 'ooo', count: before.words }]);
    // That something was said is still known.
    await purge('2026-09-22');
    expect(await erased()).toHaveLength(1);
    expect((await officer.get('/team/ooo/results/remarks')).status).toBe(200);
    expect((await officer.get('/team/ooo/results/remarks/second')).status).toBe(200);
  });

  test('offers go month by month', async () => {
    await purge('2026-12-31');
    expect((await counts()).offers).toBe(2);
    await purge('2027-01-01');
    expect((await contactOffersOf(db(), 'ooo')).map(({ id }) => id)).toEqual(['two']);
    await purge('2027-03-01');
    expect((await counts()).offers).toBe(0);
    expect((await erased()).slice(1)).toEqual([
      { what: 'offers', survey: '', count: 1 },
      { what: 'offers', survey: '', count: 1 },
    ]);
  });

  test('answers go after two years, their figures stay, and the report reads as it did', async () => {
    const seen = (await officer.get('/team/ooo/data/figures/team/csv')).text;
    await purge('2028-03-20');
    expect((await counts()).answers).toBe(before.answers);
    await purge('2028-03-21');
    expect((await counts()).answers).toBe(0);
    expect(await remarksOf(db(), 'ooo')).toEqual([]);
    expect((await erased()).at(-1)).toEqual({ what: 'answers', survey: 'ooo', count: before.answers });
    const kept = await officer.get('/team/ooo/data/kept/ooo/team/csv');
    expect(kept.status).toBe(200);
    for (const line of kept.text.trimEnd().split('\r\n').slice(1)) expect(seen).toContain(line);
    expect(kept.text.split('\r\n').length).toBeGreaterThan(300);
    expect((await officer.get('/team/ooo/data/kept/ooo/operator/csv')).status).toBe(404);
    expect(await reportText()).toBe(published);
    expect((await app.visitor().get('/r/ooo/1/figures.csv?lang=nl')).text).toBe(figures);
    expect((await officer.get('/team/ooo/data')).text).toContain('/team/ooo/data/kept/ooo/public/csv');
    expect((await officer.get('/team/ooo/results')).status).toBe(200);
    const log = await officer.get('/team/ooo/data/retention');
    expect(log.text).toContain('vanzelf, omdat de tijd om was');
    expect(log.text).toContain('Antwoorden gewist');
    // The stations say what is gone.
    for (const station of ['fieldwork', 'results', 'report']) {
      const { text } = await officer.get(`/team/ooo/${station}`);
      expect(text).toContain('Antwoorden gewist op 21 maart 2028');
      expect(text).toContain('href="/team/ooo/data#kept"');
    }
    expect((await officer.get('/team/ooo/data')).text).toContain('id="kept"');
    expect((await officer.get('/team/ooo/data/kept/team/csv')).status).toBe(200);
    // A second time there is nothing left to erase, and what was kept stays.
    const lines = (await erased()).length;
    await purge('2029-01-01');
    expect((await erased()).length).toBe(lines);
    expect((await officer.get('/team/ooo/data/kept/ooo/team/csv')).text).toBe(kept.text);
  });

  test('a next report tells the figures that were kept, says which answers are gone, and today’s of the other survey', async () => {
    const figuresIn = ({ facts, needs, services, released }: ReportModel) => ({
      answers: facts.answers,
      shares: facts.shares,
      coverage: facts.coverage,
      needs: needs.map(({ code, place, score, sources, charts }) => ({
        code,
        place,
        score,
        sources,
        charts,
      })),
      services,
      released: released.slice(0, 1),
    });
    const latest = await reportByCode(db(), 'ooo');
    const { version } = await publishReport(app.ctx, 'ooo');
    const after = await reportByCode(db(), 'ooo');
    const next = after && readSnapshot(after);
    if (!next || !latest) throw new Error('no report');
    expect(version).toBe(latest.version + 1);
    expect(figuresIn(next)).toEqual(figuresIn(readSnapshot(latest)));
    expect(next.libraries).toEqual(readSnapshot(latest).libraries);
    const gone = next.method.sample.filter(({ key }) => key === 'report.method.answersGone');
    expect(gone.map(({ values }) => values.date)).toEqual([{ day: '2028-03-21' }]);
    expect(next.released.find(({ survey }) => survey === 'ooo-collega')?.responses).toBeGreaterThan(0);
    const { text } = await app.visitor().get(`/r/ooo/${version}?lang=nl`);
    expect(text).toContain('zijn gewist vanaf 21 maart 2028, omdat hun tijd om was.');
    for (const file of ['summary.pdf', 'report.docx', 'figures.csv'])
      expect([file, (await app.visitor().get(`/r/ooo/${version}/${file}?lang=nl`)).status]).toEqual([
        file,
        200,
      ]);
  });

  test('where answers went before their figures were kept for a report none can follow, and the station says why', async () => {
    await db().updateTable('kept_figures').set({ analysis: null }).execute();
    expect((await officer.get('/team/ooo/report')).text).toContain('Er komt geen nieuwe versie meer');
    const refused = await officer.post('/team/ooo/report');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Er komt geen nieuwe versie meer');
  });
});
