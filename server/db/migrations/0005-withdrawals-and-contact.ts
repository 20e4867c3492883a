// How often answers of a survey were taken away again, and the offers of people who may be contacted: a table that
// shares no key with any answer and keeps no order in which it was filled.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, unordered } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function withdrawalsAndContact(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await db.schema
        .alterTable('surveys')
        .addColumn('erasures', 'integer', (column) => column.notNull().defaultTo(sql`0`))
        .execute();
      await unordered(dialect, db.schema.createTable('contact_offers'))
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('interests', 'text', (column) => column.notNull())
        .addColumn('motives', 'text', (column) => column.notNull())
        .addColumn('month', 'text', (column) => column.notNull())
        .execute();
    },
  };
}
