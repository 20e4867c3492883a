// What a view may show: the table of RULINGS 2, and for a background group the cells that must stay hidden.
import type { Openness } from '../figure.ts';
import type { SurveyAnalysis } from '../results.ts';
import { suppressTable } from '../statistics/suppress-table.ts';

/** The table of RULINGS 2, printed in the notice and the method note. */
export const minimums = {
  anything: 5,
  distribution: 8,
  cross: 10,
  verdict: 20,
  libraries: 3,
  cell: 5,
} as const;

/** How open a figure on this base is; a figure crossed with background is all or nothing below the verdict base. */
export function opennessOf(base: number | null, crossed: boolean): Openness {
  if (base === null || base < (crossed ? minimums.cross : minimums.anything)) return 'withheld';
  if (base < minimums.distribution) return 'countOnly';
  return base < minimums.verdict ? 'smallGroup' : 'full';
}

/** What holds for a view: whether it is a cross, whether nothing of it may be shown, and which cells may not. */
export interface View {
  readonly crossed: boolean;
  readonly refused: boolean;
  /** Which cells of a line of counts are hidden; `cells` finds the same line in any group of the survey. */
  hidden(cells: (survey: SurveyAnalysis) => readonly number[]): ReadonlySet<number>;
  /**
   * Whether a sum or mean over this group must stay hidden: `size` gives how many people it is of in any group. With
   * the whole and the other groups open, what is hidden comes back as one sum: of two groups and ten people at least.
   */
  hidesSum(size: (survey: SurveyAnalysis) => number): boolean;
}

const none: ReadonlySet<number> = new Set();
export const wholeView: View = {
  crossed: false,
  refused: false,
  hidden: () => none,
  hidesSum: () => false,
};
/** A cross whose other side nobody asked about, such as an indicator among starters. */
export const partView: View = {
  crossed: true,
  refused: false,
  hidden: () => none,
  hidesSum: () => false,
};

export function groupView(groups: readonly SurveyAnalysis[], chosen: number): View {
  const all = groups.reduce((sum, { responses }) => sum + responses, 0);
  const refused = groups.map((group) => refusesGroup(group, all));
  return {
    crossed: true,
    refused: refused[chosen] ?? true,
    hidden: (cells) => {
      const rows = groups.map(cells);
      const small = rows.map((row, group) => refused[group] || sumOf(row) < minimums.cross);
      const own = rows[chosen] ?? [];
      // A row whose every answer is the same says it of each person in it (METHODS A11).
      const alike = own.filter((count) => count > 0).length === 1 && sumOf(own) < minimums.verdict;
      return alike ? new Set(own.keys()) : (suppressTable(rows, small, minimums.cell)[chosen] ?? none);
    },
    hidesSum: (size) => groupsHidden(groups.map(size), refused).has(chosen),
  };
}

/** The groups whose sum stays hidden: the small ones, and the smallest of the others until they cannot be told apart. */
function groupsHidden(sizes: readonly number[], refused: readonly boolean[]): ReadonlySet<number> {
  const people = (group: number) => sizes[group] ?? 0;
  const rising = [...sizes.keys()]
    .filter((group) => people(group) > 0)
    .sort((one, other) => people(one) - people(other));
  const hidden = new Set(rising.filter((group) => refused[group] || people(group) < minimums.cross));
  for (const group of rising) {
    if (hidden.size === 0 || (hidden.size > 1 && sumOf([...hidden].map(people)) >= minimums.cross)) break;
    hidden.add(group);
  }
  return hidden;
}

/** A group of too few people or libraries, or one that leaves out too few. */
function refusesGroup({ responses, libraries, filter }: SurveyAnalysis, all: number): boolean {
  const aboutLibraries = filter?.variable === 'province' || filter?.variable === 'sizeClass';
  return (
    responses < minimums.cross ||
    (all - responses > 0 && all - responses < minimums.cell) ||
    (aboutLibraries && libraries < minimums.libraries)
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Finds in any group of the survey what is disclosed here. */
export type Find<T> = (survey: SurveyAnalysis) => T | undefined;

export function opennessIn(base: number | null, view: View): Openness {
  return view.refused ? 'withheld' : opennessOf(base, view.crossed);
}
