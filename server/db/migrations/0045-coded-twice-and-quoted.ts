// A second coding also tells which way a remark points, and keeps what the first coder had chosen then; what both agreed on
// is of the remark itself. And a quote of an answer knows which: it goes with it.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function codedTwiceAndQuoted(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const column of ['valence', 'first', 'agreed_by', 'agreed_at'] as const)
        await db.schema.alterTable('second_codings').addColumn(column, 'text').execute();
      await typed(dialect, db.schema.createTable('quote_sources'))
        .addColumn('project', 'text', (made) =>
          made.notNull().references('projects.code').onDelete('cascade'),
        )
        .addColumn('quote', 'text', (made) => made.notNull())
        .addColumn('survey', 'text', (made) => made.notNull().references('surveys.code').onDelete('cascade'))
        .addColumn('question', 'text', (made) => made.notNull())
        .addColumn('response', 'text', (made) => made.notNull())
        .addPrimaryKeyConstraint('quote_sources_key', ['project', 'quote'])
        .execute();
      await db.schema
        .createIndex('quote_sources_response')
        .on('quote_sources')
        .columns(['survey', 'response'])
        .execute();
    },
  };
}
