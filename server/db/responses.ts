// Responses: one row each, keys plus the compact document of codes, with a sequence number per survey
// that says what is new. The words of open answers go to their own rows.
import { sql } from 'kysely';
import { chunksOf } from './chunks.ts';
import type { Queries } from './open.ts';

export interface NewResponse {
  readonly id: string;
  readonly version: number;
  /** Code of the library in the register, or null when none was given. */
  readonly library: string | null;
  /** Day it was sent, `2024-03-01`: never a moment. */
  readonly day: string;
  /** The idempotency key; null for what was imported. */
  readonly receiptHash: string | null;
  /** The respondent's own order of options; null where there was none to give. */
  readonly seed: number | null;
  readonly document: Uint8Array;
  /** Words of text variables. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface StoredResponse {
  readonly sequence: number;
  readonly id: string;
  readonly version: number;
  readonly library: string | null;
  readonly day: string;
  readonly document: Uint8Array;
}

export type InsertResult = 'inserted' | 'duplicate';

/**
 * Adds responses of one survey, each with the next sequence number. Call it inside a transaction.
 * @returns per response whether it was added, or was there already under its receipt and changed nothing.
 */
export async function insertResponses(
  db: Queries,
  survey: string,
  responses: readonly NewResponse[],
): Promise<readonly InsertResult[]> {
  const results: InsertResult[] = [];
  for (const chunk of chunksOf(responses)) results.push(...(await insertChunk(db, survey, chunk)));
  return results;
}

async function insertChunk(
  db: Queries,
  survey: string,
  responses: readonly NewResponse[],
): Promise<readonly InsertResult[]> {
  // Counting first holds the survey's row until the commit, so numbers appear in the order they were given
  // and nobody who asked "what is new" can miss one. A duplicate leaves a gap, which means nothing.
  const { last_sequence: last } = await db
    .updateTable('surveys')
    .set((expression) => ({ last_sequence: expression('last_sequence', '+', responses.length) }))
    .where('code', '=', survey)
    .returning('last_sequence')
    .executeTakeFirstOrThrow();
  const first = last - responses.length + 1;
  const inserted = await db
    .insertInto('responses')
    .values(
      responses.map((response, index) => ({
        survey,
        sequence: first + index,
        id: response.id,
        version: response.version,
        library: response.library,
        day: response.day,
        receipt_hash: response.receiptHash,
        seed: response.seed,
        document: Buffer.from(response.document),
      })),
    )
    .onConflict((conflict) => conflict.columns(['survey', 'receipt_hash']).doNothing())
    .returning('sequence')
    .execute();
  const added = new Set(inserted.map((row) => row.sequence));
  const texts = responses.flatMap((response, index) =>
    added.has(first + index)
      ? Object.entries(response.texts).map(([variable, words]) => ({
          survey,
          variable,
          response: response.id,
          words,
        }))
      : [],
  );
  for (const chunk of chunksOf(texts)) await db.insertInto('texts').values(chunk).execute();
  return responses.map((_, index) => (added.has(first + index) ? 'inserted' : 'duplicate'));
}

/** Up to `limit` responses after this sequence number, in order. */
export async function responsesSince(
  db: Queries,
  survey: string,
  sequence: number,
  limit: number,
): Promise<readonly StoredResponse[]> {
  return db
    .selectFrom('responses')
    .select(['sequence', 'id', 'version', 'library', 'day', 'document'])
    .where('survey', '=', survey)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

export async function responseByReceipt(
  db: Queries,
  survey: string,
  receiptHash: string,
): Promise<StoredResponse | null> {
  const row = await db
    .selectFrom('responses')
    .select(['sequence', 'id', 'version', 'library', 'day', 'document'])
    .where('survey', '=', survey)
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst();
  return row ?? null;
}

/** One response by its id. */
export async function responseById(db: Queries, survey: string, id: string): Promise<StoredResponse | null> {
  const row = await db
    .selectFrom('responses')
    .select(['sequence', 'id', 'version', 'library', 'day', 'document'])
    .where('survey', '=', survey)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the survey has a response of this id. */
export async function hasResponse(db: Queries, survey: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('responses')
    .select('id')
    .where('survey', '=', survey)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Sequence numbers counted together: SQLite holds up whoever sends answers until it is done. */
const countedAtOnce = 100_000;

/** How many responses a survey has. Of very many it counts in portions, and others have their turn in between. */
export async function countResponses(db: Queries, survey: string): Promise<number> {
  const last = await lastSequenceOf(db, survey);
  let count = 0;
  for (let after = 0; after < last; after += countedAtOnce) {
    if (after > 0) await new Promise(setImmediate);
    const row = await db
      .selectFrom('responses')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('survey', '=', survey)
      .where('sequence', '>', after)
      .where('sequence', '<=', after + countedAtOnce)
      .executeTakeFirstOrThrow();
    count += Number(row.count);
  }
  return count;
}

/** Whether at least so many responses came after this sequence number: looks no further than it must. */
export async function waitAtLeast(
  db: Queries,
  survey: string,
  sequence: number,
  count: number,
): Promise<boolean> {
  const rows = await db
    .selectFrom('responses')
    .select('sequence')
    .where('survey', '=', survey)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(count)
    .execute();
  return rows.length === count;
}

/** The sequence number of the newest response; 0 without any. */
export async function lastSequenceOf(db: Queries, survey: string): Promise<number> {
  const row = await db
    .selectFrom('responses')
    .select('sequence')
    .where('survey', '=', survey)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sequence ?? 0;
}

/** Takes a response away, with the words of its open answers and what coding made of them. Call it in a transaction. */
export async function deleteResponse(db: Queries, survey: string, id: string): Promise<void> {
  await db.deleteFrom('coded_answers').where('survey', '=', survey).where('response', '=', id).execute();
  await db.deleteFrom('remarks').where('survey', '=', survey).where('response', '=', id).execute();
  await db.deleteFrom('texts').where('survey', '=', survey).where('response', '=', id).execute();
  await db.deleteFrom('responses').where('survey', '=', survey).where('id', '=', id).execute();
}

/**
 * Deletes up to `limit` responses of a survey with their words, but for those kept by sequence number. Says how many:
 * fewer than `limit` when no others are left.
 */
export async function deleteSomeResponses(
  db: Queries,
  survey: string,
  limit: number,
  kept: readonly number[] = [],
): Promise<number> {
  const found = await db
    .selectFrom('responses')
    .select(['id', 'sequence'])
    .where('survey', '=', survey)
    .orderBy('sequence')
    .limit(limit + kept.length)
    .execute();
  const rows = found.filter(({ sequence }) => !kept.includes(sequence)).slice(0, limit);
  await deleteRows(db, survey, rows);
  return rows.length;
}

async function deleteRows(
  db: Queries,
  survey: string,
  rows: readonly Pick<StoredResponse, 'id' | 'sequence'>[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    const ids = chunk.map(({ id }) => id);
    const sequences = chunk.map(({ sequence }) => sequence);
    await db.deleteFrom('texts').where('survey', '=', survey).where('response', 'in', ids).execute();
    await db.deleteFrom('coded_answers').where('survey', '=', survey).where('response', 'in', ids).execute();
    await db
      .deleteFrom('responses')
      .where('survey', '=', survey)
      .where('sequence', 'in', sequences)
      .execute();
  }
}

/** Deletes these responses of a survey, by sequence number, with their words. Says how many were there. */
export async function deleteResponses(
  db: Queries,
  survey: string,
  sequences: readonly number[],
): Promise<number> {
  const rows = await db
    .selectFrom('responses')
    .select(['id', 'sequence'])
    .where('survey', '=', survey)
    .where('sequence', 'in', sequences)
    .execute();
  await deleteRows(db, survey, rows);
  return rows.length;
}

/**
 * Sequence numbers of the responses whose document is not as long as their version says, in order.
 * @param lengths bytes per version; a response of another version is among them.
 */
export async function misfitResponses(
  db: Queries,
  survey: string,
  lengths: ReadonlyMap<number, number>,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('responses')
    .select('sequence')
    .where('survey', '=', survey)
    .where(({ eb, and, or, not }) =>
      not(
        or(
          [...lengths].map(([version, bytes]) =>
            and([eb('version', '=', version), eb(sql<number>`length(document)`, '=', bytes)]),
          ),
        ),
      ),
    )
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence }) => sequence);
}

/** Lets go of every receipt of a survey: from now on no code leads to a response. */
export async function dropReceipts(db: Queries, survey: string): Promise<void> {
  await db
    .updateTable('responses')
    .set({ receipt_hash: null })
    .where('survey', '=', survey)
    // What was imported has none: a hundred thousand rows are not written for nothing.
    .where('receipt_hash', 'is not', null)
    .execute();
}
