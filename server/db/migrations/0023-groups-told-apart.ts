// Figures about groups move apart from those of everybody: up to which response they go, how far they ever went, and which
// groups readers outside the team were ever shown.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function groupsToldApart(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const column of ['groups_released', 'groups_furthest'])
        await db.schema.alterTable('surveys').addColumn(column, 'integer').execute();
      await typed(dialect, db.schema.createTable('groups_told_apart'))
        .addColumn('survey', 'text', (made) => made.notNull().references('surveys.code').onDelete('cascade'))
        .addColumn('grouping', 'text', (made) => made.notNull())
        .addPrimaryKeyConstraint('groups_told_apart_key', ['survey', 'grouping'])
        .execute();
    },
  };
}
