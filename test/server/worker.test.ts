// The analysis on its own thread: it sees what was committed, says what the same functions say in this thread, leaves
// the event loop to respondents, and comes back after it fell over.
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext, databaseAddress } from '../../server/context.ts';
import { createDatasets } from '../../server/datasets.ts';
import { openForReading } from '../../server/db/open.ts';
import {
  deleteResponse,
  insertResponses,
  lastSequenceOf,
  responsesSince,
} from '../../server/db/responses.ts';
import { countErasure } from '../../server/db/surveys.ts';
import { ExpectedFailure } from '../../server/errors.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { projectAnalysis } from '../../server/operations/project-analysis.ts';
import { createAnalysis, startThread } from '../../server/worker/analysis.ts';
import type { App } from '../set-up/start-app.ts';
import { copiesOfFirstAnswer, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app?.stop());

const asked = { project: 'ooo', reader: 'operator', released: null, filters: [] } as const;
const here = () => projectAnalysis({ db: app.ctx.db, datasets: createDatasets(app.ctx.db) }, asked);
const answers = async (ctx = app.ctx) => {
  const { surveys } = await analyseProject(ctx, 'ooo', { reader: 'team' });
  return surveys[0]?.responses ?? 0;
};

async function add(count: number): Promise<void> {
  const responses = await copiesOfFirstAnswer(app, count);
  await app.ctx.writes.run((db) => insertResponses(db, 'ooo', responses));
}

/** Takes the response away that comes first, or first after a sequence number. */
async function withdraw(after = 0): Promise<void> {
  const [first] = await responsesSince(app.ctx.db.kysely, 'ooo', after, 1);
  await app.ctx.writes.run(async (db) => {
    await deleteResponse(db, 'ooo', first?.id ?? '');
    await countErasure(db, 'ooo');
  });
}

describe('a job of the worker', () => {
  it('gives what the same function gives in this thread', async () => {
    expect(await app.ctx.analysis.ask('projectAnalysis', asked)).toEqual(await here());
    const filters = [{ variable: 'province', code: 'Limburg' }];
    const split = { ...asked, reader: 'team', filters } as const;
    const ctx = { db: app.ctx.db, datasets: createDatasets(app.ctx.db) };
    expect(await app.ctx.analysis.ask('projectAnalysis', split)).toEqual(await projectAnalysis(ctx, split));
  });

  it('counts who was added before it was asked, and not who withdrew', async () => {
    const before = await answers();
    await add(3);
    expect(await answers()).toBe(before + 3);
    await withdraw();
    expect(await answers()).toBe(before + 2);
    await add(1);
    expect(await answers()).toBe(before + 3);
    expect(await app.ctx.analysis.ask('projectAnalysis', asked)).toEqual(await here());
  });

  it('says the same in another process on the same database', async () => {
    const other = await createContext(app.ctx.config);
    try {
      expect(await answers(other)).toBe(await answers());
      await add(2);
      await withdraw();
      const [one, two] = await Promise.all(
        [app.ctx, other].map((ctx) => ctx.analysis.ask('projectAnalysis', asked)),
      );
      expect(one).toEqual(two);
    } finally {
      await other.close();
    }
  });

  it('fails with the failure of the job, kind, status and words', async () => {
    const unknown = app.ctx.analysis.ask('projectAnalysis', { ...asked, project: 'nergens' });
    const failure = await unknown.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ExpectedFailure);
    expect(failure).toMatchObject({ status: 404, key: 'unknownProject', values: { project: 'nergens' } });
    const filters = [{ variable: 'nothing', code: 'x' }];
    const wrong = app.ctx.analysis.ask('projectAnalysis', { ...asked, filters });
    await expect(wrong).rejects.toBeInstanceOf(RangeError);
    await expect(wrong).rejects.toThrow('"nothing"');
  });

  it('cannot write', async () => {
    const reading = await openForReading(databaseAddress(app.ctx.config));
    const writing = reading.kysely.deleteFrom('responses').execute();
    await expect(writing).rejects.toThrow(/read-?only/i);
    await reading.close();
  });
});

describe('the thread that answers respondents', () => {
  it('keeps turning while the worker computes', async () => {
    await add(20_000);
    let turns = 0;
    let done = false;
    const turn = () => {
      turns += 1;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    const job = app.ctx.analysis.ask('projectAnalysis', asked);
    const page = await fetch(new URL('/healthz', app.address));
    expect(page.status).toBe(200);
    await job;
    done = true;
    // Computed in this thread it turns a few times; beside it, thousands of times.
    expect(turns).toBeGreaterThan(200);
  });
});

describe('columns of many responses', () => {
  it('lose the few who withdrew, wherever they stand, and are what they would be made anew', async () => {
    await app.ctx.analysis.ask('projectAnalysis', asked);
    const before = await answers();
    const last = await lastSequenceOf(app.ctx.db.kysely, 'ooo');
    for (const after of [0, 60, 8190, 8191, 15_000, last - 1]) await withdraw(after);
    expect(await answers()).toBe(before - 6);
    await add(1);
    expect(await app.ctx.analysis.ask('projectAnalysis', asked)).toEqual(await here());
  });
});

describe('a worker', () => {
  it('that fell over fails its jobs plainly, and the next job has a new one', async () => {
    const started: Worker[] = [];
    const analysis = createAnalysis(databaseAddress(app.ctx.config), (given) => {
      const worker = startThread(given);
      started.push(worker);
      return worker;
    });
    const before = await analysis.ask('projectAnalysis', asked);
    const cut = analysis.ask('projectAnalysis', asked);
    await Promise.all([
      expect(cut).rejects.toThrow('the worker of the analysis stopped before its job was done'),
      started[0]?.terminate(),
    ]);
    expect(await analysis.ask('projectAnalysis', asked)).toEqual(before);
    expect(started).toHaveLength(2);
    await analysis.close();
    await expect(analysis.ask('projectAnalysis', asked)).rejects.toThrow('has stopped');
  });

  it('is not started by who asks nothing, and not needed to stop', async () => {
    const analysis = createAnalysis({ file: '/nowhere/at/all' }, () => {
      throw new Error('nobody asked');
    });
    await expect(analysis.close()).resolves.toBeUndefined();
  });

  it('that cannot open the database says why', async () => {
    const analysis = createAnalysis({ file: '/nowhere/at/all' });
    const failure = await analysis.ask('projectAnalysis', asked).catch((error: unknown) => error);
    expect(String((failure as Error).cause)).toContain('databaseFile');
    await analysis.close();
  });
});
