// The pages of libraries: a personal link each, of which only the hash is kept; the form a team fills in together; and the
// one job that writes all pages as files. No key to the register: a new register takes the old one's place row by row.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { bytes, type Dialect, typed } from '../portable.ts';

export function libraryPages(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('library_links'))
        .addColumn('project', 'text', (made) =>
          made.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('library', 'text', (made) => made.notNull())
        .addColumn('token_hash', 'text', (made) => made.notNull().unique())
        .addPrimaryKeyConstraint('library_links_key', ['project', 'library'])
        .execute();
      await typed(dialect, db.schema.createTable('library_reflections'))
        .addColumn('project', 'text', (made) =>
          made.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('library', 'text', (made) => made.notNull())
        .addColumn('content', 'text', (made) => made.notNull())
        .addColumn('revision', 'integer', (made) => made.notNull())
        .addColumn('saved_on', 'text', (made) => made.notNull())
        .addPrimaryKeyConstraint('library_reflections_key', ['project', 'library'])
        .execute();
      await typed(dialect, db.schema.createTable('library_files'))
        .addColumn('project', 'text', (made) =>
          made.primaryKey().notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('id', 'text', (made) => made.notNull())
        .addColumn('version', 'integer', (made) => made.notNull())
        .addColumn('language', 'text', (made) => made.notNull())
        .addColumn('state', 'text', (made) => made.notNull())
        .addColumn('made', 'integer', (made) => made.notNull())
        .addColumn('total', 'integer', (made) => made.notNull())
        .addColumn('seen_at', 'text', (made) => made.notNull())
        .addColumn('file', bytes(dialect))
        .execute();
    },
  };
}
