// How a round is voted in, what a member was offered by chance, and what a form said when it was last saved.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export function waysOfVoting(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('panel_rounds')
        .addColumn('way', 'text', (made) => made.notNull().defaultTo('order'))
        .execute();
      // The sets or pairs of a member; null where cards are ordered, whose order stands in `lists`.
      await db.schema.alterTable('ballot_starts').addColumn('offers', 'text').execute();
      // The fields as they were typed, also what is no vote yet; null for an order of cards.
      await db.schema.alterTable('ballots').addColumn('typed', 'text').execute();
    },
  };
}
