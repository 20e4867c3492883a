// The established gap scores of a row that was rated twice, as of a need: means of both ratings, weighted and ranked discrepancy.
import { variableNamed } from '../../surveys/codebook.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import { pairsOf } from '../needs/ratings.ts';
import type { PairCounts } from '../statistics/pair-counts.ts';
import { rankedDiscrepancy } from '../statistics/ranked-discrepancy.ts';
import { weightedDiscrepancy } from '../statistics/weighted-discrepancy.ts';
import type { GapScores, ScaleEnds } from './results.ts';

/** The scores of who gave both ratings; null where nobody did. @param variables importance, then ability. */
export function gapScores(
  dataset: Dataset,
  [importance = '', ability = '']: readonly string[],
  mask: Mask = null,
): GapScores | null {
  return scoresOfPairs(pairsOf(dataset, importance, ability, 'asIs', mask));
}

/** The scores of pairs of importance and ability; null without any. */
export function scoresOfPairs(pairs: PairCounts): GapScores | null {
  const { base, meanImportance, meanAbility, estimate } = weightedDiscrepancy(pairs);
  if (meanImportance === null || meanAbility === null) return null;
  return {
    n: base,
    importance: meanImportance,
    ability: meanAbility,
    weighted: estimate,
    ranked: rankedDiscrepancy(pairs).estimate,
  };
}

/** The lowest and highest answer of a variable with values. @throws RangeError when it has none. */
export function endsOf(dataset: Dataset, name: string): ScaleEnds {
  const { categories } = variableNamed(dataset.codebook, name);
  const placed = categories
    .flatMap(({ value, label }) => (value === null ? [] : [{ value, label }]))
    .toSorted((one, other) => one.value - other.value);
  const [low, high] = [placed[0], placed.at(-1)];
  if (!low || !high) throw new RangeError(`"${name}" has no values`);
  return { from: low.value, to: high.value, low: low.label, high: high.label };
}
