// What a team changed about its report: states under revisions that are never given twice and never overwritten, so that
// nothing anybody typed is lost. Taking back is a new state that says what an earlier one said.
import { emptyDraft, type ReportDraft } from '../../analysis/report/draft.ts';
import type { Queries } from './open.ts';

export interface ReportDraftState {
  /** 0 as long as nobody changed anything. */
  readonly revision: number;
  /** Where taking the last change back leads; null where there is none to take back. */
  readonly before: number | null;
  readonly draft: ReportDraft;
}

/** The report as the team has it now. */
export async function reportDraftOf(db: Queries, project: string): Promise<ReportDraftState> {
  const row = await db
    .selectFrom('report_drafts')
    .select(['revision', 'before', 'draft'])
    .where('project', '=', project)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, draft: read(row.draft) } : { revision: 0, before: null, draft: emptyDraft };
}

/** Keeps the next state, made from `state`. Call it inside a transaction. */
export async function keepReportDraft(
  db: Queries,
  project: string,
  state: ReportDraftState,
  draft: ReportDraft,
  at: string,
): Promise<void> {
  await add(db, project, state.revision + 1, state.revision, draft, at);
}

/** Takes the last change back; nothing happens where there is none. Call it inside a transaction. */
export async function takeBackReportDraft(
  db: Queries,
  project: string,
  { revision, before }: ReportDraftState,
  at: string,
): Promise<void> {
  if (before === null) return;
  const earlier = await db
    .selectFrom('report_drafts')
    .select(['before', 'draft'])
    .where('project', '=', project)
    .where('revision', '=', before)
    .executeTakeFirst();
  await add(
    db,
    project,
    revision + 1,
    earlier?.before ?? null,
    earlier ? read(earlier.draft) : emptyDraft,
    at,
  );
}

async function add(
  db: Queries,
  project: string,
  revision: number,
  before: number | null,
  draft: ReportDraft,
  at: string,
): Promise<void> {
  const row = { project, revision, before, draft: JSON.stringify(draft), made_at: at };
  await db.insertInto('report_drafts').values(row).execute();
}

function read(draft: string): ReportDraft {
  // The column is only written above, from this type.
  return JSON.parse(draft) as ReportDraft;
}
