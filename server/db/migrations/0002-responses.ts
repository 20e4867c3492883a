// Drafts, responses, the words of open answers and their coded remarks; the survey comes first in every key.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { bytes, type Dialect, typed } from '../portable.ts';

type AnySchema = Kysely<unknown>;

export function responses(dialect: Dialect): Migration {
  return {
    up: async (db: AnySchema) => {
      await typed(dialect, db.schema.createTable('drafts'))
        .addColumn('survey', 'text', (column) =>
          column.notNull().references('surveys.code').onDelete('cascade'),
        )
        .addColumn('receipt_hash', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('library', 'text')
        .addColumn('answers', 'text', (column) => column.notNull())
        .addColumn('pages', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('drafts_key', ['survey', 'receipt_hash'])
        .execute();
      await typed(dialect, db.schema.createTable('responses'))
        .addColumn('survey', 'text', (column) =>
          column.notNull().references('surveys.code').onDelete('cascade'),
        )
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('library', 'text')
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('receipt_hash', 'text')
        .addColumn('document', bytes(dialect), (column) => column.notNull())
        .addPrimaryKeyConstraint('responses_key', ['survey', 'sequence'])
        .addUniqueConstraint('responses_receipt', ['survey', 'receipt_hash'])
        .execute();
      await typed(dialect, db.schema.createTable('texts'))
        .addColumn('survey', 'text', (column) =>
          column.notNull().references('surveys.code').onDelete('cascade'),
        )
        .addColumn('variable', 'text', (column) => column.notNull())
        .addColumn('response', 'text', (column) => column.notNull())
        .addColumn('words', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('texts_key', ['survey', 'variable', 'response'])
        .execute();
      await typed(dialect, db.schema.createTable('remarks'))
        .addColumn('survey', 'text', (column) =>
          column.notNull().references('surveys.code').onDelete('cascade'),
        )
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('response', 'text', (column) => column.notNull())
        .addColumn('question', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('services', 'text', (column) => column.notNull())
        .addColumn('themes', 'text', (column) => column.notNull())
        .addColumn('valence', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('remarks_key', ['survey', 'id'])
        .execute();
    },
  };
}
