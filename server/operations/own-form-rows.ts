// The rows of a file that Nodenkaart wrote itself, as JSON Lines or as CSV with a line per answer, read by the rules of an import.
import { codebookOf } from '../../surveys/codebook.ts';
import { type ColumnMap, problem } from '../../surveys/formats/column-map.ts';
import { type CsvRecord, type Delimiter, delimiters } from '../../surveys/formats/csv-records.ts';
import { columnMapOf } from '../../surveys/formats/data-files/column-map-of.ts';
import {
  headingsOfLong,
  headingsOfOwn,
  jsonRowReader,
  type LongLine,
  longRow,
} from '../../surveys/formats/data-files/own-rows.ts';
import { rowReader } from '../../surveys/formats/row-reader.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { csvRecords, FileFailure, firstLine, linesOf, textRecords } from '../csv-file.ts';
import type { CheckedRow, RowSource } from './response-rows.ts';

export type OwnForm = 'jsonl' | 'long';

/**
 * Which of our own forms a file has, and the map by which its rows are read.
 * @throws FileFailure when it is neither.
 */
export async function ownForm(
  file: string,
  questionnaire: Questionnaire,
  version: number,
): Promise<{ readonly form: OwnForm; readonly map: ColumnMap }> {
  const codebook = codebookOf(questionnaire);
  const first = await firstLine(file);
  const mapFor = (delimiter: Delimiter, decimal: '.' | ',') => {
    const map = columnMapOf(questionnaire, version, codebook, { delimiter, decimal });
    // A library that is not in the register would be let go without a word.
    return map.library ? { ...map, library: { ...map.library, unknown: 'refuse' as const } } : map;
  };
  if (first.startsWith('{')) return { form: 'jsonl', map: mapFor(',', '.') };
  const delimiter = delimiters.find((each) => sameCells(first, each, headingsOfLong(codebook)));
  if (!delimiter) throw new FileFailure(file, 1, problem('notOurFile', null));
  const decimal = (await hasDecimalComma(file, delimiter, questionnaire)) ? ',' : '.';
  return { form: 'long', map: mapFor(delimiter, decimal) };
}

function sameCells(line: string, delimiter: Delimiter, wanted: readonly string[]): boolean {
  const [record] = textRecords('', line, delimiter);
  return record !== undefined && record.cells.join('\n') === wanted.join('\n');
}

/** Whether a number in the file has a comma before its decimals; our own numbers have no other signs. */
async function hasDecimalComma(
  file: string,
  delimiter: Delimiter,
  questionnaire: Questionnaire,
): Promise<boolean> {
  const codebook = codebookOf(questionnaire);
  const numbers = new Set(
    codebook.variables.filter(({ measure }) => measure === 'number').map(({ name }) => name),
  );
  for await (const { cells } of csvRecords(file, delimiter)) {
    if (numbers.has(cells[2] ?? '') && /^-?\d+,\d+$/.test(cells[3] ?? '')) return true;
  }
  return false;
}

/** The rows one by one, each with what is wrong with it. */
export async function* ownRowsOf(
  source: RowSource,
  form: OwnForm,
  progress: (done: number) => void,
): AsyncGenerator<CheckedRow> {
  const { questionnaire, file, map, libraries } = source;
  const codebook = codebookOf(questionnaire);
  const reader = rowReader(questionnaire, map, headingsOfOwn(codebook), libraries);
  if ('problems' in reader) throw new RangeError('the map of our own file does not fit the questionnaire');
  let bytes = 0;
  const told = (more: number) => {
    bytes += more;
    progress(Math.min(1, bytes / source.size));
  };
  if (form === 'jsonl') {
    const read = jsonRowReader(codebook);
    for await (const { line, text } of linesOf(file, told)) {
      const { cells, problems } = read(text);
      if (problems.length > 0) yield { file, line, row: null, found: problems };
      else {
        const { row, problems: found } = reader.read(cells);
        yield { file, line, row, found: found ?? [] };
      }
    }
    return;
  }
  for await (const lines of longResponses(file, csvRecords(file, map.delimiter, told))) {
    const { cells, problems } = longRow(codebook, lines);
    for (const found of problems) yield { file, line: found.line, row: null, found: [found] };
    if (problems.length > 0) continue;
    const { row, problems: wrong } = reader.read(cells);
    if (row) yield { file, line: lines[0]?.line ?? null, row, found: [] };
    for (const found of wrong ?? []) {
      const own = lines.find((line) => line.cells[2] === found.column) ?? lines[0];
      yield { file, line: own?.line ?? null, row: null, found: [found] };
    }
  }
}

/** The lines of one response after another. @throws FileFailure where the lines of a response do not stand together. */
async function* longResponses(
  file: string,
  records: AsyncIterable<CsvRecord>,
): AsyncGenerator<readonly LongLine[]> {
  let lines: LongLine[] = [];
  const before = new Set<string>();
  let heading = true;
  for await (const { line, cells } of records) {
    if (heading) {
      heading = false;
      continue;
    }
    if (cells.length === 1 && cells[0] === '') continue;
    const response = cells[0] ?? '';
    if (lines[0] && lines[0].cells[0] !== response) {
      before.add(lines[0].cells[0] ?? '');
      yield lines;
      lines = [];
    }
    if (before.has(response)) throw new FileFailure(file, line, problem('responseAgain', null, { response }));
    lines.push({ line, cells });
  }
  if (lines.length > 0) yield lines;
}
