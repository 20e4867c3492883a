// Imports a CSV of another tool as responses of a survey, by a column map, or a file we wrote ourselves. The file is read twice: once to find
// everything that is wrong, and only when nothing is, once more to insert all rows in one transaction. The hash of a file
// that was imported is kept, and of our own forms that of its answers: the same file, or the same answers in another form, is refused.

import {
  type ColumnMap,
  columnMapSchema,
  type ImportProblem,
  problem,
} from '../../surveys/formats/column-map.ts';
import { registerOf } from '../../surveys/register.ts';
import type { Context } from '../context.ts';
import {
  FileFailure,
  firstProblems,
  hashOfFile,
  type LocatedProblem,
  problemsTold,
  sizeOf,
} from '../csv-file.ts';
import { librariesOf } from '../db/libraries.ts';
import type { Queries } from '../db/open.ts';
import { insertResponses, type NewResponse } from '../db/responses.ts';
import { addSetting, settingNamed } from '../db/settings.ts';
import { type Survey, surveyByCode } from '../db/surveys.ts';
import { unknownSurvey } from '../errors.ts';
import { readJsonFile } from '../json-file.ts';
import { answersDigest } from './answers-digest.ts';
import { ownForm } from './own-form-rows.ts';
import { type RowSource, responseOf, rowsOf } from './response-rows.ts';

interface ImportRequest {
  readonly survey: string;
  /** Path of the file. */
  readonly file: string;
  /** Path of the column map of a CSV; null for a file of our own that says itself what its columns are. */
  readonly map: string | null;
  /** Is told how far the work is, 0-1. */
  readonly progress?: (done: number) => void;
}
export type ImportOutcome =
  | { readonly imported: number; readonly problems: null }
  /** Nothing was imported; the first problems in the order of the file, and how many more there are. */
  | { readonly problems: readonly LocatedProblem[]; readonly more: number };

/** Rows inserted at once. */
const batchSize = 2_000;

/** @throws ExpectedFailure when there is no such survey. */
export async function importResponses(
  ctx: Pick<Context, 'db' | 'newId'>,
  { survey: code, file, map: mapFile, progress = () => undefined }: ImportRequest,
): Promise<ImportOutcome> {
  const survey = await surveyByCode(ctx.db.kysely, code);
  if (!survey) throw unknownSurvey(code);
  try {
    const refused = refusal(survey);
    if (refused) return { problems: [{ ...refused, file: mapFile ?? file, line: null }], more: 0 };
    const size = Math.max(1, await sizeOf(file));
    const { map, ...own } =
      mapFile === null
        ? await ownForm(file, survey.questionnaire, survey.version)
        : { map: await readJsonFile(mapFile, columnMapSchema) };
    const other = otherMap(survey, map);
    if (other) return { problems: [{ ...other, file: mapFile ?? file, line: null }], more: 0 };
    const mark = `import/${code}/${await hashOfFile(file)}`;
    const before = await settingNamed(ctx.db.kysely, mark);
    if (before !== null) throw alreadyImported(file, code, before);
    const libraries = await librariesOf(ctx.db.kysely, survey.project);
    const source: RowSource = {
      questionnaire: survey.questionnaire,
      file,
      mapFile: mapFile ?? file,
      map,
      ...own,
      libraries: registerOf(libraries),
      size,
    };
    const { digest, ...found } = await check(source, survey.version, (done) => progress(done / 2));
    if (found.problems.length > 0) return found;
    // Our own forms say the same in other bytes.
    const marks = source.form ? [mark, `import/${code}/answers/${digest}`] : [mark];
    const same = source.form && (await settingNamed(ctx.db.kysely, marks[1] ?? ''));
    if (same) throw alreadyImported(file, code, same, 'answersImported');
    const imported = await ctx.db.kysely.transaction().execute(async (trx) => {
      const count = await insert(trx, survey, source, ctx.newId, (done) => progress(0.5 + done / 2));
      // Two imports at once both found no mark: the second to come here undoes what it did.
      for (const each of marks)
        if (!(await addSetting(trx, each, String(count)))) throw alreadyImported(file, code, String(count));
      return count;
    });
    return { imported, problems: null };
  } catch (error) {
    if (error instanceof FileFailure) return firstProblems(error.problems);
    throw error;
  }
}

/** The same file, or the same answers, twice would count everybody in it twice. */
function alreadyImported(
  file: string,
  survey: string,
  count: string,
  key: 'alreadyImported' | 'answersImported' = 'alreadyImported',
): FileFailure {
  return new FileFailure(file, null, problem(key, null, { survey, count: Number(count) }));
}

function refusal(survey: Survey): ImportProblem | null {
  if (survey.state === 'closed') return problem('surveyClosed', null, { survey: survey.code });
  if (survey.state === 'draft') return problem('surveyDraft', null, { survey: survey.code });
  return null;
}

function otherMap(survey: Survey, map: ColumnMap): ImportProblem | null {
  if (map.survey !== survey.code) {
    return problem('mapOfAnotherSurvey', null, { survey: map.survey, wanted: survey.code });
  }
  if (map.version !== survey.version) {
    return problem('mapOfAnotherVersion', null, { version: map.version, current: survey.version });
  }
  return null;
}

/** Reads the whole file and gathers what is wrong with it; of our own forms also what its answers are told by. */
async function check(
  source: RowSource,
  version: number,
  progress: (done: number) => void,
): Promise<{ readonly problems: readonly LocatedProblem[]; readonly more: number; readonly digest: string }> {
  const answers = answersDigest();
  const problems: LocatedProblem[] = [];
  let count = 0;
  let rows = 0;
  for await (const { line, row, found, file } of rowsOf(source, progress)) {
    if (row) rows += 1;
    if (row && source.form) answers.add(responseOf(source, row, version));
    count += found.length;
    const room = Math.max(0, problemsTold - problems.length);
    problems.push(...found.slice(0, room).map((one) => ({ ...one, file, line })));
  }
  const digest = answers.value();
  if (count === 0 && rows === 0) {
    return { problems: [{ ...problem('noRows', null), file: source.file, line: null }], more: 0, digest };
  }
  return { problems, more: count - problems.length, digest };
}

/** Inserts every row. A row that went wrong since the check stops it all, and the transaction with it. */
async function insert(
  trx: Queries,
  { code, version }: Survey,
  source: RowSource,
  newId: () => string,
  progress: (done: number) => void,
): Promise<number> {
  let batch: NewResponse[] = [];
  let imported = 0;
  const flush = async () => {
    await insertResponses(trx, code, batch);
    imported += batch.length;
    batch = [];
  };
  for await (const { line, row, found } of rowsOf(source, progress)) {
    const [changed] = found;
    if (changed) throw new FileFailure(source.file, line, changed);
    if (!row) continue;
    batch.push({ ...responseOf(source, row, version), id: newId() });
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  return imported;
}
