// The other things a project keeps: interviews, meetings, studies, findings, actions and the like.
import { type ProjectRecords, projectRecordsSchema, recordKinds } from '../../surveys/project-records.ts';
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
