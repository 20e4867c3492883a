// CSV as it is written (RFC 4180): a line from its cells, CRLF behind it.
import type { Delimiter } from './csv-records.ts';

/** Spreadsheets know UTF-8 by this mark. */
export const byteOrderMark = '\uFEFF';

/** A line of CSV from its cells, quoted where they must be. */
export function csvLines(delimiter: Delimiter): (cells: readonly string[]) => string {
  const special = new RegExp(`["\\r\\n${delimiter}]`);
  const cell = (content: string) => (special.test(content) ? `"${content.replaceAll('"', '""')}"` : content);
  return (cells) => `${cells.map(cell).join(delimiter)}\r\n`;
}
