// Finds the column an id speaks of, and reads it as words.
import { type Case, type Columns, NotMapped } from './case.ts';

export type Words = readonly string[];

/**
 * The column of that name: its heading, the last part of its heading, or the one heading that has the name in it.
 * Where several do, the one that `fits`.
 *
 * @throws NotMapped when none or several do
 */
export function findColumn(one: Case, name: string, fits: (words: Words) => boolean = () => true): Words {
  const candidates = findColumns(one, name);
  const [first] = candidates;
  if (first === undefined) throw new NotMapped(`no column is called "${name}"`);
  if (candidates.length === 1) return first;
  const fitting = candidates.filter(fits);
  if (fitting.length !== 1 || fitting[0] === undefined) {
    throw new NotMapped(
      `${candidates.length} columns may be called "${name}", ${fitting.length} of them fit`,
    );
  }
  return fitting[0];
}

/** The columns a name may mean, in the order of the file: as few as its best likeness to a heading gives. */
export function findColumns(one: Case, name: string): readonly Words[] {
  return candidatesFor(one.columns, one.mapping.names?.[name] ?? name);
}

function candidatesFor(columns: Columns, name: string): readonly Words[] {
  const exact = columns.get(name);
  if (exact) return [exact];
  const wanted = bare(name);
  const headings = [...columns.keys()];
  const tiers: readonly ((heading: string) => boolean)[] = [
    (heading) => bare(heading) === wanted,
    (heading) => bare(heading.split(/ \/ | \| |: /).at(-1) ?? '') === wanted,
    (heading) => bare(heading).includes(wanted),
    (heading) => wanted.split(' ').every((word) => bare(heading).includes(word)),
    (heading) => bare(heading).replaceAll(' ', '') === wanted.replaceAll(' ', ''),
  ];
  const tier = tiers.find((belongs) => headings.some(belongs));
  return tier ? headings.filter(tier).map((heading) => columns.get(heading) ?? []) : [];
}

/** Letters and digits in lower case, words apart by one space. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a column has all of these words. */
export function hasAll(levels: readonly string[]): (words: Words) => boolean {
  return (words) => {
    const known = new Set(words);
    return levels.every((level) => known.has(level));
  };
}

/** The place of every word among the levels, -1 for any other: blanks and what the reference takes for missing. */
export function codesOf(words: Words, levels: readonly string[]): Int32Array {
  const places = new Map(levels.map((level, place) => [level, place]));
  return Int32Array.from(words, (word) => places.get(word) ?? -1);
}
