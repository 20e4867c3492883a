/** The 0-10 question "would you recommend this": promoters minus detractors. */
import { type Interval, Z_95 } from './wilson-interval.ts';

export interface RecommendScore {
  /** Answers. */
  readonly base: number;
  /** Ratings 9 and 10. */
  readonly promoters: number;
  /** Ratings 7 and 8. */
  readonly passives: number;
  /** Ratings 0 to 6. */
  readonly detractors: number;
  /** Percentage promoters minus percentage detractors, -100 to 100. */
  readonly estimate: number;
  readonly standardError: number;
  /** Normal interval, 95 %, not cut off at -100 and 100. */
  readonly interval: Interval;
}

/**
 * Recommendation score, 100 x (promoters - detractors) / base, with the standard error of a
 * difference of two shares of one sample: sqrt((p + d - (p - d)^2) / n).
 *
 * @param counts how often each rating was given, from 0 to 10
 * @returns in points, or null when nobody answered
 * @throws RangeError when there are not eleven counts or one is negative
 * @example recommendScore([0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 2])?.estimate // 25
 */
export function recommendScore(counts: readonly number[]): RecommendScore | null {
  if (counts.length !== 11 || counts.some((count) => !(count >= 0))) {
    throw new RangeError('A recommendation score needs eleven counts, for the ratings 0 to 10');
  }
  const between = (from: number, to: number) =>
    counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  const [detractors, passives, promoters] = [between(0, 6), between(7, 8), between(9, 10)];
  const base = detractors + passives + promoters;
  if (base === 0) return null;
  const difference = (promoters - detractors) / base;
  const standardError = 100 * Math.sqrt(((promoters + detractors) / base - difference ** 2) / base);
  const estimate = 100 * difference;
  const interval = { lower: estimate - Z_95 * standardError, upper: estimate + Z_95 * standardError };
  return { base, promoters, passives, detractors, estimate, standardError, interval };
}
