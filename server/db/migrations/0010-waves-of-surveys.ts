// A survey that asks again what an earlier one of its project asked.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function wavesOfSurveys(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('surveys')
        .addColumn('wave_of', 'text', (column) => column.references('surveys.code').onDelete('set null'))
        .execute();
    },
  };
}
