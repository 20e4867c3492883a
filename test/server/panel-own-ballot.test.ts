// What a member saved is for that member: not for whoever makes a new link after closing, and not for the group while it
// was never handed in.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commentsOf } from '../../server/db/panel-comments.ts';
import { saveMembers, setMemberToken } from '../../server/db/panels.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

let server: PanelServer;
let team: TeamMember;
beforeAll(async () => {
  server = await startPanelServer();
  team = await signedIn(server);
  const { kysely } = server.ctx.db;
  await saveMembers(kysely, 'klein', [{ code: 'm4', library: 'bib m4', role: 'medewerker' }]);
  await setMemberToken(kysely, 'klein', 'm4', hashToken('panel', 'token-m4'));
  for (const member of ['m1', 'm2', 'm3', 'm4']) await save(member, { 'comment.N2': `van ${member}` });
  for (const member of ['m1', 'm2', 'm3']) await save(member, {}, 'submit');
});
afterAll(() => server?.close());

async function save(
  member: string,
  words: Readonly<Record<string, string>>,
  page: 'ballot' | 'submit' = 'ballot',
) {
  const body = new URLSearchParams({ 'cards.top': 'N4,N1,N2,N3', 'cards.N3': 'N3a,N3b', ...words });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const method = page === 'ballot' ? 'PUT' : 'POST';
  const answer = await fetch(`${server.ballot(member)}/${page}`, {
    method,
    body,
    headers,
    redirect: 'manual',
  });
  expect(answer.status).toBe(page === 'ballot' ? 200 : 303);
}

/** Address of a member with a link made now. */
async function byNewLink(member: string): Promise<string> {
  const page = await team.post(`/team/klein/panel/members/${member}/link`);
  const link = /value="(http[^"]*\/p\/[\w-]{32})"/.exec(page.text)?.[1] ?? '';
  return link;
}

const said = ['van m1', 'van m2', 'van m3'];
const pageOf = async (address: string) => (await fetch(address)).text();
const ownPlaces = (html: string) => [...html.matchAll(/class="ring">([^<]*)</g)].map(([, place]) => place);

test('while the round is open a new link goes on where the member was', async () => {
  const html = await pageOf(await byNewLink('m4'));
  expect(html).toContain('van m4');
});

test('words beside a ballot that was never handed in are read by nobody else', async () => {
  const db = server.ctx.db.kysely;
  expect((await commentsOf(db, 'klein', 1)).map(({ words }) => words)).toEqual(said);
});

test('once the round is closed a new link opens nothing that was saved before', async () => {
  await team.post('/team/klein/panel/rounds/1/close');
  expect(ownPlaces(await pageOf(`${server.ballot('m1')}/rounds/1`))).toContain('2');
  const html = await pageOf(`${await byNewLink('m2')}/rounds/1`);
  expect(ownPlaces(html).every((place) => place === '–')).toBe(true);
});

test('what was never handed in is not kept with the decision', async () => {
  await team.post('/team/klein/panel/rounds/1/freeze', { rationale: 'zo besproken' });
  const kept = await server.ctx.db.kysely.selectFrom('panel_comments').select('words').execute();
  expect(kept.map(({ words }) => words).sort()).toEqual(said);
});
