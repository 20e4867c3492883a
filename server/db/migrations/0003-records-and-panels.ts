// What a project keeps beside answers: records, panel rounds with their ballots, published reports.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function recordsAndPanels(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('records'))
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('records_key', ['project', 'kind', 'code'])
        .execute();
      await typed(dialect, db.schema.createTable('panel_members'))
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('library', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.unique())
        .addPrimaryKeyConstraint('panel_members_key', ['project', 'code'])
        .execute();
      await typed(dialect, db.schema.createTable('panel_rounds'))
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('round', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('closes_on', 'text', (column) => column.notNull())
        .addColumn('closed_on', 'text')
        .addColumn('lists', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('panel_rounds_key', ['project', 'round'])
        .execute();
      await typed(dialect, db.schema.createTable('ballots'))
        .addColumn('project', 'text', (column) => column.notNull())
        .addColumn('round', 'integer', (column) => column.notNull())
        .addColumn('member', 'text', (column) => column.notNull())
        .addColumn('ballot', 'text', (column) => column.notNull())
        .addColumn('submitted', 'integer', (column) => column.notNull())
        .addColumn('saved_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('ballots_key', ['project', 'round', 'member'])
        .addForeignKeyConstraint('ballots_round', ['project', 'round'], 'panel_rounds', ['project', 'round'])
        .addForeignKeyConstraint('ballots_member', ['project', 'member'], 'panel_members', [
          'project',
          'code',
        ])
        .execute();
      await typed(dialect, db.schema.createTable('reports'))
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('snapshot', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('published_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('reports_key', ['code', 'version'])
        .execute();
    },
  };
}
