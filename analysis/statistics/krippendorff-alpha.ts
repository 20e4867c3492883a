/** Krippendorff's alpha: agreement of two or more coders, with gaps, on codes of any level of measurement. */

/** How far two values lie apart: any two codes alike, by rank, by distance, or by distance relative to their sum. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** 0.80 and more is firm, from 0.667 tentative, less asks for a better codebook (Krippendorff 2011). */
export type AlphaReading = 'firm' | 'tentative' | 'low';

export interface KrippendorffAlpha {
  /** Units with two or more values; the others say nothing about agreement. */
  readonly units: number;
  /** Values in those units. */
  readonly values: number;
  /** 1 is perfect, 0 chance, below 0 worse than chance; null when all values are the same or no unit has two. */
  readonly estimate: number | null;
  readonly reading: AlphaReading | null;
}

const FIRM_FROM = 0.8;
const TENTATIVE_FROM = 0.667;

/**
 * Krippendorff's alpha, 1 - (observed / expected disagreement), over the coincidences of values within units.
 * As R: `irr::kripp.alpha`. Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 * Coders times units, plus the number of different values squared.
 *
 * @param coders per coder a value for every unit, null where the coder gave none; a code in words is a number per word
 * @throws RangeError when coders differ in length, or a value is negative on a ratio scale
 * @example krippendorffAlpha([[1, 2, 1], [1, 2, 2]], 'nominal').estimate // 0.444...
 */
export function krippendorffAlpha(
  coders: readonly (readonly (number | null)[])[],
  metric: AlphaMetric,
): KrippendorffAlpha {
  const units = coders[0]?.length ?? 0;
  if (coders.some((row) => row.length !== units))
    throw new RangeError('Every coder is listed for every unit');
  const scale = [...new Set(coders.flat())].filter((value) => value !== null).sort((a, b) => a - b);
  if (metric === 'ratio' && (scale[0] ?? 0) < 0) throw new RangeError('A ratio scale begins at 0');
  const { coincidences, pairable } = coincidencesOf(coders, scale);
  const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
  const values = Math.round(totals.reduce((sum, count) => sum + count, 0));
  const apart = distanceOf(metric, scale, totals);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < scale.length; c += 1) {
    for (let k = c + 1; k < scale.length; k += 1) {
      const distance = apart(c, k);
      observed += (coincidences[c]?.[k] ?? 0) * distance;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * distance;
    }
  }
  const estimate = expected > 0 ? 1 - ((values - 1) * observed) / expected : null;
  return { units: pairable, values, estimate, reading: readAlpha(estimate) };
}

/** Pairs of values within a unit, each unit weighing as many as it has values. */
function coincidencesOf(
  coders: readonly (readonly (number | null)[])[],
  scale: readonly number[],
): { readonly coincidences: readonly (readonly number[])[]; readonly pairable: number } {
  const positions = new Map(scale.map((value, index) => [value, index]));
  const coincidences = scale.map(() => scale.map(() => 0));
  let pairable = 0;
  for (const unit of (coders[0] ?? []).keys()) {
    const given = coders.flatMap((row) => positions.get(row[unit] ?? Number.NaN) ?? []);
    if (given.length < 2) continue;
    pairable += 1;
    for (const [coder, c] of given.entries()) {
      const row = coincidences[c] ?? [];
      for (const [other, k] of given.entries()) {
        if (coder !== other) row[k] = (row[k] ?? 0) + 1 / (given.length - 1);
      }
    }
  }
  return { coincidences, pairable };
}

/** Squared distance between two values by their positions on the scale, the first one lower. */
function distanceOf(
  metric: AlphaMetric,
  scale: readonly number[],
  totals: readonly number[],
): (low: number, high: number) => number {
  const upTo: number[] = [];
  for (const total of totals) upTo.push((upTo.at(-1) ?? 0) + total);
  return (low, high) => {
    const [a = 0, b = 0] = [scale[low], scale[high]];
    switch (metric) {
      case 'nominal':
        return 1;
      case 'ordinal': {
        const ends = ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2;
        return ((upTo[high] ?? 0) - (upTo[low - 1] ?? 0) - ends) ** 2;
      }
      case 'interval':
        return (b - a) ** 2;
      case 'ratio':
        return ((b - a) / (b + a)) ** 2;
    }
  };
}

function readAlpha(estimate: number | null): AlphaReading | null {
  if (estimate === null) return null;
  if (estimate >= FIRM_FROM) return 'firm';
  return estimate >= TENTATIVE_FROM ? 'tentative' : 'low';
}
