// A question by another question that is no background: not in the guaranteed family, so its table stands alone. Small
// cells are hidden with the cheapest others, so that its totals, which are uncrossed figures, do not give them back.
import { type Counts, suppressTwoWay } from '../statistics/suppress-two-way.ts';
import { minimums } from './minimums.ts';

/**
 * Which cells of a table by another question are hidden, row by row. The same ones whichever of both questions is the
 * crossing one: the one whose name comes first is laid down as the rows.
 * @param counts a row per answer to `variable`, a column per answer to `by`, both in the order of the codebook.
 */
export function hiddenAlone(counts: Counts, variable: string, by: string): readonly (readonly boolean[])[] {
  const turned = by < variable;
  const places = suppressTwoWay(turned ? transposed(counts) : counts, minimums.cell);
  const hidden = counts.map((line) => line.map(() => false));
  for (const { row, column } of places) {
    const line = hidden[turned ? column : row];
    if (line) line[turned ? row : column] = true;
  }
  return hidden;
}

function transposed(counts: Counts): Counts {
  return (counts[0] ?? []).map((_, column) => counts.map((line) => line[column] ?? 0));
}
