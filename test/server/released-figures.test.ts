// Readers outside the team see figures that move in steps of enough new persons; the team sees every answer at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reader } from '../../analysis/disclosure.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import { insertRemarks } from '../../server/db/remarks.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { deleteResponse, insertResponses, responsesSince } from '../../server/db/responses.ts';
import { countErasure } from '../../server/db/surveys.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { publishReport, readSnapshot } from '../../server/operations/publish-report.ts';
import { takeAway } from '../../server/operations/withdraw-response.ts';
import type { App } from '../set-up/start-app.ts';
import { copiesOfFirstAnswer, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app?.stop());

const seenBy = (reader: Reader): Promise<ProjectAnalysis> => analyseProject(app.ctx, 'ooo', { reader });
const answers = async (reader: Reader) => (await seenBy(reader)).surveys[0]?.responses;

/** Adds copies of the first answer, each with a remark. */
async function morePersons(count: number): Promise<void> {
  const responses = await copiesOfFirstAnswer(app, count);
  await app.ctx.writes.run(async (db) => {
    await insertResponses(db, 'ooo', responses);
    await insertRemarks(
      db,
      'ooo',
      responses.map(({ id }) => ({
        id: `remark of ${id}`,
        response: id,
        question: 'D2',
        text: 'Te weinig tijd',
        services: [],
        themes: ['tijd'],
        valence: 'criticism' as const,
        account: null,
        place: 0,
      })),
    );
  });
}

test('the demonstration starts with everybody in', async () => {
  for (const reader of ['team', 'panel', 'public', 'library'] as const) {
    expect([reader, await answers(reader)]).toEqual([reader, 108]);
  }
});

test('one to four new answers move nothing outside the team, not even with their remarks', async () => {
  const before = await Promise.all([seenBy('panel'), seenBy('public'), seenBy('library')]);
  await morePersons(1);
  expect(await Promise.all([seenBy('panel'), seenBy('public'), seenBy('library')])).toEqual(before);
  expect([await answers('team'), await answers('operator')]).toEqual([109, 109]);
  await morePersons(3);
  expect(await Promise.all([seenBy('panel'), seenBy('public'), seenBy('library')])).toEqual(before);
  expect(await answers('team')).toBe(112);
});

test('the fifth brings all of them, and a published report says what the panel sees', async () => {
  await morePersons(1);
  expect([await answers('public'), await answers('panel')]).toEqual([113, 113]);
  // Two more wait for the next step, also in a report published meanwhile.
  await morePersons(2);
  await publishReport(app.ctx, 'ooo');
  const published = await reportByCode(app.ctx.db.kysely, 'ooo');
  expect(published && readSnapshot(published).released[0]).toEqual({ survey: 'ooo', responses: 113 });
  expect([await answers('panel'), await answers('team')]).toEqual([113, 115]);
});

test('readers who come at the same moment see the same step', async () => {
  await morePersons(3);
  const seen = await Promise.all(Array.from({ length: 6 }, () => answers('panel')));
  expect(seen).toEqual([118, 118, 118, 118, 118, 118]);
});

/** Takes the answer at this place back, the first one at 0. */
async function withdraw(place: number): Promise<void> {
  const all = await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1000);
  const response = all[place];
  if (!response) throw new Error('there is no such answer');
  await app.ctx.writes.run((db) => takeAway(db, 'ooo', response));
}

test('a withdrawn answer goes at once and takes four others along: the pages before and after differ by five', async () => {
  await withdraw(0);
  expect([await answers('panel'), await answers('team')]).toEqual([113, 117]);
  // Who was not among the figures takes nobody along.
  await morePersons(1);
  await withdraw(117);
  expect([await answers('panel'), await answers('team')]).toEqual([113, 117]);
});

test('a new answer does not make up for a withdrawn one: the others come back with ten new persons', async () => {
  await morePersons(9);
  expect([await answers('library'), await answers('team')]).toEqual([113, 126]);
  await morePersons(1);
  expect([await answers('library'), await answers('team')]).toEqual([127, 127]);
});

test('two who withdraw are two steps', async () => {
  await publishReport(app.ctx, 'ooo');
  await withdraw(3);
  await withdraw(4);
  expect([await answers('public'), await answers('team')]).toEqual([117, 125]);
});

test('no version of a report goes out on figures that moved by one to four', async () => {
  // As in a database in which an answer was deleted before withdrawals set the figures back.
  const [first] = await responsesSince(app.ctx.db.kysely, 'ooo', 0, 1);
  await app.ctx.writes.run(async (db) => {
    await deleteResponse(db, 'ooo', first?.id ?? '');
    await countErasure(db, 'ooo');
  });
  await morePersons(1);
  await expect(publishReport(app.ctx, 'ooo')).rejects.toMatchObject({ key: 'releaseTooSmall' });
});
