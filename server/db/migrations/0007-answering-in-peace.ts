// What answering in more than one sitting needs: which save last changed a page, the respondent's own order of options,
// and whether others use the same computer.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type AnySchema = Kysely<unknown>;

export function answeringInPeace(): Migration {
  return {
    up: async (db: AnySchema) => {
      const number = { revision: 0, seed: 0, shared: 1 };
      for (const [name, value] of Object.entries(number)) {
        await db.schema
          .alterTable('drafts')
          .addColumn(name, 'integer', (column) => column.notNull().defaultTo(value))
          .execute();
      }
      await db.schema
        .alterTable('drafts')
        .addColumn('changes', 'text', (column) => column.notNull().defaultTo('{}'))
        .execute();
      await db.schema.alterTable('responses').addColumn('seed', 'integer').execute();
    },
  };
}
