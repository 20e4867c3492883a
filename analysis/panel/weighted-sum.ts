/** What if the criteria were weighed like this? A view beside the panel's order, never the order itself. */
import { competitionRanks } from '../statistics/competition-rank.ts';

/** A need with its criteria, all on the same scale of 0 to 100; null where a criterion does not exist for it. */
export interface WeighedNeed {
  readonly id: string;
  readonly criteria: readonly (number | null)[];
}

export interface WeightedSumLine {
  readonly id: string;
  /** Weighted mean of the criteria that exist, on their scale; null when their weights are all 0. */
  readonly score: number | null;
  /** Criteria with a weight that this need lacks; its other weights were raised in proportion. */
  readonly missing: number;
  /** Place by score, equal scores share it. */
  readonly place: number | null;
}

/**
 * Weighted sums with weights in proportion to `weights`. Linear in needs times criteria.
 * Source: simple additive weighting, Fishburn 1967; missing criteria by renormalising.
 *
 * @param weights one per criterion, 0 or more, not all 0; they need not sum to 1
 * @returns lines in the order of `needs`
 * @throws RangeError when a weight is negative or none is positive, or a need has another number of criteria
 * @example weightedSum([{ id: 'a', criteria: [90, 40] }], [0.5, 0.5])[0]?.score // 65
 */
export function weightedSum(
  needs: readonly WeighedNeed[],
  weights: readonly number[],
): readonly WeightedSumLine[] {
  if (weights.some((weight) => !(weight >= 0)) || !weights.some((weight) => weight > 0)) {
    throw new RangeError('Weights are 0 or more and not all 0');
  }
  const lines = needs.map(({ id, criteria }) => {
    if (criteria.length !== weights.length) throw new RangeError('Every need has a value per criterion');
    let sum = 0;
    let total = 0;
    let missing = 0;
    for (const [index, value] of criteria.entries()) {
      const weight = weights[index] ?? 0;
      if (value === null) missing += weight > 0 ? 1 : 0;
      else {
        sum += weight * value;
        total += weight;
      }
    }
    return { id, score: total > 0 ? sum / total : null, missing };
  });
  const order = competitionRanks(lines.map(({ score }) => score));
  return lines.map((line, index) => ({ ...line, place: order[index] ?? null }));
}
