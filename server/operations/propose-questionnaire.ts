// Reads a CSV of another survey tool and proposes a questionnaire for it: one pass over the bytes for the encoding, one
// over the rows. Works in short turns, so that whoever answers meanwhile does not wait.
import { open } from 'node:fs/promises';
import { problem } from '../../surveys/formats/column-map.ts';
import { type CsvRecord, csvReader, isBlank } from '../../surveys/formats/csv-records.ts';
import { headingRowsOf, namedHeadings } from '../../surveys/formats/heading-rows.ts';
import {
  type ColumnFacts,
  columnFactsOf,
  type FileFacts,
} from '../../surveys/formats/propose/column-facts.ts';
import type { Known } from '../../surveys/formats/propose/column-part.ts';
import { delimiterOf } from '../../surveys/formats/propose/delimiter.ts';
import type { FileForm } from '../../surveys/formats/propose/map-of-plan.ts';
import type { Plan } from '../../surveys/formats/propose/plan.ts';
import { type FileProfile, fileProfiler } from '../../surveys/formats/propose/profile.ts';
import { propose } from '../../surveys/formats/propose/propose.ts';
import { csvRecords, FileFailure, lookAtFile, startOfFile } from '../csv-file.ts';
import { takingTurns } from '../turns.ts';
import type { JobContext } from '../worker/job-context.ts';

type Libraries = readonly { readonly code: string; readonly name: string }[];

export interface ProposedFile {
  readonly plan: Plan;
  readonly facts: FileFacts;
  readonly form: FileForm;
  readonly hash: string;
}

/** Most columns of a file, and most signs of all its headings together. */
export const mostColumns = 600;
const longestHeadings = 200_000;

/** @throws FileFailure when it is no CSV, has no rows, too many columns or a broken quote. */
export async function proposeQuestionnaire(file: string, libraries: Libraries): Promise<ProposedFile> {
  await refuseOtherKinds(file);
  const { hash, encoding } = await lookAtFile(file);
  const start = await startOfFile(file, encoding);
  if (hasControlSigns(start)) throw new FileFailure(file, null, problem('notCsv', null));
  const delimiter = delimiterOf(start);
  const first = [...csvReader(delimiter).push(`${start}\n`)].filter((record) => !isBlank(record)).slice(0, 5);
  const form = { delimiter, encoding, headingRows: headingRowsOf(first.map(({ cells }) => cells)) };
  const profile = await profileOf(file, form);
  const facts = await factsOf(profile);
  return { facts, plan: propose(facts, profile.sample, knownLibraries(libraries)), form, hash };
}

/** The codes and names of a register, as cells are compared with them. */
export function knownLibraries(libraries: Libraries): Omit<Known, 'rows'> {
  return {
    libraryCodes: new Set(libraries.map(({ code }) => code.toLowerCase())),
    libraryNames: new Set(libraries.map(({ name }) => name.toLowerCase())),
  };
}

/** A column may take some milliseconds: others get their turn between two of them. */
async function factsOf({ rows, columns, longRows, shortRows }: FileProfile): Promise<FileFacts> {
  const facts: ColumnFacts[] = [];
  for (const column of columns) {
    facts.push(columnFactsOf(column, rows));
    await new Promise(setImmediate);
  }
  return { rows, columns: facts, longRows, shortRows };
}

/** The same as a job of the worker: judging the columns of a large file takes longer than anybody should wait. */
export function proposedQuestionnaire(
  _ctx: JobContext,
  { file, libraries }: { readonly file: string; readonly libraries: Libraries },
): Promise<ProposedFile> {
  return proposeQuestionnaire(file, libraries);
}

async function profileOf(file: string, form: FileForm): Promise<FileProfile> {
  const heading: CsvRecord[] = [];
  let profiler: ReturnType<typeof fileProfiler> | null = null;
  const records = csvRecords(file, form.delimiter, undefined, form.encoding);
  for await (const record of takingTurns(records)) {
    if (isBlank(record)) continue;
    if (profiler) {
      profiler.push(record.cells);
      continue;
    }
    heading.push(record);
    if (heading.length < form.headingRows) continue;
    const names = namedHeadings(heading.map(({ cells }) => cells));
    refuseHeadings(file, names);
    profiler = fileProfiler(names);
  }
  const profile = profiler?.end();
  if (!profile || profile.rows === 0) throw new FileFailure(file, null, problem('noRows', null));
  return profile;
}

function refuseHeadings(file: string, names: readonly string[]): void {
  if (names.length > mostColumns) {
    throw new FileFailure(
      file,
      null,
      problem('tooManyColumns', null, { found: names.length, most: mostColumns }),
    );
  }
  if (names.reduce((sum, name) => sum + name.length, 0) > longestHeadings) {
    throw new FileFailure(file, null, problem('notCsv', null));
  }
}

/** Zip (xlsx, ods) and the older Office form. */
const spreadsheets = ['504b0304', 'd0cf11e0'];
/** PDF, SPSS, PNG, GIF, JPEG, gzip, and pages: `<!DO`, `<htm`, `<?xm`. */
const otherKinds = [
  '25504446',
  '24464c32',
  '89504e47',
  '47494638',
  'ffd8ff',
  '1f8b',
  '3c21444f',
  '3c68746d',
  '3c3f786d',
];

/** Spreadsheets, documents and archives say what they are in their first bytes. */
async function refuseOtherKinds(file: string): Promise<void> {
  const handle = await open(file).catch(() => null);
  if (!handle) throw new FileFailure(file, null, problem('fileMissing', null));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    if (bytesRead === 0) throw new FileFailure(file, null, problem('fileEmpty', null));
    const start = buffer.toString('hex');
    if (spreadsheets.some((mark) => start.startsWith(mark))) {
      throw new FileFailure(file, null, problem('isSpreadsheet', null));
    }
    if (otherKinds.some((mark) => start.startsWith(mark))) {
      throw new FileFailure(file, null, problem('notCsv', null));
    }
  } finally {
    await handle.close();
  }
}

/** Signs that no text has: the file holds something else. */
function hasControlSigns(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign < 9 || (sign > 13 && sign < 32)) return true;
  }
  return false;
}
