// export --request: the operator writes what was approved for a request, no more, and it counts as its fetch.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportAnswers } from '../../server/commands/export.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { dataLogOf, type Wanted } from '../../server/db/data-log.ts';
import { countResponses } from '../../server/db/responses.ts';
import { askForData, decideRequest, requestsOf } from '../../server/operations/data-requests.ts';
import { requestsBeside } from '../../server/operations/requests-beside.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import { addDemonstration } from '../set-up/start-demonstration.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const doing = { account: 'iemand', reason: 'Studie' };
const wanted: Wanted = {
  survey: 'ooo',
  kind: 'csv',
  separator: 'semicolon',
  decimal: 'comma',
  fields: ['E4', 'E3'],
  until: '2099-12-31',
};
let folder: string;
let database: TestDatabase;
let config: Config;
let ctx: Context;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-request-'));
  database = await newTestDatabase();
  config = readConfig({ PORT: '0', DATA_DIR: join(folder, 'data'), ...database.environment });
  ctx = await createContext(config);
  await addDemonstration(ctx);
});
afterAll(async () => {
  await ctx.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const file = (name: string) => join(folder, name);
const log = () => dataLogOf(ctx.db.kysely, 'ooo');
const acts = async () => (await log()).map(({ act, request, account }) => [act, request, account]);
const run = (...more: readonly string[]) => runAsTyped(config, exportAnswers, more);

/** A request, approved for its first field alone. */
async function approvedRequest(): Promise<string> {
  const entry = await askForData(ctx, 'ooo', wanted, doing);
  const { requests: beside } = requestsBeside(requestsOf(await log(), '2026-01-01'), { entry, wanted });
  const seen = { responses: 1, smallest: null, below: 0, alone: 0, words: false, beside };
  const yes = { say: 'approved' as const, fields: ['E4'], until: wanted.until, seen, choices: [] };
  await decideRequest(ctx, 'ooo', entry, yes, doing);
  return String(entry);
}

test('writes exactly what was approved, and every other request is held against it from then on', async () => {
  const request = await approvedRequest();
  const done = await run('ooo', '--out', file('wel.csv'), '--request', request);
  expect(done).toMatchObject({ code: 0, told: [] });
  expect(done.printed.join()).toContain(`aanvraag ${request} goedgekeurd`);
  const lines = readFileSync(file('wel.csv'), 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + (await countResponses(ctx.db.kysely, 'ooo')));
  expect(lines[0]?.replace('\uFEFF', '')).toMatch(/;E4$|^E4/);
  expect(lines[0]).not.toContain('E3');
  expect((await acts()).slice(-2)).toEqual([
    ['fetching', Number(request), ''],
    ['fetched', Number(request), ''],
  ]);
  // Also once its approval is over it is one of those that left.
  const requests = requestsOf(await log(), '2100-01-01');
  expect(requests[0]?.state).toBe('expired');
  expect(requestsBeside(requests, { entry: 0, wanted }).requests).toEqual([Number(request)]);
});

test('of a request that was not approved, is not there or is of another survey nothing is written', async () => {
  const asked = String(await askForData(ctx, 'ooo', wanted, doing));
  for (const [survey, request, said] of [
    ['ooo', asked, 'niet goedgekeurd'],
    ['ooo', '9999', 'geen aanvraag 9999'],
    ['ooo-collega', asked, 'gaat over de vragenlijst “ooo”'],
  ] as const) {
    const refused = await run(survey, '--out', file('niet.csv'), '--request', request);
    expect([request, refused.code]).toEqual([request, 1]);
    expect(refused.told.join()).toContain(said);
  }
  const other = await approvedRequest();
  expect((await run('ooo', '--out', file('niet.sav'), '--request', other)).told.join()).toContain('.csv');
  const both = await run('ooo', '--out', file('niet.csv'), '--request', other, '--as', 'sav');
  expect([both.code, both.told[0]]).toEqual([2, expect.stringContaining('--as')]);
  for (const name of ['niet.csv', 'niet.sav']) expect(existsSync(file(name))).toBe(false);
  expect((await acts()).at(-1)?.[0]).toBe('approved');
});

test('without a request everything is written, and the log of the data says so', async () => {
  expect((await run('ooo', '--out', file('alles.csv'))).code).toBe(0);
  const line = (await log()).at(-1);
  expect(line).toMatchObject({ act: 'exported', account: '', request: null });
  expect(readFileSync(file('alles.csv'), 'utf8')).toContain('E3');
});
