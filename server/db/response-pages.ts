// Responses with their words, a page at a time: for files that leave, however many there are.
import { answersIn } from './coded-answers.ts';
import type { Queries } from './open.ts';

/** A response as a file tells it. */
export interface WholeResponse {
  readonly version: number;
  readonly library: string | null;
  readonly day: string;
  readonly document: Uint8Array;
  readonly words: Readonly<Record<string, string>>;
  /** Of the words those the team took something out of, as it left them. */
  readonly masked: Readonly<Record<string, string>>;
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
    if (rows.length > 0) yield await withWords(db, survey, rows);
    if (rows.length < pageSize) return;
    last = rows.at(-1)?.sequence ?? last;
  }
}

/**
 * The same responses in another order; of all of them at once only the places are in memory, 16 bytes each.
 * @param placeOf where a response stands, by its sequence number: the lowest first.
 */
export async function* responsePagesBy(
  db: Queries,
  survey: string,
  placeOf: (sequence: number) => number,
): AsyncGenerator<readonly WholeResponse[]> {
  const sequences = await sequencesOf(db, survey);
  const places = Float64Array.from(sequences, placeOf);
  const order = Uint32Array.from(sequences, (_, index) => index);
  order.sort((one, two) => (places[one] as number) - (places[two] as number));
  for (let start = 0; start < order.length; start += pageSize) {
    const page = Array.from(order.subarray(start, start + pageSize), (index) => sequences[index] as number);
    const rows = await db
      .selectFrom('responses')
      .select(['sequence', 'id', 'version', 'library', 'day', 'document'])
      .where('survey', '=', survey)
      .where('sequence', 'in', page)
      .execute();
    const at = new Map(page.map((sequence, index) => [sequence, index]));
    rows.sort((one, two) => (at.get(one.sequence) ?? 0) - (at.get(two.sequence) ?? 0));
    if (rows.length > 0) yield await withWords(db, survey, rows);
  }
}

/** Sequence numbers read at once. */
const numbersAtOnce = 50_000;

async function sequencesOf(db: Queries, survey: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (;;) {
    const rows = await db
      .selectFrom('responses')
      .select('sequence')
      .where('survey', '=', survey)
      .where('sequence', '>', found.at(-1) ?? 0)
      .orderBy('sequence')
      .limit(numbersAtOnce)
      .execute();
    for (const { sequence } of rows) found.push(sequence);
    if (rows.length < numbersAtOnce) return found;
  }
}

async function withWords<Row extends { readonly id: string }>(
  db: Queries,
  survey: string,
  rows: readonly Row[],
): Promise<readonly (Row & Pick<WholeResponse, 'words' | 'masked'>)[]> {
  const words = await wordsOf(
    db,
    survey,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, ...(words.get(row.id) ?? { words: {}, masked: {} }) }));
}

async function wordsOf(db: Queries, survey: string, ids: readonly string[]) {
  const found = new Map<string, { words: Record<string, string>; masked: Record<string, string> }>();
  if (ids.length === 0) return found;
  const rows = await answersIn(db, survey)
    .select(['texts.response', 'texts.variable', 'texts.words', 'coded_answers.words as masked'])
    .where('texts.response', 'in', ids)
    .execute();
  for (const { response, variable, words, masked } of rows) {
    const own = found.get(response) ?? { words: {}, masked: {} };
    own.words[variable] = words;
    if (masked !== null) own.masked[variable] = masked;
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
