// What every kind of view of the explorer costs at ten thousand responses of sixty answers, through the real server and
// its worker: processor time of all its threads, so that what else the machine does does not count. The part of the page
// that a choice changes is asked for, as a browser does; its files (SVG, PNG's drawing, CSV) stand in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp } from '../set-up/start-demonstration.ts';
import type { LoopReport } from './loop-watch.ts';
import { addMadeSurvey, addPersons, made } from './made-survey.ts';
import { type RealServer, startRealServer } from './real-server.ts';

/** Name of a kind of view, and the parameters of its address; `&` goes before a parameter. */
const views: readonly (readonly [string, string])[] = [
  ['frequencies, one answer', 'question=contract'],
  ['frequencies, tick all', 'question=drempel'],
  ['grid of 12 rows, 2 scales', 'question=diensten'],
  ['scale 0-10', 'question=aanraden'],
  ['numbers', 'question=uren'],
  ['cross', 'question=contract&by=werk'],
  ['cross by the register', 'question=contract&by=province'],
  ['cross of tick all', 'question=drempel&by=werk'],
  ['cross of a grid', 'question=diensten&by=werk'],
  ['cross of a grid row', 'question=diensten&variable=gebruik.r1&by=werk'],
  ['cross of numbers', 'question=uren&by=werk'],
  ['cross by a grid row', 'question=contract&by=eens.r1'],
  ['filter', 'question=contract&filter=werk:werk1'],
  ['cross, filter', 'question=contract&by=jaren&filter=werk:werk1'],
  ['cross of a grid, filter', 'question=diensten&by=jaren&filter=werk:werk2'],
  ['cross, libraries', 'question=contract&by=province&unit=libraries'],
  ['cross of a grid, libraries', 'question=diensten&by=province&unit=libraries'],
  ['gap of two scales', 'question=noden&variable=belang.r1&gap=kunnen.r1'],
  ['weighted', 'question=contract&weighting=register'],
  ['weighted grid', 'question=diensten&weighting=register'],
  ['weighted cross', 'question=contract&by=werk&weighting=register'],
  ['weighted cross of a grid', 'question=diensten&by=werk&weighting=register'],
  ['weighted to cells, cross', 'question=diensten&by=werk&weighting=cells'],
];

/** Times a view is asked for after the first; the middle one counts. */
const again = 7;

/** @param size number of responses. */
export async function benchExplore(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-bench-'));
  const ctx = await createContext(readConfig({ DATA_DIR: folder }));
  try {
    await addDemonstration(ctx);
    await addMadeSurvey(ctx);
    addPersons(ctx, 0, size);
    const server = await startRealServer({
      dataDir: folder,
      preload: new URL('./loop-watch.ts', import.meta.url).href,
    });
    try {
      const visitor = new Visitor(server.base.origin);
      await replaceSetupToken(ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
      await signInThroughSetUp(visitor);
      await measure(ctx, server, visitor, size);
    } finally {
      await server.stop();
    }
  } finally {
    await ctx.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(ctx: Context, server: RealServer, visitor: Visitor, size: number): Promise<void> {
  console.log(`the explorer at ${size} responses, milliseconds of processor and of the clock:`);
  console.log(
    ['view'.padEnd(28), 'first', 'again', 'changed', 'page', 'clock', 'KB']
      .map((cell) => cell.padStart(8))
      .join(' '),
  );
  const part = (address: string) => look(visitor, address, { 'x-part': 'explored' });
  // A server in use has seen somebody before: what is compiled at the first request is not a view's own cost.
  for (const [, parameters] of views.slice(0, 3)) await look(visitor, addressOf(parameters), {});
  let there = size;
  for (const [name, parameters] of views) {
    const address = addressOf(parameters);
    const first = await spent(server, () => part(address));
    const more = [];
    for (let turn = 0; turn < again; turn += 1) more.push(await spent(server, () => part(address)));
    const changed = [];
    for (let turn = 0; turn < again; turn += 1) {
      addPersons(ctx, there, there + 1);
      there += 1;
      changed.push(await spent(server, () => part(address)));
    }
    const page = [];
    for (let turn = 0; turn < again; turn += 1)
      page.push(await spent(server, () => look(visitor, address, {})));
    console.log(
      [
        name.padEnd(28),
        first.processor.toFixed(0),
        middle(more.map(({ processor }) => processor)).toFixed(0),
        middle(changed.map(({ processor }) => processor)).toFixed(0),
        middle(page.map(({ processor }) => processor)).toFixed(0),
        middle(more.map(({ clock }) => clock)).toFixed(0),
        (first.bytes / 1024).toFixed(0),
      ]
        .map((cell) => cell.padStart(8))
        .join(' '),
    );
  }
}

const addressOf = (parameters: string) => `/team/${made}/explore?${parameters}`;

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

async function look(visitor: Visitor, address: string, headers: Record<string, string>): Promise<number> {
  const page = await visitor.get(address, headers);
  if (page.status !== 200) throw new Error(`${address} was answered with ${page.status}`);
  return page.text.length;
}

async function spent(
  server: RealServer,
  work: () => Promise<number>,
): Promise<{ readonly processor: number; readonly clock: number; readonly bytes: number }> {
  await report(server);
  const start = performance.now();
  const bytes = await work();
  const clock = performance.now() - start;
  return { processor: (await report(server)).spent, clock, bytes };
}

function report(server: RealServer): Promise<LoopReport> {
  return new Promise((resolve) => {
    // The only thing the bench's module in that process says.
    server.process.once('message', (said) => resolve(said as LoopReport));
    server.process.send?.('report');
  });
}
