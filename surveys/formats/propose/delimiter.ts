// Which sign stands between the cells of a file, judged by its first rows.
import { csvReader, type Delimiter, delimiters } from '../csv-records.ts';

/** Rows looked at. */
const mostRows = 50;

/**
 * The delimiter under which the first rows have the most cells and nearly all as many; a comma where none does.
 * @param start the first part of the file as text.
 */
export function delimiterOf(start: string): Delimiter {
  const judged = delimiters.map((delimiter) => {
    const rows = csvReader(delimiter).push(start).slice(0, mostRows);
    const widths = rows.filter(({ problem }) => problem === null).map(({ cells }) => cells.length);
    const usual = mostFrequent(widths);
    const alike = widths.filter((width) => width === usual).length / Math.max(1, rows.length);
    return { delimiter, score: usual > 1 ? alike * Math.sqrt(usual) : 0 };
  });
  const best = judged.reduce((most, next) => (next.score > most.score ? next : most));
  return best.score > 0 ? best.delimiter : ',';
}

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0] as const)[0];
}
