// The data as CSV (RFC 4180): a line per response, a column per variable, codes as they are stored.
import type { Codebook } from '../../codebook.ts';
import { byteOrderMark, csvLines } from '../csv-lines.ts';
import type { Delimiter } from '../csv-records.ts';
import { answersAsText, type DataRecord, type DataWriter } from './data-record.ts';
import { headingsOfOwn } from './own-rows.ts';

/** How CSV is written. */
export interface CsvSigns {
  readonly delimiter: Delimiter;
  /** The sign before the decimals of numbers. */
  readonly decimal: '.' | ',';
}

/**
 * A writer of CSV in UTF-8 with its mark, CRLF between lines. The first column is the day, the others have the names of
 * the codebook's variables. What was skipped is empty, what was not shown is `.notShown`; a typed missing answer is its
 * code. Words that a spreadsheet would run as a formula get an apostrophe (`guardedWords`).
 */
export function csvFile(codebook: Codebook, { delimiter, decimal }: CsvSigns): DataWriter<string> {
  const answers = answersAsText(codebook, guardedWords, decimal);
  const line = csvLines(delimiter);
  return {
    head: byteOrderMark + line(headingsOfOwn(codebook)),
    record: (record: DataRecord) => line([record.day, ...answers(record)]),
    end: '',
  };
}

/**
 * Words with an apostrophe before them where they begin as a formula (OWASP, CSV injection: = + - @, tab, line break), as
 * a reason (a dot), or with such an apostrophe of their own; `withoutGuard` gives them back.
 */
export function guardedWords(words: string): string {
  return /^'*[=+\-@.\t\r\n]/.test(words) ? `'${words}` : words;
}

/** The words as they were before `guardedWords`. */
export function withoutGuard(words: string): string {
  return /^'+[=+\-@.\t\r\n]/.test(words) ? words.slice(1) : words;
}
