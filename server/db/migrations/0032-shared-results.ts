// Own results that somebody shares: the hash of the link alone, under the hash of the receipt, so that it leads to an answer no
// longer than the receipt does.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function sharedResults(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('shared_results'))
        .addColumn('survey', 'text', (column) => column.notNull())
        .addColumn('receipt_hash', 'text', (column) => column.notNull())
        .addColumn('share', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('until', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('shared_results_key', ['survey', 'receipt_hash'])
        .addForeignKeyConstraint('shared_results_survey', ['survey'], 'surveys', ['code'], (made) =>
          made.onDelete('cascade'),
        )
        .execute();
    },
  };
}
