// Two ratings of the same thing side by side: the established gap scores, each as its source defines it.

import { variableNamed } from '../../surveys/codebook.ts';
import type { Need } from '../../surveys/needs-catalogue.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import type { Discrepancy } from '../results/survey.ts';
import { competitionRanks } from '../statistics/competition-rank.ts';
import { importancePerformance } from '../statistics/importance-performance.ts';
import { opportunityIndex } from '../statistics/opportunity-index.ts';
import type { PairCounts } from '../statistics/pair-counts.ts';
import { rankedDiscrepancy } from '../statistics/ranked-discrepancy.ts';
import { toleranceZone } from '../statistics/tolerance-zone.ts';
import { weightedDiscrepancy } from '../statistics/weighted-discrepancy.ts';
import { pairedRatings, pairsOf, sameScale, triplesOf } from './ratings.ts';

/** The gap scores of one need, without its place among the others. Null without a discrepancy declared, or when it is not asked. */
export function discrepancyOf(need: Need, dataset: Dataset, mask: Mask): Discrepancy | null {
  if (!need.discrepancy) return null;
  const { importance, ability, minimum, values } = need.discrepancy;
  const { codebook } = dataset;
  const asked = [importance, ability].every((name) => codebook.position.has(name));
  if (!asked) return null;
  const pairs = pairsOf(dataset, importance, ability, values, mask);
  const borich = weightedDiscrepancy(pairs);
  // Before → after reads ability → importance, so that a positive difference is a gap.
  const paired = pairedRatings(dataset, ability, importance, values, mask);
  const comparable = sameScale(variableNamed(codebook, importance), variableNamed(codebook, ability));
  return {
    importance,
    ability,
    n: borich.base,
    meanImportance: borich.meanImportance,
    meanAbility: borich.meanAbility,
    meanGap: paired?.estimate ?? null,
    standardDeviationOfGap: paired?.standardDeviation ?? null,
    weightedDiscrepancy: borich.estimate,
    rank: null,
    paired,
    ranked: comparable ? rankedOf(pairs) : null,
    opportunity: opportunityIndex(pairs).estimate,
    corner: null,
    crosshair: null,
    zone:
      minimum !== undefined && codebook.position.has(minimum)
        ? toleranceZone(triplesOf(dataset, { minimum, desired: importance, perceived: ability }, values))
        : null,
  };
}

function rankedOf(pairs: PairCounts): Discrepancy['ranked'] {
  const { below, equal, above, estimate } = rankedDiscrepancy(pairs);
  return { below: below.count, equal: equal.count, above: above.count, interval: below.interval, estimate };
}

/** The same scores with what they say beside each other: places by weighted discrepancy, and the corner of the quadrant. */
export function compareDiscrepancies(
  discrepancies: readonly (Discrepancy | null)[],
): readonly (Discrepancy | null)[] {
  const ranks = competitionRanks(
    discrepancies.map((discrepancy) => discrepancy?.weightedDiscrepancy ?? null),
  );
  const { crosshair, corners } = importancePerformance(
    discrepancies.map((discrepancy) => ({
      importance: discrepancy?.meanImportance ?? null,
      performance: discrepancy?.meanAbility ?? null,
    })),
  );
  // One item alone lies on both of its own lines: a corner would say nothing.
  const several = corners.filter((corner) => corner !== null).length > 1;
  return discrepancies.map(
    (discrepancy, index) =>
      discrepancy && {
        ...discrepancy,
        rank: ranks[index] ?? null,
        corner: several ? (corners[index] ?? null) : null,
        crosshair: several ? crosshair : null,
      },
  );
}
