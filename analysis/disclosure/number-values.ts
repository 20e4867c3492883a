// How many different numbers the groups of a background gave: with few of them a mean, or a mean with its spread, is a count
// in disguise.
import type { Dataset } from '../dataset.ts';
import { noGroup } from '../explore/splits.ts';
import type { Dimension } from './joint.ts';
import { minimums } from './minimums.ts';

/** Between two answers a mean is a count. */
export const leastValues = 3;

/**
 * Whether numbers differ so much that their spread may stand beside their mean: with few different ones the sum, the sum
 * of squares and how many there are give how often each was answered.
 */
export function hasSpread(values: number): boolean {
  return values >= minimums.cross;
}

/** How many different numbers each group gave, and last the rest; counted no further than it takes for a spread. */
export function valuesPerGroup(
  dataset: Dataset,
  { split, levels }: Dimension,
  variable: string,
): readonly number[] {
  const given = Array.from({ length: levels }, () => new Set<number>());
  const numbers = dataset.numbers(variable);
  const { of } = split;
  for (let row = 0; row < numbers.length; row += 1) {
    const place = numbers[row] as number;
    if (Number.isNaN(place)) continue;
    const group = of[row] as number;
    const own = given[group === noGroup ? levels - 1 : group] as Set<number>;
    if (!hasSpread(own.size)) own.add(place);
  }
  return given.map(({ size }) => size);
}
