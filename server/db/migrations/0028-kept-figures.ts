// The figures that stay of a survey when its answers go.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function keptFigures(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('kept_figures'))
        .addColumn('project', 'text', (made) =>
          made.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('survey', 'text', (made) => made.notNull())
        .addColumn('reader', 'text', (made) => made.notNull())
        .addColumn('kept_on', 'text', (made) => made.notNull())
        .addColumn('rows', 'text', (made) => made.notNull())
        .addPrimaryKeyConstraint('kept_figures_key', ['project', 'survey', 'reader'])
        .execute();
    },
  };
}
