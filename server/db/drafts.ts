// Drafts: answers on the way, found again by the hash of the respondent's receipt code.
import type { Answers } from '../../surveys/answers.ts';
import { compiledOnce } from './compiled-once.ts';
import type { Queries } from './open.ts';
import type { DraftsRow } from './tables/responses.ts';

export interface Draft {
  readonly receiptHash: string;
  readonly survey: string;
  readonly version: number;
  readonly library: string | null;
  readonly answers: Answers;
  /** Codes of the pages that were submitted. */
  readonly pages: readonly string[];
  /** Counts the saves; a form says which one it was made after. */
  readonly revision: number;
  /** Page → the save that last changed its answers. */
  readonly changes: Readonly<Record<string, number>>;
  /** The respondent's own order of options: see surveys/question-types/shuffle.ts. */
  readonly seed: number;
  /** Answered on a computer others use too: it locks, and nothing stays on it. */
  readonly shared: boolean;
  readonly language: string;
  /** Moment of the last save. */
  readonly updatedAt: string;
}

/** Adds a draft under a receipt that is new. */
export async function beginDraft(db: Queries, draft: Draft): Promise<void> {
  await db
    .insertInto('drafts')
    .values({ survey: draft.survey, receipt_hash: draft.receiptHash, ...contentOf(draft) })
    .execute();
}

/**
 * Saves a draft in the place of the one it was made from, and counts one more save.
 * @param draft what to keep, with the revision it was made from.
 * @returns false when nothing was saved: another save came in between, or there is no draft of this receipt any
 *   more, because a response took its place.
 */
export async function saveDraft(db: Queries, draft: Draft): Promise<boolean> {
  const { numAffectedRows } = await replaceDraft(db, {
    ...contentOf(draft),
    revision: draft.revision + 1,
    survey: draft.survey,
    receipt_hash: draft.receiptHash,
    before: draft.revision,
  });
  return (numAffectedRows ?? 0n) > 0n;
}

const replaceDraft = compiledOnce(
  [
    'version',
    'library',
    'answers',
    'pages',
    'revision',
    'changes',
    'seed',
    'shared',
    'language',
    'updated_at',
    'survey',
    'receipt_hash',
    'before',
  ],
  (db, { survey, receipt_hash, before, ...content }: DraftsRow & { readonly before: number }) =>
    db
      .updateTable('drafts')
      .set(content)
      .where('survey', '=', survey)
      .where('receipt_hash', '=', receipt_hash)
      .where('revision', '=', before),
);

function contentOf(draft: Draft) {
  return {
    version: draft.version,
    library: draft.library,
    answers: JSON.stringify(draft.answers),
    pages: JSON.stringify(draft.pages),
    revision: draft.revision,
    changes: JSON.stringify(draft.changes),
    seed: draft.seed,
    shared: draft.shared ? 1 : 0,
    language: draft.language,
    updated_at: draft.updatedAt,
  };
}

export async function draftByReceipt(
  db: Queries,
  survey: string,
  receiptHash: string,
): Promise<Draft | null> {
  const { rows } = await draftUnder(db, { survey, receiptHash });
  return rows[0] ? draftOf(rows[0]) : null;
}

const draftUnder = compiledOnce(
  ['survey', 'receiptHash'],
  (db, { survey, receiptHash }: Pick<Draft, 'survey' | 'receiptHash'>) =>
    db.selectFrom('drafts').selectAll().where('survey', '=', survey).where('receipt_hash', '=', receiptHash),
);

/** Deletes a draft as it was at its revision. Says whether it was there: a later save makes it another. */
export async function deleteDraft(
  db: Queries,
  { survey, receiptHash, revision }: Pick<Draft, 'survey' | 'receiptHash' | 'revision'>,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('drafts')
    .where('survey', '=', survey)
    .where('receipt_hash', '=', receiptHash)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** How many days a draft stays that nobody goes on with. Respondents read it on the privacy page. */
export const draftDays = 30;

/** Deletes the drafts of every survey that were last saved before this moment (ISO). Says how many. */
export async function deleteDraftsBefore(db: Queries, moment: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('drafts')
    .where('updated_at', '<', moment)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** How many people are on their way in a survey. */
export async function countDrafts(db: Queries, survey: string): Promise<number> {
  const row = await db
    .selectFrom('drafts')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('survey', '=', survey)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Deletes every draft of a survey. */
export async function deleteDrafts(db: Queries, survey: string): Promise<void> {
  await db.deleteFrom('drafts').where('survey', '=', survey).execute();
}

function draftOf(row: DraftsRow): Draft {
  // These columns are only written by contentOf above, from these types.
  const answers = JSON.parse(row.answers) as Answers;
  const pages = JSON.parse(row.pages) as readonly string[];
  const changes = JSON.parse(row.changes) as Readonly<Record<string, number>>;
  return {
    receiptHash: row.receipt_hash,
    survey: row.survey,
    version: row.version,
    library: row.library,
    answers,
    pages,
    revision: row.revision,
    changes,
    seed: row.seed,
    shared: row.shared === 1,
    language: row.language,
    updatedAt: row.updated_at,
  };
}
