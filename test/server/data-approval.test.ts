// Full answers leave with the data officer's logged approval alone: every route, every role, every moment.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataLogOf } from '../../server/db/data-log.ts';
import { insertResponses, responsesSince } from '../../server/db/responses.ts';
import { type App, Visitor } from '../set-up/start-app.ts';
import { account, startDemonstration } from '../set-up/start-demonstration.ts';
import { colleague, dataOfficer, type Person } from './data-people.ts';

let app: App;
let officer: Person;
let asker: Person;
let other: Person;
const lateInTheDay = new Date('2026-03-20T23:50:00Z');
let now = lateInTheDay;

beforeAll(async () => {
  app = await startDemonstration({ now: () => now });
  officer = await dataOfficer(app);
  asker = await colleague(app, 'vrager');
  other = await colleague(app, 'ander');
  // Somebody whose words lead to them and try to run as a formula.
  const db = app.ctx.db.kysely;
  const [one] = await responsesSince(db, 'ooo', 0, 1);
  if (!one) throw new Error('the demonstration has no answers');
  const texts = { D2: '=HYPERLINK("x") bel An op 0470 12 34 56 of an@bib.example' };
  await app.ctx.writes.run((writing) =>
    insertResponses(writing, 'ooo', [{ ...one, id: app.ctx.newId(), receiptHash: null, seed: null, texts }]),
  );
});
afterAll(() => app?.stop());

const root = '/team/ooo/data';
const log = () => dataLogOf(app.ctx.db.kysely, 'ooo');
const acts = async () => (await log()).map(({ act }) => act);
const ask = {
  purpose: 'Een <b>studie</b> naar uren',
  kind: 'csv',
  separator: 'semicolon',
  decimal: 'comma',
  until: '2026-03-31',
  'field.answers.E4': '1',
  'field.background.A3': '1',
  'field.background.A5': '1',
  'field.background.A6': '1',
  'field.words.D2': '1',
};

/** Asks, and gives the address of the request. */
async function asked(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, location } = await asker.post(`${root}/ask/ooo`, { ...ask, ...fields });
  expect(status).toBe(303);
  return location ?? '';
}
const noBackground = { 'field.background.A5': '', 'field.background.A6': '' };
const yes = {
  say: 'approved',
  reason: 'Het doel is duidelijk',
  until: '2026-03-20',
  known: '1',
  read: '1',
  'field.answers.E4': '1',
  'field.background.A3': '1',
  'field.background.A5': '1',
  'field.background.A6': '1',
  'field.words.D2': '1',
};

describe('before there is an approval', () => {
  test('nothing full has an address: kinds with answers are not among the open files', async () => {
    for (const kind of ['ddi', 'r', 'map']) {
      const file = await asker.get(`${root}/files/ooo/${kind}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toContain('attachment');
    }
    for (const kind of ['csv', 'long', 'jsonl', 'xlsx', 'sav', 'file', 'constructor']) {
      expect((await officer.get(`${root}/files/ooo/${kind}`)).status).toBe(404);
    }
    expect((await asker.get(`${root}/files/nergens/ddi`)).status).toBe(404);
  });

  test('a visitor is sent to sign in on every address, and no form of one is taken', async () => {
    const visitor = new Visitor(app.address);
    for (const path of ['', '/files/ooo/ddi', '/ask/ooo', '/requests/1', '/requests/1/r']) {
      const page = await visitor.get(root + path);
      expect([page.status, page.location?.startsWith('/team/sign-in')]).toEqual([303, true]);
    }
    for (const path of ['/ask/ooo', '/requests/1/decide', '/requests/1/file']) {
      expect((await visitor.post(root + path)).status).toBe(403);
    }
  });

  test('the form says what is wrong, and which library never goes with background', async () => {
    const empty = await asker.post(`${root}/ask/ooo`, { until: 'ooit' });
    expect(empty.status).toBe(422);
    for (const words of ['Zeg waarvoor', 'Kies minstens één veld', 'Vul een dag in', 'Kies een vorm'])
      expect(empty.text).toContain(words);
    const both = await asker.post(`${root}/ask/ooo`, { ...ask, 'field.library.A1': '1' });
    expect(both.status).toBe(422);
    expect(both.text).toContain('gaan nooit samen naar buiten');
    expect((await asker.post(`${root}/ask/ooo`, { ...ask, until: '2026-03-01' })).status).toBe(422);
    expect((await asker.post(`${root}/ask/ooo`, { ...ask, until: '2028-03-01' })).status).toBe(422);
    expect(await acts()).toEqual([]);
  });

  test('who asked gets nothing, and cannot approve; only the officer sees who could be identified', async () => {
    const request = await asked();
    expect((await asker.post(`${request}/file`)).status).toBe(403);
    expect((await asker.get(`${request}/r`)).status).toBe(403);
    expect((await asker.post(`${request}/decide`, yes)).status).toBe(403);
    expect((await officer.post(`${request}/file`)).status).toBe(403);
    const [own, seen] = [await asker.get(request), await officer.get(request)];
    expect(own.text).toContain('Een &lt;b&gt;studie&lt;/b&gt; naar uren');
    expect(own.text).not.toContain('Wie zou er herkenbaar zijn?');
    expect(seen.text).toContain('Wie zou er herkenbaar zijn?');
    expect(seen.text).toMatch(/mensen? in een groep van minder dan 5/);
    expect(await acts()).toEqual(['asked']);
  });
});

describe('the data officer', () => {
  test('says that words were read and people can be recognised, gives less than asked and never more', async () => {
    const request = await asked();
    const unread = await officer.post(`${request}/decide`, { ...yes, read: '', reason: '' });
    expect(unread.status).toBe(422);
    expect(unread.text).toContain('Vink aan dat je de woorden gelezen hebt');
    expect(unread.text).toContain('Schrijf op waarom');
    expect((await officer.post(`${request}/decide`, { ...yes, until: '2026-04-30' })).status).toBe(422);
    const less = { ...yes, 'field.words.D2': '', 'field.answers.E1': '1' };
    expect((await officer.post(`${request}/decide`, less)).status).toBe(303);
    const approved = (await log()).at(-1);
    expect(approved).toMatchObject({ act: 'approved', reason: yes.reason, email: account.email });
    const details = approved?.act === 'approved' ? approved.details : null;
    expect(details?.until).toBe('2026-03-20');
    expect(details?.fields.toSorted()).toEqual(['A3', 'A5', 'A6', 'E4']);
    expect(details?.seen.responses).toBeGreaterThan(100);
    expect((await officer.post(`${request}/decide`, yes)).status).toBe(409);
  });

  test('refuses with a reason, and the file stays where it is', async () => {
    const request = await asked();
    expect((await officer.post(`${request}/decide`, { say: 'refused', reason: ' ' })).status).toBe(422);
    expect((await officer.post(`${request}/decide`, { say: 'refused', reason: 'Te veel' })).status).toBe(303);
    expect((await asker.post(`${request}/file`)).status).toBe(403);
    expect((await asker.get(request)).text).toContain('Te veel');
  });
});

describe('an approved file', () => {
  let request: string;
  beforeAll(async () => {
    request = await asked();
    expect((await officer.post(`${request}/decide`, yes)).status).toBe(303);
  });

  test('has the approved columns, words masked and guarded, and its hash and rows in the log', async () => {
    for (const stranger of [other, officer])
      expect((await stranger.post(`${request}/file`)).status).toBe(403);
    const file = await asker.post(`${request}/file`);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('no-store');
    // What fetch gives as text has lost the mark of UTF-8.
    const text = `\uFEFF${file.text.replace(/^\uFEFF/, '')}`;
    const [head, ...rows] = text.trimEnd().split('\r\n');
    expect(head?.replace('\uFEFF', '').split(';').sort()).toEqual([
      'A3',
      'A5',
      'A6',
      'D2',
      'E4',
      'response_day',
    ]);
    expect(text).toContain('"\'=HYPERLINK(""x"") bel An op […] of […]"');
    expect(text).not.toContain('0470');
    expect(text).not.toContain('an@bib.example');
    const line = (await log()).at(-1);
    const hash = createHash('sha256').update(text).digest('hex');
    expect(line).toMatchObject({
      act: 'fetched',
      email: 'vrager@bib.example',
      details: { hash, kind: 'csv' },
    });
    const { size } = await app.ctx.analysis
      .ask('identification', { project: 'ooo', survey: 'ooo', fields: [] })
      .then(({ responses }) => ({ size: responses }));
    expect(line?.details).toMatchObject({ rows: size, bytes: Buffer.byteLength(text) });
    expect(rows.length).toBeGreaterThanOrEqual(size);
    expect((await acts()).slice(-2)).toEqual(['fetching', 'fetched']);
    const script = await asker.get(`${request}/r`);
    expect(script.text).toContain('answers[["A3"]]');
    expect(script.text).not.toContain('"A4"');
  });

  test('is over after its day, and when it is taken back', async () => {
    now = new Date('2026-03-21T00:10:00Z');
    expect((await asker.post(`${request}/file`)).status).toBe(403);
    expect((await asker.get(request)).text).toContain('voorbij');
    now = lateInTheDay;
    expect((await officer.post(`${request}/decide`, { say: 'revoked', reason: 'Fout' })).status).toBe(303);
    expect((await asker.post(`${request}/file`)).status).toBe(403);
  });

  test('tells every kind without which library when that was not asked', async () => {
    const json = await asked({
      kind: 'jsonl',
      'field.words.D2': '',
      'field.background.A3': '',
      ...noBackground,
    });
    // Beside the file that was fetched before, these answers lead to few people too.
    const sound = {
      ...yes,
      reason: 'Goed',
      'field.words.D2': '',
      'field.background.A3': '',
      ...noBackground,
    };
    expect((await officer.post(`${json}/decide`, { ...sound, known: '' })).status).toBe(422);
    expect((await officer.post(`${json}/decide`, sound)).status).toBe(303);
    const lines = (await asker.post(`${json}/file`)).text.trimEnd().split('\n');
    for (const line of lines) {
      const { day, library, answers, missing } = JSON.parse(line);
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(library).toBeNull();
      expect(Object.keys({ ...answers, ...missing })).toEqual(['E4']);
    }
  });
});

test('the database refuses to change or take away a line of the log', async () => {
  const { kysely } = app.ctx.db;
  await expect(sql`update data_log set reason = 'anders'`.execute(kysely)).rejects.toThrow();
  await expect(sql`delete from data_log`.execute(kysely)).rejects.toThrow();
});

test('the page of the data shows the requests and the whole log, without addresses of files', async () => {
  const page = await other.get(root);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Opgehaald voor aanvraag');
  expect(page.text).not.toContain('/file"');
});
