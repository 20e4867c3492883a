// The data as CSV (RFC 4180): a line per response, a column per variable, codes as they are stored.
import type { Codebook } from '../../codebook.ts';
import type { Delimiter } from '../csv-records.ts';
import { answersAsText, type DataRecord, type DataWriter, dayHeading } from './data-record.ts';

/** Spreadsheets know UTF-8 by this mark. */
export const byteOrderMark = '\uFEFF';

/**
 * A writer of CSV in UTF-8 with its mark, CRLF between lines. The first column is the day, the others have the names of
 * the codebook's variables. What was skipped is empty, what was not shown is `.notShown`; a typed missing answer is its
 * code. Words that a spreadsheet would run as a formula get an apostrophe (`guardedWords`).
 */
export function csvFile(codebook: Codebook, delimiter: Delimiter): DataWriter<string> {
  const answers = answersAsText(codebook, guardedWords);
  const line = csvLines(delimiter);
  return {
    head: byteOrderMark + line([dayHeading(codebook), ...codebook.variables.map(({ name }) => name)]),
    record: (record: DataRecord) => line([record.day, ...answers(record)]),
    end: '',
  };
}

/** A line of CSV from its cells, quoted where they must be. */
export function csvLines(delimiter: Delimiter): (cells: readonly string[]) => string {
  const special = new RegExp(`["\\r\\n${delimiter}]`);
  const cell = (content: string) => (special.test(content) ? `"${content.replaceAll('"', '""')}"` : content);
  return (cells) => `${cells.map(cell).join(delimiter)}\r\n`;
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
