// A library's own answers on its page: the one figure about a single library. Only where it has enough people and answers,
// and where the others of its size and province stay as hidden as they were when it is taken out of them.
import type { RegisterLibrary } from '../coverage.ts';
import type { LibraryCounts } from '../library-counts.ts';
import { isSmall } from './lines.ts';
import { minimums } from './minimums.ts';

/** Fewest people in a team whose answers may be told apart without everybody's consent (docs/rules.md, Pages of libraries). */
export const smallestTeam = 8;

/**
 * The least people a size class stands for: 11 for `11-25`, 26 for `26+`; 0 where it does not say.
 */
export function fewestStaff(sizeClass: string): number {
  return Number(/^\s*(\d{1,6})\s*(?:[-–—]\s*\d{1,6}|\+)\s*$/.exec(sizeClass)?.[1] ?? 0);
}

/**
 * Which libraries' answers to a variable may be told, by the line of its counts. Taken out of the libraries of their size
 * and province together, they leave three libraries, ten people, and of every answer they gave five others at least:
 * so no group that holds them, less them, tells of few.
 * @param counts of the variable: a line per library.
 * @param eligible lines of libraries that may be told apart at all.
 * @param lineOf the line of a library of the register; null where nobody of it answered.
 * @param answers places of the variable's figures on a line.
 */
export function ownLines(
  counts: LibraryCounts,
  eligible: ReadonlySet<number>,
  register: readonly RegisterLibrary[],
  lineOf: (library: RegisterLibrary) => number | null,
  answers: readonly number[],
): ReadonlySet<number> {
  const together = new Map<string, number[]>();
  for (const library of register) {
    const line = lineOf(library);
    if (line === null) continue;
    const key = JSON.stringify([library.province, library.sizeClass]);
    together.set(key, [...(together.get(key) ?? []), line]);
  }
  const shown = new Set<number>();
  for (const lines of together.values())
    for (const line of shownAmong(counts, lines, eligible, answers)) shown.add(line);
  return shown;
}

function shownAmong(
  { table, width }: LibraryCounts,
  lines: readonly number[],
  eligible: ReadonlySet<number>,
  answers: readonly number[],
): readonly number[] {
  const cells = (line: number) => answers.map((place) => table[line * width + place] as number);
  const people = (line: number) => cells(line).reduce((sum, count) => sum + count, 0);
  let open = lines.filter((line) => eligible.has(line) && tellsNobody(cells(line)));
  // Who gave fewest answers goes first: the others may still be shown.
  open.sort((one, other) => people(other) - people(one) || one - other);
  while (open.length > 0) {
    const rest = lines.filter((line) => !open.includes(line) && people(line) > 0);
    const left = answers.map((_, place) => rest.reduce((sum, line) => sum + (cells(line)[place] ?? 0), 0));
    const given = answers.map((_, place) => open.reduce((sum, line) => sum + (cells(line)[place] ?? 0), 0));
    const base = left.reduce((sum, count) => sum + count, 0);
    const covered = given.every((count, place) => count === 0 || (left[place] ?? 0) >= minimums.cell);
    if (rest.length >= minimums.libraries && base >= minimums.cross && covered) break;
    open = open.slice(0, -1);
  }
  return open;
}

/** Enough people, no answer that few gave, and not everybody of few the same. */
function tellsNobody(cells: readonly number[]): boolean {
  const base = cells.reduce((sum, count) => sum + count, 0);
  const alike = cells.some((count) => count === base);
  return base >= minimums.cross && !cells.some(isSmall) && !(alike && base < minimums.verdict);
}
