// The daily purge holds nobody out and nothing up: one broken answer stays and is named, all the rest goes, and what
// was kept of surveys that go on the same day is from before any of them went.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOfProject } from '../../analysis/tables/survey-rows.ts';
import { readConfig } from '../../server/config.ts';
import { contactOffersOf, insertContactOffer } from '../../server/db/contact-offers.ts';
import { dataLogOf } from '../../server/db/data-log.ts';
import { countResponses } from '../../server/db/responses.ts';
import { countWords, keptFigures } from '../../server/db/retention.ts';
import { setSharedResult, sharedResultOf } from '../../server/db/shared-results.ts';
import { createLog } from '../../server/log.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { purgeKept } from '../../server/operations/retention.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { addDemonstration } from '../set-up/start-demonstration.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

let database: TestDatabase;
let server: RunningServer | null = null;
let logged: string[] = [];
let now = new Date('2026-03-21T08:00:00Z');

async function start(): Promise<RunningServer> {
  const config = readConfig({ PORT: '0', ...database.environment });
  server = await startServer(config, {
    now: () => now,
    log: createLog(
      (line) => logged.push(line),
      () => now,
    ),
  });
  return server;
}
async function stop(): Promise<void> {
  await server?.stop();
  server = null;
}
const erased = async ({ ctx }: RunningServer) =>
  (await dataLogOf(ctx.db.kysely, 'ooo')).flatMap((line) => (line.act === 'erased' ? [line.details] : []));

/** The demonstration as a project of real people, both of its surveys closed on one day. */
beforeEach(async () => {
  database = await newTestDatabase();
  logged = [];
  now = new Date('2026-03-21T08:00:00Z');
  const { ctx } = await start();
  await addDemonstration(ctx);
  for (const survey of ['ooo', 'ooo-collega'])
    await ctx.writes.run((db) => closeSurvey(db, survey, '2026-03-21T10:00:00Z'));
  await ctx.db.kysely.updateTable('projects').set({ demonstration: 0 }).execute();
});
afterEach(async () => {
  await stop();
  await database.drop();
});

test('one broken answer keeps the server from nothing: it opens, and what is over elsewhere goes', async () => {
  const first = server?.ctx.db.kysely;
  if (!first) throw new Error('no server');
  const project = await first.selectFrom('projects').selectAll().executeTakeFirstOrThrow();
  await first
    .insertInto('projects')
    .values({ ...project, code: 'zzz', created_at: '2026-04-01T00:00:00Z' })
    .execute();
  const offer = {
    id: 'one',
    email: 'an@bib.example',
    interests: [],
    motives: [],
    board: null,
    month: '2026-01',
  };
  await insertContactOffer(first, 'zzz', offer);
  const { sequence } = await first
    .selectFrom('responses')
    .select('sequence')
    .where('survey', '=', 'ooo')
    .orderBy('sequence')
    .executeTakeFirstOrThrow();
  await first
    .updateTable('responses')
    .set({ document: Buffer.from([0]) })
    .where('survey', '=', 'ooo')
    .where('sequence', '=', sequence)
    .execute();
  await stop();
  now = new Date('2030-01-01T03:00:00Z');
  const again = await start();
  expect((await fetch(`${again.address}/privacy`)).status).toBe(200);
  // Stopping lets the purge end.
  await stop();
  const { ctx } = await start();
  expect(await countResponses(ctx.db.kysely, 'ooo')).toBe(1);
  expect(await countResponses(ctx.db.kysely, 'ooo-collega')).toBe(0);
  expect(await countWords(ctx.db.kysely, 'ooo')).toBe(0);
  expect(await contactOffersOf(ctx.db.kysely, 'zzz')).toEqual([]);
  expect(logged.filter((line) => line.includes('purge failed'))).toEqual([]);
  const [named = '{}'] = logged.filter((line) => line.includes('cannot be read'));
  const where = { project: 'ooo', survey: 'ooo', sequences: String(sequence) };
  expect(JSON.parse(named)).toMatchObject({ level: 'error', ...where, stack: null });
});

test('surveys that go on one day: needs are kept once, as they stood before', async () => {
  const ctx = server?.ctx;
  if (!ctx) throw new Error('no server');
  const before = rowsOfProject(await analyseProject(ctx, 'ooo', { reader: 'team' }));
  await purgeKept(ctx, new Date('2028-03-21T03:00:00Z'));
  for (const survey of ['', 'ooo', 'ooo-collega']) {
    const kept = await keptFigures(ctx.db.kysely, 'ooo', survey, 'team');
    expect(kept).toEqual(JSON.parse(JSON.stringify(before.filter((row) => row.survey === survey))));
    expect(kept?.length).toBeGreaterThan(0);
  }
});

test('two purges at once tell each answer once, and the words that went with them have a line', async () => {
  const running = server;
  if (!running) throw new Error('no server');
  const { ctx } = running;
  const db = ctx.db.kysely;
  const words = await countWords(db, 'ooo');
  const answers = await countResponses(db, 'ooo');
  // Without a report words have no day of their own.
  await db.deleteFrom('reports').execute();
  const day = new Date('2028-03-21T03:00:00Z');
  await Promise.all([purgeKept(ctx, day), purgeKept(ctx, day)]);
  const lines = (await erased(running)).filter(({ survey }) => survey === 'ooo');
  expect(lines.filter(({ what }) => what === 'words')).toEqual([
    { what: 'words', survey: 'ooo', count: words },
  ]);
  expect(lines.filter(({ what }) => what === 'remarks')).toHaveLength(1);
  const told = lines.filter(({ what }) => what === 'answers').map(({ count }) => count);
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(answers);
  const all = (await erased(running)).length;
  await purgeKept(ctx, day);
  expect(await erased(running)).toHaveLength(all);
  expect((await erased(running)).every(({ count }) => count > 0)).toBe(true);
});

test('links to own results whose time is over go', async () => {
  const db = server?.ctx.db.kysely;
  if (!db) throw new Error('no server');
  await setSharedResult(db, 'ooo', 'over', { share: 's', until: '2026-03-31', tokenHash: 'one' });
  await setSharedResult(db, 'ooo', 'still', { share: 's', until: '2026-04-01', tokenHash: 'two' });
  await stop();
  now = new Date('2026-04-01T03:00:00Z');
  await start();
  await stop();
  const { ctx } = await start();
  expect(await sharedResultOf(ctx.db.kysely, 'ooo', 'over', '2026-03-01')).toBeNull();
  expect(await sharedResultOf(ctx.db.kysely, 'ooo', 'still', '2026-03-01')).not.toBeNull();
});
