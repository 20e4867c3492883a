// Views of the explorer that a team keeps for its report.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function savedViews(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('saved_views'))
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('view', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('saved_views_key', ['project', 'id'])
        .execute();
    },
  };
}
