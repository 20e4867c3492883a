// The gap between two variables on the same scale: the same people, second minus first.
import { variableNamed } from '../../surveys/codebook.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import { pairedRatings } from '../needs/ratings.ts';
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
  const label = ({ item, label: question }: Variable) => item ?? question;
  const gap = {
    first,
    second,
    firstLabel: label(variables[0]),
    secondLabel: label(variables[1]),
    openness: 'full' as const,
    paired: pairedRatings(dataset, first, second, 'asIs', mask),
  };
  return { ...gap, said: saidOfGap(gap) };
}
