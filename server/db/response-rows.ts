// Responses in bulk for the columns of the analysis: straight from the driver, because a million rows through a query
// builder cost more than everything done with them.

import type BetterSqlite3 from 'better-sqlite3';
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

type Cells = [sequence: number, version: number, library: string | null, day: string, document: Buffer];

const columns = 'sequence, version, library, day, document';

/** Rows of PostgreSQL that are in memory at once. */
const pageSize = 10_000;

/**
 * Hands over the responses after this sequence number, in order, in one or more portions. SQLite reads them while the
 * portion is gone through.
 */
export async function readResponses(
  { driver }: Database,
  survey: string,
  after: number,
  take: (rows: Iterable<ResponseRow>) => void,
): Promise<void> {
  if (driver.dialect === 'sqlite') {
    const statement: BetterSqlite3.Statement<[string, number], Cells> = driver.connection.prepare(
      `select ${columns} from responses where survey = ? and sequence > ? order by sequence`,
    );
    take(named(statement.raw().iterate(survey, after)));
    return;
  }
  const text = `select ${columns} from responses where survey = $1 and sequence > $2 order by sequence limit ${pageSize}`;
  let last = after;
  for (;;) {
    const { rows } = await driver.pool.query<Cells>({ text, values: [survey, last], rowMode: 'array' });
    take(named(rows));
    last = rows.at(-1)?.[0] ?? last;
    if (rows.length < pageSize) return;
  }
}

function* named(rows: Iterable<Cells>): Generator<ResponseRow> {
  for (const [sequence, version, library, day, document] of rows)
    yield { sequence, version, library, day, document };
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
