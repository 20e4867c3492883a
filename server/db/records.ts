// The other things a project keeps: interviews, meetings, studies, findings, actions and the like.
import {
  type ProjectRecord,
  type ProjectRecords,
  projectRecordsSchema,
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

/** Adds a meeting after those there are. */
export async function addMeeting(
  db: Queries,
  project: string,
  meeting: ProjectRecord<'meeting'>,
): Promise<void> {
  const last = await db
    .selectFrom('records')
    .select((each) => each.fn.max('position').as('position'))
    .where('project', '=', project)
    .where('kind', '=', 'meeting')
    .executeTakeFirst();
  const position = (last?.position ?? -1) + 1;
  const content = JSON.stringify(meeting);
  await db
    .insertInto('records')
    .values({ project, kind: 'meeting', position, code: meeting.code, content })
    .execute();
}

/** Takes a meeting out. @returns whether it was there. */
export async function deleteMeeting(db: Queries, project: string, code: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('records')
    .where('project', '=', project)
    .where('kind', '=', 'meeting')
    .where('code', '=', code)
    .returning('code')
    .executeTakeFirst();
  return gone !== undefined;
}
