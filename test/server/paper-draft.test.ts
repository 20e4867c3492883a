// A ballot on paper where its member had already saved something on a device: the team is told, and nothing gives way
// before it says so.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logOf } from '../../server/db/panel-log.ts';
import { ballotsOf, closeRound, createRound, type RoundLists } from '../../server/db/panels.ts';
import { openRound } from '../../server/operations/open-round.ts';
import { Visitor } from '../set-up/start-app.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';
import { type Form, voteFormOf } from './vote-form.ts';

const lists: RoundLists = { top: ['N1', 'N2', 'N3', 'N4'], N3: ['N3a', 'N3b'] };
const drafted: Form = { 'cards.top': 'N4,N3,N2,N1', 'cards.N3': 'N3b,N3a', do: 'review' };
const typed: Form = { 'place.N1': '1', 'place.N2': '2' };
let server: PanelServer;
let team: TeamMember;
let round = 0;
let minute = 0;
beforeAll(async () => {
  server = await startPanelServer(false);
  // Each save of this file has a time of its own, as it has in life.
  const now = () => {
    minute += 1;
    return new Date(Date.UTC(2024, 2, 1, 19, minute));
  };
  Object.assign(server.ctx, { now });
  team = await signedIn(server);
});
afterAll(() => server?.close());

const db = () => server.ctx.db.kysely;
const paper = () => `/team/klein/panel/rounds/${round}/paper`;
const device = (member: string, form: Form) => new Visitor(server.base).post(`/p/token-${member}`, form);
const own = async (member: string) =>
  (await ballotsOf(db(), 'klein', round)).find((ballot) => ballot.member === member);
const asked = (html: string) => /name="over" type="checkbox" value="([^"]+)"/.exec(html)?.[1] ?? '';
const paperLines = async () =>
  (await logOf(db(), 'klein')).filter((line) => line.act === 'paperBallot' && line.round === round);

describe('an order on paper', () => {
  beforeEach(async () => {
    if (round > 0) await closeRound(db(), 'klein', round, '2024-03-14');
    round += 1;
    await createRound(db(), 'klein', { round, closesOn: '2024-03-14', lists });
  });

  test('does not take the place of a saved draft before the team was told and said yes', async () => {
    await device('m1', drafted);
    const before = await own('m1');
    expect((await team.get(paper())).text).toContain('bib m1 (bewaarde al iets op een toestel)');
    expect((await team.get(paper())).text).not.toContain('bib m2 (');
    const told = await team.post(paper(), { ...typed, member: 'm1' });
    expect(told.status).toBe(422);
    expect(told.text).toContain('Zeg of papier in de plaats komt.');
    expect(told.text).toContain('Laatst bewaard: 1 maart 2024, ');
    // What was typed is still there, and of the draft nothing but that it is.
    expect(told.text).toMatch(/name="place\.N1"[^>]*value="1"/);
    expect(told.text).not.toContain('N4,N3');
    expect(await own('m1')).toEqual(before);
    expect(await paperLines()).toEqual([]);

    const yes = { ...typed, member: 'm1', over: asked(told.text) };
    expect((await team.post(paper(), yes)).location).toBe(`${paper()}?kept=m1`);
    expect((await own('m1'))?.ballot.lists?.top).toEqual({ tiers: [['N1'], ['N2']], noOpinion: [] });
    const [line] = await paperLines();
    expect(line?.details).toEqual({ member: 'm1', draft: 1 });
    expect((await team.get('/team/klein/panel/log')).text).toContain('bewaard en nog niet ingediend had');
  });

  test('asks again when the member saved once more, and for a draft of another member', async () => {
    await device('m1', drafted);
    await device('m2', drafted);
    const over = asked((await team.post(paper(), { ...typed, member: 'm1' })).text);
    expect((await team.post(paper(), { ...typed, member: 'm2', over })).status).toBe(422);
    await device('m1', { ...drafted, 'cards.top': 'N3,N4,N2,N1' });
    const again = await team.post(paper(), { ...typed, member: 'm1', over });
    expect([again.status, asked(again.text) === over]).toEqual([422, false]);
    expect((await own('m1'))?.submitted).toBe(false);
  });

  test('of a member who saved nothing asks nothing, and the log says no more than before', async () => {
    const kept = await team.post(paper(), { ...typed, member: 'm3' });
    expect(kept.location).toBe(`${paper()}?kept=m3`);
    expect((await paperLines())[0]?.details).toEqual({ member: 'm3', draft: 0 });
    expect(asked((await team.get(paper())).text)).toBe('');
  });
});

test('a vote on paper asks the same, from the moment its member is chosen', async () => {
  await closeRound(db(), 'klein', round, '2024-03-14');
  round += 1;
  const way = 'points' as const;
  await openRound(server.ctx, 'klein', 'a1', {
    closesOn: '2024-03-28',
    mode: 'confidential',
    quorum: 3,
    way,
    lists,
  });
  const form = await voteFormOf(db(), round, 'm1');
  await device('m1', { ...form, do: 'review' });
  const sheet = (await team.get(`${paper()}?member=m1`)).text;
  expect(sheet).toContain('diende die nog niet in');
  const told = await team.post(paper(), { ...form, member: 'm1' });
  expect([told.status, (await own('m1'))?.submitted]).toEqual([422, false]);
  expect(told.text).toContain('Zeg of papier in de plaats komt.');
  expect((await team.post(paper(), { ...form, member: 'm1', over: asked(told.text) })).status).toBe(303);
  expect((await own('m1'))?.submitted).toBe(true);
});
