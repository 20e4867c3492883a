// The gap between two variables on the same scale: the same people, second minus first.
import { variableNamed } from '../../surveys/codebook.ts';
import { reasonOfByte } from '../../surveys/response-document.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import type { PairCounts } from '../statistics/pair-counts.ts';
import { pairedDifference } from '../statistics/paired-difference.ts';
import type { Gap } from './explored.ts';
import { saidOfGap } from './said.ts';

/** Whether two variables are answered on the same scale: equal codes with equal values, three values or more. */
export function onSameScale(one: Variable, other: Variable): boolean {
  const figures = ({ categories }: Variable) => categories.filter(({ missing }) => missing === null);
  const [first, second] = [figures(one), figures(other)];
  return (
    !isNumeric(one) &&
    first.length > 2 &&
    first.length === second.length &&
    first.every(
      ({ code, value }, place) =>
        value !== null && second[place]?.code === code && second[place].value === value,
    )
  );
}

/** The gap between two variables on one scale, over the rows of the mask. */
export function gapOf(dataset: Dataset, first: string, second: string, mask: Mask): Gap {
  const variables = [
    variableNamed(dataset.codebook, first),
    variableNamed(dataset.codebook, second),
  ] as const;
  const pairs = countPairsOf(dataset, variables, mask);
  const label = ({ item, label: question }: Variable) => item ?? question;
  const gap = {
    first,
    second,
    firstLabel: label(variables[0]),
    secondLabel: label(variables[1]),
    openness: 'full' as const,
    paired: pairedDifference(pairs),
  };
  return { ...gap, said: saidOfGap(gap) };
}

/** Combinations of both answers in one pass: cost grows with the scale, not with objects per person. */
function countPairsOf(dataset: Dataset, variables: readonly [Variable, Variable], mask: Mask): PairCounts {
  const [first, second] = variables;
  const counts = new Uint32Array(256 * 256);
  const [a, b] = [dataset.column(first.name), dataset.column(second.name)];
  let rows = 0;
  for (let row = 0; row < a.length; row += 1) {
    if (mask !== null && mask[row] !== 1) continue;
    const cell = 256 * (a[row] as number) + (b[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
    rows += 1;
  }
  const value = (variable: Variable, byte: number) =>
    reasonOfByte(variable, byte) === null ? (variable.categories[byte]?.value ?? null) : null;
  const pairs = [...counts.entries()].flatMap(([cell, count]) => {
    if (count === 0) return [];
    const [one, other] = [value(first, cell >> 8), value(second, cell & 255)];
    return one === null || other === null ? [] : [{ first: one, second: other, count }];
  });
  const base = pairs.reduce((sum, { count }) => sum + count, 0);
  return { pairs, base, excluded: rows - base };
}
