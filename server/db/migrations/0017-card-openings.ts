// How often the evidence of a need was opened in a round: a number per need, and nothing about who opened it.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function cardOpenings(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('card_openings'))
        .addColumn('project', 'text', (made) => made.notNull())
        .addColumn('round', 'integer', (made) => made.notNull())
        .addColumn('need', 'text', (made) => made.notNull())
        .addColumn('times', 'integer', (made) => made.notNull())
        .addPrimaryKeyConstraint('card_openings_key', ['project', 'round', 'need'])
        .addForeignKeyConstraint(
          'card_openings_round',
          ['project', 'round'],
          'panel_rounds',
          ['project', 'round'],
          (made) => made.onDelete('cascade'),
        )
        .execute();
    },
  };
}
