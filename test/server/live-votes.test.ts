// A session in the room over a round whose ballots are no orders: two members vote on their own device, the third on
// paper; then every screen shows what the group chose, and each member what they said themselves.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ways } from '../../analysis/panel/ways/vote.ts';
import { liveState } from '../../server/db/live-sessions.ts';
import { logOf } from '../../server/db/panel-log.ts';
import { ballotsOf } from '../../server/db/panels.ts';
import { Visitor } from '../set-up/start-app.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';
import { voteFormOf } from './vote-form.ts';

const needs = ['N1', 'N2', 'N3', 'N3a', 'N3b', 'N4', 'N5', 'N6'];
let server: PanelServer;
let team: TeamMember;
let round = 0;
beforeAll(async () => {
  server = await startPanelServer(false, ['N5', 'N6']);
  team = await signedIn(server);
});
afterAll(() => server?.close());
afterEach(() => press('end'));

const db = () => server.ctx.db.kysely;
const paper = () => `/team/klein/panel/rounds/${round}/paper`;
async function press(kind: string): Promise<void> {
  const revision = String((await liveState(db(), 'klein'))?.session.revision ?? 0);
  await team.post('/team/klein/panel/live/act', { do: kind, revision });
}
async function openRound(way: string): Promise<void> {
  const chosen = Object.fromEntries(needs.map((need) => [`need.${need}`, '1']));
  const settings = { closesOn: '2024-03-20', mode: 'confidential', quorum: '3', way };
  const opened = await team.post('/team/klein/panel/open', { ...settings, ...chosen });
  round = Number(/round=(\d+)$/.exec(opened.location ?? '')?.[1]);
}
const formOf = (member: string) => voteFormOf(db(), round, member);
const submit = async (member: string) =>
  (await new Visitor(server.base).post(`/p/token-${member}/submit`, await formOf(member))).status;
const tablet = async (member: string) => (await fetch(`${server.ballot(member)}/live`)).text();
const screen = async () => (await team.get('/team/klein/panel/live/screen')).text;
const lines = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`class="${name}">([^<]+)<`, 'g'))].map(([, words]) => words?.trim());

describe.each(ways)('a session over a round by %s', (way) => {
  test('is voted in on devices and on paper, and tells everybody the group beside their own', async () => {
    await openRound(way);
    expect((await team.post('/team/klein/panel/live')).status).toBe(303);
    expect((await team.get('/team/klein/panel/live')).text).toContain(paper());
    await press('next');
    for (const member of ['m1', 'm2']) expect(await submit(member)).toBe(303);
    expect(await screen()).toContain('2 van de 3 leden hebben ingediend');
    expect(await tablet('m1')).not.toContain('live-line');

    // Whose sheet it is comes first; who handed in on a screen cannot be chosen.
    const entry = (await team.get(paper())).text;
    expect([entry.includes('value="m3"'), entry.includes('value="m1"')]).toEqual([true, false]);
    expect(entry).not.toContain('vote-group');
    expect((await team.get(`${paper()}?member=m3`)).text).toContain('De stembrief van medewerker, bib m3');
    expect((await team.post(paper(), { ...(await formOf('m3')), member: 'm1' })).status).toBe(422);
    expect((await team.post(paper(), { member: 'm3' })).text).toContain('Er is nog niets gekozen.');
    const typed = await team.post(paper(), { ...(await formOf('m3')), member: 'm3' });
    expect(typed.location).toBe(`${paper()}?kept=m3`);
    expect((await team.get(typed.location ?? '')).text).toContain(
      'Bewaard: de stembrief van medewerker, bib m3',
    );
    const kept = (await ballotsOf(db(), 'klein', round)).find(({ member }) => member === 'm3');
    expect(kept).toMatchObject({ submitted: true, typed: await formOf('m3') });
    expect((await logOf(db(), 'klein')).at(-1)).toMatchObject({
      act: 'paperBallot',
      details: { member: 'm3' },
    });

    await press('close');
    const [shown, own] = [await screen(), await tablet('m3')];
    expect(lines(own, 'live-title').slice(0, 1)).toEqual(['Duidelijk aanbod']);
    expect(lines(shown, 'live-title')).toEqual(lines(own, 'live-title'));
    // On the own device what was said, or the place it gave; in the room nobody's.
    expect(lines(own, 'live-own')[0]).toMatch(
      {
        piles: /^jij: 1$/,
        points: /^jij: 1 punt$/,
        sets: /^jij: \d keer eerst en 0 keer/,
        pairs: /^jij: won 5 van 5 vergelijkingen$/,
        grid: /^jij: werk 1 van 5, opbrengst 5 van 5$/,
      }[way],
    );
    expect(shown).not.toContain('live-own');
    // Orders go on to what divides; votes that are no orders have one step.
    await press('next');
    const { stage } = (await liveState(db(), 'klein'))?.session ?? {};
    expect(stage?.step).toBe(way === 'piles' ? 'divided' : 'beside');
    expect((await screen()).includes('Ongeveer gelijk')).toBe(way === 'piles');
  });
});

test('sheets that chance makes carry the name of their member, others are the same for all', async () => {
  for (const way of ways) {
    await openRound(way);
    await submit('m1');
    const { text } = await team.get(`${paper()}/print`);
    const drawn = way === 'sets' || way === 'pairs';
    expect(text.match(/class="ballot-sheet"/g)).toHaveLength(drawn ? 2 : 1);
    expect([text.includes('Voor medewerker, bib m2'), text.includes('bib m1')]).toEqual([drawn, false]);
    // Read away from the screen a sheet says itself which round it is of, what is asked, and whose it is or a line for it.
    for (const sheet of text.split('class="ballot-sheet"').slice(1)) {
      expect(sheet).toContain(`Klein project · ronde ${round}`);
      // No level of heading is skipped: the one title, and then what stands within a need.
      expect([...sheet.matchAll(/<h([1-6])>/g)].map(([, level]) => level)).toEqual(['1', '2']);
      expect(sheet.match(/class="ballot-sheet-who"/g)).toHaveLength(1);
      expect(sheet.includes('<span class="rule">')).toBe(!drawn);
      // Every row with boxes names its need, its comparison, or what a cross there says.
      const rows = [...sheet.matchAll(/<tr[ >].*?<\/tr>/gs)].map(([row]) => row);
      const answers = rows.filter((row) => row.includes('tick-box'));
      expect(answers.length).toBeGreaterThan(2);
      for (const row of answers) expect(row).toMatch(/<th scope="row">[^<]+<|<span>[^<]+<\/span>/);
    }
    await team.post(`/team/klein/panel/rounds/${round}/close`);
  }
});

test('a mistake on paper comes back with everything that was typed', async () => {
  await openRound('grid');
  const wrong = await team.post(paper(), {
    member: 'm2',
    'top.effort.N1': '2',
    'top.effort.N2': '4',
    'top.impact.N2': '5',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Zeg ook hoeveel het opbrengt');
  expect(wrong.text).toMatch(/href="#top\.impact\.N1"/);
  expect(wrong.text).toMatch(/name="top\.impact\.N2" value="5" checked/);
  expect(await ballotsOf(db(), 'klein', round)).toEqual([]);
  await team.post(`/team/klein/panel/rounds/${round}/close`);
});
