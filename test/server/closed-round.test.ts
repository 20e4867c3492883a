// A closed round keeps its order: ties were decided by the evidence of the day of closing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membersOf, roundsOf, saveBallot } from '../../server/db/panels.ts';
import { recordsOf, saveRecords } from '../../server/db/records.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import { closeRound } from '../../server/operations/close-round.ts';
import type { StoredBallot } from '../../surveys/demonstration.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app?.stop());

async function roundNumbered(number: number) {
  const round = (await roundsOf(app.ctx.db.kysely, 'ooo')).find((each) => each.round === number);
  if (!round) throw new Error(`there is no round ${number}`);
  return round;
}
const team = () => analyseProject(app.ctx, 'ooo', { reader: 'team' });
async function everyOrder() {
  const round = await roundNumbered(2);
  const analysis = await team();
  const report = await currentReport(app.ctx, 'ooo');
  return {
    panel: analysis.panel?.lists,
    round: (await app.ctx.analysis.ask('roundResult', { project: 'ooo', round })).lists,
    needs: Object.fromEntries(analysis.needs.map(({ code, panelRank }) => [code, panelRank])),
    report: report.needs.map(({ code, mark }) => [code, mark]),
  };
}

test('the demonstration’s closed round has its evidence, an open one has none', async () => {
  expect((await roundNumbered(1)).evidence).toHaveProperty('N1');
  expect((await roundNumbered(2)).evidence).toBeNull();
});

test('needs the panel put level keep their order when the evidence moves afterwards', async () => {
  const { kysely } = app.ctx.db;
  const { lists } = await roundNumbered(2);
  const level = Object.entries(lists).map(([name, needs]) => [name, { tiers: [needs], noOpinion: [] }]);
  const ballot: StoredBallot = { lists: Object.fromEntries(level) };
  for (const { code: member } of await membersOf(kysely, 'ooo')) {
    const key = { project: 'ooo', round: 2, member };
    await saveBallot(kysely, { ...key, ballot, submitted: true, savedAt: '2024-04-01' });
  }
  await closeRound(app.ctx, 'ooo', 2, null);
  const before = await everyOrder();
  const ranks = async () => Object.fromEntries((await team()).needs.map(({ code, rank }) => [code, rank]));
  const evidence = await ranks();
  expect(before.needs).toEqual(evidence);

  const records = await recordsOf(kysely, 'ooo');
  await app.ctx.writes.run((db) => saveRecords(db, 'ooo', { ...records, interview: [] }));
  expect(await ranks()).not.toEqual(evidence);
  expect(await everyOrder()).toEqual(before);
});
