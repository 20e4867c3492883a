// Needs or actions scored by criteria with weights: a sum whose every part is shown, never an order by itself.
import type { ProjectRecord } from '../surveys/project-records.ts';
import { weightedSum } from './panel/weighted-sum.ts';

type Criterion = ProjectRecord<'weighing_criterion'>;

/** One thing that is weighed, with what it adds up to. */
export interface WeighedLine {
  readonly about: string;
  /** Per criterion in their order: its mark, and mark times weight; null where nobody marked it. */
  readonly parts: readonly ({ readonly mark: number; readonly product: number } | null)[];
  /** Sum of the products over the weights of what was marked, on the scale of the marks; null without any. */
  readonly score: number | null;
  /** The products together, and the weights they are divided by. */
  readonly sum: number;
  readonly weights: number;
  /** Codes of criteria that weigh and have no mark: the others took their weight over. */
  readonly missing: readonly string[];
  /** Place by score, shared where equal; null without a score. */
  readonly place: number | null;
}

/**
 * The table of scores, in the order given.
 * @param about codes of what is weighed. @param marks by code; a criterion that is not in it has none.
 */
export function weighed(
  criteria: readonly Pick<Criterion, 'code' | 'weight'>[],
  about: readonly string[],
  marks: ReadonlyMap<string, Readonly<Record<string, number>>>,
): readonly WeighedLine[] {
  const weights = criteria.map(({ weight }) => weight);
  const given = (code: string) => criteria.map((criterion) => marks.get(code)?.[criterion.code] ?? null);
  const scored = weights.some((weight) => weight > 0)
    ? weightedSum(
        about.map((id) => ({ id, criteria: given(id) })),
        weights,
      )
    : [];
  return about.map((code, index): WeighedLine => {
    const parts = given(code).map((mark, place) =>
      mark === null ? null : { mark, product: mark * (weights[place] ?? 0) },
    );
    return {
      about: code,
      parts,
      score: scored[index]?.score ?? null,
      sum: parts.reduce((total, part) => total + (part?.product ?? 0), 0),
      weights: weights.reduce((total, weight, place) => total + (parts[place] ? weight : 0), 0),
      missing: criteria.flatMap((criterion, place) =>
        criterion.weight > 0 && !parts[place] ? [criterion.code] : [],
      ),
      place: scored[index]?.place ?? null,
    };
  });
}
