// Indicators that read a scale: where its mean answer lies, and how many rate their ability below the importance.
import { variableNamed } from '../../surveys/codebook.ts';
import type { GapDefinition, MeanDefinition, Selection } from '../../surveys/needs-catalogue.ts';
import type { MissingReason } from '../../surveys/questionnaire.ts';
import type { Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import { noneMissing, type Share } from '../figure.ts';
import { countCodes, placesOfBytes } from '../library-counts.ts';
import type { RowCodes } from '../row-codes.ts';
import { canCount, selectRows } from '../selected-rows.ts';
import { shareOf } from '../share.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { shareOfCodes } from '../tabulate.ts';
import { clusterInterval, clusterVariance } from './cluster-variance.ts';
import { combinationsOf } from './combinations.ts';
import type { MeasuredIndicator, Sample } from './indicators.ts';
import { sameScale, valuePerByte } from './ratings.ts';

/** Rows of a share: 0 outside the base, 1 in it, 2 counted. */
export const shareWorth = new Float64Array(256).fill(Number.NaN);
shareWorth[1] = 0;
shareWorth[2] = 1;

/** The mean answer as a place on its scale; null when the question is not asked, or has no values. */
export function measureMean(dataset: Dataset, definition: MeanDefinition): MeasuredIndicator | null {
  const { variable: name, lowIsNeed, where } = definition;
  const asked = isAsked(dataset, where) && dataset.codebook.position.has(name);
  if (!asked) return null;
  const variable = variableNamed(dataset.codebook, name);
  const values = valuePerByte(variable, 'percent');
  if (values.filter((value) => value !== null).length < 2) return null;
  const worth = new Float64Array(256).fill(Number.NaN);
  for (const [place, value] of values.entries()) {
    if (value !== null) worth[place] = lowIsNeed ? 1 - value / 100 : value / 100;
  }
  const [column, placeOf] = [dataset.column(name), placesOfBytes(variable)];
  // Places as counts have them: categories, skipped, not shown.
  const notShown = variable.categories.length + 1;
  const fill: RowCodes['fill'] = (codes, from) => {
    for (let row = 0; row < codes.length; row += 1)
      codes[row] = placeOf[column[from + row] as number] as number;
  };
  const codes: RowCodes = {
    key: `mean ${JSON.stringify([name, lowIsNeed, where])}`,
    width: notShown + 1,
    fill: limited(fill, dataset, where, notShown),
  };
  const sample = { dataset, codes, worth };
  return { share: meanOf(sample, variable), sample };
}

/** A mean as a figure: no count, the base, and the mean between 0 and 1 with libraries as clusters in its interval. */
function meanOf(sample: Sample, { categories }: Variable): Share {
  const { totals, width } = countCodes(sample.dataset, sample.codes, null);
  const missing: Record<MissingReason, number> = {
    ...noneMissing,
    skipped: totals[width - 2] as number,
    notShown: totals[width - 1] as number,
  };
  let [sum, base] = [0, 0];
  for (const [place, { missing: reason }] of categories.entries()) {
    const count = totals[place] as number;
    const worth = sample.worth[place] as number;
    if (!Number.isNaN(worth)) {
      sum += worth * count;
      base += count;
    } else if (reason !== null) missing[reason] += count;
  }
  const estimate = base === 0 ? null : sum / base;
  return {
    ...shareOf(0, 0, { missing }),
    count: null,
    base,
    estimate,
    interval: estimate === null ? null : meanInterval(sample, estimate, base),
    method: 'mean',
  };
}

/** Where nobody differs, as wide as that of a share with this mean: a scale from 0 to 1 varies no more (docs/rules.md, Intervals). */
function meanInterval(sample: Sample, mean: number, base: number): Share['interval'] {
  const combinations = combinationsOf(sample.dataset, [sample]);
  const known = clusterVariance(combinations, [sample.worth.map((value) => (value - mean) / base)]);
  if (!known) return null;
  const { clusters } = known;
  return clusterInterval(mean, [known]) ?? wilsonInterval(Math.min(1, mean) * clusters, clusters);
}

/** Who rated both, and whose ability is below the importance; null when not asked, or on scales that are not alike. */
export function measureGap(dataset: Dataset, definition: GapDefinition): MeasuredIndicator | null {
  const { importance, ability, where } = definition;
  const { codebook } = dataset;
  const asked = isAsked(dataset, where) && [importance, ability].every((name) => codebook.position.has(name));
  if (!asked) return null;
  const [matters, able] = [variableNamed(codebook, importance), variableNamed(codebook, ability)];
  if (!sameScale(matters, able)) return null;
  const [first, second] = [valuePerByte(matters, 'asIs'), valuePerByte(able, 'asIs')];
  const [one, other] = [dataset.column(importance), dataset.column(ability)];
  const fill: RowCodes['fill'] = (codes, from) => {
    for (let row = 0; row < codes.length; row += 1) {
      const [wanted, known] = [
        first[one[from + row] as number] ?? null,
        second[other[from + row] as number] ?? null,
      ];
      codes[row] = wanted === null || known === null ? 0 : known < wanted ? 2 : 1;
    }
  };
  const codes: RowCodes = {
    key: `gap ${JSON.stringify([importance, ability, where])}`,
    width: 3,
    fill: limited(fill, dataset, where, 0),
  };
  return {
    share: shareOfCodes(countCodes(dataset, codes, null)),
    sample: { dataset, codes, worth: shareWorth },
  };
}

/** The same codes, those outside a condition set to `outside`. */
function limited(
  fill: RowCodes['fill'],
  dataset: Dataset,
  where: readonly Selection[],
  outside: number,
): RowCodes['fill'] {
  if (where.length === 0) return fill;
  return (codes, from) => {
    fill(codes, from);
    for (const selection of where) {
      const chosen = selectRows(dataset, selection, new Uint8Array(codes.length), from);
      for (let row = 0; row < codes.length; row += 1) if (chosen[row] !== 2) codes[row] = outside;
    }
  };
}

function isAsked(dataset: Dataset, where: readonly Selection[]): boolean {
  return canCount(dataset, { any: [], where: [...where] });
}
