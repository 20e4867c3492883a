// A need tells on its page when its evidence is no longer what it was as the sounding board ordered.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordsOf, saveRecords } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const told = 'De onderbouwing veranderde';
const needs = ['N1', 'N2', 'N3', 'N3a', 'N3b', 'N4', 'N5', 'N5a', 'N5b', 'N5c', 'N5d'];

it('says nothing while it is the same', async () => {
  for (const need of needs) expect((await team.get(`/team/ooo/needs/${need}`)).text).not.toContain(told);
});

it('says that the score is lower once interviews no longer recognise the need, and of that need alone', async () => {
  const records = await recordsOf(app.ctx.db.kysely, 'ooo');
  const interview = records.interview.map((talk) => ({
    ...talk,
    needs: { ...talk.needs, N1: 'notRecognised' as const },
  }));
  await app.ctx.db.kysely.deleteFrom('records').where('project', '=', 'ooo').execute();
  await app.ctx.writes.run((db) => saveRecords(db, 'ooo', { ...records, interview }));
  const { text } = await team.get('/team/ooo/needs/N1');
  expect(text).toContain('ronde 1, 14 maart 2024');
  expect(text).toContain('meer dan 3 punten lager');
  expect(text).toContain('<code>evidenceChange</code>');
  expect((await team.get('/team/ooo/needs/N2')).text).not.toContain(told);
});
