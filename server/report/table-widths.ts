// How a table on paper shares its width among its columns: by the longest words in them.
import type { PaperTable, Stretches } from './document.ts';

/** Parts of the width of a table per column: by the longest words in it, within bounds, so that no column starves. */
export function widthsOf({ columns, rows }: PaperTable): readonly number[] {
  return columns.map(({ head, numeric }, place) => {
    const cells = rows.flatMap((row) => (row.kind === 'row' ? [lengthOf(row.cells[place] ?? [])] : []));
    return Math.min(Math.max(head.length * 0.7, numeric ? 6 : 10, ...cells), numeric ? 12 : 40);
  });
}

function lengthOf(stretches: Stretches): number {
  return stretches.reduce((sum, { text }) => sum + text.length, 0);
}
