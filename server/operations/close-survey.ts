// Closes a survey for good: nobody answers any more, what was never sent is gone, and no code leads to a response.
import { deleteDrafts } from '../db/drafts.ts';
import type { Queries } from '../db/open.ts';
import { dropReceipts } from '../db/responses.ts';
import { removeSharedResults } from '../db/shared-results.ts';
import { markSurveyClosed } from '../db/surveys.ts';

/**
 * Closes the survey, deletes its drafts, lets go of its receipts and of the results that are shared (docs/rules.md, What is kept). A second time changes nothing.
 * Call it inside a transaction.
 * @param at the moment of closing, ISO 8601.
 */
export async function closeSurvey(db: Queries, survey: string, at: string): Promise<void> {
  // First the state: whoever sends at this moment waits for it, and then finds the survey closed.
  if (!(await markSurveyClosed(db, survey, at))) return;
  await deleteDrafts(db, survey);
  await dropReceipts(db, survey);
  await removeSharedResults(db, survey);
}
