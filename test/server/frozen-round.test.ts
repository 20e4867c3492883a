// A frozen round stays as it was decided when a need gets another parent: on every page and in the report's draft.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectByCode, replaceCatalogue, storedCatalogue } from '../../server/db/projects.ts';
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

async function order(member: string, top: string, nested: string) {
  const body = new URLSearchParams({ 'cards.top': top, 'cards.N3': nested });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${server.ballot(member)}/submit`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
}

const round = '/team/klein/panel/rounds/1';
/** What a page says about the round, without what is new on each request. */
const bare = (html: string) =>
  html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll(/value="[^"]{20,}"/g, '');
const needsOfReport = async () =>
  (await currentReport(server.ctx, 'klein')).needs.map(({ code, parent, mark, place, panelPlace, flag }) => [
    code,
    parent,
    mark,
    place,
    panelPlace,
    flag,
  ]);
async function everything() {
  const pages = ['/team/klein/panel?round=1', `${round}/final`, `${round}/talk`, `${round}/what-if`];
  const told = await Promise.all(pages.map(async (page) => [page, bare((await team.get(page)).text)]));
  const member = bare(await (await fetch(server.ballot('m1'))).text());
  return { ...Object.fromEntries(told), member, report: await needsOfReport() };
}

test('another parent in the catalogue changes nothing that is said of it', async () => {
  await order('m1', 'N4,N1,N2,N3', 'N3b,N3a');
  await order('m2', 'N4,N2,N1,N3', 'N3b,N3a');
  await order('m3', 'N4,N1,N3,N2', 'N3a,N3b');
  await team.post(`${round}/close`);
  await team.post(`${round}/freeze`, { rationale: 'zo beslist' });
  const before = await everything();
  expect(before.member).toContain('Op papier');
  expect(before.report.map(([code, , mark]: readonly unknown[]) => [code, mark])).toEqual([
    ['N4', '1'],
    ['N1', '2'],
    ['N2', '3'],
    ['N3', '4'],
    ['N3b', '4a'],
    ['N3a', '4b'],
  ]);

  const { kysely } = server.ctx.db;
  const project = await projectByCode(kysely, 'klein');
  if (!project) throw new Error('no project');
  const changed: Readonly<Record<string, string | null>> = { N3a: null, N4: 'N1' };
  const needs = project.catalogue.needs.map((need) => ({
    ...need,
    parent: need.code in changed ? (changed[need.code] ?? null) : need.parent,
  }));
  const stored = (await storedCatalogue(kysely, 'klein')) ?? '';
  const catalogue = { ...project.catalogue, needs };
  expect(await server.ctx.writes.run((db) => replaceCatalogue(db, 'klein', stored, catalogue))).toBe(true);
  expect(await everything()).toEqual(before);
});
