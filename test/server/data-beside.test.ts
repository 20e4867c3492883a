// Two approved files laid side by side: neither their lines nor their fields bring library and background together.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataLogOf } from '../../server/db/data-log.ts';
import { librariesOf } from '../../server/db/libraries.ts';
import { responsesSince } from '../../server/db/responses.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { decideRequest } from '../../server/operations/data-requests.ts';
import { surveyFields } from '../../server/operations/survey-fields.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { colleague, dataOfficer, type Person } from './data-people.ts';

let app: App;
let officer: Person;
let asker: Person;
let other: Person;
let now = new Date('2026-03-20T20:00:00Z');
beforeEach(async () => {
  now = new Date('2026-03-20T20:00:00Z');
  app = await startDemonstration({ now: () => now });
  officer = await dataOfficer(app);
  asker = await colleague(app, 'vrager');
  other = await colleague(app, 'ander');
});
afterEach(() => app?.stop());

const root = '/team/ooo/data';
const library = { 'field.library.A1': '1' };
const background = { 'field.background.A3': '1' };
const answer = { 'field.answers.E4': '1' };
type Fields = Readonly<Record<string, string>>;

async function asked(who: Person, fields: Fields): Promise<string> {
  const form = { purpose: 'Studie', kind: 'csv', separator: 'semicolon', decimal: 'comma' };
  const page = await who.post(`${root}/ask/ooo`, { ...form, until: '2026-03-31', ...fields });
  expect(page.status).toBe(303);
  return page.location ?? '';
}

function approve(request: string, fields: Fields) {
  const yes = { say: 'approved', reason: 'Goed', until: '2026-03-31', known: '1', read: '1' };
  return officer.post(`${request}/decide`, { ...yes, ...fields });
}

async function fetched(who: Person, request: string): Promise<readonly string[]> {
  const file = await who.post(`${request}/file`);
  expect(file.status).toBe(200);
  return file.text.trimEnd().split('\r\n').slice(1);
}

test('lines of two files do not belong together, and each file has its own order at every fetch', async () => {
  const one = await asked(asker, { ...answer, ...library });
  const two = await asked(other, { ...answer, ...library });
  for (const request of [one, two])
    expect((await approve(request, { ...answer, ...library })).status).toBe(303);
  const [first, second] = [await fetched(asker, one), await fetched(other, two)];
  expect(await fetched(asker, one)).toEqual(first);
  expect(first.toSorted()).toEqual(second.toSorted());
  const names = new Set((await librariesOf(app.ctx.db.kysely, 'ooo')).map(({ code }) => code));
  const stored = (await responsesSince(app.ctx.db.kysely, 'ooo', 0, 100_000)).map(({ library: own }) => own);
  const libraries = (lines: readonly string[]) =>
    lines.map((line) => line.split(';').find((cell) => names.has(cell)) ?? null);
  // Beside each other by their place, lines agree as seldom as by chance.
  const agreeing = (left: readonly unknown[], right: readonly unknown[]) =>
    left.filter((each, index) => each === right[index]).length / left.length;
  const [own, theirs] = [libraries(first), libraries(second)];
  expect(stored.length).toBe(first.length);
  expect(agreeing(own, theirs)).toBeLessThan(0.2);
  expect(agreeing(own, stored)).toBeLessThan(0.2);
  expect(agreeing(own, stored.toReversed())).toBeLessThan(0.2);
});

test('background is refused beside a library that can be fetched, whoever asks, and the page says why', async () => {
  const one = await asked(asker, { ...answer, ...library });
  expect((await approve(one, { ...answer, ...library })).status).toBe(303);
  const two = await asked(other, { ...answer, ...background });
  const refused = await approve(two, { ...answer, ...background, reason: 'Mijn woorden' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('zou dit de bibliotheek en de achtergrond van mensen samenbrengen');
  expect(refused.text).toContain('Mijn woorden');
  expect((await officer.get(two)).text).toContain('tellen mee');
  expect((await other.post(`${two}/file`)).status).toBe(403);
  // Without background it can leave.
  expect((await approve(two, answer)).status).toBe(303);
});

test('an approval that is taken back or over frees the other kind only where nothing was fetched', async () => {
  const one = await asked(asker, { ...answer, ...background });
  const two = await asked(asker, { ...answer, ...background });
  const three = await asked(other, { ...answer, ...library });
  expect((await approve(one, { ...answer, ...background })).status).toBe(303);
  expect((await approve(three, { ...answer, ...library })).status).toBe(422);
  expect((await officer.post(`${one}/decide`, { say: 'revoked', reason: 'Niet nodig' })).status).toBe(303);
  expect((await officer.get(three)).text).not.toContain('tellen mee');
  const today = { until: '2026-03-20' };
  expect((await approve(two, { ...answer, ...background, ...today })).status).toBe(303);
  await fetched(asker, two);
  expect((await approve(three, { ...answer, ...library })).status).toBe(422);
  now = new Date('2026-03-21T01:00:00Z');
  expect((await asker.post(`${two}/file`)).status).toBe(403);
  expect((await approve(three, { ...answer, ...library })).status).toBe(422);
  const late = await asked(other, { ...answer, ...library });
  expect((await approve(late, { ...answer, ...library })).status).toBe(422);
});

test('small groups are counted over the background of both files', async () => {
  const one = await asked(asker, { ...answer, ...background });
  const below = async (request: string) => {
    expect((await approve(request, answers(request))).status).toBe(303);
    const line = (await dataLogOf(app.ctx.db.kysely, 'ooo')).at(-1);
    return line?.act === 'approved' ? line.details.seen : null;
  };
  const other5 = { ...answer, 'field.background.A5': '1', 'field.background.A6': '1' };
  const answers = (request: string) => (request === one ? { ...answer, ...background } : other5);
  const first = await below(one);
  const two = await asked(other, other5);
  const alone = await app.ctx.analysis.ask('identification', {
    project: 'ooo',
    survey: 'ooo',
    fields: ['A5', 'A6'],
  });
  const second = await below(two);
  expect(first?.beside).toEqual([]);
  expect(second?.beside).toEqual([Number(one.split('/').at(-1))]);
  expect(second?.below).toBeGreaterThan(alone.steps.at(-1)?.below ?? 0);
});

test('an approval that slipped in between is seen in the transaction itself', async () => {
  const one = await asked(asker, { ...answer, ...library });
  const two = await asked(other, { ...answer, ...background });
  expect((await approve(one, { ...answer, ...library })).status).toBe(303);
  const survey = await surveyByCode(app.ctx.db.kysely, 'ooo');
  if (!survey) throw new Error('no survey');
  const choices = await surveyFields(app.ctx.db, survey, ['A3']);
  // What the officer saw before the other approval.
  const seen = { responses: 100, smallest: 20, below: 0, alone: 0, words: false };
  for (const beside of [[], [Number(one.split('/').at(-1))]]) {
    const decision = {
      say: 'approved',
      fields: ['A3'],
      until: '2026-03-31',
      choices,
      seen: { ...seen, beside },
    } as const;
    const entry = Number(two.split('/').at(-1));
    await expect(
      decideRequest(app.ctx, 'ooo', entry, decision, { account: 'x', reason: 'y' }),
    ).rejects.toMatchObject({ key: 'requestsMoved' });
  }
});
