// The rows of another tool's CSV as responses, read by a column map: what every import shares.
import { codebookOf } from '../../surveys/codebook.ts';
import { type ColumnMap, type ImportProblem, problem } from '../../surveys/formats/column-map.ts';
import { isBlank } from '../../surveys/formats/csv-records.ts';
import { namedHeadings } from '../../surveys/formats/heading-rows.ts';
import { type ImportedRow, rowReader } from '../../surveys/formats/row-reader.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import type { Register } from '../../surveys/register.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { csvRecords } from '../csv-file.ts';
import type { NewResponse } from '../db/responses.ts';
import { type OwnForm, ownRowsOf } from './own-form-rows.ts';

export interface RowSource {
  readonly questionnaire: Questionnaire;
  readonly file: string;
  /** What messages about the map call it. */
  readonly mapFile: string;
  readonly map: ColumnMap;
  readonly libraries: Register;
  /** Of the file, in bytes. */
  readonly size: number;
  /** One of our own forms instead of the CSV the map speaks of: what it says is read as the row that CSV would have. */
  readonly form?: OwnForm;
}

/** A row as a response of this version of the survey, which gets its id when it is stored. */
export function responseOf(
  { questionnaire }: RowSource,
  row: ImportedRow,
  version: number,
): Omit<NewResponse, 'id'> {
  return {
    version,
    library: row.library,
    day: row.day,
    receiptHash: null,
    seed: null,
    document: packAnswers(codebookOf(questionnaire), row.answers, (variable) => row.shown.has(variable)),
    texts: row.texts,
  };
}

/** A row of the file, or what is wrong with it. */
export interface CheckedRow {
  readonly file: string;
  readonly line: number | null;
  readonly row: ImportedRow | null;
  readonly found: readonly ImportProblem[];
}

/** The rows of the file one by one; what is wrong with the map or the headings comes first, and alone. */
export async function* rowsOf(
  source: RowSource,
  progress: (done: number) => void,
): AsyncGenerator<CheckedRow> {
  if (source.form) {
    yield* ownRowsOf(source, source.form, progress);
    return;
  }
  let reader: ReturnType<typeof rowReader> | null = null;
  let bytes = 0;
  const { map } = source;
  const told = (more: number) => {
    bytes += more;
    progress(Math.min(1, bytes / source.size));
  };
  const heading: (readonly string[])[] = [];
  for await (const record of csvRecords(source.file, map.delimiter, told, map.encoding)) {
    const { line } = record;
    if (isBlank(record)) continue;
    if (reader === null) {
      heading.push(record.cells);
      if (map.headings && heading.length < map.headings.rows) continue;
      const names = map.headings ? namedHeadings(heading) : record.cells;
      reader = rowReader(source.questionnaire, map, names, source.libraries);
      if (!('problems' in reader)) continue;
      for (const found of reader.problems) {
        const inMap = found.key.startsWith('map');
        const file = inMap ? source.mapFile : source.file;
        yield { file, line: inMap ? null : line, row: null, found: [found] };
      }
      return;
    }
    if ('problems' in reader) return;
    const { row, problems } = reader.read(record.cells);
    yield { file: source.file, line, row, found: problems ?? [] };
  }
  if (reader === null)
    yield { file: source.file, line: null, row: null, found: [problem('fileEmpty', null)] };
}
