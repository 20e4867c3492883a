// Which answer a quote was made of, so that it goes with it. The link stays here: no report and no file has it.
import type { Queries } from './open.ts';
import { deleteRecord, recordOf } from './records.ts';

export interface QuoteSource {
  readonly quote: string;
  readonly survey: string;
  readonly question: string;
  /** Id of the response. */
  readonly response: string;
}

/** Remembers the answer a quote of the project is made of. */
export async function addQuoteSource(db: Queries, project: string, source: QuoteSource): Promise<void> {
  await db
    .insertInto('quote_sources')
    .values({ project, ...source })
    .execute();
}

/** The quotes of a project that were made of answers. */
export async function quoteSourcesOf(db: Queries, project: string): Promise<readonly QuoteSource[]> {
  return db
    .selectFrom('quote_sources')
    .select(['quote', 'survey', 'question', 'response'])
    .where('project', '=', project)
    .orderBy('quote')
    .execute();
}

/** The quotes that were made of one answer, with their projects. */
export async function quotesOfAnswer(
  db: Queries,
  { survey, question, response }: Omit<QuoteSource, 'quote'>,
): Promise<readonly { readonly project: string; readonly quote: string }[]> {
  return db
    .selectFrom('quote_sources')
    .select(['project', 'quote'])
    .where('survey', '=', survey)
    .where('question', '=', question)
    .where('response', '=', response)
    .execute();
}

/** Takes a quote out with its link. Call it inside a transaction. */
export async function deleteQuote(db: Queries, project: string, quote: string): Promise<void> {
  await deleteRecord(db, project, 'quote', quote);
  await db.deleteFrom('quote_sources').where('project', '=', project).where('quote', '=', quote).execute();
}

/** Takes out every quote that was made of this response. Call it inside a transaction. */
export async function deleteQuotesOfResponse(db: Queries, survey: string, response: string): Promise<void> {
  const rows = await db
    .selectFrom('quote_sources')
    .select(['project', 'quote'])
    .where('survey', '=', survey)
    .where('response', '=', response)
    .execute();
  for (const { project, quote } of rows) await deleteQuote(db, project, quote);
}

/** Takes out the quotes of a survey's answers that nobody released: their words have had their time. */
export async function deleteQuotesNotReleased(db: Queries, survey: string): Promise<void> {
  const rows = await db
    .selectFrom('quote_sources')
    .select(['project', 'quote'])
    .where('survey', '=', survey)
    .execute();
  for (const { project, quote } of rows) {
    const record = await recordOf(db, project, 'quote', quote);
    if (!record?.released) await deleteQuote(db, project, quote);
  }
}

/** Forgets which answers the quotes of a survey were made of; what was released stays. */
export async function forgetQuoteSources(db: Queries, survey: string): Promise<void> {
  await db.deleteFrom('quote_sources').where('survey', '=', survey).execute();
}
