// The call for a sounding board and who answered it: names and addresses in a table of their own, which shares no key
// with members or answers and keeps no order. And what lets a member find the own ballot again after a decision.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed, unordered } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function call(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('panel_calls'))
        .addColumn('project', 'text', (made) =>
          made.primaryKey().notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('state', 'text', (made) => made.notNull())
        .addColumn('language', 'text', (made) => made.notNull())
        .addColumn('words', 'text', (made) => made.notNull())
        .addColumn('effort', 'text', (made) => made.notNull())
        .addColumn('closes_on', 'text', (made) => made.notNull())
        .addColumn('keep_days', 'integer', (made) => made.notNull())
        .execute();
      await signUpTable(dialect, db);
      for (const table of ['ballots', 'loose_ballots']) {
        await db.schema.alterTable(table).addColumn('own_key', 'text').execute();
      }
    },
  };
}

async function signUpTable(dialect: Dialect, db: AnySchema): Promise<void> {
  let table = unordered(dialect, db.schema.createTable('panel_sign_ups'))
    .addColumn('id', 'text', (made) => made.primaryKey().notNull())
    .addColumn('project', 'text', (made) => made.notNull().references('projects.code').onDelete('cascade'))
    .addColumn('name_public', 'integer', (made) => made.notNull());
  for (const column of [
    'name',
    'email',
    'library',
    'role',
    'motives',
    'interest',
    'state',
    'delete_on',
  ] as const) {
    table = table.addColumn(column, 'text', (made) => made.notNull());
  }
  await table.execute();
}
