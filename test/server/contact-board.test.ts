// The board of who asks and who offers: only who said yes, no address before the team brought two people together, and gone
// when somebody leaves or their day has come.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactOffersOf, introductionsOf } from '../../server/db/contact-offers.ts';
import { eraseOffers } from '../../server/db/retention.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { templatesFolder } from '../../server/paths.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf } from './figures-told.ts';

interface Form {
  readonly interests: { readonly options: readonly { readonly code: string }[] };
  readonly board?: {
    readonly pairs: readonly { readonly ask: string; readonly offer: string }[];
    readonly topics: { readonly options: readonly { readonly code: string }[] };
  };
}
/** The template whose contact form has a board, and that form. */
const templates = readdirSync(templatesFolder, { withFileTypes: true }).flatMap((each) => {
  if (!each.isDirectory()) return [];
  const folder = join(templatesFolder, each.name);
  if (!readdirSync(folder).includes('questionnaire.json')) return [];
  const { contact } = JSON.parse(readFileSync(join(folder, 'questionnaire.json'), 'utf8')) as {
    contact?: Form;
  };
  return contact?.board ? [{ name: each.name, form: contact, board: contact.board }] : [];
});
const [template] = templates;
if (!template) throw new Error('no template has a board');
const { name, board } = template;
const [pair = { ask: '', offer: '' }] = board.pairs;
const [topic = '', other = ''] = board.topics.options.map(({ code }) => code);

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
  await addDemonstration(app.ctx, name);
}, 120_000);
afterAll(() => app?.stop());

const address = `/s/${name}/contact`;
const stored = () => contactOffersOf(app.ctx.db.kysely, name);
async function leave(email: string, interest: string, topics: readonly string[], yes = true) {
  const visitor = app.visitor();
  const key = /name="key" value="([\w-]+)"/.exec((await visitor.get(address)).text)?.[1] ?? '';
  const sent = {
    key,
    email,
    [`interests.${interest}`]: '1',
    ...Object.fromEntries(topics.map((code) => [`topics.${code}`, '1'])),
    ...(yes ? { board: '1' } : {}),
  };
  const reply = await visitor.post(address, sent);
  return { visitor, key, sent, reply, place: `/board/${name}/${key}` };
}

describe('UKB-07 the board for visits', () => {
  it('asks for a yes of its own, and keeps no topic without it', async () => {
    const { reply } = await leave('nee@bib.example', pair.ask, [topic], false);
    expect(reply.location).toBe(`${address}/thanks`);
    expect(await stored()).toMatchObject([{ email: 'nee@bib.example', board: null }]);
    const rows = await app.ctx.db.kysely.selectFrom('contact_offers').select('topics').execute();
    expect(rows).toEqual([{ topics: '[]' }]);
    expect(wordsOf(await team.get(`/team/${name}/board`))).not.toContain('nee@bib.example');
  });

  it('gives who says yes an address of their own, once for one form however often it is sent', async () => {
    const an = await leave('an@bib.example', pair.ask, [topic]);
    expect([an.reply.status, an.reply.location]).toEqual([303, an.place]);
    await an.visitor.post(address, an.sent);
    expect((await stored()).filter(({ email }) => email === 'an@bib.example')).toHaveLength(1);
    const page = await app.visitor().get(an.place);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain('Nog niemand past bij jou');
    // The secret of the address is stored nowhere.
    const rows = await app.ctx.db.kysely.selectFrom('contact_offers').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(an.key);
    expect((await app.visitor().get(`/board/${name}/${'x'.repeat(32)}`)).status).toBe(404);
  });

  it('puts ask and offer side by side for the team, and shows no address to either before the team brings them together', async () => {
    const asks = await leave('vraagt@bib.example', pair.ask, [other]);
    const offers = await leave('biedt@bib.example', pair.offer, [other]);
    const desk = await team.get(`/team/${name}/board`);
    expect(wordsOf(desk)).toMatch(/vraagt@bib\.example bij biedt@bib\.example/);
    expect(wordsOf(await team.get(`/team/${name}/records`))).toContain('Bord van vraag en aanbod');
    for (const [own, theirs] of [
      [asks, 'biedt@bib.example'],
      [offers, 'vraagt@bib.example'],
    ] as const) {
      const page = wordsOf(await app.visitor().get(own.place));
      expect(page).toContain('Eén iemand past bij jou');
      expect(page).toContain('Nog niet samengebracht.');
      expect(page).not.toContain(theirs);
    }
    const csrf = /name="csrf" value="([^"]+)"/.exec(desk.text)?.[1] ?? '';
    const fields = (text: string) => ({
      csrf,
      ask: /name="ask" value="([^"]+)"/.exec(text)?.[1] ?? '',
      offer: /name="offer" value="([^"]+)"/.exec(text)?.[1] ?? '',
    });
    const two = fields(desk.text);
    const path = `/team/${name}/board/introduce`;
    expect((await team.post(path, { ...two, csrf: 'verzonnen' })).status).toBe(403);
    expect((await team.post(path, { ...two, offer: two.ask })).status).toBe(404);
    expect((await app.visitor().post(path, two)).status).not.toBe(200);
    expect(await introductionsOf(app.ctx.db.kysely, name)).toEqual([]);
    expect((await team.post(path, two)).status).toBe(303);
    expect((await team.post(path, two)).status).toBe(303);
    expect(await introductionsOf(app.ctx.db.kysely, name)).toHaveLength(1);
    expect(wordsOf(await app.visitor().get(asks.place))).toContain('biedt@bib.example');
    expect(wordsOf(await app.visitor().get(offers.place))).toContain('vraagt@bib.example');
    expect(wordsOf(await team.get(`/team/${name}/board`))).toContain('Samengebracht: ze zien elkaars adres.');
  });

  it('lets somebody leave at once, with everything that hung on it', async () => {
    const [offer] = (await stored()).filter(({ email }) => email === 'vraagt@bib.example');
    expect(offer).toBeDefined();
    const again = await leave('weg@bib.example', pair.offer, []);
    expect((await app.visitor().post(`${again.place}/leave`)).location).toBe(`/board/${name}/gone`);
    expect(wordsOf(await app.visitor().get(`/board/${name}/gone`))).toContain(
      'We hebben je e-mailadres gewist',
    );
    expect((await app.visitor().get(again.place)).status).toBe(404);
    expect((await stored()).some(({ email }) => email === 'weg@bib.example')).toBe(false);
  });

  it('shares no key with an answer, and is erased with its offers on their day, also who was brought together', async () => {
    const receipts = await app.ctx.db.kysely.selectFrom('responses').select('id').execute();
    const ids = new Set(receipts.map(({ id }) => id));
    expect((await stored()).some(({ id }) => ids.has(id))).toBe(false);
    const month = (await stored())[0]?.month ?? '';
    expect(await eraseOffers(app.ctx.db.kysely, name, month)).toBeGreaterThan(1);
    expect(await introductionsOf(app.ctx.db.kysely, name)).toEqual([]);
  });

  it('is there only where a contact form has one', async () => {
    expect((await team.get('/team/ooo/board')).status).toBe(404);
    expect((await app.visitor().get('/s/ooo/contact')).text).not.toContain('name="board"');
  });
});
