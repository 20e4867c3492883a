// The worker itself: opens its own connection, keeps the columns of surveys, and does one job after another. Nothing it
// has needs to outlive it.
import { parentPort, workerData } from 'node:worker_threads';
import { createDatasets } from '../datasets.ts';
import { type Address, openForReading } from '../db/open.ts';
import type { JobContext } from './job-context.ts';
import { jobs } from './jobs.ts';
import { errorToCross, type Reply, type Request } from './messages.ts';

type AnyJob = (ctx: JobContext, input: unknown) => Promise<unknown>;

const port = parentPort;
if (!port) throw new Error('this file runs as a worker of the server');
// startThread gives nothing else.
const db = await openForReading(workerData as Address);
const ctx: JobContext = { db, datasets: createDatasets(db, (reading) => reply({ reading })) };

function reply(message: Reply): void {
  port?.postMessage(message);
}

async function perform({ id, job, input }: Exclude<Request, 'stop'>): Promise<void> {
  try {
    // Name and input were paired by `ask`, whose types hold them together.
    const output = await (jobs[job] as AnyJob)(ctx, input);
    reply({ id, output });
  } catch (error) {
    reply({ id, error: errorToCross(error) });
  }
}

port.on('message', (request: Request) => {
  if (request !== 'stop') void perform(request);
  else void db.close().finally(() => port.close());
});
