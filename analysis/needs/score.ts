// The evidence score of a need: 0-100, the mean over the kinds of source that exist, each the mean of its
// indicators, each a share of a stated base (docs/rules.md, Needs and Panel). It orders the list until a panel has
// spoken; after that it breaks ties and raises flags.
import type { Need } from '../../surveys/needs-catalogue.ts';
import type { Dataset } from '../dataset.ts';
import { hidesIndicator } from '../disclosure/signs.ts';
import type { NeedSource } from '../results/needs.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import { type ClusterVariance, clusterInterval, clusterVariance } from './cluster-variance.ts';
import { combinationsOf } from './combinations.ts';
import { type IndicatorInput, isCrossed, type MeasuredIndicator, measureIndicator } from './indicators.ts';

export interface NeedScore {
  readonly score: number | null;
  readonly interval: Interval | null;
  readonly sources: readonly NeedSource[];
}

/**
 * The score of one need with its sources opened; sources the project lacks are left out of the mean.
 * @param background what figures may be split by: it decides which indicators readers may not see.
 */
export function scoreNeed(need: Need, input: IndicatorInput, background: readonly string[]): NeedScore {
  const measured = need.indicators.flatMap((indicator) => {
    const measure = measureIndicator(indicator, need.code, input);
    if (!measure) return [];
    const crossed = isCrossed(indicator);
    const hidden = hidesIndicator(indicator, input, background);
    return [{ kind: indicator.source, label: indicator.label, measure, crossed, hidden }];
  });
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  const sources = kinds.map((kind) => {
    const own = measured.filter((indicator) => indicator.kind === kind);
    const estimates = own.flatMap(({ measure }) => measure.share.estimate ?? []);
    return {
      kind,
      score: estimates.length === 0 ? null : 100 * mean(estimates),
      indicators: own.map(({ label, measure, crossed, hidden }) => ({
        label,
        share: measure.share,
        crossed,
        hidden,
      })),
    };
  });
  const scored = sources.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scored.length === 0) return { score: null, interval: null, sources };
  const score = mean(scored);
  const weighted = measured
    .filter(({ measure }) => measure.share.estimate !== null)
    .map(({ kind, measure }) => ({
      measure,
      weight:
        1 /
        scored.length /
        measured.filter((other) => other.kind === kind && other.measure.share.estimate !== null).length,
    }));
  return { score, interval: intervalOf(score, weighted), sources };
}

interface WeightedIndicator {
  readonly measure: MeasuredIndicator;
  readonly weight: number;
}

/**
 * Interval of the score from the sampling of respondents alone, by linearisation with libraries as clusters
 * (Binder 1983; docs/rules.md, Intervals): interviews and tickets are counted whole and add no uncertainty. Null when no
 * source is a sample, or one library answered. Where no answer differs the limits of the indicators' own intervals take
 * its place: everybody alike in a sample is not everybody.
 */
function intervalOf(score: number, indicators: readonly WeightedIndicator[]): Interval | null {
  const datasets = new Set(indicators.flatMap(({ measure }) => measure.sample?.dataset ?? []));
  if (datasets.size === 0) return null;
  const parts = [...datasets].map((dataset) => varianceOf(dataset, indicators));
  const known = parts.flatMap((part) => part ?? []);
  if (known.length < parts.length) return null;
  const interval = clusterInterval(score / 100, known) ?? limitsOf(indicators);
  return interval && { lower: 100 * interval.lower, upper: 100 * interval.upper };
}

function varianceOf(dataset: Dataset, indicators: readonly WeightedIndicator[]): ClusterVariance | null {
  const own = indicators.flatMap(({ measure: { sample, share }, weight }) =>
    sample?.dataset === dataset ? [{ sample, share, weight }] : [],
  );
  const moved = own.map(({ sample, share: { base, estimate }, weight }) =>
    sample.worth.map((value) => (weight * (value - (estimate ?? 0))) / (base ?? 1)),
  );
  const combinations = combinationsOf(
    dataset,
    own.map(({ sample }) => sample),
  );
  return clusterVariance(combinations, moved);
}

/** The score with every sampled indicator at the lower limit of its interval, and at the upper one. */
function limitsOf(indicators: readonly WeightedIndicator[]): Interval | null {
  let [lower, upper] = [0, 0];
  for (const { measure, weight } of indicators) {
    const { estimate, interval } = measure.share;
    if (estimate === null || (measure.sample && !interval)) return null;
    lower += weight * (measure.sample && interval ? interval.lower : estimate);
    upper += weight * (measure.sample && interval ? interval.upper : estimate);
  }
  return { lower, upper };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
