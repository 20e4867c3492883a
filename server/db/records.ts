// The other things a project keeps: interviews, meetings, studies, findings, actions and the like.
import {
  type ProjectRecord,
  type ProjectRecords,
  projectRecordsSchema,
  type RecordKind,
  recordKinds,
} from '../../surveys/project-records.ts';
import { chunksOf } from './chunks.ts';
import type { Queries } from './open.ts';

/** Puts these records in the place of all the project had. */
export async function saveRecords(db: Queries, project: string, records: ProjectRecords): Promise<void> {
  await db.deleteFrom('records').where('project', '=', project).execute();
  const rows = recordKinds.flatMap((kind) =>
    records[kind].map((record, position) => ({
      project,
      kind,
      position,
      code: record.code,
      content: JSON.stringify(record),
    })),
  );
  for (const chunk of chunksOf(rows)) await db.insertInto('records').values(chunk).execute();
}

/** All records of a project, each kind in its own order. */
export async function recordsOf(db: Queries, project: string): Promise<ProjectRecords> {
  const rows = await db
    .selectFrom('records')
    .select(['kind', 'content'])
    .where('project', '=', project)
    .orderBy('kind')
    .orderBy('position')
    .execute();
  const lists: Record<string, unknown[]> = {};
  for (const { kind, content } of rows) {
    lists[kind] ??= [];
    lists[kind].push(JSON.parse(content));
  }
  return projectRecordsSchema.parse(lists);
}

/** One record as it is stored; null when it is not there. */
export async function recordOf<K extends RecordKind>(
  db: Queries,
  project: string,
  kind: K,
  code: string,
): Promise<ProjectRecord<K> | null> {
  const row = await db
    .selectFrom('records')
    .select('content')
    .where('project', '=', project)
    .where('kind', '=', kind)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) return null;
  const [record] = projectRecordsSchema.parse({ [kind]: [JSON.parse(row.content)] })[kind];
  // The schema gives a list per kind, and this one was given a single record of it.
  return (record as ProjectRecord<K> | undefined) ?? null;
}

/** Puts a record in the place of the one with its code, or after the others of its kind. Call it inside a transaction. */
export async function putRecord<K extends RecordKind>(
  db: Queries,
  project: string,
  kind: K,
  record: ProjectRecord<K>,
): Promise<void> {
  const content = JSON.stringify(record);
  const changed = await db
    .updateTable('records')
    .set({ content })
    .where('project', '=', project)
    .where('kind', '=', kind)
    .where('code', '=', record.code)
    .returning('code')
    .executeTakeFirst();
  if (changed) return;
  const position = await nextPosition(db, project, kind);
  await db.insertInto('records').values({ project, kind, position, code: record.code, content }).execute();
}

/** Puts records whose codes are free after the others of their kind. Call it inside a transaction. */
export async function addRecords<K extends RecordKind>(
  db: Queries,
  project: string,
  kind: K,
  records: readonly ProjectRecord<K>[],
): Promise<void> {
  const position = await nextPosition(db, project, kind);
  const rows = records.map((record, index) => ({
    project,
    kind,
    position: position + index,
    code: record.code,
    content: JSON.stringify(record),
  }));
  for (const chunk of chunksOf(rows)) await db.insertInto('records').values(chunk).execute();
}

async function nextPosition(db: Queries, project: string, kind: RecordKind): Promise<number> {
  const last = await db
    .selectFrom('records')
    .select((each) => each.fn.max('position').as('position'))
    .where('project', '=', project)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return (last?.position ?? -1) + 1;
}

/** Takes a record out. @returns whether it was there. */
export async function deleteRecord(
  db: Queries,
  project: string,
  kind: RecordKind,
  code: string,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('records')
    .where('project', '=', project)
    .where('kind', '=', kind)
    .where('code', '=', code)
    .returning('code')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Moves a record one place up or down among those of its kind; at the end it stays. Call it inside a transaction. */
export async function moveRecord(
  db: Queries,
  project: string,
  kind: RecordKind,
  code: string,
  by: -1 | 1,
): Promise<void> {
  const rows = await db
    .selectFrom('records')
    .select('code')
    .where('project', '=', project)
    .where('kind', '=', kind)
    .orderBy('position')
    .execute();
  const codes = rows.map((row) => row.code);
  const from = codes.indexOf(code);
  const to = from + by;
  if (from < 0 || to < 0 || to >= codes.length) return;
  const moved = codes.toSpliced(from, 1).toSpliced(to, 0, code);
  for (const [position, each] of moved.entries()) {
    await db
      .updateTable('records')
      .set({ position })
      .where('project', '=', project)
      .where('kind', '=', kind)
      .where('code', '=', each)
      .execute();
  }
}
