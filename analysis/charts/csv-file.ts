// A chart's table as a file for a spreadsheet: what stands on screen, neither more nor less.
import { byteOrderMark, csvLines } from '../../surveys/formats/csv-lines.ts';
import type { WordedChart } from '../chart.ts';

/**
 * The table of a chart as CSV (RFC 4180): title and sentence first, then the head and a line per row, and last what
 * the base is and who is missing. Commas, CRLF, UTF-8 with its mark; a cell that a spreadsheet would run as a formula
 * is kept text.
 */
export function csvOfChart(chart: Pick<WordedChart, 'title' | 'sentence' | 'table' | 'caption'>): string {
  const grouped = chart.table.groups.some(({ name }) => name !== null);
  const lines = [
    [chart.title],
    [chart.sentence],
    [],
    [...(grouped ? [''] : []), ...chart.table.head],
    ...chart.table.groups.flatMap(({ name, rows }) =>
      rows.map(({ head, cells }) => [...(grouped ? [name ?? ''] : []), head, ...cells]),
    ),
    [],
    ...chart.caption.map((words) => [words]),
  ];
  const line = csvLines(',');
  return byteOrderMark + lines.map((cells) => line(cells.map(guarded))).join('');
}

/**
 * A cell that begins as a formula (= + - @, tab, line break) gets an apostrophe before it, so that opening the file runs
 * nothing (OWASP, CSV injection); a number with its sign is no formula. Words that have that apostrophe of their own get
 * one more, so that who reads the file back can tell.
 */
function guarded(words: string): string {
  const number = /^[+-]?[\d.,]+%?$/.test(words);
  return !number && /^'*[=+\-@\t\r\n]/.test(words) ? `'${words}` : words;
}
