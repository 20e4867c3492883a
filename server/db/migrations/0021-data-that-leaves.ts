// The log of data that leave: who asked for which answers and why, what the data officer said, every file that was
// fetched. Lines are only added. And the role of that officer, for the accounts that have every role.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, refuseChanges, typed } from '../portable.ts';

const everyRoleBefore = JSON.stringify(['lead', 'editor', 'analyst', 'publisher']);
const everyRole = JSON.stringify(['lead', 'editor', 'analyst', 'publisher', 'dataOfficer']);

export function dataThatLeaves(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('data_log'))
        .addColumn('project', 'text', (made) =>
          made.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('entry', 'integer', (made) => made.notNull())
        .addColumn('at', 'text', (made) => made.notNull())
        .addColumn('account', 'text', (made) => made.notNull())
        .addColumn('act', 'text', (made) => made.notNull())
        .addColumn('request', 'integer')
        .addColumn('reason', 'text', (made) => made.notNull())
        .addColumn('details', 'text', (made) => made.notNull())
        .addPrimaryKeyConstraint('data_log_key', ['project', 'entry'])
        .execute();
      await refuseChanges(dialect, db, {
        table: 'data_log',
        update: null,
        delete: 'exists (select 1 from projects where code = old.project)',
      });
      await sql`update accounts set roles = ${everyRole} where roles = ${everyRoleBefore}`.execute(db);
    },
  };
}
