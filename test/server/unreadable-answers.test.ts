// An answer that cannot be read, as after a damaged disk: it is in no figure and every page says so; when the time of the
// others is over they go, and it is named until somebody lets it go.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataLogOf } from '../../server/db/data-log.ts';
import { countResponses, insertResponses, lastSequenceOf } from '../../server/db/responses.ts';
import { teamRoles } from '../../server/identity/roles.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { purgeKept } from '../../server/operations/retention.ts';
import type { App } from '../set-up/start-app.ts';
import { copiesOfFirstAnswer, startDemonstration } from '../set-up/start-demonstration.ts';
import { colleague, dataOfficer, type Person } from './data-people.ts';

const page = '/team/ooo/data/retention';
let app: App;
let officer: Person;
let other: Person;
let now = new Date('2026-03-21T08:00:00Z');
let broken: readonly number[] = [];
let all = 0;
const db = () => app.ctx.db.kysely;
const answers = () => countResponses(db(), 'ooo');
const erased = async () =>
  (await dataLogOf(db(), 'ooo')).flatMap((line) =>
    line.act === 'erased' && line.details.survey === 'ooo' ? [line] : [],
  );

beforeAll(async () => {
  app = await startDemonstration({ now: () => now });
  await db().updateTable('projects').set({ demonstration: 0 }).execute();
  // One between others and the very last one.
  const [first, good, last] = await copiesOfFirstAnswer(app, 3);
  if (!first || !good || !last) throw new Error('three copies');
  const document = Uint8Array.of(0);
  const sent = [{ ...first, document }, good, { ...last, document }];
  await app.ctx.writes.run((writing) => insertResponses(writing, 'ooo', sent));
  all = await answers();
  const newest = await lastSequenceOf(db(), 'ooo');
  broken = [newest - 2, newest];
  officer = await dataOfficer(app);
  await app.ctx.writes.run((writing) => closeSurvey(writing, 'ooo', '2026-03-21T10:00:00Z'));
});
afterAll(() => app?.stop());

test('figures stand without it, and say how many cannot be read', async () => {
  for (const times of [1, 2]) {
    const { status, text } = await officer.get('/team/ooo/results');
    expect([times, status]).toEqual([times, 200]);
    expect(text).toContain(`${all - 2} antwoorden tellen mee`);
    expect(text).toContain('2 antwoorden zijn niet te lezen en tellen in geen enkel cijfer mee.');
  }
});

test('nothing is looked for, and nothing can be let go, before their time is over', async () => {
  expect((await officer.get(page)).text).not.toContain('niet te lezen');
  await officer.post(`${page}/unreadable`, { survey: 'ooo' });
  expect(await answers()).toBe(all);
});

test('all others go when their time is over; the log and the page name what stays', async () => {
  now = new Date('2028-03-21T03:00:00Z');
  await purgeKept(app.ctx, now);
  expect(await answers()).toBe(2);
  // A session does not last two years.
  officer = await colleague(app, 'later', teamRoles);
  other = await colleague(app, 'ander');
  const named = (await erased()).at(-1)?.details;
  expect(named).toEqual({ what: 'answers', survey: 'ooo', count: all - 2, left: broken });
  const { text } = await officer.get(page);
  expect(text).toContain(`blijven staan: volgnummers ${broken.join(', ')}.`);
  expect(text).toContain(`daarom gebleven: volgnummer ${broken.join(', ')}`);
  expect((await officer.get('/team/ooo/data/kept/ooo/team/csv')).status).toBe(200);
  // The next day tells nothing twice.
  const lines = (await erased()).length;
  await purgeKept(app.ctx, new Date('2028-03-22T03:00:00Z'));
  expect(await erased()).toHaveLength(lines);
});

test('a data officer lets it go, nobody else', async () => {
  expect((await other.post(`${page}/unreadable`, { survey: 'ooo' })).status).toBe(403);
  expect((await officer.post(`${page}/unreadable`, { survey: 'nergens' })).status).toBe(404);
  expect(await answers()).toBe(2);
  expect((await officer.post(`${page}/unreadable`, { survey: 'ooo' })).location).toBe(page);
  expect(await answers()).toBe(0);
  const [line] = (await erased()).slice(-1);
  expect(line?.details).toEqual({ what: 'unreadable', survey: 'ooo', count: 2 });
  expect(line?.account).not.toBe('');
  const { text } = await officer.get(page);
  expect(text).toContain('Onleesbare antwoorden gewist van ooo: 2');
  expect(text).not.toContain('blijven staan');
});
