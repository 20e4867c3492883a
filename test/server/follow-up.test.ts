// You said, we did: the public page and its feed, and the team's form that keeps them current.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishReport } from '../../server/operations/publish-report.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf } from './figures-told.ts';

let now = new Date('2024-04-02T08:00:00Z');
let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration({ now: () => now });
  team = app.visitor();
  await signInThroughSetUp(team);
}, 60_000);
afterAll(() => app?.stop());

const page = '/r/ooo/follow-up';
const feed = (language: string) => app.visitor().get(`/r/ooo/follow-up/feed-${language}.xml`);
const idsIn = (xml: string) => [...xml.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id);

async function save(action: string, fields: Readonly<Record<string, string>>) {
  const form = await team.get(`/team/ooo/follow-up/${action}`);
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form.text)?.[1] ?? '';
  return team.post(`/team/ooo/follow-up/${action}`, {
    csrf: value('csrf'),
    seen: value('seen'),
    owner: value('owner'),
    day: value('day'),
    about: value('about'),
    ...fields,
  });
}

describe('the follow-up page', () => {
  it('is not there before a report is published', async () => {
    const none = app.visitor();
    const [report] = (await app.ctx.db.kysely.selectFrom('reports').select('code').execute()) ?? [];
    expect(report?.code).toBe('ooo');
    expect((await none.get('/r/nergens/follow-up')).status).toBe(404);
    expect((await none.get('/r/nergens/follow-up/feed-nl.xml')).status).toBe(404);
    expect((await none.get('/r/ooo/follow-up/feed-xx.xml')).status).toBe(404);
  });

  it('sets public actions beside the needs and names the needs nothing is done about', async () => {
    const shown = await app.visitor().get(page);
    const words = wordsOf(shown);
    expect(shown.status).toBe(200);
    expect(words).toContain('1 van de 5 acties is gestart');
    expect(words).toContain('Structuur brengen in de inhoud van het leerplatform');
    // Internal.
    expect(words).not.toContain('Meldingen indelen naar reden');
    expect(words).toContain('Nood zonder publieke actie.');
    expect((await app.visitor().get('/r/ooo')).text).toContain(`href="${page}"`);
    expect(shown.text).toContain('type="application/atom+xml"');
  });

  it('is kept current by the team: state, owner, start and reason, with a line of what changed', async () => {
    now = new Date('2024-04-02T08:30:00Z');
    const kept = await save('ACT-1', {
      state: 'stopped',
      owner: 'Dienst Platform',
      reason: 'Het platform wordt <b>vervangen</b>.',
    });
    expect([kept.status, kept.location]).toEqual([303, '/team/ooo/follow-up']);
    const shown = await app.visitor().get(page);
    const words = wordsOf(shown);
    expect(words).toContain('Van gepland naar gestopt.');
    expect(words).toContain('Iemand anders doet het.');
    expect(words).toContain('2 april 2024');
    expect(words).toContain('In het rapport stond: gepland.');
    expect(shown.text).toContain('&lt;b&gt;vervangen&lt;/b&gt;');
    expect(wordsOf(await team.get('/team/ooo/follow-up/ACT-1'))).toContain('Van gepland naar gestopt.');
  });

  it('says why nothing is done about a need, until the reason is taken out', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get('/team/ooo/follow-up')).text)?.[1] ?? '';
    const say = (reason: string, need = 'N5c') =>
      team.post(`/team/ooo/follow-up/no-action/${need}`, { csrf, reason });
    expect((await say('Dat beslist elke gemeente zelf.')).status).toBe(303);
    expect(wordsOf(await app.visitor().get(page))).toContain('Dat beslist elke gemeente zelf.');
    const long = await say('x'.repeat(601));
    expect([long.status, wordsOf(long)]).toEqual([422, expect.stringContaining('korter dan 600 tekens')]);
    expect((await say('')).status).toBe(303);
    expect(wordsOf(await app.visitor().get(page))).not.toContain('Dat beslist elke gemeente zelf.');
    expect((await say('iets', 'N99')).status).toBe(404);
  });
});

describe('the form of an action', () => {
  it('refuses what cannot be kept and gives back what was typed', async () => {
    const wrong = await save('ACT-2', { state: 'stopped', owner: ' ', day: '2024-02-31', reason: '' });
    expect(wrong.status).toBe(422);
    const words = wordsOf(wrong);
    for (const message of [
      'Vul in wie het doet',
      'Kies een dag die bestaat',
      'Zeg waarom de actie gestopt is',
    ])
      expect(words).toContain(message);
    expect(wrong.text).toContain('value="2024-02-31"');
    expect((await save('ACT-2', { state: 'klaar' })).status).toBe(422);
    expect((await team.get('/team/ooo/follow-up/ACT-99')).status).toBe(404);
  });

  it('does not write over what a colleague kept meanwhile', async () => {
    const form = await team.get('/team/ooo/follow-up/ACT-3');
    const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const send = (state: string) =>
      team.post('/team/ooo/follow-up/ACT-3', {
        csrf,
        seen: '0',
        state,
        owner: 'Dienst Opleiding',
        day: '2024-09-01',
        about: 'september 2024',
        reason: '',
      });
    expect((await send('busy')).status).toBe(303);
    const late = await send('idea');
    expect([late.status, wordsOf(late)]).toEqual([422, expect.stringContaining('Iemand anders paste')]);
  });

  it('keeps an unreleased quote out of what becomes public', async () => {
    const rows = await app.ctx.db.kysely
      .selectFrom('records')
      .select('content')
      .where('kind', '=', 'quote')
      .execute();
    const held = rows.map(({ content }) => JSON.parse(content)).find(({ released }) => !released);
    const refused = await save('ACT-4', { state: 'busy', reason: `Want: ${held.text.nl}` });
    expect([refused.status, wordsOf(refused)]).toEqual([422, expect.stringContaining('niet vrijgegeven')]);
  });
});

describe('the feed', () => {
  it('has an entry per change and version in the language asked, with ids that stay', async () => {
    const [dutch, english] = [await feed('nl'), await feed('en')];
    expect(dutch.status).toBe(200);
    expect(dutch.headers.get('content-type')).toContain('application/atom+xml');
    expect(dutch.text).toContain('xml:lang="nl"');
    expect(dutch.text).toContain(
      '<title>Structuur brengen in de inhoud van het leerplatform: gestopt</title>',
    );
    expect(english.text).toContain('From planned to stopped.');
    const ids = idsIn(dutch.text);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    // An entry is the same in every language; the feed itself is one per language.
    expect(idsIn(english.text).slice(1)).toEqual(ids.slice(1));
    now = new Date('2024-04-02T08:40:00Z');
    expect((await save('ACT-5', { state: 'done' })).status).toBe(303);
    await publishReport(app.ctx, 'ooo');
    const later = idsIn((await feed('nl')).text);
    expect(later.slice(-ids.length + 1)).toEqual(ids.slice(1));
    expect(later.length).toBe(ids.length + 2);
    expect(wordsOf(await app.visitor().get(page))).toContain('nog niets veranderd');
  });

  it('is well-formed Atom: an id, a title and a moment for the feed and for every entry', async () => {
    const { text } = await feed('nl');
    const entries = text.split('<entry>');
    for (const part of entries) {
      expect(part.match(/<id>/g)?.length).toBe(1);
      expect(part.match(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/g)?.length).toBe(1);
      expect(part.match(/<title>/g)?.length).toBe(1);
    }
    expect(text).toContain('rel="self"');
    expect(text).toContain('vervangen');
    expect(text).not.toContain('<b>');
  });
});
