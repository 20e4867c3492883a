// The changes a team made to its report: so many can be taken back, what cannot is not kept, and two processes that change
// it at once lose nothing of each other.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportBlock } from '../../analysis/report/blocks.ts';
import { readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { createProject } from '../../server/db/projects.ts';
import { keptChanges, reportDraftOf } from '../../server/db/report-drafts.ts';
import { changeReport, takeBackReport, writeReportText } from '../../server/operations/edit-report.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const standard: readonly ReportBlock[] = [
  { id: 'summary', kind: 'text', about: 'summary' },
  { id: 'facts', kind: 'figure', of: 'facts' },
  ...Array.from(
    { length: 40 },
    (_, place): ReportBlock => ({
      id: `text-${place}`,
      kind: 'text',
      about: 'own',
    }),
  ),
];
let place: TestDatabase;
let servers: readonly RunningServer[];
let ctx: Context;
let other: Context;
beforeAll(async () => {
  place = await newTestDatabase();
  const start = () => startServer(readConfig({ PORT: '0', ...place.environment }));
  servers = [await start(), await start()];
  const [first, second] = servers;
  if (!first || !second) throw new Error('no servers');
  ctx = first.ctx;
  other = second.ctx;
});
afterAll(async () => {
  for (const server of servers ?? []) await server.stop();
  await place?.drop();
});

let made = 0;
async function newProject(): Promise<string> {
  made += 1;
  const code = `p${made}`;
  const title = { nl: 'Proef' };
  const project = {
    code,
    title,
    catalogue: { format: 'nodenkaart/needs/1', title, needs: [] },
    reportTemplate: { format: 'nodenkaart/report/1', code, project: title, title },
    demonstration: false,
  };
  // Only its rows matter here: nobody reads the catalogue or the template.
  await ctx.writes.run((db) =>
    createProject(db, project as unknown as Parameters<typeof createProject>[1], '2024-01-01'),
  );
  return code;
}
const draftOf = (project: string) => reportDraftOf(ctx.db.kysely, project);
const rowsOf = (project: string) =>
  ctx.db.kysely.selectFrom('report_drafts').select('revision').where('project', '=', project).execute();
const text = (words: string) => ({ words, proposal: '', figures: {} });
const write = (by: Context, project: string, block: string, words: string, seen = 0) =>
  writeReportText(by, project, { block, added: false, language: 'nl', seen, text: text(words) });

test('so many changes can be taken back and no more are kept', async () => {
  const project = await newProject();
  let seen = 0;
  for (let turn = 1; turn <= keptChanges + 10; turn += 1) {
    expect(await write(ctx, project, 'summary', `keer ${turn}`, seen)).toBeNull();
    seen = turn;
  }
  expect(await rowsOf(project)).toHaveLength(keptChanges + 1);
  for (let turn = 0; turn < keptChanges; turn += 1) {
    const { revision, before } = await draftOf(project);
    expect(before).not.toBeNull();
    expect(await takeBackReport(ctx, project, revision)).toBe(true);
  }
  const now = await draftOf(project);
  expect([now.before, now.draft.texts.summary?.nl?.words]).toEqual([null, 'keer 10']);
  // Revisions go on: none is given twice.
  expect(now.revision).toBe(2 * keptChanges + 10);
  expect(await rowsOf(project)).toHaveLength(1);
});

test('what was taken back is not kept, and the first change leads back to the report nobody touched', async () => {
  const project = await newProject();
  await changeReport(ctx, project, standard, { kind: 'hide', id: 'facts' });
  await changeReport(ctx, project, standard, { kind: 'down', id: 'summary' });
  expect(await takeBackReport(ctx, project, 2)).toBe(true);
  expect((await rowsOf(project)).map(({ revision }) => revision)).toEqual([3]);
  expect(await takeBackReport(ctx, project, 2)).toBe(false);
  expect(await takeBackReport(ctx, project, 3)).toBe(true);
  expect(await draftOf(project)).toMatchObject({
    revision: 4,
    before: null,
    draft: { hidden: [], moves: [] },
  });
});

test('what changes nothing, or is about what is no longer there, makes no state', async () => {
  const project = await newProject();
  expect(await changeReport(ctx, project, standard, { kind: 'up', id: 'summary' })).toBe(true);
  for (const change of [
    { kind: 'hide', id: 'nergens' },
    { kind: 'remove', id: 'summary' },
    { kind: 'put', id: 'facts', section: 'nergens', at: 0 },
  ] as const)
    expect(await changeReport(ctx, project, standard, change)).toBe(false);
  expect((await draftOf(project)).revision).toBe(0);
});

test('two processes that change it at once lose nothing of each other', async () => {
  const project = await newProject();
  const texts = standard.flatMap((block) => (block.kind === 'text' ? [block.id] : []));
  const outcomes = await Promise.all(
    texts.map((id, turn) => write(turn % 2 === 0 ? ctx : other, project, id, `woorden van ${id}`)),
  );
  expect(outcomes.filter((theirs) => theirs !== null)).toEqual([]);
  const { draft, revision } = await draftOf(project);
  expect(Object.keys(draft.texts).sort()).toEqual([...texts].sort());
  expect(revision).toBe(texts.length);
});

test('of two processes that write one text at once the second gets the words of the first', async () => {
  const project = await newProject();
  const outcomes = await Promise.all([
    write(ctx, project, 'summary', 'van de ene'),
    write(other, project, 'summary', 'van de andere'),
  ]);
  const kept = (await draftOf(project)).draft.texts.summary?.nl?.words;
  expect(outcomes.map((theirs) => (typeof theirs === 'object' ? theirs?.words : theirs))).toEqual(
    kept === 'van de ene' ? [undefined, 'van de ene'] : ['van de andere', undefined],
  );
});
