// What analysing costs from a thousand to a million responses of sixty answers, in a real SQLite file: columns built and
// topped up, the page of all questions through the real server and its worker, a group, a cross-table without and with
// weights, how sure the order of needs is, and how late the server's event loop came while that went on and respondents answered. pandas beside it on the same answers where it is installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { createDatasets } from '../../server/datasets.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp } from '../set-up/start-demonstration.ts';
import { besidePandas, writeCodes } from './beside-pandas.ts';
import type { LoopReport } from './loop-watch.ts';
import { addMadeSurvey, addPersons, made } from './made-survey.ts';
import { benchRealCase } from './real-case.ts';
import { type RealServer, startRealServer } from './real-server.ts';
import { completeQuestionnaire, demonstrationForms } from './respondent.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000];

const head = [
  'responses',
  'build ms',
  'columns MB',
  'top-up 100 ms',
  'first page ms',
  'page ms',
  'changed ms',
  'group ms',
  'cross ms',
  'weighted ms',
  'order ms',
  'server MB more',
  'quiet own ms',
  'busy own ms',
  'busy p99 ms',
  'busy max ms',
  'answered',
];

/**
 * @param most the largest number of responses to measure.
 * @param realCase a folder with the data.csv of a real survey to count too; null for none.
 */
export async function benchAnalyse(most: number, realCase: string | null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-bench-'));
  const ctx = await createContext(readConfig({ DATA_DIR: folder }));
  try {
    await addDemonstration(ctx);
    await addMadeSurvey(ctx);
    const team = new Map<string, string>();
    console.log(head.map((cell) => cell.padStart(14)).join(' '));
    let there = 0;
    for (const size of sizes.filter((one) => one <= most)) {
      addPersons(ctx, there, size - 100);
      const columns = await measureColumns(ctx, size);
      there = size;
      const pages = await measurePages(folder, ctx, there, team);
      there += 200;
      console.log([size, ...columns, ...pages].map((cell) => String(cell).padStart(14)).join(' '));
    }
    const survey = await surveyByCode(ctx.db.kysely, made);
    if (!survey) throw new Error('the survey is there');
    const file = join(folder, 'codes.csv');
    writeCodes(await createDatasets(ctx.db).of(survey), file);
    console.log('the same answers beside it:');
    besidePandas(file, 'belang.r1', 'werk');
    if (realCase !== null) benchRealCase(realCase);
  } finally {
    await ctx.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the columns of all but a hundred and tops them up with these, as the worker does. */
async function measureColumns(ctx: Context, size: number): Promise<readonly string[]> {
  const survey = await surveyByCode(ctx.db.kysely, made);
  if (!survey) throw new Error('the survey is there');
  const datasets = createDatasets(ctx.db);
  const built = await timed(() => datasets.of(survey));
  const { library, codebook } = await datasets.of(survey);
  // Library, day and sequence number are four bytes each, a number eight, every other answer one.
  const bytes = library.length * (12 + codebook.variables.length + 8 * codebook.numeric.length);
  addPersons(ctx, size - 100, size);
  const toppedUp = await timed(() => datasets.of(survey));
  return [built.toFixed(0), (bytes / 2 ** 20).toFixed(1), toppedUp.toFixed(1)];
}

async function measurePages(
  folder: string,
  ctx: Context,
  there: number,
  team: Map<string, string>,
): Promise<readonly (string | number)[]> {
  const server = await startRealServer({
    dataDir: folder,
    preload: new URL('./loop-watch.ts', import.meta.url).href,
  });
  try {
    const visitor = new Visitor(server.base.origin);
    for (const [name, value] of team) visitor.cookies.set(name, value);
    if (team.size === 0) {
      // The server made an invitation of its own when it started; this one takes its place.
      await replaceSetupToken(ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
      await signInThroughSetUp(visitor);
    }
    for (const [name, value] of visitor.cookies) team.set(name, value);
    const address = `/team/${made}/results?page=vragen`;
    const page = (more = '') => timed(() => look(visitor, address + more));
    const idle = await report(server);
    const first = await page();
    const again = [await page(), await page(), await page()].sort((one, other) => one - other);
    addPersons(ctx, there, there + 100);
    const changed = await page();
    const group = await page('&filter=werk%3Awerk1');
    const explored = `/team/${made}/explore?question=aanraden&by=werk`;
    const cross = await timed(() => look(visitor, explored));
    const weighted = await timed(() => look(visitor, `${explored}&weighting=register`));
    // A thousand resamples of libraries, and every other way of counting the needs.
    const order = await timed(() => look(visitor, `/team/${made}/order`));
    const quiet = await report(server);
    const stopAnswering = answerMeanwhile(server.base);
    addPersons(ctx, there + 100, there + 200);
    await Promise.all([page(), page('&filter=jaren%3Ajaren1')]);
    const answered = await stopAnswering();
    const busy = await report(server);
    return [
      first.toFixed(0),
      (again[1] ?? 0).toFixed(0),
      changed.toFixed(0),
      group.toFixed(0),
      cross.toFixed(0),
      weighted.toFixed(0),
      order.toFixed(0),
      (Math.max(quiet.memory, busy.memory) - idle.memory).toFixed(0),
      quiet.computed.toFixed(1),
      busy.computed.toFixed(1),
      busy.p99.toFixed(1),
      busy.longest.toFixed(1),
      answered,
    ];
  } finally {
    await server.stop();
  }
}

/** Respondents at once, each answering one questionnaire of the demonstration after the other. */
const respondents = 4;

/** Starts them; what comes back stops them and says how many questionnaires were sent. */
function answerMeanwhile(base: URL): () => Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const forms = demonstrationForms();
  const stopped = new AbortController();
  let sent = 0;
  const all = Array.from({ length: respondents }, async (_, respondent) => {
    for (let turn = respondent; !stopped.signal.aborted; turn += respondents) {
      await completeQuestionnaire(base, agent, 'ooo', forms[turn % forms.length] ?? []);
      sent += 1;
    }
  });
  return async () => {
    stopped.abort();
    await Promise.all(all);
    agent.destroy();
    return sent;
  };
}

/** Asks for a page until it has its figures: while columns are being built another page says how far that is. */
async function look(visitor: Visitor, address: string): Promise<void> {
  for (;;) {
    const page = await visitor.get(address);
    if (page.status !== 200) throw new Error(`${address} was answered with ${page.status}`);
    if (!page.text.includes('waiting.js')) return;
  }
}

function report(server: RealServer): Promise<LoopReport> {
  return new Promise((resolve) => {
    // The only thing the bench's module in that process says.
    server.process.once('message', (said) => resolve(said as LoopReport));
    server.process.send?.('report');
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
