// Indicators that read a scale: where its mean answer lies, and how many rate their ability below the importance.
import { variableNamed } from '../../surveys/codebook.ts';
import type { GapDefinition, MeanDefinition, Selection } from '../../surveys/needs-catalogue.ts';
import { notShownByte, reasonOfByte } from '../../surveys/response-document.ts';
import type { Dataset } from '../dataset.ts';
import { noneMissing, type Share } from '../figure.ts';
import { shareOf } from '../share.ts';
import { Z_95 } from '../statistics/wilson-interval.ts';
import { canCount, selectRows, shareOfRows } from '../tabulate.ts';
import { clusterVariance } from './cluster-variance.ts';
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
  for (const [byte, value] of values.entries()) {
    if (value !== null) worth[byte] = lowIsNeed ? 1 - value / 100 : value / 100;
  }
  const rows = limited(dataset.column(name).slice(), dataset, where);
  const sample = { dataset, rows, worth };
  return { share: meanOf(sample, (byte) => reasonOfByte(variable, byte)), sample };
}

/** A mean as a figure: no count, the base, and the mean between 0 and 1 with libraries as clusters in its interval. */
function meanOf(sample: Sample, reasonOf: (byte: number) => keyof typeof noneMissing | null): Share {
  const counts = new Uint32Array(256);
  for (const byte of sample.rows) counts[byte] = (counts[byte] as number) + 1;
  const missing = { ...noneMissing };
  let [sum, base] = [0, 0];
  for (const [byte, count] of counts.entries()) {
    const worth = sample.worth[byte] as number;
    const reason = reasonOf(byte);
    if (!Number.isNaN(worth)) {
      sum += worth * count;
      base += count;
    } else if (reason !== null && count > 0) missing[reason] += count;
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

function meanInterval({ dataset, rows, worth }: Sample, mean: number, base: number): Share['interval'] {
  const influence = new Float64Array(dataset.size);
  for (const [row, byte] of rows.entries()) {
    const value = worth[byte] as number;
    if (!Number.isNaN(value)) influence[row] = (value - mean) / base;
  }
  const half = Z_95 * Math.sqrt(clusterVariance(dataset, influence));
  return { lower: Math.max(0, mean - half), upper: Math.min(1, mean + half) };
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
  const rows = new Uint8Array(dataset.size);
  for (let row = 0; row < rows.length; row += 1) {
    const [wanted, known] = [first[one[row] as number] ?? null, second[other[row] as number] ?? null];
    if (wanted !== null && known !== null) rows[row] = known < wanted ? 2 : 1;
  }
  limited(rows, dataset, where, 0);
  return { share: shareOfRows(dataset, rows), sample: { dataset, rows, worth: shareWorth } };
}

/** The rows, those outside a condition set to `outside`. */
function limited(
  rows: Uint8Array,
  dataset: Dataset,
  where: readonly Selection[],
  outside = notShownByte,
): Uint8Array {
  for (const selection of where) {
    const chosen = selectRows(dataset, selection);
    for (let row = 0; row < rows.length; row += 1) if (chosen[row] !== 2) rows[row] = outside;
  }
  return rows;
}

function isAsked(dataset: Dataset, where: readonly Selection[]): boolean {
  return canCount(dataset, { any: [], where: [...where] });
}
