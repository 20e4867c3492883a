// Counts → a share as a figure, with everything that must travel with it.
import { type MissingCounts, noneMissing, type Share, type Unit } from './figure.ts';
import { type ClusterSums, clusterShare } from './statistics/cluster-share.ts';
import { countedShare } from './statistics/counted-share.ts';

export interface ShareOptions {
  readonly missing?: MissingCounts | undefined;
  readonly unit?: Unit;
  /** Where several people answer for one library; null or left out: everybody speaks for themselves. */
  readonly clusters?: ClusterSums | null;
}

/**
 * A share of people, libraries or remarks with its Wilson 95 % interval, at the effective base where libraries sent
 * several answers (docs/rules.md, Intervals); estimate and interval null on an empty base.
 */
export function shareOf(count: number, base: number, options: ShareOptions = {}): Share {
  const effectiveBase = options.clusters ? clusterShare(options.clusters).effectiveBase : null;
  return {
    ...countedShare(count, base, effectiveBase === null ? {} : { effectiveBase }),
    missing: options.missing ?? noneMissing,
    unit: options.unit ?? 'respondents',
    method: effectiveBase === null ? 'wilson' : 'clusteredWilson',
    openness: 'full',
  };
}

/** A share of everything there is (tickets, interviews, remarks): a count of all, so without an interval. */
export function shareOfAll(count: number, base: number, unit: Unit): Share {
  return { ...shareOf(count, base, { unit }), interval: null, method: 'countOfAll' };
}
