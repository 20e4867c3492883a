// A session in the room: where it stands, so that it survives a restart, and the devices that ask to come in.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function liveSessions(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('live_sessions'))
        .addColumn('id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('project', 'text', (column) => column.notNull())
        .addColumn('round', 'integer', (column) => column.notNull())
        .addColumn('code_hash', 'text', (column) => column.notNull().unique())
        .addColumn('step', 'text', (column) => column.notNull())
        .addColumn('item', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('timer_ends_at', 'text')
        .addColumn('timer_left', 'integer')
        .addColumn('started_at', 'text', (column) => column.notNull())
        .addColumn('ended_at', 'text')
        .addForeignKeyConstraint(
          'live_sessions_round',
          ['project', 'round'],
          'panel_rounds',
          ['project', 'round'],
          (made) => made.onDelete('cascade'),
        )
        .execute();
      // One room at a time: two people who press "start" together begin one session.
      await db.schema
        .createIndex('live_sessions_running')
        .on('live_sessions')
        .column('project')
        .unique()
        .where(sql.ref('ended_at'), 'is', null)
        .execute();
      await typed(dialect, db.schema.createTable('live_devices'))
        .addColumn('id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('session', 'text', (column) =>
          column.notNull().references('live_sessions.id').onDelete('cascade'),
        )
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('says', 'text', (column) => column.notNull())
        .addColumn('word', 'text', (column) => column.notNull())
        .addColumn('member', 'text')
        .addColumn('asked_at', 'text', (column) => column.notNull())
        .addUniqueConstraint('live_devices_member', ['session', 'member'])
        .execute();
    },
  };
}
