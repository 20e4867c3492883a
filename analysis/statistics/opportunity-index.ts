/** The opportunity index: what matters counts, and what falls short of it counts once more. */
import type { PairCounts } from './pair-counts.ts';

export interface OpportunityIndex {
  /** Persons who rated both. */
  readonly base: number;
  /** On 1-5 scales between 1 and 9, higher is a greater opportunity; null when nobody rated both. */
  readonly estimate: number | null;
}

/**
 * Mean over persons of importance + max(0, importance - satisfaction). Taken per person, so that those who are
 * served too well do not make up for those who are served too little.
 * Source: Ulwick 2005, What Customers Want; per respondent as in Counting Opinions' LibSat.
 *
 * @param counts from `countPairs(importance, satisfaction)`; who lacks either is left out
 * @example opportunityIndex(countPairs([5, 3], [3, 4])).estimate // (7 + 3) / 2 = 5
 */
export function opportunityIndex({ pairs, base }: PairCounts): OpportunityIndex {
  if (base === 0) return { base, estimate: null };
  const sum = pairs.reduce(
    (total, { first, second, count }) => total + count * (first + Math.max(0, first - second)),
    0,
  );
  return { base, estimate: sum / base };
}
