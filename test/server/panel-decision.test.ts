// From the talk after a round to the frozen decision: comments, movement, moves by hand with a reason, and the log.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openingsOf } from '../../server/db/card-openings.ts';
import { commentsOf } from '../../server/db/panel-comments.ts';
import { handedIn } from '../../server/db/panel-decisions.ts';
import { logOf } from '../../server/db/panel-log.ts';
import { ballotsOf, membersOf, roundsOf, saveBallot } from '../../server/db/panels.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

let server: PanelServer;
let team: TeamMember;
beforeAll(async () => {
  server = await startPanelServer();
  team = await signedIn(server);
});
afterAll(() => server?.close());

const db = () => server.ctx.db.kysely;
const roundNow = async (number: number) =>
  (await roundsOf(db(), 'klein')).find(({ round }) => round === number);
const panelOrder = async () =>
  (await analyseProject(server.ctx, 'klein', { reader: 'team' })).panel?.lists[0]?.order.map(
    ({ need }) => need,
  );

/** The places of the final list as they are written. */
const places = (html: string) =>
  [...html.matchAll(/class="final-place">.*?<\/span>([^<]+)<\/span>/g)].map(([, place]) => place);

/** Orders as the member's browser does, with a comment where one is given. */
async function order(member: string, line: string, comments: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams({ 'cards.top': line, 'cards.N3': 'N3a,N3b' });
  for (const [need, words] of Object.entries(comments)) body.set(`comment.${need}`, words);
  const headers = { 'sec-fetch-site': 'same-origin' };
  const saved = await fetch(`${server.ballot(member)}/ballot`, { method: 'PUT', body, headers });
  if (!saved.ok) return saved;
  return fetch(`${server.ballot(member)}/submit`, { method: 'POST', body, headers, redirect: 'manual' });
}

describe('a comment on a need', () => {
  test('is kept with the ballot, and one that is too long comes back beside its field, the rest saved', async () => {
    expect((await order('m1', 'N1,N2,N3,N4', { N2: 'te <weinig> lijnen' })).status).toBe(303);
    expect(await (await fetch(server.ballot('m1'))).text()).toContain('te &lt;weinig&gt; lijnen');
    const body = new URLSearchParams({
      'cards.top': 'N1,N2,N3,N4',
      'cards.N3': 'N3a,N3b',
      'comment.N1': 'a'.repeat(601),
      'comment.N2': 'nog altijd te weinig lijnen',
      do: 'up:N4',
    });
    const answer = await fetch(server.ballot('m1'), { method: 'POST', body });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('hoogstens 600 tekens');
    expect(html).toMatch(/<textarea id="comment-N1"[^>]*aria-invalid="true"[^>]*>\na{601}<\/textarea>/);
    expect(html).toContain('<a href="#comment-N1">');
    expect(html).toContain('staat nu op plaats 3 van 4.');
    expect((await commentsOf(db(), 'klein', 1)).map(({ words }) => words)).toEqual([
      'nog altijd te weinig lijnen',
    ]);
    const [own] = await ballotsOf(db(), 'klein', 1);
    expect(own?.ballot.lists.top?.tiers).toEqual([['N1'], ['N2'], ['N4'], ['N3']]);
    await order('m1', 'N1,N2,N3,N4', { N2: 'te <weinig> lijnen' });
  });

  test('is read by nobody else before the round closes', async () => {
    await order('m2', 'N1,N3,N2,N4');
    await order('m3', 'N2,N1,N3,N4', { N2: 'al beter' });
    for (const path of ['/team/klein/panel', '/team/klein/panel/log']) {
      expect((await team.get(path)).text).not.toContain('al beter');
    }
    expect(await (await fetch(server.ballot('m2'))).text()).not.toContain('al beter');
    expect((await team.get('/team/klein/panel/rounds/1/talk')).status).toBe(404);
    expect((await team.get('/team/klein/panel/rounds/1/final')).status).toBe(404);
  });
});

test('that evidence was opened is counted by need, for needs of the round alone', async () => {
  const opened = async (member: string, need: string) =>
    (await fetch(`${server.ballot(member)}/opened`, { method: 'POST', body: new URLSearchParams({ need }) }))
      .status;
  expect([await opened('m1', 'N1'), await opened('m2', 'N1'), await opened('m1', 'N3a')]).toEqual([
    204, 204, 204,
  ]);
  expect(await opened('m1', 'X9')).toBe(204);
  expect(await openingsOf(db(), 'klein', 1)).toEqual(
    new Map([
      ['N1', 2],
      ['N3a', 1],
    ]),
  );
});

describe('the talk', () => {
  test('shows comments without names, the quorum and advice, to the team and to members', async () => {
    await team.post('/team/klein/panel/rounds/1/close');
    expect(await roundNow(1)).toMatchObject({ state: 'closed', invited: 3 });
    const { text } = await team.get('/team/klein/panel/rounds/1/talk');
    expect(text).toContain('te &lt;weinig&gt; lijnen');
    expect(text).toContain('Het quorum van 3 is bereikt');
    expect(text).toContain('Het bewijs werd 2 keer geopend.');
    expect(text).toContain('Het bewijs werd door niemand geopend.');
    expect(text).toContain('Nog een ronde?');
    expect(text).not.toMatch(/bib m\d/);
    expect(await (await fetch(server.ballot('m2'))).text()).toContain('al beter');
  });

  test('after a second round tells how each need moved and how alike the orders are', async () => {
    const open = { closesOn: '2024-03-20', mode: 'confidential', quorum: '3' };
    const needs = Object.fromEntries(
      ['N1', 'N2', 'N3', 'N3a', 'N3b', 'N4'].map((need) => [`need.${need}`, '1']),
    );
    expect((await team.post('/team/klein/panel/open', { ...open, ...needs })).status).toBe(303);
    for (const member of ['m1', 'm2', 'm3']) await order(member, 'N2,N1,N3,N4');
    await team.post('/team/klein/panel/rounds/2/close');
    const { text } = await team.get('/team/klein/panel/rounds/2/talk');
    expect(text).toContain('Van plaats 2 naar plaats 1');
    expect(text).toContain('Zelfde plaats als in ronde 1');
    expect(text).toContain('Kendalls tau is 0,67');
    expect(await (await fetch(server.ballot('m1'))).text()).toContain('Vorige ronde: plaats 2');
  });
});

describe('moving by hand', () => {
  const move = '/team/klein/panel/rounds/2/move';

  test('asks for a need, a place of its list and a reason, and keeps what was typed', async () => {
    const answer = await team.post(move, { need: 'N4', to: '9', reason: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('een getal van 1 tot 4');
    expect(answer.text).toContain('zonder reden verplaatsen we niets');
    expect(answer.text).toContain('value="9"');
    expect(answer.text).toContain('<option value="N4" selected>');
    expect((await team.post(move, { need: 'toString', to: '1', reason: 'x' })).status).toBe(422);
    expect((await team.post(move, { need: 'N4', to: '1', reason: 'x'.repeat(1001) })).status).toBe(422);
    expect((await team.post(move, { need: 'N4', to: '1', reason: 'x', csrf: '' })).status).toBe(403);
    expect(await panelOrder()).toEqual(['N2', 'N1', 'N3', 'N4']);
  });

  test('is a line of the log and changes the list everywhere, with where the need came from', async () => {
    expect((await team.post(move, { need: 'N4', to: '1', reason: 'wettelijk verplicht' })).status).toBe(303);
    expect(await panelOrder()).toEqual(['N4', 'N2', 'N1', 'N3']);
    const analysis = await analyseProject(server.ctx, 'klein', { reader: 'team' });
    expect(analysis.needs.find(({ code }) => code === 'N4')?.panelRank).toBe(1);
    const { text } = await team.get('/team/klein/panel/rounds/2/final');
    expect(text).toContain('plaats 4 bij de groep → eindplaats 1. “wettelijk verplicht”');
    expect(text).toContain('Opgeschoven door een verplaatsing: plaats 1 bij de groep → eindplaats 2.');
    expect(places(text)).toEqual(['1', '2', '3', '4', '4a', '4b']);
    expect(text.match(/Er is geen bewijs bij deze nood/g)).toHaveLength(6);
    // A member reads it beside the own order, and the reason with it.
    const own = await (await fetch(`${server.ballot('m1')}/rounds/2`)).text();
    expect(own).toContain(
      'Met de hand verplaatst: plaats 4 bij de groep → eindplaats 1. “wettelijk verplicht”',
    );
    expect(own).toContain('Opgeschoven door een verplaatsing: plaats 1 bij de groep → eindplaats 2.');
    // The report tells it too: as the list stands, and why.
    const report = (await team.get('/team/klein/report/preview')).text;
    expect(report).toContain('Plaats 4 bij de groep → eindplaats 1');
    expect(report).toContain('plaats 4 bij de groep → eindplaats 1. De reden: “wettelijk verplicht”');
    expect((await logOf(db(), 'klein')).at(-1)).toMatchObject({
      act: 'needMoved',
      round: 2,
      account: 'a1',
      reason: 'wettelijk verplicht',
      details: { need: 'N4', from: 4, to: 1 },
    });
  });

  test('an older round is not moved any more', async () => {
    const old = '/team/klein/panel/rounds/1/move';
    expect((await team.post(old, { need: 'N4', to: '1', reason: 'x' })).status).toBe(409);
  });
});

describe('the decision', () => {
  const freeze = '/team/klein/panel/rounds/2/freeze';

  test('needs its reason', async () => {
    expect((await team.post(freeze, { rationale: ' ' })).status).toBe(422);
    expect((await roundNow(2))?.frozenOn).toBeNull();
  });

  test('stands: the same list, no link to members, and no route or query that changes it', async () => {
    const before = await analyseProject(server.ctx, 'klein', { reader: 'team' });
    expect((await team.post(freeze, { rationale: 'zo besproken' })).status).toBe(303);
    const frozen = await roundNow(2);
    expect(frozen).toMatchObject({ frozenOn: '2024-03-01', rationale: 'zo besproken' });
    const after = await analyseProject(server.ctx, 'klein', { reader: 'team' });
    const decision = { day: '2024-03-01', rationale: 'zo besproken' };
    expect(after.panel).toEqual({ ...before.panel, decision });
    for (const round of [1, 2]) {
      expect(await ballotsOf(db(), 'klein', round)).toEqual([]);
      expect(await handedIn(db(), 'klein', round)).toHaveLength(3);
    }
    expect((await commentsOf(db(), 'klein', 1)).map(({ member }) => member)).not.toContain('m1');

    expect((await team.post(freeze, { rationale: 'nog eens' })).status).toBe(409);
    expect(
      (await team.post('/team/klein/panel/rounds/2/move', { need: 'N1', to: '1', reason: 'x' })).status,
    ).toBe(409);
    expect((await team.post('/team/klein/panel/rounds/2/close')).status).toBe(404);
    expect((await order('m1', 'N1,N2,N3,N4', { N1: 'toch' })).status).toBe(409);
    for (const change of [{ rationale: 'anders' }, { lists: '{}' }, { state: 'open' as const }]) {
      const query = db().updateTable('panel_rounds').set(change).where('round', '=', 2);
      await expect(query.execute()).rejects.toThrow();
    }
    await expect(db().deleteFrom('panel_rounds').where('round', '=', 2).execute()).rejects.toThrow();
    expect(await roundNow(2)).toEqual(frozen);
    expect(await panelOrder()).toEqual(['N4', 'N2', 'N1', 'N3']);
  });

  test('is told on its page and in the log, which tells who, when, what and why', async () => {
    const page = await team.get('/team/klein/panel/rounds/2/final');
    expect(page.text).toContain('zo besproken');
    expect(page.text).not.toContain('/freeze"');
    const own = await (await fetch(`${server.ballot('m1')}/rounds/2`)).text();
    expect(own).toContain('Beslist op 1 maart 2024.</strong> “zo besproken”');
    const report = (await team.get('/team/klein/report/preview')).text;
    expect(report).toContain('legde de groep deze volgorde vast. Waarom: “zo besproken”');
    const log = await team.get('/team/klein/panel/log');
    expect(log.text).toContain('Beslissing van ronde 2 vastgelegd');
    expect(log.text).toContain('lead@example.org');
    expect(log.text).toContain('wettelijk verplicht');
  });
});

describe('after the decision', () => {
  const ownPlaces = async (member: string, round: number) => {
    const html = await (await fetch(`${server.ballot(member)}/rounds/${round}`)).text();
    return [...html.matchAll(/class="ring">([^<]*)</g)].map(([, place]) => place);
  };

  test('who has the own link sees the own order, and the database does not know whose it is', async () => {
    // Round 1: m1 and m2 differ in the middle; the group’s order has N1 first there.
    expect(await ownPlaces('m1', 1)).toEqual(['1', '2', '3', '4', 'a', 'b']);
    expect(await ownPlaces('m2', 1)).toEqual(['1', '3', '2', '4', 'a', 'b']);
    const rows = await db().selectFrom('loose_ballots').selectAll().execute();
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ own_key }) => own_key)).size).toBe(6);
    // Read as they lie there: by chance key, for in the members' order a row would still be somebody's.
    const lying = rows.filter(({ round }) => round === 1).map(({ id }) => id);
    expect(lying).toEqual([...lying].sort());
    const members = await db().selectFrom('panel_members').selectAll().execute();
    for (const { code, token_hash } of members) {
      expect(JSON.stringify(rows)).not.toContain(`"${code}"`);
      expect(JSON.stringify(rows)).not.toContain(token_hash ?? '-');
    }
  });

  test('a new link makes the member new: it finds no ballot of before', async () => {
    const page = await team.post('/team/klein/panel/members/m3/link');
    const link = /value="(http[^"]*\/p\/[\w-]{32})"/.exec(page.text)?.[1] ?? '';
    const html = await (await fetch(`${link}/rounds/1`)).text();
    expect([...html.matchAll(/class="ring">([^<]*)</g)].every(([, place]) => place === '–')).toBe(true);
  });

  test('a new round leads to a new decision and leaves the old one as it was', async () => {
    const frozen = await roundNow(2);
    expect((await team.get('/team/klein/panel')).text).toContain('Opnieuw beslissen: ronde 3 openen');
    expect((await team.get('/team/klein/panel/open')).text).toContain(
      'De beslissing van ronde 2 (1 maart 2024) blijft',
    );
    const settings = { closesOn: '2024-03-20', mode: 'named', quorum: '3' };
    const needs = Object.fromEntries(
      ['N1', 'N2', 'N3', 'N3a', 'N3b', 'N4'].map((need) => [`need.${need}`, '1']),
    );
    expect((await team.post('/team/klein/panel/open', { ...settings, ...needs })).status).toBe(303);
    for (const member of ['m1', 'm2']) expect((await order(member, 'N3,N4,N1,N2')).status).toBe(303);
    await saveBallot(db(), {
      project: 'klein',
      round: 3,
      member: 'm3',
      ballot: { lists: { top: { tiers: [['N3'], ['N4'], ['N1'], ['N2']], noOpinion: [] } } },
      submitted: true,
      savedAt: '2024-03-02',
    });
    await team.post('/team/klein/panel/rounds/3/close');
    // Until the new one is fixed the decision stands, also in figures and report.
    expect(await panelOrder()).toEqual(['N4', 'N2', 'N1', 'N3']);
    expect((await team.get('/team/klein/panel/rounds/3/final')).text).toContain(
      'De beslissing van ronde 2 geldt tot',
    );
    expect(
      (await team.post('/team/klein/panel/rounds/3/freeze', { rationale: 'nieuwe cijfers' })).status,
    ).toBe(303);
    expect(await panelOrder()).toEqual(['N3', 'N4', 'N1', 'N2']);
    expect(await roundNow(2)).toEqual(frozen);
    expect(await handedIn(db(), 'klein', 2)).toHaveLength(3);
    const old = await team.get('/team/klein/panel/rounds/2/final');
    expect(old.text).toContain('Intussen geldt de beslissing van ronde 3');
    expect(old.text).toContain('zo besproken');
    expect((await team.get('/team/klein/panel/log')).text).toContain('na de beslissing van ronde 2');
    // A round by name keeps who ordered what; the confidential ones stay loose.
    expect(await ballotsOf(db(), 'klein', 3)).toHaveLength(3);
    expect(await ownPlaces('m1', 1)).toEqual(['1', '2', '3', '4', 'a', 'b']);
  });
});

test('the report names the libraries on the board, and a member only with consent', async () => {
  const preview = async () => (await team.get('/team/klein/report/preview')).text;
  const added = { library: 'bib Zwin', role: 'diensthoofd', name: 'Ineke Proef' };
  expect((await team.post('/team/klein/panel/members', added)).status).toBe(303);
  expect(await preview()).toContain('Leden van de klankbordgroep: bib m1, bib m2, bib m3 en bib Zwin.');
  // What is kept of a version when it is published has no name either.
  expect(JSON.stringify(await currentReport(server.ctx, 'klein'))).not.toContain('Ineke');

  const code = (await membersOf(db(), 'klein')).find(({ library }) => library === 'bib Zwin')?.code;
  const consent = `/team/klein/panel/members/${code}/name`;
  await team.post(consent, { shown: '1' });
  expect(await preview()).toContain('bib m1, bib m2, bib m3 en Ineke Proef (bib Zwin).');
  await team.post(consent, { shown: '0' });
  expect(await preview()).not.toContain('Ineke');
});
