// What a team changed about its report: the state it is in now and those it was made from, so that changes can be taken
// back, under revisions that are never given twice. Only so many are kept: each is the whole draft.
import { emptyDraft, type ReportDraft } from '../../analysis/report/draft.ts';
import type { Queries } from './open.ts';

export interface ReportDraftState {
  /** 0 as long as nobody changed anything. */
  readonly revision: number;
  /** Where taking the last change back leads; null where there is none to take back. */
  readonly before: number | null;
  readonly draft: ReportDraft;
}

/** How many changes can be taken back. */
export const keptChanges = 50;

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

/** Keeps the next state, made from `state`. Call it inside a transaction that holds the project. */
export async function keepReportDraft(
  db: Queries,
  project: string,
  state: ReportDraftState,
  draft: ReportDraft,
  at: string,
): Promise<void> {
  await add(db, project, state.revision + 1, state.revision, draft, at);
}

/** Takes the last change back; nothing happens where there is none. Call it inside a transaction that holds the project. */
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
  await forgetUnreachable(db, project);
}

/** Removes the states that taking back does not lead to: those taken back, and what is too long ago. */
async function forgetUnreachable(db: Queries, project: string): Promise<void> {
  const rows = await db
    .selectFrom('report_drafts')
    .select(['revision', 'before'])
    .where('project', '=', project)
    .orderBy('revision', 'desc')
    .execute();
  const earlier = new Map(rows.map(({ revision, before }) => [revision, before]));
  const kept: number[] = [];
  for (let at = rows[0]?.revision ?? null; at !== null && earlier.has(at); at = earlier.get(at) ?? null) {
    kept.push(at);
    if (kept.length > keptChanges) break;
  }
  if (kept.length < rows.length)
    await db
      .deleteFrom('report_drafts')
      .where('project', '=', project)
      .where('revision', 'not in', kept)
      .execute();
  const oldest = kept.at(-1);
  // The very first change leads back to the report as nobody touched it; what leads to a forgotten state leads nowhere.
  if (oldest !== undefined && earlier.get(oldest))
    await db
      .updateTable('report_drafts')
      .set({ before: null })
      .where('project', '=', project)
      .where('revision', '=', oldest)
      .execute();
}

function read(draft: string): ReportDraft {
  // The column is only written above, from this type.
  return JSON.parse(draft) as ReportDraft;
}
