// How a table on paper shares its width among its columns: by the longest words in them.
import type { PaperTable, Stretches } from './document.ts';

/** A word longer than this many signs may break. */
const longestWhole = 18;

/**
 * Parts of the width of a table per column: by how much stands in it, within bounds, so that no column starves, and never
 * narrower than its longest word with room around it in a wide letter.
 */
export function widthsOf({ columns, rows }: PaperTable): readonly number[] {
  return columns.map(({ head, numeric }, place) => {
    const cells = rows.flatMap((row) => (row.kind === 'row' ? [wordsOf(row.cells[place] ?? [])] : []));
    const wanted = Math.max(head.length * 0.7, numeric ? 6 : 10, ...cells.map(({ length }) => length));
    const longest = Math.max(...[head, ...cells].map(longestWord));
    return Math.max(Math.min(wanted, numeric ? 12 : 40), Math.min(longest, longestWhole) * 1.3 + 2.5);
  });
}

const wordsOf = (stretches: Stretches): string => stretches.map(({ text }) => text).join('');

const longestWord = (words: string): number =>
  words.split(/\s/).reduce((most, { length }) => Math.max(most, length), 0);
