// The guide of a project's group talks, as its template gave it; null where the template has none.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function guides(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('projects').addColumn('guide', 'text').execute();
    },
  };
}
