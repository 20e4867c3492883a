// What a panel's rounds keep: how each is held, what members said, the log that only grows, and the decision.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, refuseChanges, typed, unordered } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function rounds(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      const column = (table: string, name: string, type: 'text' | 'integer', fallback?: string | number) =>
        db.schema
          .alterTable(table)
          .addColumn(name, type, (made) =>
            fallback === undefined ? made : made.notNull().defaultTo(fallback),
          )
          .execute();
      await column('panel_rounds', 'mode', 'text', 'confidential');
      await column('panel_rounds', 'quorum', 'integer', 3);
      await column('panel_rounds', 'invited', 'integer');
      await column('panel_rounds', 'frozen_on', 'text');
      await column('panel_rounds', 'rationale', 'text');
      await column('panel_members', 'name', 'text', '');
      await column('panel_members', 'name_public', 'integer', 0);
      await column('panel_members', 'interest', 'text', '');
      await column('panel_members', 'left_on', 'text');
      await memberTables(dialect, db);
      await logTable(dialect, db);
    },
  };
}

/** Per member and round: the order the cards were first shown in, and what was said about a need. */
async function memberTables(dialect: Dialect, db: AnySchema): Promise<void> {
  await typed(dialect, db.schema.createTable('ballot_starts'))
    .addColumn('project', 'text', (made) => made.notNull())
    .addColumn('round', 'integer', (made) => made.notNull())
    .addColumn('member', 'text', (made) => made.notNull())
    .addColumn('lists', 'text', (made) => made.notNull())
    .addPrimaryKeyConstraint('ballot_starts_key', ['project', 'round', 'member'])
    .addForeignKeyConstraint(
      'ballot_starts_round',
      ['project', 'round'],
      'panel_rounds',
      ['project', 'round'],
      (made) => made.onDelete('cascade'),
    )
    .execute();
  // Without a key to the member: freezing puts a chance word in its place.
  await unordered(dialect, db.schema.createTable('panel_comments'))
    .addColumn('project', 'text', (made) => made.notNull())
    .addColumn('round', 'integer', (made) => made.notNull())
    .addColumn('member', 'text', (made) => made.notNull())
    .addColumn('need', 'text', (made) => made.notNull())
    .addColumn('words', 'text', (made) => made.notNull())
    .addPrimaryKeyConstraint('panel_comments_key', ['project', 'round', 'member', 'need'])
    .addForeignKeyConstraint(
      'panel_comments_round',
      ['project', 'round'],
      'panel_rounds',
      ['project', 'round'],
      (made) => made.onDelete('cascade'),
    )
    .execute();
  await unordered(dialect, db.schema.createTable('loose_ballots'))
    .addColumn('project', 'text', (made) => made.notNull())
    .addColumn('round', 'integer', (made) => made.notNull())
    .addColumn('id', 'text', (made) => made.notNull())
    .addColumn('ballot', 'text', (made) => made.notNull())
    .addPrimaryKeyConstraint('loose_ballots_key', ['project', 'round', 'id'])
    .addForeignKeyConstraint(
      'loose_ballots_round',
      ['project', 'round'],
      'panel_rounds',
      ['project', 'round'],
      (made) => made.onDelete('cascade'),
    )
    .execute();
}

async function logTable(dialect: Dialect, db: AnySchema): Promise<void> {
  await typed(dialect, db.schema.createTable('panel_log'))
    .addColumn('project', 'text', (made) => made.notNull().references('projects.code').onDelete('cascade'))
    .addColumn('entry', 'integer', (made) => made.notNull())
    .addColumn('at', 'text', (made) => made.notNull())
    .addColumn('account', 'text', (made) => made.notNull())
    .addColumn('act', 'text', (made) => made.notNull())
    .addColumn('round', 'integer')
    .addColumn('reason', 'text', (made) => made.notNull())
    .addColumn('details', 'text', (made) => made.notNull())
    .addPrimaryKeyConstraint('panel_log_key', ['project', 'entry'])
    .execute();
  await refuseChanges(dialect, db, {
    table: 'panel_log',
    update: null,
    delete: 'exists (select 1 from projects where code = old.project)',
  });
  await refuseChanges(dialect, db, {
    table: 'panel_rounds',
    update: 'old.frozen_on is not null',
    delete: 'old.frozen_on is not null and exists (select 1 from projects where code = old.project)',
  });
}
