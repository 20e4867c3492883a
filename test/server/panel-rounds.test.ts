// A round of the sounding board from the workspace: opening it, its members and their links.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startsOf } from '../../server/db/panel-comments.ts';
import { logOf } from '../../server/db/panel-log.ts';
import { membersOf, roundsOf, saveBallot } from '../../server/db/panels.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

let server: PanelServer;
let team: TeamMember;
beforeAll(async () => {
  server = await startPanelServer(false);
  team = await signedIn(server);
});
afterAll(() => server?.close());

const db = () => server.ctx.db.kysely;
const sound = {
  closesOn: '2024-03-20',
  mode: 'named',
  quorum: '3',
  'need.N1': '1',
  'need.N3': '1',
  'need.N3a': '1',
  'need.N3b': '1',
  'need.N4': '1',
};

describe('opening a round', () => {
  test('a wrong form is 422, says what is wrong, and keeps everything typed', async () => {
    const wrong = { closesOn: '2024-02-31', mode: 'open', quorum: 'veel', 'need.N2': '1' };
    const answer = await team.post('/team/klein/panel/open', wrong);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Geef een laatste dag die bestaat.');
    expect(answer.text).toContain('value="2024-02-31"');
    expect(answer.text).toContain('value="veel"');
    expect(answer.text).toContain('Kies minstens twee noden');
    expect(answer.text).toMatch(/name="need.N2" value="1" checked/);
    expect(answer.text).not.toMatch(/name="need.N1" value="1" checked/);
    expect(await roundsOf(db(), 'klein')).toEqual([]);
    const past = await team.post('/team/klein/panel/open', { ...sound, closesOn: '2024-02-01', quorum: '2' });
    expect(past.text).toContain('De laatste dag is voorbij');
    expect(past.text).toContain('een getal van 3 tot 3');
  });

  test('a form without the token of the session opens nothing', async () => {
    const answer = await team.post('/team/klein/panel/open', { ...sound, csrf: 'x' });
    expect(answer.status).toBe(403);
    expect(await roundsOf(db(), 'klein')).toEqual([]);
  });

  test('a sound form opens the round with the chosen needs, nested, and a kept order per member', async () => {
    const answer = await team.post('/team/klein/panel/open', sound);
    expect([answer.status, answer.location]).toEqual([303, '/team/klein/panel?round=1']);
    const [round] = await roundsOf(db(), 'klein');
    expect(round).toMatchObject({ mode: 'named', quorum: 3, closesOn: '2024-03-20', state: 'open' });
    expect(round?.lists).toEqual({ top: ['N1', 'N3', 'N4'], N3: ['N3a', 'N3b'] });
    const start = (await startsOf(db(), 'klein', 'm1')).get(1);
    expect([...(start?.top ?? [])].sort()).toEqual(['N1', 'N3', 'N4']);
    const shown = await (await fetch(server.ballot('m1'))).text();
    const needs = [...shown.matchAll(/name="cards.top" value="([^"]*)"/g)].map(([, line]) => line ?? '');
    for (const need of start?.top ?? []) expect(needs[0]).toContain(need);
  });

  test('no second round opens beside it', async () => {
    expect((await team.get('/team/klein/panel/open')).status).toBe(409);
    expect((await team.post('/team/klein/panel/open', sound)).status).toBe(409);
  });
});

describe('members', () => {
  const member = { library: 'bib Zwin', role: 'diensthoofd', name: 'Ine', interest: 'geeft zelf les' };

  test('a member without library or with too long words is not added, and what was typed stays', async () => {
    const long = { ...member, library: '', interest: 'x'.repeat(700) };
    const answer = await team.post('/team/klein/panel/members', long);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Geef de bibliotheek van het lid.');
    expect(answer.text).toContain('hoogstens 600 tekens');
    expect(answer.text).toContain('x'.repeat(700));
    expect(await membersOf(db(), 'klein')).toHaveLength(3);
  });

  test('a member added during the round gets an order of cards and a link that is shown once', async () => {
    expect((await team.post('/team/klein/panel/members', member)).status).toBe(303);
    const added = (await membersOf(db(), 'klein')).find(({ library }) => library === 'bib Zwin');
    expect(added).toMatchObject({ namePublic: false, interest: 'geeft zelf les' });
    const code = added?.code ?? '';
    expect((await startsOf(db(), 'klein', code)).has(1)).toBe(true);
    const made = await team.post(`/team/klein/panel/members/${code}/link`);
    expect(made.status).toBe(200);
    const token = /\/p\/([\w-]{32})/.exec(made.text)?.[1] ?? '';
    expect((await fetch(`${server.base}/p/${token}`)).status).toBe(200);
    expect((await team.get('/team/klein/panel/members')).text).not.toContain(token);
    await team.post(`/team/klein/panel/members/${code}/link`);
    expect((await fetch(`${server.base}/p/${token}`)).status).toBe(404);
  });

  test('a name stands in the report only as long as the member wishes', async () => {
    const added = async () => (await membersOf(db(), 'klein')).find(({ library }) => library === 'bib Zwin');
    const address = `/team/klein/panel/members/${(await added())?.code}/name`;
    expect((await team.post(address, { shown: '1' })).status).toBe(303);
    expect((await team.get('/team/klein/panel/members')).text).toContain('In het verslag: Ine');
    await team.post(address, { shown: '0' });
    expect((await added())?.namePublic).toBe(false);
    expect((await team.get('/team/klein/panel/log')).text).toContain(
      'De naam van een lid blijft uit het verslag',
    );
  });

  test('who is removed has no link, no name and no open ballot any more', async () => {
    const ballot = { lists: { top: { tiers: [['N1'], ['N3'], ['N4']], noOpinion: [] } } };
    const key = { project: 'klein', round: 1, member: 'm3' };
    await saveBallot(db(), { ...key, ballot, submitted: true, savedAt: '2024-03-02' });
    expect((await team.post('/team/klein/panel/members/m3/remove')).status).toBe(303);
    expect((await fetch(server.ballot('m3'))).status).toBe(404);
    expect((await membersOf(db(), 'klein')).map(({ code }) => code)).not.toContain('m3');
    expect((await team.get('/team/klein/panel?round=1')).text).toContain('0 van de 3 leden');
    expect((await team.post('/team/klein/panel/members/m3/link')).status).toBe(404);
  });

  test('every act is in the log, and the database refuses to change a line of it', async () => {
    const acts = (await logOf(db(), 'klein')).map(({ act }) => act);
    expect(acts).toEqual([
      'roundOpened',
      'memberAdded',
      'linkMade',
      'linkMade',
      'nameShown',
      'nameHidden',
      'memberRemoved',
    ]);
    await expect(db().updateTable('panel_log').set({ reason: 'iets anders' }).execute()).rejects.toThrow();
    await expect(db().deleteFrom('panel_log').execute()).rejects.toThrow();
    expect(JSON.stringify(await logOf(db(), 'klein'))).not.toContain('Ine');
  });
});
