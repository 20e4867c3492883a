// Puts a CSV of libraries in the place of a project's register, all of it or nothing; or says what that would do.
import { dayOf } from '../../surveys/day.ts';
import type { Library } from '../../surveys/demonstration.ts';
import { type ImportProblem, problem } from '../../surveys/formats/column-map.ts';
import { isBlank, likelyDelimiter } from '../../surveys/formats/csv-records.ts';
import { type RegisterChanges, registerChanges } from '../../surveys/formats/register-changes.ts';
import { registerDelimiter, registerReader } from '../../surveys/formats/register-csv.ts';
import type { Context } from '../context.ts';
import {
  csvRecords,
  FileFailure,
  firstLine,
  firstLineOf,
  firstProblems,
  type LocatedProblem,
  textRecords,
} from '../csv-file.ts';
import { librariesOf, librariesThatAnswered, replaceRegister } from '../db/libraries.ts';
import { projectByCode } from '../db/projects.ts';
import { unknownProject } from '../errors.ts';
import type { ImportOutcome } from './import-responses.ts';

/** A CSV: a file by its path, or one that is a text already, with `file` as its name in what is wrong with it. */
export interface RegisterSource {
  readonly project: string;
  readonly file: string;
  readonly text?: string;
}

export interface RegisterPlan {
  readonly libraries: readonly Library[];
  /** Against the register there is. */
  readonly changes: RegisterChanges;
  /** Everything that keeps it from being stored. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * What a new register would do, without storing anything.
 * @throws ExpectedFailure when there is no such project.
 */
export async function planRegister(ctx: Pick<Context, 'db'>, source: RegisterSource): Promise<RegisterPlan> {
  const { project } = source;
  if (!(await projectByCode(ctx.db.kysely, project))) throw unknownProject(project);
  const { libraries, problems } = await readWhole(source);
  const changes = registerChanges(await librariesOf(ctx.db.kysely, project), libraries);
  if (problems.length > 0) return { libraries, changes, problems };
  const known = new Set(libraries.map(({ code }) => code));
  const answered = await librariesThatAnswered(ctx.db.kysely, project);
  return {
    libraries,
    changes,
    problems: answered
      .filter((code) => !known.has(code))
      .map((value) => located(source.file, null, problem('libraryGone', null, { value }))),
  };
}

/**
 * @param date the day the register was taken; today when not given.
 * @throws ExpectedFailure when there is no such project.
 */
export async function importRegister(
  ctx: Pick<Context, 'db' | 'now'>,
  { date, ...source }: RegisterSource & { readonly date?: string },
): Promise<ImportOutcome> {
  const { libraries, problems } = await planRegister(ctx, source);
  if (problems.length > 0) return firstProblems(problems);
  const day = date ?? dayOf(ctx.now());
  await ctx.db.kysely.transaction().execute((trx) => replaceRegister(trx, source.project, libraries, day));
  return { imported: libraries.length, problems: null };
}

interface Reading {
  readonly libraries: readonly Library[];
  readonly problems: readonly LocatedProblem[];
}

async function readWhole(source: RegisterSource): Promise<Reading> {
  try {
    return await read(source);
  } catch (error) {
    if (error instanceof FileFailure) return { libraries: [], problems: error.problems };
    throw error;
  }
}

async function read({ file, text }: RegisterSource): Promise<Reading> {
  const heading = text === undefined ? await firstLine(file) : firstLineOf(text);
  const likely = likelyDelimiter(heading);
  // The file says itself how it is delimited: the delimiter under which all four headings are there.
  const delimiter = registerDelimiter(heading) ?? likely ?? ',';
  const libraries: Library[] = [];
  const problems: LocatedProblem[] = [];
  let reader: ReturnType<typeof registerReader> | null = null;
  const records = text === undefined ? csvRecords(file, delimiter) : textRecords(file, text, delimiter);
  for await (const record of records) {
    const { line } = record;
    if (isBlank(record)) continue;
    if (reader === null) {
      reader = registerReader(record.cells, delimiter, likely);
      if ('problems' in reader) {
        return { libraries, problems: reader.problems.map((one) => located(file, line, one)) };
      }
      continue;
    }
    if ('problems' in reader) break;
    const result = reader.read(record.cells, line);
    if ('library' in result) libraries.push(result.library);
    else problems.push(...result.problems.map((one) => located(file, line, one)));
  }
  if (reader === null) problems.push(located(file, null, problem('fileEmpty', null)));
  else if (libraries.length === 0 && problems.length === 0) {
    problems.push(located(file, null, problem('noRows', null)));
  }
  return { libraries, problems };
}

function located(file: string, line: number | null, found: ImportProblem): LocatedProblem {
  return { ...found, file, line };
}
