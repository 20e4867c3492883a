// How scores are made of indicators, apart from what the indicators say: so that the same needs can be scored again with
// other estimates (another sample of libraries) or other weights of the sources.
import type { EvidenceKind, NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { IndicatorInput, MeasuredIndicator } from './indicators.ts';
import { measureIndicator } from './indicators.ts';

/** One need's sources, each with the places of its indicators among the estimates. */
export interface PlannedNeed {
  readonly code: string;
  readonly parent: string | null;
  readonly sources: readonly { readonly kind: EvidenceKind; readonly indicators: readonly number[] }[];
}

export interface ScorePlan {
  readonly needs: readonly PlannedNeed[];
  readonly indicators: readonly MeasuredIndicator[];
  /** Per indicator, 0-1; NaN where there is none. */
  readonly estimates: Float64Array;
}

/** Every indicator of the catalogue measured, and which need it counts for. */
export function planScores(catalogue: NeedsCatalogue, input: IndicatorInput): ScorePlan {
  const indicators: MeasuredIndicator[] = [];
  const needs = catalogue.needs.map((need): PlannedNeed => {
    const perKind = new Map<EvidenceKind, number[]>();
    for (const indicator of need.indicators) {
      const measured = measureIndicator(indicator, need.code, input);
      if (!measured) continue;
      const places = perKind.get(indicator.source) ?? [];
      perKind.set(indicator.source, places);
      places.push(indicators.length);
      indicators.push(measured);
    }
    const sources = [...perKind].map(([kind, places]) => ({ kind, indicators: places }));
    return { code: need.code, parent: need.parent, sources };
  });
  const estimates = Float64Array.from(indicators, ({ share }) => share.estimate ?? Number.NaN);
  return { needs, indicators, estimates };
}

/** How much a kind of source counts, 0 or more; 0 leaves it out. */
export type SourceWeight = (kind: EvidenceKind) => number;
export const equalWeight: SourceWeight = () => 1;

/**
 * The evidence score, 0-100: weighted mean over the kinds of source that gave a figure, each the mean of its
 * indicators. A kind this need lacks leaves its weight to the others. Null where nothing counts.
 */
export function scoreOf(
  { sources }: PlannedNeed,
  estimates: Float64Array,
  weightOf: SourceWeight = equalWeight,
): number | null {
  let [sum, weights] = [0, 0];
  for (const { kind, indicators } of sources) {
    let [own, counted] = [0, 0];
    for (const place of indicators) {
      const estimate = estimates[place] as number;
      if (Number.isNaN(estimate)) continue;
      own += estimate;
      counted += 1;
    }
    const weight = weightOf(kind);
    if (counted === 0 || weight === 0) continue;
    sum += (weight * own) / counted;
    weights += weight;
  }
  return weights === 0 ? null : (100 * sum) / weights;
}
