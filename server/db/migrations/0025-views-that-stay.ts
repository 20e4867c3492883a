// Views in a report stand still on their own: up to which response readers outside the team see them.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function viewsThatStay(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('surveys').addColumn('views_released', 'integer').execute();
    },
  };
}
