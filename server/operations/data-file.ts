// A survey's answers as a file for another program, written piece by piece: no more of it is in memory than a page.
import { type Codebook, codebookOf } from '../../surveys/codebook.ts';
import type { Delimiter } from '../../surveys/formats/csv-records.ts';
import { columnMapOf } from '../../surveys/formats/data-files/column-map-of.ts';
import { csvFile } from '../../surveys/formats/data-files/csv-file.ts';
import type { DataFileKind } from '../../surveys/formats/data-files/data-file-kinds.ts';
import type { DataRecord, DataWriter } from '../../surveys/formats/data-files/data-record.ts';
import { ddiCodebook } from '../../surveys/formats/data-files/ddi-codebook.ts';
import type { FileWords } from '../../surveys/formats/data-files/file-words.ts';
import { jsonLinesFile } from '../../surveys/formats/data-files/json-lines-file.ts';
import { longCsvFile } from '../../surveys/formats/data-files/long-csv-file.ts';
import { codebookCsv, codebookJson } from '../../surveys/formats/data-files/open-codebook.ts';
import { rScript } from '../../surveys/formats/data-files/r-script.ts';
import { selectedCodebook } from '../../surveys/formats/data-files/selected-codebook.ts';
import { spssColumns } from '../../surveys/formats/data-files/spss-columns.ts';
import { spssFile } from '../../surveys/formats/data-files/spss-file.ts';
import { codebookRows, type WorkbookWords, xlsxFile } from '../../surveys/formats/data-files/xlsx-file.ts';
import { inLanguage, type Questionnaire } from '../../surveys/questionnaire.ts';
import { createDatasets } from '../datasets.ts';
import type { Database } from '../db/open.ts';
import { longestWords } from '../db/response-pages.ts';
import { countResponses } from '../db/responses.ts';
import type { Survey } from '../db/surveys.ts';
import { dataRecords, type KeptRecord } from './data-records.ts';

export interface DataFileWish {
  readonly kind: DataFileKind;
  readonly delimiter: Delimiter;
  /** The sign before decimals in CSV; a point unless it says otherwise. */
  readonly decimal?: '.' | ',';
  /** The variables that leave and what becomes of people's words before; without it everything as it was given. */
  readonly chosen?: { readonly fields: ReadonlySet<string>; readonly mask: (words: string) => string };
  /** The order of the rows, by sequence number; without it the order in which answers came. */
  readonly placeOf?: (sequence: number) => number;
  /** The name of the CSV a script or a codebook speaks of. */
  readonly csvName: string;
  readonly words: FileWords &
    Pick<WorkbookWords, 'sheets' | 'readme'> & { readonly heads: readonly string[] };
}

type Piece = string | Uint8Array;

/**
 * The file in pieces, ready to be sent or written.
 * @param told how many responses are in it so far, after each page.
 */
export async function* dataFile(
  db: Database,
  survey: Survey,
  wish: DataFileWish,
  told: (written: number) => void = () => undefined,
): AsyncGenerator<Piece> {
  const questionnaire = await createDatasets(db).definitionOf(survey);
  const whole = codebookOf(questionnaire);
  const codebook = wish.chosen ? selectedCodebook(whole, wish.chosen.fields) : whole;
  const described = await descriptionOf(db, survey, questionnaire, codebook, wish);
  if (described !== null) {
    yield described;
    return;
  }
  const writer = await writerOf(db, survey, questionnaire, codebook, wish);
  yield writer.head;
  let written = 0;
  for await (const records of dataRecords(db.kysely, survey.code, codebook, wish.placeOf)) {
    const pieces = records.map((record) => writer.record(leaving(record, codebook, wish)));
    yield pieces.every((piece) => typeof piece === 'string')
      ? pieces.join('')
      : Buffer.concat(pieces.map(bytesOf));
    written += records.length;
    told(written);
  }
  yield writer.end;
}

/** The record without what was not chosen, and without the words a coder took out. */
function leaving(record: KeptRecord, codebook: Codebook, { chosen }: DataFileWish): DataRecord {
  if (!chosen) return record;
  const words = Object.entries({ ...record.words, ...record.masked }).map(([name, given]) => [
    name,
    chosen.mask(given),
  ]);
  return {
    ...record,
    library: codebook.registerVariable === null ? null : record.library,
    words: Object.fromEntries(words),
  };
}

function bytesOf(piece: Piece): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

/** The files that have no answers in them; null for the others. */
async function descriptionOf(
  db: Database,
  survey: Survey,
  questionnaire: Questionnaire,
  codebook: Codebook,
  { kind, delimiter, decimal = '.', csvName, words }: DataFileWish,
): Promise<string | null> {
  switch (kind) {
    case 'r':
      return rScript(codebook, csvName, { delimiter, decimal }, words);
    case 'ddi': {
      const records = await countResponses(db.kysely, survey.code);
      return ddiCodebook(questionnaire, codebook, { name: csvName, records }, words);
    }
    case 'map':
      return `${JSON.stringify(columnMapOf(questionnaire, survey.version, codebook, { delimiter, decimal }), null, 2)}\n`;
    case 'codebook':
      return codebookCsv(questionnaire, codebook);
    case 'codebook-json':
      return codebookJson(questionnaire, codebook);
    default:
      return null;
  }
}

async function writerOf(
  db: Database,
  survey: Survey,
  questionnaire: Questionnaire,
  codebook: Codebook,
  { kind, delimiter, decimal = '.', words }: DataFileWish,
): Promise<DataWriter<Piece>> {
  switch (kind) {
    case 'long':
      return longCsvFile(codebook, { delimiter, decimal });
    case 'jsonl':
      return jsonLinesFile(codebook);
    case 'xlsx':
      return xlsxFile(codebook, {
        sheets: words.sheets,
        readme: words.readme,
        codebook: [words.heads, ...codebookRows(codebook, words)],
      });
    case 'sav': {
      const longest = await longestWords(db.kysely, survey.code);
      const widths = new Map(longest.words);
      if (codebook.registerVariable !== null) widths.set(codebook.registerVariable, longest.library);
      const title = inLanguage(questionnaire.title, words.language);
      // The same answers give the same file, whenever it is made.
      return spssFile(spssColumns(codebook, words, widths), title, { day: '01 Jan 00', time: '00:00:00' });
    }
    default:
      return csvFile(codebook, { delimiter, decimal });
  }
}
