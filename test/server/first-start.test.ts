// The first start fills an empty database with the demonstration and prints where to go; a second keeps everything.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../server/commands/serve.ts';
import type { Config } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { librariesOf } from '../../server/db/libraries.ts';
import { ballotsOf, roundsOf } from '../../server/db/panels.ts';
import { listProjects } from '../../server/db/projects.ts';
import { remarksOf } from '../../server/db/remarks.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { countResponses, responsesSince } from '../../server/db/responses.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

let folder: string;
let own: TestDatabase;
let config: Config;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-start-'));
  own = await newTestDatabase();
  const { databaseUrl } = own;
  config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: join(folder, 'new', 'data'),
    databaseUrl,
    baseUrl: null,
    trustedProxies: 0,
  };
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await own.drop();
});

const start = (args: readonly string[] = [], meanwhile?: (printed: readonly string[]) => Promise<void>) =>
  runAsTyped(config, serve, args, meanwhile);
const addresses = (printed: readonly string[]) => printed.flatMap((line) => line.match(/http:\S+/) ?? []);
const paths = (printed: readonly string[]) => addresses(printed).map((address) => new URL(address).pathname);

describe('the first start', () => {
  it('prints addresses that all work', async () => {
    const statuses: number[] = [];
    const { code, printed } = await start([], async (lines) => {
      for (const address of addresses(lines)) statuses.push((await fetch(address)).status);
    });
    expect(code).toBe(0);
    expect(paths(printed)).toEqual([
      '/',
      '/s/ooo',
      '/s/ooo-collega',
      expect.stringMatching(/^\/p\/[\w-]{32}$/),
      '/r/ooo',
      expect.stringMatching(/^\/team\/set-up\/[\w-]{32}$/),
    ]);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('makes the whole demonstration, labelled as such', async () => {
    await start();
    const ctx = await createContext(config);
    const db = ctx.db.kysely;
    expect(await listProjects(db)).toMatchObject([{ code: 'ooo', demonstration: true }]);
    expect(await librariesOf(db, 'ooo')).toHaveLength(304);
    expect(await countResponses(db, 'ooo')).toBe(108);
    const responses = await responsesSince(db, 'ooo', 0, 200);
    expect(new Set(responses.map(({ library }) => library).filter(Boolean)).size).toBe(85);
    const sequences = new Set(responses.map(({ sequence }) => sequence));
    expect((await remarksOf(db, 'ooo')).every(({ response }) => sequences.has(response))).toBe(true);
    expect((await roundsOf(db, 'ooo')).map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(await ballotsOf(db, 'ooo', 1)).toHaveLength(5);
    expect(await ballotsOf(db, 'ooo', 2)).toEqual([]);
    expect(await reportByCode(db, 'ooo')).toMatchObject({ version: 1, project: 'ooo' });
    await ctx.close();
  });

  it('leaves an empty database empty when asked to', async () => {
    const { printed } = await start(['--empty']);
    expect(paths(printed)).toEqual(['/', expect.stringMatching(/^\/team\/set-up\//)]);
  });
});

describe('a second start', () => {
  it('keeps everything, gives no invitation again and a new set-up link', async () => {
    const first = await start();
    const oldLink = paths(first.printed).at(-1) ?? '';
    let oldStatus = 0;
    const second = await start([], async (lines) => {
      oldStatus = (await fetch(new URL(oldLink, addresses(lines)[0]))).status;
    });
    expect(paths(second.printed).slice(0, -1)).toEqual(['/', '/s/ooo', '/s/ooo-collega', '/r/ooo']);
    expect(paths(second.printed).at(-1)).not.toBe(oldLink);
    expect(oldStatus).toBe(404);
    const ctx = await createContext(config);
    expect(await countResponses(ctx.db.kysely, 'ooo')).toBe(108);
    await ctx.close();
  });
});

describe('a start that cannot be', () => {
  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    // A server listening on a port has an address of this kind.
    const { port } = other.address() as AddressInfo;
    config = { ...config, port };
    const { code, told } = await start();
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(1);
    expect(told).toEqual([expect.stringMatching(new RegExp(`^Poort ${port} .* al in gebruik`))]);
    // Nothing was made, so nothing was lost: the next start still has the invitation to print.
    expect(existsSync(config.dataDir)).toBe(false);
    const { printed } = await start();
    expect(paths(printed).filter((path) => path.startsWith('/p/'))).toHaveLength(1);
  });

  it('says which folder cannot be used', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    for (const dataDir of [join(file, 'data'), '/proc/nodenkaart']) {
      config = { ...config, databaseUrl: null, trustedProxies: 0, dataDir };
      const { code, told } = await start();
      expect(code).toBe(1);
      expect(told).toEqual([expect.stringContaining(dataDir)]);
    }
  });
});
