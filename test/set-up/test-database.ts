// A database of a test's own: in memory, or where TEST_ON says so a new one on the PostgreSQL of TEST_DATABASE_URL.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** What `openDatabase` takes, and what DATABASE_URL would be. */
  readonly address: { readonly url: string } | { readonly file: string };
  readonly databaseUrl: string;
  /** Removes it; close every connection first. */
  drop(): Promise<void>;
}

/** Makes an empty database. @throws Error when the PostgreSQL of TEST_DATABASE_URL cannot be reached. */
export async function newTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (process.env.TEST_ON !== 'postgres' || !server) {
    return { address: { file: ':memory:' }, databaseUrl: ':memory:', drop: async () => {} };
  }
  const name = `nodenkaart_${randomBytes(8).toString('hex')}`;
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    address: { url: url.href },
    databaseUrl: url.href,
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
