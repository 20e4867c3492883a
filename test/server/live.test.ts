// A session in the room over HTTP: who comes in and who does not, what each screen is told, and paper.
import jsqr from 'jsqr';
import { afterAll, describe, expect, test } from 'vitest';
import { liveState } from '../../server/db/live-sessions.ts';
import { logOf } from '../../server/db/panel-log.ts';
import { ballotsOf, createRound, roundsOf } from '../../server/db/panels.ts';
import { qrOf } from '../../server/http/live/qr.ts';
import { endForgottenSessions } from '../../server/operations/purge-drafts.ts';
import { Visitor } from '../set-up/start-app.ts';
import { openScreen } from './live-stream.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

const desk = '/team/klein/panel/live';
const lists = { top: ['N1', 'N2', 'N3', 'N4'], N3: ['N3a', 'N3b'] };
const order = { 'cards.top': 'N1,N2,N3,N4', 'cards.N3': 'N3a,N3b' };
const openServers: PanelServer[] = [];
afterAll(async () => {
  for (const server of openServers) await server.close();
});

interface Room {
  readonly server: PanelServer;
  readonly team: TeamMember;
  /** Presses a button on the newest screen. */
  press(kind: string, fields?: Readonly<Record<string, string>>): Promise<number>;
  submit(member: string): Promise<number>;
  state(): ReturnType<typeof liveState>;
}

async function room(mode: 'confidential' | 'named' = 'confidential', started = true): Promise<Room> {
  const server = await startPanelServer(false);
  openServers.push(server);
  await createRound(server.ctx.db.kysely, 'klein', { round: 1, closesOn: '2024-03-14', lists, mode });
  const team = await signedIn(server);
  const state = () => liveState(server.ctx.db.kysely, 'klein');
  if (started) expect((await team.post(desk)).status).toBe(303);
  return {
    server,
    team,
    state,
    press: async (kind, fields = {}) => {
      const revision = String((await state())?.session.revision ?? 0);
      return (await team.post(`${desk}/act`, { do: kind, revision, ...fields })).status;
    },
    submit: async (member) =>
      (await new Visitor(server.base).post(`/p/token-${member}/submit`, order)).status,
  };
}

const codeOn = (text: string) => /class="room-code">([^<]+)</.exec(text)?.[1] ?? '';

describe('starting', () => {
  test('asks for somebody of the team, for the token of the form, and for an open round', async () => {
    const { server, team } = await room('confidential', false);
    const stranger = new Visitor(server.base);
    for (const path of [desk, `${desk}/screen`, `${desk}/state`, `${desk}/events`]) {
      expect((await stranger.get(path)).location, path).toContain('/team/sign-in');
    }
    expect((await team.post(desk, { csrf: 'x' })).status).toBe(403);
    await server.ctx.db.kysely.deleteFrom('panel_rounds').execute();
    expect((await team.post(desk)).status).toBe(409);
    expect((await team.get(desk)).text).toContain('Open eerst een ronde');
  });

  test('twice at the same moment is one session', async () => {
    const { team, state, server } = await room('confidential', false);
    await Promise.all([team.post(desk), team.post(desk), team.post(desk)]);
    expect((await state())?.session.revision).toBe(1);
    const acts = (await logOf(server.ctx.db.kysely, 'klein')).map(({ act }) => act);
    expect(acts).toEqual(['sessionStarted']);
  });
});

describe('the facilitator', () => {
  test('goes step by step; the result opens only when the round is closed', async () => {
    const { press, state, submit, server } = await room();
    const shown = async () => await (await fetch(`${server.base}/p/token-m1/live`)).text();
    expect(await shown()).toContain('Kom binnen met je eigen toestel');
    await press('next');
    expect((await state())?.session.stage.step).toBe('order');
    await press('next');
    expect((await state())?.session.stage.step).toBe('order');
    expect(await shown()).not.toContain('live-line');
    for (const member of ['m1', 'm2', 'm3']) expect(await submit(member)).toBe(303);
    await press('close');
    const [round] = await roundsOf(server.ctx.db.kysely, 'klein');
    expect(round).toMatchObject({ state: 'closed', invited: 3 });
    expect(await shown()).toContain('Jij naast de groep');
    expect(await shown()).toContain('jij: 1');
    await press('next');
    // Three ballots: how far they are apart is not told.
    expect(await shown()).toContain('Met minder dan vijf lijsten');
    await press('next');
    expect(await shown()).toContain('Wat ongeveer gelijk staat');
    await press('next');
    expect((await state())?.session.stage.step).toBe('brackets');
    const acts = (await logOf(server.ctx.db.kysely, 'klein')).map(({ act }) => act);
    expect(acts).toEqual(['sessionStarted', 'roundClosed']);
  });

  test('who presses twice, or on an older screen, moves one step', async () => {
    const { team, state } = await room();
    const press = () => team.post(`${desk}/act`, { do: 'next', revision: '1' });
    expect((await Promise.all([press(), press()])).map(({ status }) => status)).toEqual([303, 303]);
    expect((await state())?.session).toMatchObject({ revision: 2, stage: { step: 'order' } });
    await team.post(`${desk}/act`, { do: 'nonsense', revision: '2' });
    await team.post(`${desk}/act`, { do: 'start', minutes: 'veel', revision: '2' });
    expect((await state())?.session).toMatchObject({ revision: 2, timer: { kind: 'none' } });
  });

  test('has a clock that starts, stands, goes on and takes a minute more', async () => {
    const { press, state, server } = await room();
    await press('start', { minutes: '10' });
    const ends = server.ctx.now().getTime() + 600_000;
    expect((await state())?.session.timer).toEqual({ kind: 'running', endsAt: ends });
    await press('pause');
    await press('extend');
    expect((await state())?.session.timer).toEqual({ kind: 'paused', left: 660 });
    expect(await (await fetch(`${server.base}/p/token-m1/live`)).text()).toContain('11:00');
    await press('resume');
    await press('stop');
    expect((await state())?.session.timer).toEqual({ kind: 'none' });
  });

  test('leads only the cards of the round to the result: every other page can be read meanwhile', async () => {
    const { server, press } = await room();
    const page = async (path: string) => await (await fetch(`${server.ballot('m1')}${path}`)).text();
    const leaves = ' data-live-leaves>';
    expect(await page('')).toContain(leaves);
    expect(await page('/meetings')).not.toContain(leaves);
    await press('close');
    for (const path of ['', '/rounds/1', '/meetings']) {
      expect(await page(path), path).toContain('class="live-strip"');
      expect(await page(path), path).not.toContain(leaves);
    }
  });

  test('who opens the next round ends the session of the one before, and can start one of the new round', async () => {
    const { server, team, press, state } = await room();
    const ended = await openScreen(server.base, '/p/token-m1/live/events');
    await press('close');
    const round = {
      closesOn: '2024-03-20',
      mode: 'confidential',
      quorum: '3',
      'need.N1': '1',
      'need.N2': '1',
    };
    expect((await team.post('/team/klein/panel/open', round)).location).toBe('/team/klein/panel?round=2');
    await ended.until(({ page }) => page === 'none');
    ended.drop();
    expect(await state()).toBeNull();
    const log = (await logOf(server.ctx.db.kysely, 'klein')).map(({ act, round }) => [act, round]);
    expect(log.slice(-2)).toEqual([
      ['sessionEnded', 1],
      ['roundOpened', 2],
    ]);
    expect(await (await fetch(server.ballot('m1'))).text()).not.toContain('class="live-strip"');
    expect((await team.post(desk)).status).toBe(303);
    expect((await state())?.session).toMatchObject({ round: 2, stage: { step: 'join' } });
  });

  test('who fixes the decision while the session runs sees as many ballots as before, and no page changes', async () => {
    const { server, team, press, submit, state } = await room();
    for (const member of ['m1', 'm2', 'm3']) await submit(member);
    await press('close');
    const heard = async () => await (await fetch(`${server.ballot('m1')}/live/state`)).text();
    const [before, newsBefore] = [await state(), await heard()];
    expect(newsBefore).toContain('3 van de 3 leden');
    const decision = { rationale: 'Zo beslist in de zaal.' };
    expect((await team.post('/team/klein/panel/rounds/1/freeze', decision)).status).toBe(303);
    expect(await ballotsOf(server.ctx.db.kysely, 'klein', 1)).toEqual([]);
    expect(await state()).toMatchObject({ key: before?.key, handedIn: 3, members: 3 });
    expect(await heard()).toEqual(newsBefore);
    expect((await team.get(desk)).text).toContain('3 van de 3 leden hebben ingediend');
  });

  test('sees how many handed in, and who in a named round alone', async () => {
    for (const mode of ['confidential', 'named'] as const) {
      const { press, submit, team } = await room(mode);
      await press('next');
      await submit('m2');
      const { text } = await team.get(`${desk}/screen`);
      expect(text).toContain('1 van de 3 leden heeft ingediend');
      expect(text.includes('bib m2')).toBe(mode === 'named');
      expect(text).not.toContain('bib m1');
    }
  });
});

describe('a screen that follows', () => {
  test('hears the present at once, and each change; a member nothing about the door', async () => {
    const { server, press, submit } = await room();
    const screen = await openScreen(server.base, '/p/token-m1/live/events');
    const first = await screen.until(() => true);
    expect(first).toMatchObject({ count: '0 van de 3 leden hebben ingediend', timer: null, closed: false });
    await press('next');
    await submit('m2');
    await screen.until(({ count }) => count.startsWith('1 van de 3'));
    await press('start', { minutes: '5' });
    expect((await screen.until(({ timer }) => timer !== null)).timer).toEqual({ left: 300, running: true });
    expect(Object.keys(first).sort()).toEqual(['closed', 'count', 'page', 'said', 'timer']);
    const asked = await (await fetch(`${server.base}/p/token-m1/live/state`)).json();
    expect(asked).toEqual(screen.heard.at(-1));
    screen.drop();
  });

  test('of a stranger is refused, and one person has six windows at most', async () => {
    const { server } = await room();
    expect((await fetch(`${server.base}/p/nobody/live/events`)).status).toBe(404);
    const path = '/p/token-m1/live/events?tab=';
    const screens = await Promise.all([1, 2, 3, 4, 5, 6].map((tab) => openScreen(server.base, path + tab)));
    expect(screens.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const seventh = await openScreen(server.base, `${path}7`);
    expect(seventh.status).toBe(429);
    // The same window again takes its own place; the connection it had is let go.
    const again = await openScreen(server.base, `${path}1`);
    expect(again.status).toBe(200);
    await screens[0]?.ended;
    expect((await openScreen(server.base, '/p/token-m2/live/events?tab=1')).status).toBe(200);
    for (const screen of screens) screen.drop();
  });

  test('is let go when the server stops', async () => {
    const server = await startPanelServer();
    const team = await signedIn(server);
    await team.post(desk);
    const screen = await openScreen(server.base, '/p/token-m1/live/events');
    await screen.until(() => true);
    const stopped = server.close();
    await screen.ended;
    await stopped;
  });
});

describe('the door', () => {
  test('leads from the code on the screen to a member, only through the facilitator', async () => {
    const { server, team, press } = await room();
    const code = codeOn((await team.get(`${desk}/screen`)).text);
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const device = new Visitor(server.base);
    expect((await device.post('/live', { code: code.toLowerCase() })).location).toBe(`/live/${code}`);
    expect((await device.post(`/live/${code}`, { says: '  ' })).status).toBe(422);
    // Without an address of a member there are no meetings to lead to.
    for (const path of ['/live', `/live/${code}`]) {
      expect((await device.get(path)).text, path).not.toContain('masthead-meetings');
    }
    const asked = await device.post(`/live/${code}`, { says: 'Ine, bib <Zwin>' });
    const token = /^\/live\/door\/([\w-]{32})$/.exec(asked.location ?? '')?.[1] ?? '';
    const word = /<strong>([2-9A-Z]{4})<\/strong>/.exec((await device.get(asked.location ?? '')).text)?.[1];
    // Before the facilitator did anything the token is worth nothing.
    for (const path of ['', '/live', '/live/events', '/review']) {
      expect((await device.get(`/p/${token}${path}`)).status, path).toBe(404);
    }
    const { text } = await team.get(desk);
    expect(text).toContain('Ine, bib &lt;Zwin&gt;');
    expect(text).toContain(`woord ${word}`);
    const id = /devices\/([\w-]{22})"/.exec(text)?.[1] ?? '';
    expect((await team.post(`${desk}/devices/${id}`, { do: 'in', member: 'm9' })).status).toBe(422);
    expect((await team.post(`${desk}/devices/${id}`, { do: 'in', member: 'm2' })).status).toBe(303);
    expect((await device.get(asked.location ?? '')).location).toBe(`/p/${token}/live`);
    await press('next');
    expect((await device.post(`/p/${token}/submit`, order)).status).toBe(303);
    const ballots = await ballotsOf(server.ctx.db.kysely, 'klein', 1);
    expect(ballots.map(({ member, submitted }) => [member, submitted])).toEqual([['m2', true]]);
    // Their own link is the same ballot: nobody votes for two.
    expect(await (await fetch(server.ballot('m2'))).text()).toContain('submitted-note');
    // After the session nothing of the door is left.
    await press('end');
    expect((await device.get(asked.location ?? '')).status).toBe(404);
    expect((await device.get(`/live/${code}`)).status).toBe(422);
    expect(await server.ctx.db.kysely.selectFrom('live_devices').selectAll().execute()).toEqual([]);
    const log = await logOf(server.ctx.db.kysely, 'klein');
    expect(log.map(({ act }) => act)).toEqual(['sessionStarted', 'deviceLetIn', 'sessionEnded']);
    expect(JSON.stringify(log)).not.toContain('Ine');
  });

  test('lets no device in as a member who votes with the own link, and puts out the one that is in', async () => {
    const { server, team, submit } = await room();
    const code = codeOn((await team.get(`${desk}/screen`)).text);
    const knock = async () => {
      const device = new Visitor(server.base);
      const { location } = await device.post(`/live/${code}`, { says: 'Jo' });
      const id = /devices\/([\w-]{22})" class="live-let-in/.exec((await team.get(desk)).text)?.[1];
      return { device, page: `/p/${location?.split('/').at(-1)}`, post: `${desk}/devices/${id}` };
    };
    const other = 'Dit lid stemt al met de eigen link';
    const told = 'De begeleider liet in deze ronde een toestel';
    const ownPage = async (member: string) => await (await fetch(server.ballot(member))).text();

    // Who only opened the cards can be let in, and the own pages say so.
    const first = await knock();
    expect(await ownPage('m1')).not.toContain(told);
    expect((await team.post(first.post, { do: 'in', member: 'm1' })).status).toBe(303);
    expect((await first.device.get(first.page)).text).not.toContain(told);
    for (const path of ['', '/live', '/meetings', '/print']) {
      expect(await (await fetch(server.ballot('m1') + path)).text(), path).toContain(told);
    }
    expect(await ownPage('m2')).not.toContain(told);

    // Saved with the own link, not even handed in: nothing of it is on the device, and nothing there takes its place.
    const own = { 'cards.top': 'N4,N3,N2,N1', 'cards.N3': 'N3b,N3a' };
    await new Visitor(server.base).post('/p/token-m1', { ...own, do: 'review' });
    for (const path of ['', '/live', '/live/state', '/review', '/print']) {
      const answer = await first.device.get(first.page + path);
      expect(answer.status, path).toBe(403);
      expect(answer.text, path).not.toContain('N4,N3');
    }
    expect((await first.device.get(`${first.page}/live`)).text).toContain('Dit lid stemt met de eigen link');
    expect((await first.device.post(`${first.page}/submit`, order)).status).toBe(403);
    const [kept] = await ballotsOf(server.ctx.db.kysely, 'klein', 1);
    expect(kept).toMatchObject({ member: 'm1', submitted: false });
    expect(kept?.ballot.lists?.top?.tiers.flat()).toEqual(['N4', 'N3', 'N2', 'N1']);

    // Nor is another device let in as them, or as who handed in; after closing neither.
    await submit('m3');
    const second = await knock();
    for (const member of ['m1', 'm3']) {
      const refused = await team.post(second.post, { do: 'in', member });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(other);
    }
    expect((await team.post(second.post, { do: 'in', member: '' })).text).not.toContain(other);
    expect((await second.device.get(second.page)).status).toBe(404);
    expect((await team.post(second.post, { do: 'in', member: 'm2' })).status).toBe(303);
    expect((await second.device.get(second.page)).status).toBe(200);
  });

  test('stores no code and no token, and lets nobody guess for long', async () => {
    const { server, team } = await room();
    const code = codeOn((await team.get(`${desk}/screen`)).text);
    const device = new Visitor(server.base);
    const asked = await device.post(`/live/${code}`, { says: 'Jo' });
    const kept = JSON.stringify([
      await server.ctx.db.kysely.selectFrom('live_sessions').selectAll().execute(),
      await server.ctx.db.kysely.selectFrom('live_devices').selectAll().execute(),
    ]);
    expect(kept).not.toContain(code.replace('-', ''));
    expect(kept).not.toContain(asked.location?.split('/').at(-1) ?? '');
    const guesses = [];
    for (let guess = 0; guess < 101; guess += 1) {
      guesses.push((await device.post('/live', { code: 'AAAA-AAAA' })).status);
    }
    expect(new Set(guesses.slice(0, 100))).toEqual(new Set([422]));
    expect(guesses[100]).toBe(429);
  });

  test('of a session that nobody ended is shut after a day', async () => {
    const { server, team, state } = await room();
    const code = codeOn((await team.get(`${desk}/screen`)).text);
    const device = new Visitor(server.base);
    const asked = await device.post(`/live/${code}`, { says: 'Jo' });
    expect(await endForgottenSessions(server.ctx)).toBe(0);
    const { writes } = server.ctx;
    expect(await endForgottenSessions({ writes, now: () => new Date('2024-03-02T19:15:00Z') })).toBe(1);
    expect(await state()).toBeNull();
    expect((await device.get(`/live/${code}`)).status).toBe(422);
    expect((await device.get(asked.location ?? '')).status).toBe(404);
    expect((await logOf(server.ctx.db.kysely, 'klein')).at(-1)).toMatchObject({
      act: 'sessionEnded',
      account: '',
    });
    expect((await team.get('/team/klein/panel/log')).text).toContain('vanzelf');
  });

  test('is not filled by one address, and all who wait are sent away at once', async () => {
    const { server, team, state } = await room();
    const code = codeOn((await team.get(`${desk}/screen`)).text);
    const device = new Visitor(server.base);
    const knock = async () => await device.post(`/live/${code}`, { says: 'Jo' });
    const first = await knock();
    const id = /devices\/([\w-]{22})"/.exec((await team.get(desk)).text)?.[1];
    await team.post(`${desk}/devices/${id}`, { do: 'in', member: 'm1' });
    const answers = [];
    for (let times = 1; times <= 40; times += 1) answers.push((await knock()).status);
    expect(new Set(answers.slice(0, 39))).toEqual(new Set([303]));
    expect(answers[39]).toBe(429);
    expect((await state())?.waiting).toBe(39);
    expect((await team.get(desk)).text).toContain('Iedereen die wacht wegsturen');
    expect((await team.post(`${desk}/devices`, { csrf: 'x' })).status).toBe(403);
    expect((await team.post(`${desk}/devices`)).status).toBe(303);
    expect((await state())?.waiting).toBe(0);
    // Who was let in stays.
    expect((await device.get(first.location ?? '')).status).toBe(303);
    expect((await team.get(desk)).text).not.toContain('Iedereen die wacht wegsturen');
  });

  test('is a QR code that reads back as its address', () => {
    const address = 'https://noden.bib.example/live/7KQ4-2MHR';
    const { size, path } = qrOf(address);
    const scale = 4;
    const side = size * scale;
    const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
    for (const [, x = '0', y = '0'] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
      for (let dot = 0; dot < scale * scale; dot += 1) {
        const column = Number(x) * scale + (dot % scale);
        const row = Number(y) * scale + Math.floor(dot / scale);
        pixels.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3);
      }
    }
    expect(jsqr.default(pixels, side, side)?.data).toBe(address);
  });
});

describe('paper', () => {
  const paper = '/team/klein/panel/rounds/1/paper';
  const typed = { 'place.N1': '2', 'place.N2': '1', 'place.N3': '2', 'none.N4': '1', 'place.N3a': '1' };

  test('is printed from the lists of the round and typed in as the same ballot, which the log tells', async () => {
    const { server, team, press } = await room();
    const printed = (await team.get(`${paper}/print`)).text;
    for (const label of ['Duidelijk aanbod', 'Op papier', 'vertrouwelijk']) expect(printed).toContain(label);
    await press('next');
    expect((await team.post(paper, { ...typed, member: 'm3' })).location).toBe(`${paper}?kept=m3`);
    const [ballot] = await ballotsOf(server.ctx.db.kysely, 'klein', 1);
    expect(ballot).toMatchObject({ member: 'm3', submitted: true });
    expect(ballot?.ballot.lists).toEqual({
      top: { tiers: [['N2'], ['N1', 'N3']], noOpinion: ['N4'] },
      N3: { tiers: [['N3a']], noOpinion: [] },
    });
    expect((await team.get(`${paper}?kept=m3`)).text).toContain(
      'Bewaard: de stembrief van medewerker, bib m3',
    );
    const [, line] = await logOf(server.ctx.db.kysely, 'klein');
    expect(line).toMatchObject({ act: 'paperBallot', round: 1, details: { member: 'm3' } });
    expect((await team.get('/team/klein/panel/log')).text).toContain('Een stembrief van papier ingevoerd');
    // The cards on screen show what paper said, until the member changes it.
    expect(await (await fetch(server.ballot('m3'))).text()).toContain('N2,N1,&#x3D;N3,!N4');
  });

  test('never takes the place of what a member handed in, and says what is wrong', async () => {
    const { server, team, submit } = await room();
    await submit('m1');
    expect((await team.get(paper)).text).not.toContain('value="m1"');
    const refused = await team.post(paper, { ...typed, member: 'm1' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Kies van wie de stembrief is.');
    expect(refused.text).toContain('value="2"');
    const wrong = await team.post(paper, { 'place.N1': '9', 'place.N2': '1', 'none.N2': '1', member: 'm2' });
    expect(wrong.text).toContain('Een plaats is een getal van 1 tot 4.');
    expect(wrong.text).toContain('Kies: een plaats of geen mening.');
    expect((await team.post(paper, { member: 'm2' })).text).toContain('Er staat nog geen enkele plaats.');
    expect(await ballotsOf(server.ctx.db.kysely, 'klein', 1)).toHaveLength(1);
  });
});
