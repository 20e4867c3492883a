// How far readers outside the team have ever seen: a withdrawal sets the release back, and the next step counts from here.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function withdrawnFromRelease(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('surveys').addColumn('furthest_released', 'integer').execute();
    },
  };
}
