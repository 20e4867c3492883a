// Scores of the characteristics as a table: digits in their groups, and whether they add up to what the source says.
import type { Comparison } from '../../../surveys/frameworks/compare.ts';
import type { ScoreGrid } from '../../../surveys/frameworks/scores.ts';
import type { FrameworkWords } from './words.ts';

export interface ScoreTable {
  readonly groups: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** Digits and sum of each group; empty where a digit is missing, for then no group is sure. */
    readonly groups: readonly { readonly digits: string; readonly sum: number }[];
    /** All digits in a row, where no group is sure. */
    readonly digits: string;
    readonly computed: number;
    readonly stated: number;
    readonly check: string;
    readonly right: boolean;
  }[];
}

/** The table; null when no column has scores. */
export function scoreTable(
  { scores }: Comparison,
  names: readonly string[],
  { say }: FrameworkWords,
): ScoreTable | null {
  const grids = scores.flatMap((grid, index) => (grid ? [{ grid, name: names[index] ?? '' }] : []));
  const [first] = grids;
  if (!first) return null;
  return {
    groups: first.grid.groups.map(({ size }, index) =>
      say({ key: 'frameworks.scores.group', values: { number: index + 1, size } }),
    ),
    rows: grids.map(({ grid, name }) => ({
      name,
      groups: grid.complete ? grid.groups.map(({ digits, sum }) => ({ digits: digits.join(' '), sum })) : [],
      digits: grid.groups.flatMap(({ digits }) => digits).join(' '),
      computed: grid.computed,
      stated: grid.stated,
      check: say({
        key: `frameworks.scores.${checkOf(grid)}`,
        values: {
          digits: grid.digits,
          expected: grid.expected,
          computed: grid.computed,
          stated: grid.stated,
        },
      }),
      right: checkOf(grid) === 'right',
    })),
  };
}

function checkOf({ complete, computed, stated }: ScoreGrid): 'right' | 'digits' | 'sum' {
  if (!complete) return 'digits';
  return computed === stated ? 'right' : 'sum';
}
