// Files of other tools on their way in: the bytes in pieces, what was found in them and what the team corrected.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { bytes, type Dialect, typed } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function ownData(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('own_data'))
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('file_form', 'text', (column) => column.notNull())
        .addColumn('facts', 'text', (column) => column.notNull())
        .addColumn('plan', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('progress', 'integer', (column) => column.notNull())
        .addColumn('problems', 'text', (column) => column.notNull())
        .addColumn('survey', 'text')
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .execute();
      await typed(dialect, db.schema.createTable('own_data_parts'))
        .addColumn('import', 'text', (column) =>
          column.notNull().references('own_data.id').onDelete('cascade'),
        )
        .addColumn('part', 'integer', (column) => column.notNull())
        .addColumn('content', bytes(dialect), (column) => column.notNull())
        .addPrimaryKeyConstraint('own_data_parts_key', ['import', 'part'])
        .execute();
    },
  };
}
