// Two ratings of the same thing side by side: Borich's weighted discrepancy and the paired change.

import { variableNamed } from '../../surveys/codebook.ts';
import type { Need } from '../../surveys/needs-catalogue.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import type { Discrepancy } from '../results.ts';
import { countPairs, type PairCounts, swapPairs } from '../statistics/pair-counts.ts';
import { pairedDifference } from '../statistics/paired-difference.ts';
import { weightedDiscrepancy } from '../statistics/weighted-discrepancy.ts';

/** How codes become numbers: as the codebook's values, or mapped linearly to 0-100 so that scales compare. */
export type ValueMap = 'asIs' | 'percent';

/** Both ratings of every respondent, counted per combination. */
export function pairsOf(
  dataset: Dataset,
  first: string,
  second: string,
  map: ValueMap,
  mask: Mask,
): PairCounts {
  const rows = (values: readonly (number | null)[]) =>
    mask ? values.filter((_, row) => mask[row] === 1) : values;
  return countPairs(rows(valuesOf(dataset, first, map)), rows(valuesOf(dataset, second, map)));
}

function valuesOf(dataset: Dataset, name: string, map: ValueMap): readonly (number | null)[] {
  const variable = variableNamed(dataset.codebook, name);
  // The ends of a number line are not in the codebook: a number stands for itself.
  if (isNumeric(variable))
    return Array.from(dataset.numbers(name), (place) => (Number.isNaN(place) ? null : place));
  const meaning = valuePerByte(variable, map);
  return Array.from(dataset.column(name), (byte) => meaning[byte] ?? null);
}

function valuePerByte(variable: Variable, map: ValueMap): readonly (number | null)[] {
  const values = variable.categories.map(({ value, missing }) => (missing === null ? value : null));
  const known = values.filter((value) => value !== null);
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  if (map === 'asIs' || highest === lowest) return values;
  return values.map((value) => (value === null ? null : (100 * (value - lowest)) / (highest - lowest)));
}

/** The gap scores of one need; `rank` is filled in when all needs are known. Null without a discrepancy declared, or when it is not asked. */
export function discrepancyOf(need: Need, dataset: Dataset, mask: Mask): Discrepancy | null {
  if (!need.discrepancy) return null;
  const { importance, ability, values } = need.discrepancy;
  const { position } = dataset.codebook;
  if (!position.has(importance) || !position.has(ability)) return null;
  const pairs = pairsOf(dataset, importance, ability, values, mask);
  const borich = weightedDiscrepancy(pairs);
  // Before → after reads ability → importance, so that a positive difference is a gap.
  const paired = pairedDifference(swapPairs(pairs));
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
  };
}
