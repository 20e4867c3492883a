// The log of a panel has one number per line, also where several processes write it at once.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseAddress } from '../../server/context.ts';
import { logOf } from '../../server/db/panel-log.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app?.stop());

const log = () => logOf(app.ctx.db.kysely, 'ooo');

it('numbers the lines of three processes without a gap, and none is lost', async () => {
  const before = (await log()).length;
  const place = JSON.stringify(databaseAddress(app.ctx.config));
  const writer = join(import.meta.dirname, 'log-writer.ts');
  const processes = Array.from({ length: 3 }, () => fork(writer, [place, 'ooo', '150']));
  const ends = await Promise.all(processes.map((each) => once(each, 'exit')));
  expect(ends.map(([code]) => code)).toEqual([0, 0, 0]);
  const lines = await log();
  expect(lines.map(({ entry }) => entry)).toEqual(
    Array.from({ length: before + 450 }, (_, place) => place + 1),
  );
}, 60_000);
