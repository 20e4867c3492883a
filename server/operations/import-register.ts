// Puts a CSV of libraries in the place of a project's register, all of it or nothing.
import type { Library } from '../../surveys/demonstration.ts';
import { type ImportProblem, problem } from '../../surveys/formats/column-map.ts';
import { isBlank, likelyDelimiter } from '../../surveys/formats/csv-records.ts';
import { registerDelimiter, registerReader } from '../../surveys/formats/register-csv.ts';
import type { Context } from '../context.ts';
import { csvRecords, FileFailure, firstLine, firstProblems, type LocatedProblem } from '../csv-file.ts';
import { librariesThatAnswered, replaceRegister } from '../db/libraries.ts';
import { projectByCode } from '../db/projects.ts';
import { unknownProject } from '../errors.ts';
import type { ImportOutcome } from './import-responses.ts';

/**
 * @param date the day the register was taken; today when not given.
 * @throws ExpectedFailure when there is no such project.
 */
export async function importRegister(
  ctx: Pick<Context, 'db' | 'now'>,
  { project, file, date }: { readonly project: string; readonly file: string; readonly date?: string },
): Promise<ImportOutcome> {
  const found = await projectByCode(ctx.db.kysely, project);
  if (!found) throw unknownProject(project);
  try {
    const { libraries, problems } = await read(file);
    const known = new Set(libraries.map(({ code }) => code));
    const gone = (await librariesThatAnswered(ctx.db.kysely, project)).filter((code) => !known.has(code));
    const all = [
      ...problems,
      ...(problems.length > 0
        ? []
        : gone.map((value) => located(file, null, problem('libraryGone', null, { value })))),
    ];
    if (all.length > 0) return firstProblems(all);
    const day = date ?? ctx.now().toISOString().slice(0, 10);
    await ctx.db.kysely.transaction().execute((trx) => replaceRegister(trx, project, libraries, day));
    return { imported: libraries.length, problems: null };
  } catch (error) {
    if (error instanceof FileFailure) return firstProblems(error.problems);
    throw error;
  }
}

async function read(
  file: string,
): Promise<{ libraries: readonly Library[]; problems: readonly LocatedProblem[] }> {
  const heading = await firstLine(file);
  const likely = likelyDelimiter(heading);
  // The file says itself how it is delimited: the delimiter under which all four headings are there.
  const delimiter = registerDelimiter(heading) ?? likely ?? ',';
  const libraries: Library[] = [];
  const problems: LocatedProblem[] = [];
  let reader: ReturnType<typeof registerReader> | null = null;
  for await (const record of csvRecords(file, delimiter)) {
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
