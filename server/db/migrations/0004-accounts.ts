// Accounts, their sessions, the link that makes the first account, and the counters of the rate limits.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function accounts(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('accounts'))
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('roles', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute();
      await typed(dialect, db.schema.createTable('sessions'))
        .addColumn('id_hash', 'text', (column) => column.primaryKey().notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
      await typed(dialect, db.schema.createTable('setup_tokens'))
        .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('used_at', 'text')
        .execute();
      // The shape rate-limiter-flexible expects in both databases.
      await typed(dialect, db.schema.createTable('rate_limits'))
        .addColumn('key', 'text', (column) => column.primaryKey().notNull())
        .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('expire', dialect === 'sqlite' ? 'integer' : 'bigint')
        .execute();
    },
  };
}
