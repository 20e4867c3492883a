// Counts → a share as a figure, with everything that must travel with it.
import { type MissingCounts, noneMissing, type Share, type Unit } from './figure.ts';
import { countedShare } from './statistics/counted-share.ts';

export interface ShareOptions {
  readonly missing?: MissingCounts | undefined;
  readonly unit?: Unit;
}

/** A share of people, libraries or remarks with its Wilson 95 % interval; estimate and interval null on an empty base. */
export function shareOf(count: number, base: number, options: ShareOptions = {}): Share {
  return {
    ...countedShare(count, base),
    missing: options.missing ?? noneMissing,
    unit: options.unit ?? 'respondents',
    method: 'wilson',
    openness: 'full',
  };
}

/** A share of everything there is (tickets, interviews, remarks): a count of all, so without an interval. */
export function shareOfAll(count: number, base: number, unit: Unit): Share {
  return { ...shareOf(count, base, { unit }), interval: null, method: 'countOfAll' };
}
