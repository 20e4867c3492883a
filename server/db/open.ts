// Opens SQLite or PostgreSQL by address and brings the schema up to date.
import BetterSqlite3 from 'better-sqlite3';
import { CompiledQuery, Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StartFailure } from '../errors.ts';
import { migrations } from './migrations/index.ts';
import type { Dialect } from './portable.ts';
import type { Tables } from './schema.ts';

/** What every query function takes first: the database, or a transaction of it. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

export interface Database {
  readonly kysely: Kysely<Tables>;
  readonly dialect: Dialect;
  /** The driver itself, for what Kysely has no word for: online backup and rate limits. */
  readonly driver: Driver;
  close(): Promise<void>;
}

export type Driver =
  | { readonly dialect: 'sqlite'; readonly connection: BetterSqlite3.Database }
  | { readonly dialect: 'postgres'; readonly pool: import('pg').Pool };

/** A postgres:// url, or the file of a SQLite database. */
export type Address = { readonly url: string } | { readonly file: string };

/**
 * Opens a database and runs the migrations it has not had.
 * @throws StartFailure when it cannot be opened, written, or was made by a newer version.
 */
export async function openDatabase(address: Address): Promise<Database> {
  const database = 'url' in address ? await openPostgres({ url: address.url }) : openSqlite(address.file);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    if (error instanceof StartFailure) throw error;
    throw new StartFailure('database', { reason: reasonOf(error) });
  }
  return database;
}

/**
 * Opens a database that is there, with its tables, to read beside whoever writes: nothing can be changed through it.
 * @throws StartFailure when it cannot be opened.
 */
export async function openForReading(address: Address): Promise<Database> {
  if ('url' in address) return openPostgres({ url: address.url, readOnly: true, connections: 2 });
  return databaseOf(connect(address.file, { readonly: true, fileMustExist: true }));
}

function openSqlite(file: string): Database {
  const connection = connect(file, {});
  try {
    connection.pragma('journal_mode = WAL');
    // The reply to a respondent leaves after the commit: it must be on the disk, not in a cache.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
  } catch (error) {
    throw new StartFailure('databaseFile', { file, reason: reasonOf(error) });
  }
  return databaseOf(connection);
}

/** A connection that waits for whoever writes. @throws StartFailure when there can be none. */
function connect(file: string, options: BetterSqlite3.Options): BetterSqlite3.Database {
  try {
    return new BetterSqlite3(file, { ...options, timeout: 5000 });
  } catch (error) {
    throw new StartFailure('databaseFile', { file, reason: reasonOf(error) });
  }
}

function databaseOf(connection: BetterSqlite3.Database): Database {
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(connection) }) });
  return {
    kysely,
    dialect: 'sqlite',
    driver: { dialect: 'sqlite', connection },
    close: () => kysely.destroy(),
  };
}

/** The connection as Kysely needs it, keeping prepared statements: preparing costs more than most queries. */
function remembering(connection: BetterSqlite3.Database) {
  const statements = new Map<string, BetterSqlite3.Statement>();
  return {
    close: () => {
      connection.close();
    },
    prepare: (source: string) => {
      let statement = statements.get(source);
      if (!statement) {
        statement = connection.prepare(source);
        // Inserts of many rows have many shapes; only the short ones come back often.
        if (source.length < 2000 && statements.size < 500) statements.set(source, statement);
      }
      return statement;
    },
  };
}

interface PostgresOptions {
  readonly url: string;
  readonly connections?: number;
  readonly readOnly?: boolean;
}

async function openPostgres({ url, connections = 10, readOnly = false }: PostgresOptions): Promise<Database> {
  const pg = (await import('pg')).default;
  const options = readOnly ? { options: '-c default_transaction_read_only=on' } : {};
  const pool = new pg.Pool({ connectionString: url, max: connections, ...options });
  // A connection that breaks while idle is replaced at the next query, which reports what is wrong.
  pool.on('error', () => undefined);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await kysely.executeQuery(CompiledQuery.raw('select 1'));
  } catch (error) {
    await kysely.destroy();
    throw new StartFailure('databaseUrl', { reason: reasonOf(error) });
  }
  return {
    kysely,
    dialect: 'postgres',
    driver: { dialect: 'postgres', pool },
    close: () => kysely.destroy(),
  };
}

async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database.kysely,
    provider: { getMigrations: async () => migrations(database.dialect) },
    // Parts built side by side bring migrations out of turn; each stands on its own tables.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A refused connection to several addresses has its reason in the parts.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : null;
  return error.message || (first instanceof Error ? first.message : error.name);
}

/** How the live SQLite connection writes: WAL with synchronous 2 (FULL) is on disk at commit. Null on PostgreSQL. */
export function durability(database: Database): { journal: string; synchronous: number } | null {
  if (database.driver.dialect !== 'sqlite') return null;
  const { connection } = database.driver;
  return {
    journal: String(connection.pragma('journal_mode', { simple: true })),
    synchronous: Number(connection.pragma('synchronous', { simple: true })),
  };
}
