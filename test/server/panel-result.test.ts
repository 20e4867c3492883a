// The sounding board in the workspace: progress without secrets, closing a round, and the group's result.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '../../server/db/accounts.ts';
import { ballotsOf, roundsOf, saveBallot } from '../../server/db/panels.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { joinProjectsOfNobody } from '../../server/operations/people.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';

let server: PanelServer;
let cookie = '';
beforeAll(async () => {
  server = await startPanelServer();
  const password = 'een lang wachtwoord';
  const account = { id: 'a1', email: 'lead@example.org' };
  await createAccount(server.ctx.db.kysely, account, await hashPassword(password), '2024-01-01T00:00:00Z');
  await joinProjectsOfNobody(server.ctx.db.kysely, account.id, '2024-01-01T00:00:00Z');
  const form = await fetch(`${server.base}/team/sign-in`);
  cookie = sessionOf(form);
  const fields = { csrf: tokenOf(await form.text()), to: '', email: account.email, password };
  cookie = sessionOf(await post('/team/sign-in', fields));
});
afterAll(() => server.close());

function sessionOf(answer: Response): string {
  const set = answer.headers.getSetCookie().find((each) => each.startsWith('session='));
  return set?.split(';')[0] ?? cookie;
}
const tokenOf = (html: string) =>
  /name="csrf" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
const get = (path: string) => fetch(`${server.base}${path}`, { headers: { cookie }, redirect: 'manual' });
const pageOf = async (path: string) => (await get(path)).text();
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${server.base}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
const close = '/team/klein/panel/rounds/1/close';
async function handIn(member: string, order: readonly string[]) {
  const lists = {
    top: { tiers: order.map((need) => [need]), noOpinion: [] },
    N3: { tiers: [['N3b'], ['N3a']], noOpinion: [] },
  };
  const key = { project: 'klein', round: 1, member };
  await saveBallot(server.ctx.db.kysely, {
    ...key,
    ballot: { lists },
    submitted: true,
    savedAt: '2024-03-02',
  });
}

describe('an open round', () => {
  test('tells who handed in and nothing of what they chose', async () => {
    await handIn('m1', ['N4', 'N3', 'N2', 'N1']);
    const html = await pageOf('/team/klein/panel');
    expect(html).toContain('1 van de 3 leden diende een volgorde in');
    expect(html.match(/nog niet<\/span>/g)).toHaveLength(2);
    expect(html).not.toContain('Herhalen');
    expect(html).not.toContain('worked-example');
  });
  test('is closed only on purpose: the page asks, and a form without its token changes nothing', async () => {
    expect(await pageOf(close)).toContain('Ronde 1 sluiten?');
    expect(await pageOf(close)).toContain('Met minder dan drie lijsten verschijnt er geen volgorde');
    expect((await post(close, {})).status).toBe(403);
    expect(
      (await post('/team/klein/panel/rounds/9/close', { csrf: tokenOf(await pageOf(close)) })).status,
    ).toBe(404);
    expect((await roundsOf(server.ctx.db.kysely, 'klein'))[0]?.state).toBe('open');
  });
  test('is not for a visitor who did not sign in', async () => {
    for (const path of ['/team/klein/panel', close]) {
      const answer = await fetch(`${server.base}${path}`, { redirect: 'manual' });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toContain('/team/sign-in');
    }
  });
});

describe('a closed round', () => {
  test('shows the order, how much members agree, and no spread under five lists', async () => {
    await handIn('m2', ['N4', 'N3', 'N1', 'N2']);
    await handIn('m3', ['N4', 'N2', 'N3', 'N1']);
    const answer = await post(close, { csrf: tokenOf(await pageOf(close)) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/team/klein/panel?round=1']);
    const html = await pageOf('/team/klein/panel');
    expect(html).toContain('De klankbordgroep zet ‘Herhalen’ op 1');
    expect(html).toContain('3 van de 3 leden ordenden 4 noden in ronde 1, gesloten op 1 maart 2024.');
    // Rank sums 3, 7, 9, 11 of three lists of four: W = 12 * 260 - 3 * 9 * 100 over 9 * 60 = 0.78.
    expect(html).toContain('Kendalls W is 0,78');
    expect(html).toContain('Met minder dan vijf lijsten tonen we geen spreiding per nood.');
    expect(html).not.toMatch(/Van plaats \d tot plaats \d/);
    expect(html).toContain('Binnen ‘Vlotte start’');
    expect(html).toContain('href="/worked-example"');
  });
  test('has no way back and keeps the ballots', async () => {
    expect((await get(close)).status).toBe(404);
    expect(await ballotsOf(server.ctx.db.kysely, 'klein', 1)).toHaveLength(3);
    expect((await get('/team/klein/panel?round=7')).status).toBe(404);
  });
  test('says why it is counted so, and under five lists neither who beats whom nor how firm a place is', async () => {
    const html = await pageOf('/team/klein/panel');
    expect(html).toContain('Waarom deze volgorde?');
    expect(html).toContain('Met minder dan vijf lijsten vergelijken we geen andere tellingen');
    expect(html).toContain('Met minder dan vijf lijsten tonen we per nood niet hoe vast haar plaats staat');
    // 24 orders for each of the two other lists: 576 tables.
    expect(html).toContain('Exact geteld over alle 576');
    expect(html).not.toContain('counts-table');
    expect(html).not.toContain('pairs-table');
  });
  test('does not name members beside the order', async () => {
    const html = await pageOf('/team/klein/panel');
    for (const member of ['bib m1', 'bib m2', 'bib m3']) expect(html).not.toContain(member);
  });
});
