// What holds still while answers come in: up to which response readers outside the team see figures, and the evidence
// that decided between equal needs when a panel round was closed.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type AnySchema = Kysely<unknown>;

export function figuresThatStay(): Migration {
  return {
    up: async (db: AnySchema) => {
      await db.schema.alterTable('surveys').addColumn('released_sequence', 'integer').execute();
      await db.schema.alterTable('panel_rounds').addColumn('evidence', 'text').execute();
    },
  };
}
