// A device of the room that gave way to another of the same member is told so, and not taken for a stranger.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function devicesThatGaveWay(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('live_devices').addColumn('gave_way_at', 'text').execute();
    },
  };
}
