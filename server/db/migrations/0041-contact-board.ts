// A board for who asks and who offers: about what, whether somebody said yes to stand on it, and whom the team brought
// together. Like the offers it keeps no order in which it was filled, and goes with them.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, unordered } from '../portable.ts';

export function contactBoard(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('contact_offers')
        .addColumn('topics', 'text', (column) => column.notNull().defaultTo('[]'))
        .execute();
      await db.schema
        .alterTable('contact_offers')
        .addColumn('on_board', 'integer', (column) => column.notNull().defaultTo(sql`0`))
        .execute();
      await unordered(dialect, db.schema.createTable('contact_matches'))
        .addColumn('project', 'text', (column) =>
          column.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('ask', 'text', (column) =>
          column.notNull().references('contact_offers.id').onDelete('cascade'),
        )
        .addColumn('offer', 'text', (column) =>
          column.notNull().references('contact_offers.id').onDelete('cascade'),
        )
        .addPrimaryKeyConstraint('contact_matches_key', ['ask', 'offer'])
        .execute();
    },
  };
}
