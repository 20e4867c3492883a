// A CSV of another tool through the workspace: given, corrected, made a closed survey with its responses; refused with
// plain words where it is no CSV, too large, forged or there already; and nothing of it left on disk.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeOwnData, claimOwnData, ownDataOf, pieceOf } from '../../server/db/own-data.ts';
import { countResponses, insertResponses, responsesSince } from '../../server/db/responses.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { beginImport } from '../../server/operations/import-own-data.ts';
import { newSurvey } from '../../server/operations/new-survey.ts';
import { forgetOnWish, purgeOwnData, undoCutShort } from '../../server/operations/own-data.ts';
import { type App, type Page, startApp, type Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
const before = temporary();
beforeAll(async () => {
  app = await startApp();
  await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
  team = app.visitor();
  await signInThroughSetUp(team);
  const form = { 'title-nl': 'Meegebracht', 'language-nl': '1', start: 'csv' };
  expect((await post('/team/new', form)).location).toBe('/team/meegebracht/own-data');
});
afterAll(() => app?.stop());

const db = () => app.ctx.db.kysely;
const home = '/team/meegebracht/own-data';

/** Folders of ours among the temporary ones. */
function temporary(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('nodenkaart-csv-'));
}
async function tokenOf(path: string): Promise<string> {
  return /name="csrf" value="([^"]+)"/.exec((await team.get(path)).text)?.[1] ?? '';
}
async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  return team.post(path, { csrf: await tokenOf(path), ...fields });
}
/** Gives a file as a browser does: the token first. */
async function give(content: string | Uint8Array, name = 'antwoorden.csv', csrf?: string): Promise<Page> {
  const form = new FormData();
  form.append('csrf', csrf ?? (await tokenOf(home)));
  // The file's own buffer is a copy: what was given is not shared with anybody.
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const cookie = [...team.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const reply = await fetch(app.address + home, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie, origin: app.address, 'sec-fetch-site': 'same-origin' },
  });
  const { status, headers } = reply;
  return { status, headers, location: headers.get('location'), text: await reply.text() };
}

const csv = [
  'id;E-mail;Tevreden?;Hoe vaak? / Boeken;Hoe vaak? / Films;Leeftijd',
  ...Array.from({ length: 24 }, (_, at) =>
    [
      at + 1,
      `p${at}@voorbeeld.be`,
      ['Ja', 'Nee', 'ja', 'Weet niet'][at % 4],
      ['Nooit', 'Soms', 'Vaak'][at % 3],
      ['Vaak', 'Nooit', 'Soms'][at % 3],
      20 + at,
    ].join(';'),
  ),
].join('\r\n');

describe('a file of another tool', () => {
  let here = '';

  it('is shown column by column, with what is left out and what is lost', async () => {
    const given = await give(csv, 'Bevraging 2025.csv');
    expect(given.status).toBe(303);
    here = given.location ?? '';
    const { status, text } = await team.get(here);
    expect(status).toBe(200);
    expect(text).toContain('value="Bevraging 2025"');
    expect(text).toContain('Dit zegt wie iemand is. We laten het weg.');
    expect(text).not.toContain('p3@voorbeeld.be');
    expect(text).toContain('2 kolommen met dezelfde antwoorden');
    expect(text).toContain('Persoonsgegevens, weggelaten: E-mail.');
    expect((await team.get(home)).text).toContain('Bevraging 2025.csv');
  });

  it('keeps what is corrected: kind, words, order and what counts', async () => {
    const fields = {
      title: 'Eerder gevraagd',
      language: 'nl',
      'kind.c5': 'text',
      'label.c2': 'Ben je tevreden?',
      'answer.c2.0.place': '2',
      'answer.c2.2.meaning': 'answer',
    };
    expect(await post(here, { ...fields, action: 'save' })).toMatchObject({ status: 303, location: here });
    const { text } = await team.get(here);
    expect(text).toContain('Ben je tevreden?');
    expect(text.indexOf('value="Nee"')).toBeLessThan(text.indexOf('value="Ja"'));
    expect(text).toMatch(/<option value="text" selected>/);
    expect(text).toContain('value="Eerder gevraagd"');
  });

  it('loses nothing that was typed when something is missing', async () => {
    const wrong = await post(here, {
      title: '',
      language: 'nl',
      'label.c2': 'Blijft staan',
      action: 'create',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Geef de vragenlijst een naam.');
    expect(wrong.text).toContain('Blijft staan');
    expect((await team.get(here)).text).toContain('Blijft staan');
  });

  it('becomes a closed survey with every response, and lets go of the file', async () => {
    const made = await post(here, { title: 'Eerder gevraagd', language: 'nl', action: 'create' });
    expect(made).toMatchObject({ status: 303, location: here });
    await expect
      .poll(async () => (await team.get(here)).location)
      .toMatch(/results\?survey=eerder-gevraagd$/);
    const survey = await surveyByCode(db(), 'eerder-gevraagd');
    expect(survey).toMatchObject({ state: 'closed', version: 1, project: 'meegebracht' });
    expect(await countResponses(db(), 'eerder-gevraagd')).toBe(24);
    expect(await pieceOf(db(), here.split('/').at(-1) ?? '', 0)).toBeNull();
    const results = await team.get('/team/meegebracht/results?page=part-1&survey=eerder-gevraagd');
    expect(results.status).toBe(200);
    expect(results.text).toContain('Blijft staan');
    expect((await app.visitor().get('/s/eerder-gevraagd')).status).toBe(410);
    for (const page of ['needs', 'report', 'questionnaire', 'fieldwork']) {
      expect([page, (await team.get(`/team/meegebracht/${page}`)).status]).toEqual([page, 200]);
    }
  });

  it('is refused a second time', async () => {
    const again = await give(csv, 'Anders genoemd.csv');
    expect(again.status).toBe(422);
    expect(again.text).toContain('Dit bestand is al ingelezen.');
    expect(again.text).toContain('results?survey&#x3D;eerder-gevraagd');
  });
});

describe('what is no CSV', () => {
  it.each([
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'bewaar het als CSV'],
    ['bytes', new Uint8Array([1, 2, 3, 4, 5, 6]), 'dit is geen CSV-bestand'],
    ['a page', '<!DOCTYPE html><p>Nee', 'dit is geen CSV-bestand'],
    ['headings alone', 'a;b;c\n', 'onder de kopregel staat niets'],
    ['nothing', '', 'Kies een bestand of plak rijen.'],
    [
      'too many columns',
      `${Array.from({ length: 700 }, (_, at) => `k${at}`).join(';')}\n1`,
      'hoogstens 600 mag',
    ],
    ['an open quote', 'a,b\n"1,2\n3,4\n', 'regel 2'],
  ])('%s is refused in plain words', async (_what, content, words) => {
    const page = await give(content);
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
  });

  it('may be pasted as rows', async () => {
    const form = new FormData();
    form.append('csrf', await tokenOf(home));
    form.append('file', new Blob([]), '');
    form.append('rows', 'Kleur\tAantal\nRood\t12\nBlauw\t15\nRood\t31\n');
    const cookie = [...team.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const headers = { cookie, origin: app.address, 'sec-fetch-site': 'same-origin' };
    const reply = await fetch(app.address + home, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers,
    });
    expect(reply.status).toBe(303);
    const { text } = await team.get(reply.headers.get('location') ?? '');
    expect(text).toContain('geplakte rijen');
  });
});

describe('who may', () => {
  it('needs the token of the form and an account', async () => {
    expect((await give(csv, 'x.csv', 'vals')).status).toBe(403);
    const stranger = app.visitor();
    expect((await stranger.get(home)).location).toContain('/team/sign-in');
    const forged = await team.post(home, { csrf: await tokenOf(home), rows: 'a,b\n1,2' });
    expect(forged.status).toBe(415);
  });

  it('finds a file of its own project alone', async () => {
    const { location } = await give('Vraag,Cijfer\nJa,1\nNee,2\nJa,3\n');
    const id = location?.split('/').at(-1) ?? '';
    await post('/team/new', { 'title-nl': 'Buren', 'language-nl': '1', start: 'csv' });
    expect((await team.get(`/team/buren/own-data/${id}`)).status).toBe(404);
    expect(await post(location ?? '', { action: 'forget' })).toMatchObject({ status: 303, location: home });
    expect((await team.get(location ?? '')).status).toBe(404);
  });
});

it('shows what looks like a formula or a page as the words they are', async () => {
  const { location } = await give(
    'Vraag,"<b>Cijfer</b>"\n=1+1,<script>alert(1)</script>\n=1+1,<script>alert(1)</script>\nNee,x\nNee,x\n',
  );
  const { text } = await team.get(location ?? '');
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('&lt;b&gt;Cijfer');
});

it('reads other encodings, and the file that was given is what is imported', async () => {
  const file = readFileSync(new URL('../fixtures/star-wars-2014/original.csv', import.meta.url));
  const given = await give(file, 'films.csv');
  expect(given.status).toBe(303);
  const made = await post(given.location ?? '', { title: 'Films', language: 'en', action: 'create' });
  expect(made.status).toBe(303);
  await expect
    .poll(async () => (await team.get(given.location ?? '')).location, { timeout: 30_000 })
    .toMatch(/results\?survey=films$/);
  expect(await countResponses(db(), 'films')).toBe(1186);
}, 60_000);

describe('an import that does not come to its end', () => {
  const rows = Array.from(
    { length: 320 },
    (_, at) => `${at % 2 ? 'Rood' : 'Blauw'},${at % 3 ? 'Rond' : 'Recht'}\n`,
  );
  const file = `Kleur,Vorm\n${rows.join('')}`;
  const given = async (content: string, name: string) => (await give(content, name)).location ?? '';
  const idOf = (address: string) => address.split('/').at(-1) ?? '';
  const tried = async (address: string, title: string) => {
    await post(address, { title, language: 'nl', action: 'create' });
    await expect
      .poll(async () => (await ownDataOf(db(), 'meegebracht', idOf(address)))?.state)
      .not.toBe('importing');
  };

  it('leaves nothing but the file and why, where a row of it is wrong', async () => {
    const address = await given(file, 'kapot.csv');
    const broken = Buffer.from(`${file}"Rood,Rond\n`);
    await db()
      .updateTable('own_data_parts')
      .set({ content: broken })
      .where('import', '=', idOf(address))
      .execute();
    // As if it had been given so: what is looked at first is whether the file is whole.
    const hash = createHash('sha256').update(broken).digest('base64url');
    await db().updateTable('own_data').set({ hash }).where('id', '=', idOf(address)).execute();
    await tried(address, 'Kapot');
    expect(await ownDataOf(db(), 'meegebracht', idOf(address))).toMatchObject({
      state: 'failed',
      survey: null,
    });
    expect(await surveyByCode(db(), 'kapot')).toBeNull();
    expect(await countResponses(db(), 'kapot')).toBe(0);
    expect((await team.get(address)).text).toContain('kapot.csv');
  });

  it('is undone at the next start where the server stopped, and can be tried again', async () => {
    const address = await given(file, 'gestopt.csv');
    const id = idOf(address);
    // As a process leaves it that was killed between two commits: a draft with the first of the responses.
    const survey = await newSurvey(app.ctx, 'meegebracht', {
      ...(await questionnaireNow()),
      code: 'gestopt',
    });
    const [first] = await responsesSince(db(), 'eerder-gevraagd', 0, 1);
    if (!first) throw new Error('there is a response to copy');
    const now = app.ctx.now().toISOString();
    await app.ctx.writes.run(async (trx) => {
      expect(await claimOwnData(trx, id, survey, now)).toBe(true);
      const { version, day, document } = first;
      const copies = Array.from({ length: 120 }, () => ({
        id: app.ctx.newId(),
        version,
        library: null,
        day,
        document,
        receiptHash: null,
        seed: null,
        texts: {},
      }));
      await insertResponses(trx, survey, copies);
    });
    expect((await team.get(address)).text).not.toContain('action" value="create"');
    await undoCutShort(app.ctx, 0);
    expect(await surveyByCode(db(), survey)).toBeNull();
    expect(await countResponses(db(), survey)).toBe(0);
    expect((await team.get(address)).text).toContain('afgebroken toen de server stopte');
    await tried(address, 'Gestopt');
    expect(await countResponses(db(), 'gestopt')).toBe(320);
  });

  it('is left alone while another process may be busy with it', async () => {
    const address = await given(`${file}Rood,Rond\n`, 'bezig.csv');
    const id = idOf(address);
    const at = app.ctx.now().toISOString();
    const survey = await newSurvey(app.ctx, 'meegebracht', { ...(await questionnaireNow()), code: 'bezig' });
    await app.ctx.writes.run((trx) => claimOwnData(trx, id, survey, at));
    await undoCutShort(app.ctx, 60_000);
    expect(await ownDataOf(db(), 'meegebracht', id)).toMatchObject({ state: 'importing', survey });
    await undoCutShort(app.ctx, 0);
    expect(await ownDataOf(db(), 'meegebracht', id)).toMatchObject({ state: 'failed', survey: null });
  });

  async function questionnaireNow() {
    const survey = await surveyByCode(db(), 'eerder-gevraagd');
    if (!survey) throw new Error('the survey was imported before');
    return survey.questionnaire;
  }
});

it('is not let go of in one tab while another imports it, and a file that is no longer whole is not imported', async () => {
  const { location } = await give(csv.replaceAll('Tevreden', 'Blij'), 'tabs.csv');
  const here = location ?? '';
  const id = here.split('/').at(-1) ?? '';
  const piece = await pieceOf(db(), id, 0);
  if (!piece) throw new Error('the file is kept');
  const survey = 'tabs';
  const now = app.ctx.now().toISOString();
  expect(await app.ctx.writes.run((queries) => claimOwnData(queries, id, survey, now))).toBe(true);
  expect(await forgetOnWish(app.ctx, 'meegebracht', id)).toBe(false);
  expect(await pieceOf(db(), id, 0)).toEqual(piece);
  await app.ctx.writes.run((queries) => changeOwnData(queries, id, { state: 'choosing', survey: null }, now));
  const content = piece.subarray(0, piece.length - 20);
  await db().updateTable('own_data_parts').set({ content }).where('import', '=', id).execute();
  const data = await ownDataOf(db(), 'meegebracht', id);
  if (!data) throw new Error('the file is there');
  const begun = await beginImport(app.ctx, { ...data, title: 'Tabs' }, 'nl');
  await begun?.ended;
  expect((await ownDataOf(db(), 'meegebracht', id))?.state).toBe('failed');
  expect(await forgetOnWish(app.ctx, 'meegebracht', id)).toBe(true);
  expect(await ownDataOf(db(), 'meegebracht', id)).toBeNull();
});

it('lets go of a file nobody goes on with after two days, and of nothing else', async () => {
  const { location } = await give('Kleur,Vorm\nRood,Rond\nBlauw,Recht\nRood,Rond\n');
  await purgeOwnData(app.ctx);
  expect((await team.get(location ?? '')).status).toBe(200);
  const later = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000);
  await purgeOwnData({ ...app.ctx, now: () => later });
  expect((await team.get(location ?? '')).status).toBe(404);
  expect(await countResponses(db(), 'eerder-gevraagd')).toBe(24);
});

it('leaves nothing in the temporary folder', () => {
  expect(temporary().filter((name) => !before.includes(name))).toEqual([]);
});
