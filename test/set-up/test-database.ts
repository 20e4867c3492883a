// A database of a test's own: a file in a folder that goes with it, or where TEST_ON says so a new database on the
// PostgreSQL of TEST_DATABASE_URL.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Address } from '../../server/db/open.ts';

export interface TestDatabase {
  /** What `openDatabase` takes. */
  readonly address: Address;
  /** What DATABASE_URL would be; null where the database is the file in the data folder. */
  readonly databaseUrl: string | null;
  /** The environment that leads a server to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Removes it; close every connection first. */
  drop(): Promise<void>;
}

/** Makes an empty database. @throws Error when the PostgreSQL of TEST_DATABASE_URL cannot be reached. */
export async function newTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (process.env.TEST_ON !== 'postgres' || !server) {
    const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-'));
    return {
      address: { file: join(folder, 'nodenkaart.sqlite') },
      databaseUrl: null,
      environment: { DATA_DIR: folder },
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const name = `nodenkaart_${randomBytes(8).toString('hex')}`;
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    address: { url: url.href },
    databaseUrl: url.href,
    environment: { DATABASE_URL: url.href },
    drop: () => command(server, `drop database if exists ${name} with (force)`),
  };
}

async function command(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
