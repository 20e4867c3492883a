// Responses in bulk for the columns of the analysis: straight from the driver, because a million rows through a query
// builder cost more than everything done with them.

import { sql } from 'kysely';
import type { Database, Queries } from './open.ts';

/** A response as the columns need it. */
export interface ResponseRow {
  readonly sequence: number;
  readonly version: number;
  readonly library: string | null;
  readonly day: string;
  readonly document: Uint8Array;
}

const columns = 'sequence, version, library, day, document';

/** Rows that are in memory at once. */
const pageSize = 500;

/**
 * Hands over the responses after this sequence number, in order and in portions. Between two portions everything else in
 * this thread has its turn, and what was read before leaves the memory: in one go a million rows would stay until the end.
 */
export async function readResponses(
  database: Database,
  survey: string,
  after: number,
  take: (rows: readonly ResponseRow[]) => void,
): Promise<void> {
  const readPage = pagesOf(database, survey);
  for (let last = after; ; ) {
    const rows = await readPage(last);
    take(rows);
    if (rows.length < pageSize) return;
    last = rows.at(-1)?.sequence ?? last;
    await new Promise(setImmediate);
  }
}

/** How the next rows after a sequence number are read. */
function pagesOf({ driver }: Database, survey: string): (after: number) => Promise<readonly ResponseRow[]> {
  const start = `select ${columns} from responses where survey =`;
  if (driver.dialect === 'sqlite') {
    const text = `${start} ? and sequence > ? order by sequence limit ${pageSize}`;
    const statement = driver.connection.prepare<[string, number], ResponseRow>(text);
    return async (after) => statement.all(survey, after);
  }
  const { pool } = driver;
  const text = `${start} $1 and sequence > $2 order by sequence limit ${pageSize}`;
  return async (after) => (await pool.query<ResponseRow>({ text, values: [survey, after] })).rows;
}

/** Sequence numbers counted together, to find which of very many are gone without reading them all. */
const blockSize = 8192;

/** Of these rising sequence numbers of a survey the ones that no response has any more. */
export async function erasedAmong(
  db: Queries,
  survey: string,
  sequences: Int32Array,
): Promise<readonly number[]> {
  const newest = sequences.at(-1);
  if (newest === undefined) return [];
  const block = sql<number>`sequence / ${sql.lit(blockSize)}`;
  const counted = await db
    .selectFrom('responses')
    .select(({ fn }) => [block.as('block'), fn.countAll<number | string>().as('count')])
    .where('survey', '=', survey)
    .where('sequence', '<=', newest)
    .groupBy(block)
    .execute();
  const there = new Map(counted.map(({ block: number, count }) => [number, Number(count)]));
  const erased: number[] = [];
  for (let from = 0; from < sequences.length; ) {
    const number = Math.floor((sequences[from] as number) / blockSize);
    let to = from;
    while (to < sequences.length && (sequences[to] as number) < (number + 1) * blockSize) to += 1;
    if (there.get(number) !== to - from)
      erased.push(...(await erasedIn(db, survey, sequences.subarray(from, to))));
    from = to;
  }
  return erased;
}

async function erasedIn(db: Queries, survey: string, sequences: Int32Array): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('responses')
    .select('sequence')
    .where('survey', '=', survey)
    .where('sequence', '>=', sequences[0] as number)
    .where('sequence', '<=', sequences.at(-1) as number)
    .execute();
  const there = new Set(rows.map(({ sequence }) => sequence));
  return [...sequences].filter((sequence) => !there.has(sequence));
}
