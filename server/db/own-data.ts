// Files of other tools on their way in, from the moment they are given until they are imported or thrown away.
import type { FileFacts } from '../../surveys/formats/propose/column-facts.ts';
import type { FileForm } from '../../surveys/formats/propose/map-of-plan.ts';
import { type Plan, planSchema } from '../../surveys/formats/propose/plan.ts';
import type { LocatedProblem } from '../csv-file.ts';
import type { Queries } from './open.ts';
import type { OwnDataTable } from './tables/reports.ts';

export interface OwnData {
  readonly id: string;
  readonly project: string;
  /** Of the file. */
  readonly name: string;
  readonly hash: string;
  readonly form: FileForm;
  readonly facts: FileFacts;
  readonly plan: Plan;
  readonly title: string;
  readonly language: string;
  readonly state: OwnDataTable['state'];
  /** 0-100. */
  readonly progress: number;
  readonly problems: readonly LocatedProblem[];
  readonly survey: string | null;
  /** ISO 8601. */
  readonly updatedAt: string;
}

export async function insertOwnData(db: Queries, data: OwnData): Promise<void> {
  await db
    .insertInto('own_data')
    .values({
      id: data.id,
      project: data.project,
      name: data.name,
      hash: data.hash,
      file_form: JSON.stringify(data.form),
      facts: JSON.stringify(data.facts),
      plan: JSON.stringify(data.plan),
      title: data.title,
      language: data.language,
      state: data.state,
      progress: data.progress,
      problems: '[]',
      survey: data.survey,
      updated_at: data.updatedAt,
    })
    .execute();
}

export async function insertPiece(db: Queries, id: string, part: number, content: Buffer): Promise<void> {
  await db.insertInto('own_data_parts').values({ import: id, part, content }).execute();
}

/** The piece of a file with this number, from 0; null after the last one. */
export async function pieceOf(db: Queries, id: string, part: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom('own_data_parts')
    .select('content')
    .where('import', '=', id)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** The file of a project, or null when there is none of that id. */
export async function ownDataOf(db: Queries, project: string, id: string): Promise<OwnData | null> {
  const row = await db
    .selectFrom('own_data')
    .selectAll()
    .where('project', '=', project)
    .where('id', '=', id)
    .where('state', '<>', 'forgotten')
    .executeTakeFirst();
  return row ? dataOf(row) : null;
}

/** The files of a project that are not imported yet, the newest first. */
export async function waitingOwnData(
  db: Queries,
  project: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('own_data')
    .select(['id', 'name'])
    .where('project', '=', project)
    .where('state', 'not in', ['done', 'forgotten'])
    .orderBy('updated_at', 'desc')
    .execute();
}

type Changes = Partial<
  Pick<OwnData, 'plan' | 'title' | 'language' | 'state' | 'progress' | 'problems' | 'survey'>
>;

export async function changeOwnData(db: Queries, id: string, changes: Changes, at: string): Promise<void> {
  const { plan, problems, ...plain } = changes;
  await db
    .updateTable('own_data')
    .set({
      ...plain,
      ...(plan ? { plan: JSON.stringify(plan) } : {}),
      ...(problems ? { problems: JSON.stringify(problems) } : {}),
      updated_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Marks a file as being imported. Says whether it did: not when somebody else was first. */
export async function claimOwnData(db: Queries, id: string, survey: string, at: string): Promise<boolean> {
  const claimed = await db
    .updateTable('own_data')
    .set({ state: 'importing', progress: 0, problems: '[]', survey, updated_at: at })
    .where('id', '=', id)
    .where('state', 'in', ['choosing', 'failed'])
    .returning('id')
    .execute();
  return claimed.length > 0;
}

/** Marks a file as being let go of. Says whether it did: not one that is being imported, or is in already. */
export async function claimToForget(db: Queries, project: string, id: string): Promise<boolean> {
  const claimed = await db
    .updateTable('own_data')
    .set({ state: 'forgotten' })
    .where('project', '=', project)
    .where('id', '=', id)
    .where('state', 'in', ['choosing', 'failed'])
    .returning('id')
    .execute();
  return claimed.length > 0;
}

/** Lets go of one piece of a file. Says whether there was one: the whole file at once would keep others waiting. */
export async function deletePiece(db: Queries, id: string, part: number): Promise<boolean> {
  const deleted = await db
    .deleteFrom('own_data_parts')
    .where('import', '=', id)
    .where('part', '=', part)
    .returning('part')
    .execute();
  return deleted.length > 0;
}

export async function deleteOwnData(db: Queries, project: string, id: string): Promise<void> {
  await db.deleteFrom('own_data').where('project', '=', project).where('id', '=', id).execute();
}

/** Files that were last touched before this moment, with the survey an import left half done. */
export async function ownDataBefore(
  db: Queries,
  moment: string,
): Promise<readonly { readonly id: string; readonly project: string; readonly unfinished: string | null }[]> {
  const rows = await db
    .selectFrom('own_data')
    .select(['id', 'project', 'state', 'survey'])
    .where('updated_at', '<', moment)
    .execute();
  return rows.map(({ id, project, state, survey }) => ({
    id,
    project,
    unfinished: state === 'importing' ? survey : null,
  }));
}

/** Imports under way that last said how far they are at this moment or before, with the survey they fill. */
export async function importsSilentSince(
  db: Queries,
  moment: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly survey: string }[]> {
  const rows = await db
    .selectFrom('own_data')
    .select(['id', 'name', 'survey'])
    .where('state', '=', 'importing')
    .where('updated_at', '<=', moment)
    .execute();
  return rows.flatMap(({ id, name, survey }) => (survey === null ? [] : [{ id, name, survey }]));
}

function dataOf(row: OwnDataTable): OwnData {
  return {
    id: row.id,
    project: row.project,
    name: row.name,
    hash: row.hash,
    // Written by this file alone, with the shapes they are read as.
    form: JSON.parse(row.file_form) as FileForm,
    facts: JSON.parse(row.facts) as FileFacts,
    problems: JSON.parse(row.problems) as LocatedProblem[],
    plan: planSchema.parse(JSON.parse(row.plan)),
    title: row.title,
    language: row.language,
    state: row.state,
    progress: row.progress,
    survey: row.survey,
    updatedAt: row.updated_at,
  };
}
