// Projects with their register, and surveys with the versions of their definition.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

/** A migration sees the tables of its own time, so it knows none of today's types. */
type AnySchema = Kysely<unknown>;

export function projectsAndSurveys(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('settings'))
        .addColumn('name', 'text', (column) => column.primaryKey().notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
      await typed(dialect, db.schema.createTable('projects'))
        .addColumn('code', 'text', (column) => column.primaryKey().notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('catalogue', 'text', (column) => column.notNull())
        .addColumn('report_template', 'text', (column) => column.notNull())
        .addColumn('demonstration', 'integer', (column) => column.notNull())
        .addColumn('register_date', 'text')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute();
      await typed(dialect, db.schema.createTable('libraries'))
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('province', 'text', (column) => column.notNull())
        .addColumn('size_class', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('libraries_key', ['project', 'code'])
        .execute();
      await typed(dialect, db.schema.createTable('surveys'))
        .addColumn('code', 'text', (column) => column.primaryKey().notNull())
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('last_sequence', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('closed_at', 'text')
        .execute();
      await typed(dialect, db.schema.createTable('survey_versions'))
        .addColumn('survey', 'text', (column) =>
          column.notNull().references('surveys.code').onDelete('cascade'),
        )
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('definition', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('survey_versions_key', ['survey', 'version'])
        .execute();
    },
  };
}
