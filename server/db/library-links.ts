// Personal links of the pages of libraries, and the form each team fills in behind its own.
import type { Queries } from './open.ts';

/** Gives a library this link; one it had before opens nothing any more. */
export async function setLibraryLink(
  db: Queries,
  project: string,
  library: string,
  tokenHash: string,
): Promise<void> {
  await db
    .insertInto('library_links')
    .values({ project, library, token_hash: tokenHash })
    .onConflict((conflict) => conflict.columns(['project', 'library']).doUpdateSet({ token_hash: tokenHash }))
    .execute();
}

/** Takes a library's link away. */
export async function removeLibraryLink(db: Queries, project: string, library: string): Promise<void> {
  await db
    .deleteFrom('library_links')
    .where('project', '=', project)
    .where('library', '=', library)
    .execute();
}

/** The libraries of a project that have a link. */
export async function linkedLibraries(db: Queries, project: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('library_links')
    .select('library')
    .where('project', '=', project)
    .execute();
  return new Set(rows.map(({ library }) => library));
}

/** The library a link of this project opens; null when it opens none. */
export async function libraryOfLink(db: Queries, project: string, tokenHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('library_links')
    .select('library')
    .where('project', '=', project)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row?.library ?? null;
}

export interface KeptReflection {
  /** JSON of the form. */
  readonly content: string;
  /** How often it was saved or erased: no state of the form has the number of another. */
  readonly revision: number;
  /** Day, ISO; empty when it was erased. */
  readonly savedOn: string;
}

export async function reflectionOf(
  db: Queries,
  project: string,
  library: string,
): Promise<KeptReflection | null> {
  const row = await db
    .selectFrom('library_reflections')
    .selectAll()
    .where('project', '=', project)
    .where('library', '=', library)
    .executeTakeFirst();
  return row ? { content: row.content, revision: row.revision, savedOn: row.saved_on } : null;
}

/**
 * Keeps what a team filled in, or that it erased everything. Call it inside a transaction.
 * @param after the revision it was made on.
 * @returns false when somebody else saved meanwhile: nothing is kept.
 */
export async function saveReflection(
  db: Queries,
  project: string,
  library: string,
  after: number,
  { content, savedOn }: Pick<KeptReflection, 'content' | 'savedOn'>,
): Promise<boolean> {
  if (after === 0) {
    const made = await db
      .insertInto('library_reflections')
      .values({ project, library, content, revision: 1, saved_on: savedOn })
      .onConflict((conflict) => conflict.columns(['project', 'library']).doNothing())
      .returning('revision')
      .executeTakeFirst();
    return made !== undefined;
  }
  const changed = await db
    .updateTable('library_reflections')
    .set({ content, saved_on: savedOn, revision: after + 1 })
    .where('project', '=', project)
    .where('library', '=', library)
    .where('revision', '=', after)
    .returning('revision')
    .executeTakeFirst();
  return changed !== undefined;
}
