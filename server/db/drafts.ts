// Drafts: answers on the way, found again by the hash of the respondent's receipt code.
import type { Answers } from '../../surveys/answers.ts';
import type { Queries } from './open.ts';
import type { DraftsRow } from './schema.ts';

export interface Draft {
  readonly receiptHash: string;
  readonly survey: string;
  readonly version: number;
  readonly library: string | null;
  readonly answers: Answers;
  /** Codes of the pages that were submitted. */
  readonly pages: readonly string[];
  readonly language: string;
  /** Moment of the last save. */
  readonly updatedAt: string;
}

/** Saves the draft in the place of what its receipt had. */
export async function saveDraft(db: Queries, draft: Draft): Promise<void> {
  const content = {
    version: draft.version,
    library: draft.library,
    answers: JSON.stringify(draft.answers),
    pages: JSON.stringify(draft.pages),
    language: draft.language,
    updated_at: draft.updatedAt,
  };
  await db
    .insertInto('drafts')
    .values({ survey: draft.survey, receipt_hash: draft.receiptHash, ...content })
    .onConflict((conflict) => conflict.columns(['survey', 'receipt_hash']).doUpdateSet(content))
    .execute();
}

export async function draftByReceipt(
  db: Queries,
  survey: string,
  receiptHash: string,
): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('survey', '=', survey)
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst();
  return row ? draftOf(row) : null;
}

export async function deleteDraft(db: Queries, survey: string, receiptHash: string): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where('survey', '=', survey)
    .where('receipt_hash', '=', receiptHash)
    .execute();
}

function draftOf(row: DraftsRow): Draft {
  // Both columns are only written by saveDraft above, from these types.
  const answers = JSON.parse(row.answers) as Answers;
  const pages = JSON.parse(row.pages) as readonly string[];
  return {
    receiptHash: row.receipt_hash,
    survey: row.survey,
    version: row.version,
    library: row.library,
    answers,
    pages,
    language: row.language,
    updatedAt: row.updated_at,
  };
}
