// Responses with their words, a page at a time: for files that leave, however many there are.
import type { Queries } from './open.ts';

/** A response as a file tells it. */
export interface WholeResponse {
  readonly version: number;
  readonly library: string | null;
  readonly day: string;
  readonly document: Uint8Array;
  readonly words: Readonly<Record<string, string>>;
}

/** Responses that are in memory at once: their keys fit in one statement. */
const pageSize = 500;

/** Every response of the survey with its words, in the order they came. */
export async function* responsePages(db: Queries, survey: string): AsyncGenerator<readonly WholeResponse[]> {
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom('responses')
      .select(['sequence', 'id', 'version', 'library', 'day', 'document'])
      .where('survey', '=', survey)
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(pageSize)
      .execute();
    const words = await wordsOf(
      db,
      survey,
      rows.map(({ id }) => id),
    );
    if (rows.length > 0) yield rows.map((row) => ({ ...row, words: words.get(row.id) ?? {} }));
    if (rows.length < pageSize) return;
    last = rows.at(-1)?.sequence ?? last;
  }
}

async function wordsOf(db: Queries, survey: string, ids: readonly string[]) {
  const found = new Map<string, Record<string, string>>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('texts')
    .select(['response', 'variable', 'words'])
    .where('survey', '=', survey)
    .where('response', 'in', ids)
    .execute();
  for (const { response, variable, words } of rows) {
    const own = found.get(response) ?? {};
    own[variable] = words;
    found.set(response, own);
  }
  return found;
}

/** Bytes of the longest words per text variable, and of the longest code of a library. */
export async function longestWords(
  db: Queries,
  survey: string,
): Promise<{ readonly words: ReadonlyMap<string, number>; readonly library: number }> {
  const texts = await db
    .selectFrom('texts')
    .select(({ fn }) => ['variable', fn.max(fn<number>('octet_length', ['words'])).as('longest')])
    .where('survey', '=', survey)
    .groupBy('variable')
    .execute();
  const library = await db
    .selectFrom('responses')
    .select(({ fn }) => fn.max(fn<number>('octet_length', ['library'])).as('longest'))
    .where('survey', '=', survey)
    .executeTakeFirst();
  return {
    words: new Map(texts.map(({ variable, longest }) => [variable, longest])),
    library: library?.longest ?? 0,
  };
}
