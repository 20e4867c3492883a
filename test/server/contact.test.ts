// Whoever wants to do more than answer leaves an e-mail address on a form apart: read, kept without a link to any
// answer, shown to the team alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactOffersOf } from '../../server/db/contact-offers.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { startWithSample } from './sample-survey.ts';

const form = '/s/ooo/contact';
const offer = {
  'interests.interview': '1',
  'motives.neus': '1',
  'motives.beter': '1',
  email: 'an@bib.example',
};
const tokenOf = (page: Page) => /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';

let app: App;
let visitor: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  visitor = app.visitor();
});
afterAll(() => app?.stop());

const stored = () => contactOffersOf(app.ctx.db.kysely, 'ooo');

describe('the form', () => {
  it('offers what can be done and why, in both languages, without a code on it', async () => {
    await visitor.post('/s/ooo/start');
    const { status, text } = await visitor.get(form);
    expect(status).toBe(200);
    for (const words of ['kort interview', 'klankbordgroep', 'ambassadeur', 'neus voor opleiding']) {
      expect(text).toContain(words);
    }
    for (const code of ['neus', 'intern', 'beter']) expect(text).toContain(`name="motives.${code}"`);
    const receipt = visitor.cookies.get('receipt_ooo') ?? 'none';
    expect(text).not.toContain(receipt.slice(0, 4));
    expect(text).not.toContain('type="hidden"');
    expect((await app.visitor().get(`${form}?lang=en`)).text).toContain('short interview');
  });

  it('says at the field what is wrong and keeps everything that was typed', async () => {
    const wrong = await visitor.post(form, { 'motives.intern': '1', email: 'an@<bib' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<title>Nog niet in orde: Wil je meer doen dan antwoorden?');
    expect(wrong.text).toContain('2 antwoorden zijn nog niet in orde');
    expect(wrong.text).toContain('href="#interests.interview:1"');
    expect(wrong.text).toContain('href="#email"');
    expect(wrong.text).toContain('“an@&lt;bib” is geen e-mailadres.');
    expect(wrong.text).toContain('value="an@&lt;bib"');
    expect(wrong.text).toContain('name="motives.intern" value="1" checked');
    const empty = await visitor.post(form, {});
    expect(empty.text).toContain('Zonder e-mailadres kunnen we je niet bereiken.');
    const long = await visitor.post(form, { ...offer, email: `${'a'.repeat(250)}@bib.example` });
    expect(long.status).toBe(422);
    const odd = await visitor.post(form, { ...offer, 'interests.interview': 'zeker' });
    expect(odd.status).toBe(422);
    expect(await stored()).toEqual([]);
  });

  it('is there only where the questionnaire has one', async () => {
    expect((await visitor.get('/s/ooo-collega/contact')).status).toBe(404);
    expect((await visitor.post('/s/ooo-collega/contact', offer)).status).toBe(404);
  });
});

describe('an offer', () => {
  it('is kept once, with the month and nothing that leads to an answer', async () => {
    const reply = { status: 303, location: `${form}/thanks` };
    expect(await visitor.post(form, offer)).toMatchObject(reply);
    expect(await visitor.post(form, offer)).toMatchObject(reply);
    expect((await visitor.get(`${form}/thanks`)).text).toContain('staat apart van alle antwoorden');
    const month = new Date().toISOString().slice(0, 7);
    const [kept, ...more] = await stored();
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      email: 'an@bib.example',
      interests: ['interview'],
      motives: ['neus', 'beter'],
      month,
    });
    const rows = await app.ctx.db.kysely.selectFrom('contact_offers').selectAll().execute();
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      ['email', 'id', 'interests', 'month', 'motives', 'on_board', 'project', 'topics'].sort(),
    );
  });

  it('is shown to the team in the records, by chance order, and erased on request', async () => {
    for (let n = 0; n < 6; n += 1) await visitor.post(form, { ...offer, email: `p${n}@bib.example` });
    const ids = (await stored()).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    const team = app.visitor();
    await signInThroughSetUp(team);
    const records = await team.get('/team/ooo/records');
    expect(records.text).toContain('Wie wil praten of meewerken (7)');
    expect(records.text).toContain('p3@bib.example');
    expect(records.text).toContain('Ik wil erover praten in een kort interview');
    const [, erase = ''] = /action="(\/team\/ooo\/records\/contact\/[^"]+)"/.exec(records.text) ?? [];
    expect((await team.post(erase, { csrf: 'verzonnen' })).status).toBe(403);
    expect((await team.post(erase, { csrf: tokenOf(records) })).status).toBe(303);
    expect(await stored()).toHaveLength(6);
    const stranger = await app.visitor().get('/team/ooo/records');
    expect(stranger.status).toBe(303);
  });

  it('cannot flood the list from one address', async () => {
    let last: Page | undefined;
    for (let n = 0; n < 40; n += 1) {
      last = await visitor.post(form, { ...offer, email: `veel${n}@bib.example` });
    }
    expect(last?.status).toBe(429);
  });
});

it('a questionnaire without a form has no link to one', async () => {
  const other = await startWithSample();
  const someone = other.visitor();
  await someone.post('/s/proef/start');
  await someone.post('/s/proef/page/you', { consent: 'yes', role: 'desk', library: 'bib-1' });
  await someone.post('/s/proef/page/tools', { 'use.till': '2' });
  await someone.post('/s/proef/page/ways', {});
  expect((await someone.get('/s/proef/thanks')).text).not.toContain('/contact');
  await other.stop();
});
