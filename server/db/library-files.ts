// The job that writes the pages of all libraries as files: the latest of each project, with how far it is and what it made.
import type { Queries } from './open.ts';

export interface LibraryFiles {
  readonly id: string;
  readonly version: number;
  readonly language: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly made: number;
  readonly total: number;
  /** ISO 8601. */
  readonly seenAt: string;
}

/** Begins a job in the place of the one there was. */
export async function beginLibraryFiles(db: Queries, project: string, job: LibraryFiles): Promise<void> {
  await db.deleteFrom('library_files').where('project', '=', project).execute();
  const { seenAt, ...row } = job;
  await db
    .insertInto('library_files')
    .values({ project, ...row, seen_at: seenAt, file: null })
    .execute();
}

export async function libraryFilesOf(db: Queries, project: string): Promise<LibraryFiles | null> {
  const row = await db
    .selectFrom('library_files')
    .select(['id', 'version', 'language', 'state', 'made', 'total', 'seen_at'])
    .where('project', '=', project)
    .executeTakeFirst();
  if (!row) return null;
  const { seen_at: seenAt, ...job } = row;
  return { ...job, seenAt };
}

/** How far a running job is. @returns false when it was stopped, or another began. */
export async function countLibraryFiles(
  db: Queries,
  project: string,
  { id, made, seenAt }: Pick<LibraryFiles, 'id' | 'made' | 'seenAt'>,
): Promise<boolean> {
  const row = await db
    .updateTable('library_files')
    .set({ made, seen_at: seenAt })
    .where('project', '=', project)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a job, as long as it is the one that runs; with the zip where it is done. */
export async function endLibraryFiles(
  db: Queries,
  project: string,
  id: string,
  state: Exclude<LibraryFiles['state'], 'running'>,
  file: Uint8Array | null = null,
): Promise<void> {
  await db
    .updateTable('library_files')
    .set({ state, file: file && Buffer.from(file) })
    .where('project', '=', project)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** The zip of a job that is done; null without one. */
export async function libraryZipOf(db: Queries, project: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('library_files')
    .select('file')
    .where('project', '=', project)
    .where('state', '=', 'done')
    .executeTakeFirst();
  return row?.file ?? null;
}
