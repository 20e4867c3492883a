// Beside the lines of the figures that stay of a survey: its analysis as everybody may see it, so that a report can still
// be made when its answers are gone.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function analysisThatStays(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('kept_figures').addColumn('analysis', 'text').execute();
    },
  };
}
