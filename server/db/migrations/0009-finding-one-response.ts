// Finding what belongs to one response without going through all of them: withdrawing one of a million must not hold up
// the others, and remarks are counted beside the row they came from.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type AnySchema = Kysely<unknown>;

export function findingOneResponse(): Migration {
  return {
    up: async (db: AnySchema) => {
      await db.schema.createIndex('responses_id').on('responses').columns(['survey', 'id']).execute();
      await db.schema.createIndex('texts_response').on('texts').columns(['survey', 'response']).execute();
      await db.schema.createIndex('remarks_response').on('remarks').columns(['survey', 'response']).execute();
    },
  };
}
