// What a team made of each open answer: coded, nothing in it, or only masked so far; and of a remark who coded it and
// its place in the answer. Answers with remarks from before were coded.
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Dialect, typed } from '../portable.ts';

export function codedAnswers(dialect: Dialect): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await typed(dialect, db.schema.createTable('coded_answers'))
        .addColumn('survey', 'text', (made) => made.notNull().references('surveys.code').onDelete('cascade'))
        .addColumn('question', 'text', (made) => made.notNull())
        .addColumn('response', 'text', (made) => made.notNull())
        .addColumn('state', 'text', (made) => made.notNull())
        .addColumn('words', 'text')
        .addColumn('revision', 'integer', (made) => made.notNull())
        .addColumn('account', 'text')
        .addColumn('saved_at', 'text')
        .addPrimaryKeyConstraint('coded_answers_key', ['survey', 'question', 'response'])
        .execute();
      await db.schema
        .createIndex('coded_answers_response')
        .on('coded_answers')
        .columns(['survey', 'response'])
        .execute();
      await sql`insert into coded_answers (survey, question, response, state, revision)
        select distinct survey, question, response, 'coded', 1 from remarks`.execute(db);
      await db.schema.alterTable('remarks').addColumn('account', 'text').execute();
      await db.schema
        .alterTable('remarks')
        .addColumn('place', 'integer', (made) => made.notNull().defaultTo(0))
        .execute();
    },
  };
}
