// The server's side of the worker: asks it for jobs, starts it at the first one, and anew after it fell over. So the
// thread that answers respondents never computes over their answers.
import { Worker } from 'node:worker_threads';
import type { Reading } from '../datasets.ts';
import type { Address } from '../db/open.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';
import { errorThatCrossed, type Reply, type Request } from './messages.ts';

export interface Analysis {
  /**
   * Has a job done. Jobs asked for after a commit see what it wrote.
   * @throws what the job throws; an Error when the worker fell over, or the server is stopping.
   */
  ask<N extends JobName>(job: N, input: JobInput<N>): Promise<JobOutput<N>>;
  /** How far the responses of this survey have been read into columns; null when nothing is being read. */
  reading(survey: string): Reading | null;
  /** Ends the worker; jobs under way fail. */
  close(): Promise<void>;
}

interface Waiting {
  readonly done: (output: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** A worker with what it still owes. */
interface Crew {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  readonly readings: Map<string, Reading>;
  readonly gone: Promise<void>;
}

/** Milliseconds a worker with nothing to do may take to close its connection. */
const patience = 2000;

/** Starts a worker on a database that has its tables. */
export function startThread(address: Address): Worker {
  return new Worker(new URL('./thread.ts', import.meta.url), { workerData: address });
}

/** @param start how a worker is started; tests keep hold of it to end it. */
export function createAnalysis(address: Address, start = startThread): Analysis {
  let crew: Crew | null = null;
  let asked = 0;
  let closed = false;

  function hire(): Crew {
    const hired = crewOf(start(address), () => {
      if (crew === hired) crew = null;
    });
    return hired;
  }

  return {
    ask: <N extends JobName>(job: N, input: JobInput<N>) => {
      if (closed) return Promise.reject(new Error('the analysis has stopped'));
      crew ??= hire();
      const { worker, waiting } = crew;
      asked += 1;
      const id = asked;
      return new Promise<JobOutput<N>>((resolve, reject) => {
        // The worker answers a job with what that job gives.
        waiting.set(id, { done: (output) => resolve(output as JobOutput<N>), fail: reject });
        worker.postMessage({ id, job, input } satisfies Request);
      });
    },
    reading: (survey) => crew?.readings.get(survey) ?? null,
    close: async () => {
      closed = true;
      if (!crew) return;
      const { worker, waiting, gone } = crew;
      // Who still waits has been left by the visitor: a long job is not sat out.
      if (waiting.size > 0) await worker.terminate();
      else worker.postMessage('stop' satisfies Request);
      const patient = setTimeout(() => void worker.terminate(), patience);
      await gone;
      clearTimeout(patient);
    },
  };
}

function crewOf(worker: Worker, left: () => void): Crew {
  const waiting = new Map<number, Waiting>();
  const readings = new Map<string, Reading>();
  let why: unknown = null;
  const take = (reply: Reply) => {
    if ('reading' in reply) {
      const { survey, read, all } = reply.reading;
      if (read < all) readings.set(survey, reply.reading);
      else readings.delete(survey);
      return;
    }
    const job = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) job?.fail(errorThatCrossed(reply.error));
    else job?.done(reply.output);
  };
  worker.on('message', take);
  worker.on('error', (error) => {
    why = error;
  });
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      left();
      const failure = new Error('the worker of the analysis stopped before its job was done', { cause: why });
      for (const { fail } of waiting.values()) fail(failure);
      waiting.clear();
      resolve();
    });
  });
  return { worker, waiting, readings, gone };
}
