// The headings of a file as other tools write them: one row, or a question above and its options below, or codes above
// words; with empty headings and headings that stand twice. Every column gets a name of its own.
import { plain } from './headings.ts';

/** How many rows the headings take. */
export type HeadingRows = 1 | 2 | 3;

type Cells = readonly string[];

/** What tools write below a question that has one answer. */
const noOption = /^(response|open[- ]ended response|antwoord|open antwoord|réponse|antwort|svar)$/i;

/** How many rows at the start of a file are headings, judged by the first few rows. */
export function headingRowsOf(rows: readonly Cells[]): HeadingRows {
  const [first = [], second = [], third = []] = rows;
  if (third.some((cell) => cell.trim().startsWith('{"ImportId"'))) return 3;
  if (rows.length < 3) return 1;
  const places = first.map((_, place) => place);
  const empty = places.filter((place) => plain(first[place] ?? '') === '');
  const named = empty.filter((place) => plain(second[place] ?? '') !== '');
  const below = second.filter((cell) => plain(cell) !== '');
  const isData = below.some((cell) => /^[\d.,:/-]+$/.test(plain(cell)));
  const options = below.some((cell) => noOption.test(plain(cell)));
  if (options && !isData) return 2;
  // Without such a word, the second row names what the first leaves open, and says nothing of who answered.
  const open = plain(second[0] ?? '') === '' && plain(third[0] ?? '') !== '';
  return !isData && open && empty.length > 1 && named.length === empty.length ? 2 : 1;
}

/**
 * One name per column, none empty and none twice. A question above several columns is written before each of its
 * options as "question | option"; a column without any name is called after its place.
 */
export function namedHeadings(rows: readonly Cells[]): readonly string[] {
  const merged = rows.length === 1 ? (rows[0] ?? []).map(plain) : mergedRows(rows);
  const names: string[] = [];
  const taken = new Set<string>();
  for (const [index, heading] of merged.entries()) {
    const wish = heading === '' ? `Column ${index + 1}` : heading;
    let name = wish;
    for (let number = 2; taken.has(name); number += 1) name = `${wish} (${number})`;
    taken.add(name);
    names.push(name);
  }
  return names;
}

/** Three rows are codes, words and ids: the words are the headings. */
function mergedRows([first = [], second = [], third]: readonly Cells[]): readonly string[] {
  const width = Math.max(first.length, second.length);
  const places = Array.from({ length: width }, (_, place) => place);
  if (third) return places.map((place) => plain(second[place] ?? '') || plain(first[place] ?? ''));
  let above = '';
  return places.map((place) => {
    const own = plain(first[place] ?? '');
    const below = plain(second[place] ?? '');
    if (own !== '') above = own;
    if (below === '' || noOption.test(below)) return own;
    return above === '' ? below : `${above} | ${below}`;
  });
}
