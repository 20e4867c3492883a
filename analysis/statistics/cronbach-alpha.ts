/** Do the items of a scale measure one thing, so that their mean may stand for them? */
import { fQuantile } from './distributions.ts';
import type { Interval } from './wilson-interval.ts';

export interface CronbachAlpha {
  /** Persons with every item. */
  readonly base: number;
  /** Persons with at least one. */
  readonly answered: number;
  /** Up to 1; can be negative when items contradict each other. */
  readonly estimate: number;
  /** Of items brought to equal spread. */
  readonly standardised: number;
  /** Feldt's, 95 %. */
  readonly interval: Interval;
  /** From covariances of whoever has both items of a pair, as R's psych::alpha does by itself. */
  readonly pairwise: number;
  readonly items: readonly {
    /** Alpha of the other items; null with two items. */
    readonly alphaWithout: number | null;
    /** Correlation with the sum of the other items. */
    readonly withRest: number;
  }[];
}

/**
 * Cronbach's alpha, k / (k - 1) (1 - sum of the items' variances / variance of their sum), of persons with every item.
 * As R: `psych::alpha(na.omit(items), check.keys = FALSE)`. Source: Cronbach 1951, Psychometrika 16; interval: Feldt,
 * Woodruff & Salih 1987, Applied Psychological Measurement 11.
 *
 * @param items per item a value per person, NaN for missing; items that run the other way are turned round before
 * @returns null with fewer than two items or persons, or when an item or the sum never varies
 * @throws RangeError when items differ in length
 * @example cronbachAlpha([[1, 2, 3], [1, 2, 4]])?.estimate // 0.9473...
 */
export function cronbachAlpha(items: readonly ArrayLike<number>[]): CronbachAlpha | null {
  const persons = items[0]?.length ?? 0;
  if (items.some((item) => item.length !== persons)) throw new RangeError('Items have as many persons');
  const all = Array.from({ length: persons }, (_, person) => person);
  const given = (item: ArrayLike<number>, person: number) => !Number.isNaN(item[person]);
  const complete = all.filter((person) => items.every((item) => given(item, person)));
  const k = items.length;
  if (k < 2 || complete.length < 2) return null;
  const covariance = table(items, (one, other) => covarianceOf(one, other, complete));
  const spreads = covariance.map((row, place) => Math.sqrt(row[place] ?? 0));
  const total = sumOf(covariance);
  if (!(total > 0) || spreads.some((spread) => !(spread > 0))) return null;
  const estimate = alphaOf(covariance);
  const pairwise = table(items, (one, other) =>
    covarianceOf(
      one,
      other,
      all.filter((person) => given(one, person) && given(other, person)),
    ),
  );
  const [above, below] = [complete.length - 1, (complete.length - 1) * (k - 1)];
  return {
    base: complete.length,
    answered: all.filter((person) => items.some((item) => given(item, person))).length,
    estimate,
    standardised: alphaOf(
      covariance.map((row, i) => row.map((value, j) => value / ((spreads[i] ?? 1) * (spreads[j] ?? 1)))),
    ),
    interval: {
      lower: 1 - (1 - estimate) * fQuantile(0.975, above, below),
      upper: 1 - (1 - estimate) * fQuantile(0.025, above, below),
    },
    pairwise: alphaOf(pairwise),
    items: items.map((_, place) => {
      const others = without(covariance, place);
      const own = covariance[place] ?? [];
      const withOthers = own.reduce((sum, value, other) => (other === place ? sum : sum + value), 0);
      return {
        alphaWithout: k > 2 ? alphaOf(others) : null,
        withRest: withOthers / ((spreads[place] ?? 1) * Math.sqrt(sumOf(others))),
      };
    }),
  };
}

type Square = readonly (readonly number[])[];

function alphaOf(covariance: Square): number {
  const k = covariance.length;
  const own = covariance.reduce((sum, row, place) => sum + (row[place] ?? 0), 0);
  return (k / (k - 1)) * (1 - own / sumOf(covariance));
}

function sumOf(square: Square): number {
  return square.reduce((sum, row) => row.reduce((part, value) => part + value, sum), 0);
}

function without(square: Square, place: number): Square {
  return square.filter((_, row) => row !== place).map((row) => row.filter((_, column) => column !== place));
}

function table(
  items: readonly ArrayLike<number>[],
  of: (one: ArrayLike<number>, other: ArrayLike<number>) => number,
): Square {
  return items.map((one) => items.map((other) => of(one, other)));
}

function covarianceOf(one: ArrayLike<number>, other: ArrayLike<number>, persons: readonly number[]): number {
  const mean = (item: ArrayLike<number>) =>
    persons.reduce((sum, person) => sum + (item[person] ?? 0), 0) / persons.length;
  const [x, y] = [mean(one), mean(other)];
  return (
    persons.reduce((sum, person) => sum + ((one[person] ?? 0) - x) * ((other[person] ?? 0) - y), 0) /
    (persons.length - 1)
  );
}
