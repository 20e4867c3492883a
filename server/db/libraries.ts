// The register: the libraries a project asks, with the facts that make it a dated population.
import type { Library } from '../../surveys/demonstration.ts';
import { chunksOf } from './chunks.ts';
import type { Queries } from './open.ts';

/** Puts this register in the place of the one there was. */
export async function replaceRegister(
  db: Queries,
  project: string,
  libraries: readonly Library[],
  date: string,
): Promise<void> {
  await db.deleteFrom('libraries').where('project', '=', project).execute();
  for (const chunk of chunksOf(libraries)) {
    await db
      .insertInto('libraries')
      .values(
        chunk.map(({ code, name, province, sizeClass }) => ({
          project,
          code,
          name,
          province,
          size_class: sizeClass,
        })),
      )
      .execute();
  }
  await db.updateTable('projects').set({ register_date: date }).where('code', '=', project).execute();
}

/** The libraries of a project by code. */
export async function librariesOf(db: Queries, project: string): Promise<readonly Library[]> {
  const rows = await db
    .selectFrom('libraries')
    .selectAll()
    .where('project', '=', project)
    .orderBy('code')
    .execute();
  return rows.map(({ code, name, province, size_class }) => ({
    code,
    name,
    province,
    sizeClass: size_class,
  }));
}

/** How many libraries are in a project's register. */
export async function countLibraries(db: Queries, project: string): Promise<number> {
  const row = await db
    .selectFrom('libraries')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('project', '=', project)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The codes of libraries that gave an answer in any survey of the project. */
export async function librariesThatAnswered(db: Queries, project: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('surveys', 'surveys.code', 'responses.survey')
    .select('responses.library')
    .distinct()
    .where('surveys.project', '=', project)
    .where('responses.library', 'is not', null)
    .execute();
  return rows.flatMap(({ library }) => (library === null ? [] : [library])).sort();
}
