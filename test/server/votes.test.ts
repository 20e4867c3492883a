// Rounds that are voted in another way than by ordering cards, over HTTP: opening, voting, closing and what is shown then.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Way } from '../../analysis/panel/ways/vote.ts';
import { offersOf } from '../../server/db/panel-comments.ts';
import { ballotsOf, roundsOf } from '../../server/db/panels.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';
import { type Form, voteFormOf } from './vote-form.ts';

let server: PanelServer;
let team: TeamMember;
/** The round that was opened last. */
let round = 0;
beforeAll(async () => {
  server = await startPanelServer(false, ['N5', 'N6', 'N7', 'N8', 'N9']);
  team = await signedIn(server);
});
afterAll(() => server?.close());
// A round that a test left open ends with it.
afterEach(async () => {
  const rounds = await roundsOf(db(), 'klein');
  if (rounds.at(-1)?.state === 'open') await close();
});

const db = () => server.ctx.db.kysely;
const needs = ['N1', 'N2', 'N3', 'N3a', 'N3b', 'N4', 'N5', 'N6'];
const members = ['m1', 'm2', 'm3'];

async function open(way: string, more: Readonly<Record<string, string>> = {}) {
  const chosen = Object.fromEntries(needs.map((need) => [`need.${need}`, '1']));
  const answer = await team.post('/team/klein/panel/open', {
    closesOn: '2024-03-20',
    mode: 'confidential',
    quorum: '3',
    way,
    ...chosen,
    ...more,
  });
  if (answer.status === 303) round = Number(/round=(\d+)$/.exec(answer.location ?? '')?.[1]);
  return answer;
}
const close = () => team.post(`/team/klein/panel/rounds/${round}/close`);
const ofRound = async (path: string) => (await team.get(`/team/klein/panel/rounds/${round}/${path}`)).text;
const resultOf = async () => (await team.get(`/team/klein/panel?round=${round}`)).text;

/** Posts a form of a member's page; redirects are not followed. */
async function send(member: string, path: string, form: Form, method: 'POST' | 'PUT' = 'POST') {
  const answer = await fetch(`${server.ballot(member)}${path}`, {
    method,
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}
const page = async (member: string, path = '') => (await fetch(`${server.ballot(member)}${path}`)).text();
const own = async (member: string) =>
  (await ballotsOf(db(), 'klein', round)).find((ballot) => ballot.member === member);

const formOf = (member: string) => voteFormOf(db(), round, member);

async function handIn(member: string, form: Form) {
  expect(await send(member, '', { ...form, do: 'review' })).toMatchObject({ status: 303 });
  const review = await page(member, '/review');
  const fields = Object.fromEntries(
    [...review.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Form;
  expect(await send(member, '/submit', fields)).toMatchObject({ status: 303 });
  return review;
}

describe.each(['piles', 'points', 'sets', 'pairs', 'grid'] as const)('a round by %s', (way: Way) => {
  test('is opened, voted in, closed, shown to the team and to members, talked about, and decided on or not', async () => {
    expect((await open(way)).status).toBe(303);
    expect((await roundsOf(db(), 'klein')).at(-1)).toMatchObject({ way, state: 'open' });
    const offered = await offersOf(db(), 'klein', round, 'm1');
    expect(await page('m1')).toBe(await page('m1'));
    expect(await offersOf(db(), 'klein', round, 'm1')).toEqual(offered);
    for (const member of members) await handIn(member, await formOf(member));
    expect(await page('m1', '/submitted')).toContain('je stem is ingediend');
    const before = await resultOf();
    expect(before).toContain('3 van de 3 leden');
    expect(before).not.toContain('needs/N1"');
    await close();
    expect(/<tbody>\s*<tr>.*?needs\/(\w+)/s.exec(await resultOf())?.[1]).toBe('N1');
    expect(await page('m1')).toContain(way === 'piles' ? 'jouw volgorde naast' : 'jouw stem naast');
    for (const shown of [await resultOf(), await page('m1')])
      expect(shown).toContain(`href="/worked-example/${way}"`);
    expect(await ofRound('talk')).toContain('Quorum');
    expect((await team.get(`/team/klein/panel/rounds/${round}/what-if`)).status).toBe(200);
    const final = await ofRound('final');
    const explores = way === 'points' || way === 'grid';
    expect(final.includes('er volgt geen beslissing uit')).toBe(explores);
    expect(final.includes('/freeze"')).toBe(!explores);
    if (explores) {
      const address = `/team/klein/panel/rounds/${round}/freeze`;
      expect((await team.post(address, { rationale: 'zo besproken' })).status).toBe(422);
    }
  });

  test('shows nothing of two votes', async () => {
    await open(way);
    for (const member of ['m1', 'm2']) await handIn(member, await formOf(member));
    await close();
    const result = await resultOf();
    expect(result).toContain('te weinig lijsten');
    expect(result).not.toContain('needs/N1"');
    expect(await page('m1')).toContain('Met minder dan drie');
  });

  test('by name tells after closing who chose what, in the words of the way', async () => {
    await open(way, { mode: 'named' });
    expect(await page('m1')).toContain('ziet de hele groep wie wat koos');
    for (const member of members) await handIn(member, await formOf(member));
    await close();
    const talk = await ofRound('talk');
    expect(talk).toContain('medewerker, bib m1');
    const said = {
      piles: 'eerst aanpakken',
      points: '1 punt',
      sets: 'keer eerst',
      pairs: 'won 5 van 5',
      grid: 'werk 1 van 5, opbrengst 5 van 5',
    };
    expect(talk).toContain(said[way]);
  });

  test('keeps everything of a wrong form, says what is wrong at its field, and counts what was right before', async () => {
    await open(way);
    const form = await formOf('m1');
    await handIn('m1', form);
    const counted = (await own('m1'))?.ballot;
    const wrong: Readonly<Record<Way, Form>> = {
      piles: { 'top.pile.N1': 'hoog' },
      points: { 'top.points.N1': '2', 'top.points.N2': '2' },
      sets: { 'top.best.1': '', 'top.worst.1': form['top.worst.1'] ?? '' },
      pairs: { 'top.pair.1': 'links' },
      grid: { 'top.effort.N1': '', 'top.impact.N1': '4' },
    };
    const answer = await send('m1', '', {
      ...form,
      ...wrong[way],
      'comment.N2': 'kan niet zonder',
      do: 'review',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Nog niet klaar');
    const field = {
      piles: 'pile.N1',
      points: 'points.N1',
      sets: 'best.1',
      pairs: 'pair.1',
      grid: 'effort.N1',
    }[way];
    expect(answer.text).toContain(`href="#top.${field}"`);
    expect(answer.text).toContain(`aria-describedby="top.${field}.problem"`);
    expect(answer.text).toContain('kan niet zonder');
    if (way === 'points') expect(answer.text).toMatch(/name="top.points.N2" value="2" checked/);
    if (way === 'grid') expect(answer.text).toMatch(/name="top.impact.N1" value="4" checked/);
    expect(await own('m1')).toMatchObject({ ballot: counted, submitted: true });
    // What was typed is there again on another device.
    if (way === 'points') expect(await page('m1')).toMatch(/name="top.points.N2" value="2" checked/);
  });

  test('takes nothing empty, nothing after closing, and saves what the browser sends on the way', async () => {
    await open(way);
    const empty = await send('m1', '', { do: 'review' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Je hebt nog niets gekozen.');
    expect((await send('m1', '/submit', {})).status).toBe(422);
    const form = await formOf('m1');
    const saved = await send('m1', '/ballot', form, 'PUT');
    expect(JSON.parse(saved.text)).toEqual({
      savedAt: '2024-03-01T19:14:00.000Z',
      state: expect.any(String),
    });
    expect(await own('m1')).toMatchObject({ submitted: false });
    await send('m1', '/submit', form);
    const half = JSON.parse(
      (
        await send(
          'm1',
          '/ballot',
          {
            ...form,
            'top.effort.N1': '',
            'top.pile.N1': 'x',
            'top.points.N1': '9',
            'top.best.1': '',
            'top.pair.1': 'x',
          },
          'PUT',
        )
      ).text,
    );
    expect(half.pending).toContain('telt wat je eerder indiende');
    await close();
    expect((await send('m1', '', { ...form, do: 'review' })).status).toBe(409);
    expect((await send('m1', '/ballot', form, 'PUT')).status).toBe(409);
    expect((await send('m1', '/submit', form)).status).toBe(409);
  });
});

describe('opening a round in a way', () => {
  test('that does not fit the list is refused at that choice, which stays chosen', async () => {
    const before = await roundsOf(db(), 'klein');
    const pairs = await open('pairs', { 'need.N7': '1', 'need.N8': '1', 'need.N9': '1' });
    expect(pairs.status).toBe(422);
    expect(pairs.text).toContain('hoogstens 7 noden naast elkaar');
    expect(pairs.text).toMatch(/href="#way-pairs"/);
    expect(pairs.text).toMatch(/id="way-pairs" type="radio" name="way" value="pairs" checked/);
    const sets = await open('sets', { 'need.N5': '', 'need.N6': '' });
    expect(sets.text).toContain('gaan vanaf 5 noden');
    expect((await open('loten')).text).toContain('Kies hoe de leden kiezen.');
    expect(await roundsOf(db(), 'klein')).toEqual(before);
  });

  test('asks a list within a need that is too short for sets in pairs', async () => {
    await open('sets');
    const offers = await offersOf(db(), 'klein', round, 'm2');
    expect([offers?.top?.way, offers?.N3?.way]).toEqual(['sets', 'pairs']);
  });
});

describe('after a round in another way', () => {
  test('nothing is compared, and one that only explored leaves the order of the panel as it was', async () => {
    await open('piles');
    for (const member of members) await handIn(member, await formOf(member));
    await close();
    const panel = async () => (await analyseProject(server.ctx, 'klein', { reader: 'team' })).panel;
    const decided = await panel();
    expect(decided).toMatchObject({ round, way: 'piles' });
    await open('points');
    for (const member of members) await send(member, '/submit', { 'top.points.N6': '1' });
    await close();
    const talk = await ofRound('talk');
    expect(talk).toContain('op een andere manier gestemd');
    expect(talk).not.toContain('Kendalls tau');
    expect(await resultOf()).toContain('‘N6’ op 1');
    expect(await page('m1')).toContain('op een andere manier gestemd');
    expect(await panel()).toEqual(decided);
    // The order before it can still be decided on; nothing is moved in what only explored.
    const final = (number: number) => `/team/klein/panel/rounds/${number}/final`;
    expect((await team.get(final(round - 1))).text).toContain('/freeze"');
    const moved = { need: 'N6', to: '2', reason: 'zo besproken' };
    const refused = await team.post(`/team/klein/panel/rounds/${round}/move`, moved);
    expect(refused.status).toBe(422);
    expect((await team.post(`/team/klein/panel/rounds/${round - 1}/move`, moved)).status).toBe(303);
  });

  test('a decision stands on votes as on orders, and unlinks them from who voted', async () => {
    await open('sets');
    for (const member of members) await handIn(member, await formOf(member));
    await close();
    const before = await resultOf();
    const address = `/team/klein/panel/rounds/${round}/freeze`;
    expect((await team.post(address, { rationale: 'zo besproken' })).status).toBe(303);
    expect(await ballotsOf(db(), 'klein', round)).toEqual([]);
    const rows = (html: string) => /<tbody>.*?<\/tbody>/s.exec(html)?.[0];
    expect(rows(await resultOf())).toBe(rows(before));
  });
});

test.each(['piles', 'points', 'pairs', 'grid', 'sets'] as const)(
  'the next round by %s can start from the vote before, which fills only what is open',
  async (way) => {
    await open(way);
    for (const member of members) await handIn(member, await formOf(member));
    await close();
    await open(way);
    const offered = (await page('m1')).includes('Vul aan met wat je toen koos');
    expect(offered).toBe(way !== 'sets');
    if (way === 'sets') return;
    // One thing is chosen otherwise already: it stays.
    const chosen = {
      piles: ['top.pile.N1', 'less'],
      points: ['top.points.N2', '1'],
      pairs: ['top.pair.1', 'equal'],
      grid: ['top.effort.N1', '5'],
    }[way];
    const [field = '', value = ''] = chosen ?? [];
    const answer = await send('m1', '', { [field]: value, do: 'previous' });
    expect([answer.status, answer.location]).toEqual([303, '/p/token-m1?done=previous']);
    expect((await own('m1'))?.typed).toEqual({ ...(await formOf('m1')), [field]: value });
    const again = await page('m1', '?done=previous');
    expect(again).toContain(`Aangevuld met wat je in ronde ${round - 1} koos`);
    expect(again).not.toContain('Vul aan met wat je toen koos');
    // Who did not vote then has nothing to start from.
    expect((await own('m1'))?.submitted).toBe(false);
  },
);
