// A sent response is taken back by whoever has its receipt code, while the survey is open.
import { releaseStep } from '../../analysis/report/release-step.ts';
import type { Queries } from '../db/open.ts';
import { deleteQuotesOfResponse } from '../db/quote-sources.ts';
import { setReleaseBack } from '../db/releases.ts';
import { deleteResponse, responseByReceipt } from '../db/responses.ts';
import { removeSharedResult } from '../db/shared-results.ts';
import { countErasure } from '../db/surveys.ts';

/**
 * Deletes the response under this receipt, its words, its remarks with the quotes made of it, and the link by which its result was shared, and tells whoever keeps columns to make them
 * anew. Figures outside the team step back with it: one person less would tell what that person answered. Call it inside a
 * transaction.
 * @returns whether there was such a response; a second time there is not, and nothing changes.
 */
export async function withdrawResponse(db: Queries, survey: string, receiptHash: string): Promise<boolean> {
  const response = await responseByReceipt(db, survey, receiptHash);
  if (!response) return false;
  await takeAway(db, survey, response);
  await removeSharedResult(db, survey, receiptHash);
  return true;
}

/** Deletes one response with what hangs on it, and with it the step that could give it away. Call it in a transaction. */
export async function takeAway(
  db: Queries,
  survey: string,
  { id, sequence }: { readonly id: string; readonly sequence: number },
): Promise<void> {
  await deleteQuotesOfResponse(db, survey, id);
  await deleteResponse(db, survey, id);
  await countErasure(db, survey);
  await setReleaseBack(db, survey, sequence, releaseStep - 1);
}
