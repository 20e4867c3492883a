// Definitions being edited, edit by edit, and the moment each version was fielded.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function editingDefinitions(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('definition_drafts'))
        .addColumn('survey', 'text', (column) =>
          column.primaryKey().notNull().references('surveys.code').onDelete('cascade'),
        )
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('last_revision', 'integer', (column) => column.notNull())
        .execute();
      await typed(dialect, db.schema.createTable('definition_edits'))
        .addColumn('survey', 'text', (column) =>
          column.notNull().references('surveys.code').onDelete('cascade'),
        )
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('before', 'integer')
        .addColumn('definition', 'text', (column) => column.notNull())
        .addColumn('edit', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('definition_edits_key', ['survey', 'revision'])
        .execute();
      await db.schema.alterTable('survey_versions').addColumn('published_at', 'text').execute();
      // Until now a survey was fielded when it was made, with its only version.
      await sql`
        update survey_versions
        set published_at = (select created_at from surveys where surveys.code = survey_versions.survey)
      `.execute(db);
    },
  };
}
