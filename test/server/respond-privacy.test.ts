// What respondents may count on: nothing without consent, nobody else's draft, no guessing, no trace of where they are.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftByReceipt } from '../../server/db/drafts.ts';
import { countResponses } from '../../server/db/responses.ts';
import { hashToken, newReceipt } from '../../server/identity/tokens.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let visitor: Visitor;
beforeEach(async () => {
  app = await startWithSample();
  visitor = app.visitor();
});
afterEach(() => app.stop());

const page = (code: string) => `/s/proef/page/${code}`;
const you = { consent: 'yes', library: 'bib-1', role: 'other', 'role.other.text': 'poetsen' };
const tools = { 'use.till': '2', 'well.till': '1', 'use.group.web': '1', 'learn.a': '1' };
const ways = { 'ways.paper': '1', pace: 'N', words: 'hallo' };

const start = (someone = visitor, fields = {}) => someone.post('/s/proef/start', fields);
const receiptOf = (someone: Visitor) => someone.cookies.get('receipt_proef') ?? '';
const draftUnder = (receipt: string) =>
  draftByReceipt(app.ctx.db.kysely, 'proef', hashToken('receipt', receipt));
const count = () => countResponses(app.ctx.db.kysely, 'proef');
const isChecked = (html: string, name: string, value: string) =>
  new RegExp(`name="${name}" value="${value}" checked`).test(html);
/** The fields a form brings by itself. */
const hidden = (reply: Page) =>
  Object.fromEntries(
    [...reply.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

describe('without consent', () => {
  beforeEach(() => start());

  it('nothing of the page is kept, and everything typed is shown again', async () => {
    const typed = { library: 'bib-2', role: 'other', 'role.other.text': 'poetsen & <dweilen>' };
    const wrong = await visitor.post(page('you'), typed);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Vink aan dat je meedoet');
    expect(wrong.text).toContain('bewaren we niets');
    expect(wrong.text).not.toContain('Bewaard om <time>');
    expect(wrong.text).toContain('<option value="bib-2" selected>');
    expect(isChecked(wrong.text, 'role', 'other')).toBe(true);
    expect(wrong.text).toContain('value="poetsen &amp; &lt;dweilen&gt;"');
    expect(await draftUnder(receiptOf(visitor))).toMatchObject({ answers: {}, library: null, pages: [] });
    expect((await visitor.get(page('you'))).text).not.toContain(' selected>');
  });

  it('the language changes with what was typed on the page, which is not kept', async () => {
    const english = await visitor.post(`${page('you')}?go=stay&lang=en`, { role: 'lead' });
    expect(english.status).toBe(200);
    expect(english.text).toContain('What do you do?');
    expect(isChecked(english.text, 'role', 'lead')).toBe(true);
    expect(await draftUnder(receiptOf(visitor))).toMatchObject({ answers: {} });
  });

  it('no later page is kept either', async () => {
    for (const code of ['tools', 'lead', 'ways']) {
      const reply = await visitor.post(page(code), { ...tools, team: 'samen' });
      expect(reply).toMatchObject({ status: 303, location: page('you') });
    }
    expect(await draftUnder(receiptOf(visitor))).toMatchObject({ answers: {}, pages: [] });
  });

  it('that was given before and is taken back, what was kept goes', async () => {
    await visitor.post(page('you'), you);
    await visitor.post(page('tools'), tools);
    expect((await visitor.post(page('you'), { role: 'desk' })).status).toBe(422);
    expect(await draftUnder(receiptOf(visitor))).toMatchObject({ answers: {}, library: null, pages: [] });
  });

  it('the library of a link goes along in the address only', async () => {
    const begun = await start(visitor, { library: 'bib-2' });
    expect(begun.location).toBe(`${page('you')}?library=bib-2`);
    expect(await draftUnder(receiptOf(visitor))).toMatchObject({ answers: {}, library: null });
    const sent = await visitor.post(begun.location ?? '', { consent: 'yes', role: 'desk', library: 'bib-2' });
    expect(sent.location).toBe(page('tools'));
    expect(await draftUnder(receiptOf(visitor))).toMatchObject({ library: 'bib-2' });
  });
});

describe('two tabs of one respondent', () => {
  it('bring no draft back once it was sent, however the requests cross', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const someone = app.visitor();
      await start(someone);
      await someone.post(page('you'), you);
      await someone.post(page('tools'), tools);
      const saves = Array.from({ length: 4 }, () => someone.post(`${page('tools')}?go=stay`, tools));
      const wrong = someone.post(page('ways'), { words: 'veel te lange tekst' });
      const replies = await Promise.all([...saves, someone.post(page('ways'), ways), wrong]);
      for (const reply of replies) expect([303, 422]).toContain(reply.status);
      expect(await draftUnder(receiptOf(someone))).toBeNull();
      expect(await someone.get('/s/proef/thanks')).toMatchObject({ status: 200 });
      expect(await someone.post(page('tools'), tools)).toMatchObject({ location: '/s/proef/thanks' });
    }
    expect(await count()).toBe(10);
  });
});

describe('an old tab on a shared computer', () => {
  const first = { library: 'bib-1', role: 'other', 'role.other.text': 'van de "eerste"' };

  it('writes nothing in the draft of who came after, and keeps what was typed', async () => {
    await start();
    const tab = await visitor.get(page('you'));
    const before = receiptOf(visitor);
    expect(hidden(tab)).toEqual({
      'draft:code': `${before.slice(0, 4)}-${before.slice(4)}`,
      'draft:revision': '0',
    });
    await start();
    const after = receiptOf(visitor);
    await visitor.post(page('you'), { ...you, role: 'desk' });
    const kept = await draftUnder(after);

    const refused = await visitor.post(page('you'), { ...hidden(tab), ...first, consent: 'yes' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Deze pagina hoort bij een andere vragenlijst');
    expect(refused.text).toContain(`href="${page('tools')}"`);
    expect(refused.text).not.toContain(after);
    expect(refused.text).toContain('value="van de &quot;eerste&quot;"');
    expect(receiptOf(visitor)).toBe(after);
    expect(await draftUnder(after)).toEqual(kept);
    expect(await draftUnder(before)).toMatchObject({ answers: {} });
  });

  it('goes on with its own draft and everything typed when that is chosen', async () => {
    await start();
    const tab = await visitor.get(page('you'));
    const before = receiptOf(visitor);
    await start();
    const refused = await visitor.post(page('you'), { ...hidden(tab), ...you });
    const action = /action="([^"]+take[^"]+)"/.exec(refused.text)?.[1] ?? '';
    const taken = await visitor.post(
      action.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
      hidden(refused),
    );
    expect(taken).toMatchObject({ status: 303, location: page('tools') });
    expect(receiptOf(visitor)).toBe(before);
    expect(await draftUnder(before)).toMatchObject({ library: 'bib-1', answers: { role: 'other' } });
  });

  it('says so too when the browser has forgotten the code', async () => {
    await start();
    const tab = await visitor.get(page('you'));
    await visitor.post('/s/proef/leave');
    const refused = await visitor.post(page('you'), { ...hidden(tab), ...you });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('href="/s/proef"');
  });
});

describe('guessing codes', () => {
  const guess = async (paths: readonly string[]) => {
    const statuses: number[] = [];
    for (const path of paths) {
      const thief = app.visitor();
      thief.cookies.set('receipt_proef', newReceipt());
      statuses.push((await thief.get(path)).status);
    }
    return statuses;
  };

  it('in a cookie is stopped like guessing by typing, also when the code is right at last', async () => {
    await start();
    const statuses = await guess(Array.from({ length: 101 }, () => page('you')));
    expect(statuses.slice(0, 100).every((status) => status === 303)).toBe(true);
    expect(statuses[100]).toBe(429);
    expect((await visitor.post('/s/proef/resume', { code: newReceipt() })).status).toBe(429);
    expect(await guess(['/s/proef', '/s/proef/thanks'])).toEqual([429, 429]);
    // Who was already answering from the same network is not held up.
    expect(await visitor.post(page('you'), you)).toMatchObject({ status: 303, location: page('tools') });
  });

  it('never counts a right code, and a cookie that leads nowhere only once', async () => {
    await start();
    for (let turn = 0; turn < 150; turn += 1) {
      expect((await visitor.post('/s/proef/resume', { code: receiptOf(visitor) })).status).toBe(303);
    }
    const lost = app.visitor();
    lost.cookies.set('receipt_proef', newReceipt());
    await lost.get('/s/proef');
    expect(receiptOf(lost)).toBe('');
  });

  it('leaves no network address in the database', async () => {
    await guess(['/s/proef']);
    await visitor.post('/s/proef/resume', { code: newReceipt() });
    await visitor.post('/team/sign-in', { email: 'wie@bib.example', password: 'zomaar een gok' });
    const { rows } = await sql`select * from rate_limits`.execute(app.ctx.db.kysely);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|::1|wie@bib/);
  });
});
