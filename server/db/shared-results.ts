// Own results that are shared by whoever has the receipt: one link per response, for a time.
import type { Queries } from './open.ts';

export interface SharedResult {
  /** Made by chance: with the receipt it makes the secret of the link again, which is stored nowhere. */
  readonly share: string;
  /** The last day the link opens, ISO. */
  readonly until: string;
}

/** Shares the result under this receipt; a link it had before opens nothing any more. */
export async function setSharedResult(
  db: Queries,
  survey: string,
  receiptHash: string,
  { share, until, tokenHash }: SharedResult & { readonly tokenHash: string },
): Promise<void> {
  const link = { share, until, token_hash: tokenHash };
  await db
    .insertInto('shared_results')
    .values({ survey, receipt_hash: receiptHash, ...link })
    .onConflict((conflict) => conflict.columns(['survey', 'receipt_hash']).doUpdateSet(link))
    .execute();
}

/** How the result under this receipt is shared on this day; null when it is not, or not any more. */
export async function sharedResultOf(
  db: Queries,
  survey: string,
  receiptHash: string,
  today: string,
): Promise<SharedResult | null> {
  const row = await db
    .selectFrom('shared_results')
    .select(['share', 'until'])
    .where('survey', '=', survey)
    .where('receipt_hash', '=', receiptHash)
    .where('until', '>=', today)
    .executeTakeFirst();
  return row ?? null;
}

/** The receipt whose result a link opens on this day, and until when; null when it opens none. */
export async function receiptOfSharedResult(
  db: Queries,
  survey: string,
  tokenHash: string,
  today: string,
): Promise<{ readonly receiptHash: string; readonly until: string } | null> {
  const row = await db
    .selectFrom('shared_results')
    .select(['receipt_hash', 'until'])
    .where('survey', '=', survey)
    .where('token_hash', '=', tokenHash)
    .where('until', '>=', today)
    .executeTakeFirst();
  return row ? { receiptHash: row.receipt_hash, until: row.until } : null;
}

/** Takes the link of one response away. */
export async function removeSharedResult(db: Queries, survey: string, receiptHash: string): Promise<void> {
  await db
    .deleteFrom('shared_results')
    .where('survey', '=', survey)
    .where('receipt_hash', '=', receiptHash)
    .execute();
}

/** Takes every link of a survey away. */
export async function removeSharedResults(db: Queries, survey: string): Promise<void> {
  await db.deleteFrom('shared_results').where('survey', '=', survey).execute();
}

/** Takes every link away whose last day was before this one, and says how many. */
export async function deleteSharedResultsBefore(db: Queries, day: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('shared_results')
    .where('until', '<', day)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
