// A second device that is to be let in as a member of whom there is something to read already: the facilitator first says
// that it is the same person, and the device that gives way is told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logOf } from '../../server/db/panel-log.ts';
import { ballotsOf } from '../../server/db/panels.ts';
import { Visitor } from '../set-up/start-app.ts';
import { openScreen } from './live-stream.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

const desk = '/team/klein/panel/live';
const order = { 'cards.top': 'N4,N3,N2,N1', 'cards.N3': 'N3b,N3a', do: 'review' };
let server: PanelServer;
let team: TeamMember;
let code = '';
beforeAll(async () => {
  server = await startPanelServer();
  team = await signedIn(server);
  await team.post(desk);
  const { text } = await team.get(`${desk}/screen`);
  code = /class="room-code">([^<]+)</.exec(text)?.[1] ?? '';
});
afterAll(() => server?.close());

interface Knocker {
  readonly device: Visitor;
  readonly door: string;
  readonly page: string;
  readonly post: string;
  readonly id: string;
}
async function knock(says: string): Promise<Knocker> {
  const device = new Visitor(server.base);
  const { location } = await device.post(`/live/${code}`, { says });
  const id = /devices\/([\w-]{22})" class="live-let-in/.exec((await team.get(desk)).text)?.[1] ?? '';
  const door = location ?? '';
  return { device, door, page: `/p/${door.split('/').at(-1)}`, post: `${desk}/devices/${id}`, id };
}
const asking = 'Ja, het is dezelfde persoon.';
const logged = async () =>
  (await logOf(server.ctx.db.kysely, 'klein'))
    .filter(({ act }) => act === 'deviceLetIn')
    .map(({ details }) => details);

test('a second device reads nothing before the facilitator says it is the same person; the first one is told', async () => {
  const first = await knock('Ine');
  await team.post(first.post, { do: 'in', member: 'm2' });
  expect((await first.device.post(first.page, order)).status).toBe(303);
  const screen = await openScreen(server.base, `${first.page}/live/events`);
  const { page: before } = await screen.until(() => true);

  const second = await knock('Wie weet wie');
  const asked = await team.post(second.post, { do: 'in', member: 'm2' });
  expect(asked.location).toBe(`${desk}?device=${second.id}&as=m2#problem-${second.id}`);
  const question = (await team.get(asked.location ?? '')).text;
  expect(question).toContain(asking);
  expect(question).toMatch(/name="same" value="m2"/);
  expect(question).toMatch(/<option value="m2" selected>/);
  expect(question).not.toContain('N4,N3');
  expect((await second.device.get(second.page)).status).toBe(404);
  expect((await first.device.get(first.page)).text).toContain('N4,N3');
  // A yes about another member is none.
  expect((await team.post(second.post, { do: 'in', member: 'm2', same: 'm1' })).location).toContain('as=m2');
  expect((await second.device.get(second.page)).status).toBe(404);
  expect(await logged()).toEqual([{ member: 'm2', before: 0 }]);

  await team.post(second.post, { do: 'in', member: 'm2', same: 'm2' });
  expect((await second.device.get(second.page)).text).toContain('N4,N3');
  // The screen that gave way is sent to a page that says why, and can do nothing any more.
  await screen.until(({ page }) => page !== before);
  screen.drop();
  for (const path of [first.page, `${first.page}/live`, first.door]) {
    const told = await first.device.get(path);
    expect([told.status, told.text.includes('Een ander toestel kwam in de plaats')], path).toEqual([
      403,
      true,
    ]);
  }
  expect((await first.device.post(`${first.page}/submit`, order)).status).toBe(403);
  expect(await ballotsOf(server.ctx.db.kysely, 'klein', 1)).toMatchObject([{ submitted: false }]);
  expect((await logged()).at(-1)).toEqual({ member: 'm2', before: 1 });
  expect((await team.get('/team/klein/panel/log')).text).toContain('dat het dezelfde persoon is');
  // On the desk the one that gave way neither waits nor is inside.
  expect((await team.get(desk)).text).not.toContain('>Ine<');
});

test('also where the first device is gone and only what it saved is left', async () => {
  const { text } = await team.get(desk);
  const inside = /devices\/([\w-]{22})"><input/.exec(text.slice(text.indexOf('live-inside')))?.[1];
  await team.post(`${desk}/devices/${inside}`, { do: 'away' });
  const third = await knock('Jo');
  expect((await team.post(third.post, { do: 'in', member: 'm2' })).location).toContain('as=m2');
  expect((await third.device.get(third.page)).status).toBe(404);
  // As a member of whom nothing is there it comes in without a question.
  expect((await team.post(third.post, { do: 'in', member: 'm3' })).location).toBe(desk);
  expect((await third.device.get(third.page)).status).toBe(200);
});
