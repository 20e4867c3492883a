// What a second person coded of remarks that were coded before: it goes with the remark.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function secondCodings(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('second_codings'))
        .addColumn('survey', 'text', (column) => column.notNull())
        .addColumn('remark', 'text', (column) => column.notNull())
        .addColumn('services', 'text', (column) => column.notNull())
        .addColumn('themes', 'text', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('coded_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('second_codings_key', ['survey', 'remark'])
        .addForeignKeyConstraint(
          'second_codings_remark',
          ['survey', 'remark'],
          'remarks',
          ['survey', 'id'],
          (made) => made.onDelete('cascade'),
        )
        .execute();
    },
  };
}
