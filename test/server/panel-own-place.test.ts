// How a member's own places differ from the group's, as the page of a closed round says it beside each need.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRound, createRound, saveBallot } from '../../server/db/panels.ts';
import { Visitor } from '../set-up/start-app.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';

const needs = ['N1', 'N2', 'N4', 'N5', 'N6'];
let server: PanelServer;
beforeAll(async () => {
  server = await startPanelServer(false, ['N5', 'N6']);
  const db = server.ctx.db.kysely;
  // Nested lists as they happen to be stored: the page has them in the order of their parents.
  await createRound(db, 'klein', {
    round: 1,
    closesOn: '2024-03-14',
    lists: { N3: ['N3a', 'N3b'], top: needs },
  });
  // By hand: mean places N1 (5+1+1)/3, N2 2, N4 3, N5 4, N6 (1+5+5)/3, so the group has N2, N1, N4, N6, N5.
  const orders = { m1: ['N6', 'N2', 'N4', 'N5', 'N1'], m2: needs, m3: needs };
  for (const [member, order] of Object.entries(orders)) {
    const top = { tiers: order.map((need) => [need]), noOpinion: [] };
    const lists = { top, N3: { tiers: [['N3a'], ['N3b']], noOpinion: [] } };
    const ballot = { project: 'klein', round: 1, member, ballot: { lists }, submitted: true };
    await saveBallot(db, { ...ballot, savedAt: '2024-03-02' });
  }
  await closeRound(db, 'klein', 1, '2024-03-14');
});
afterAll(() => server?.close());

/** What stands beside each need, in the order of the page. */
async function notesOf(member: string, language: string): Promise<readonly string[]> {
  const { text } = await new Visitor(server.base).get(`/p/token-${member}?lang=${language}`);
  return [...text.matchAll(/\b(jij|you|your)\b[^<]*(hoger|lager|higher|lower)\b[^<]*/gi)].map(([said]) =>
    said.trim(),
  );
}

test('a member reads by how many places they put a need higher or lower than the group', async () => {
  expect(await notesOf('m1', 'nl')).toEqual(['jij 3 plaatsen lager', 'jij 3 plaatsen hoger']);
  // Who has the places of the group reads nothing of the kind.
  expect(await notesOf('m2', 'nl')).toEqual([]);
});
