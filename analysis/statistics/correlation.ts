/** Do two numbers or two scales go up together? */
import { studentTwoSided } from './distributions.ts';
import { midRanks } from './mid-ranks.ts';
import type { PairCounts } from './pair-counts.ts';
import { type Interval, Z_95 } from './wilson-interval.ts';

export interface Correlation {
  /** Persons with both values. */
  readonly base: number;
  /** -1 to 1. */
  readonly estimate: number;
  /** Null where the correlation is 1 or -1, or on fewer than three persons. */
  readonly t: number | null;
  readonly degreesOfFreedom: number;
  readonly p: number | null;
  /** Fisher's z, 95 %; null on fewer than four persons or where the correlation is 1 or -1. */
  readonly interval: Interval | null;
}

/**
 * Pearson's correlation, of values whose distances mean something.
 * As R: `cor.test(x, y)`. Source: Pearson 1896; interval: Fisher 1921, Metron 1.
 *
 * @param counts from `countPairs(x, y)`
 * @returns null when one of the two never varies
 * @example pearson(countPairs([1, 2, 3], [1, 2, 4]))?.estimate // 0.9819...
 */
export function pearson(counts: PairCounts): Correlation | null {
  const { pairs, base } = counts;
  const mean = (side: 'first' | 'second') =>
    pairs.reduce((sum, pair) => sum + pair.count * pair[side], 0) / base;
  const [x, y] = [mean('first'), mean('second')];
  let [across, ofX, ofY] = [0, 0, 0];
  for (const { first, second, count } of pairs) {
    across += count * (first - x) * (second - y);
    ofX += count * (first - x) ** 2;
    ofY += count * (second - y) ** 2;
  }
  if (!(ofX > 0 && ofY > 0)) return null;
  const estimate = Math.max(-1, Math.min(1, across / Math.sqrt(ofX * ofY)));
  const degreesOfFreedom = base - 2;
  const loose = degreesOfFreedom > 0 && Math.abs(estimate) < 1;
  const t = loose ? estimate * Math.sqrt(degreesOfFreedom / (1 - estimate ** 2)) : null;
  return {
    base,
    estimate,
    t,
    degreesOfFreedom,
    p: t === null ? null : studentTwoSided(t, degreesOfFreedom),
    interval: loose && base > 3 ? fisherInterval(estimate, base) : null,
  };
}

/**
 * Spearman's correlation, of values of which only the order counts: Pearson's of the mid-ranks.
 * As R: `cor.test(x, y, method = "spearman", exact = FALSE)`; the interval is that of Fisher's z, an approximation.
 * Source: Spearman 1904, American Journal of Psychology 15.
 *
 * @param counts from `countPairs(x, y)`
 * @returns null when one of the two never varies
 * @example spearman(countPairs([1, 2, 3], [1, 2, 40]))?.estimate // 1
 */
export function spearman(counts: PairCounts): Correlation | null {
  const [first, second] = [ranksOf(counts, 'first'), ranksOf(counts, 'second')];
  const pairs = counts.pairs.map((pair) => ({
    first: first.get(pair.first) ?? Number.NaN,
    second: second.get(pair.second) ?? Number.NaN,
    count: pair.count,
  }));
  return pearson({ ...counts, pairs });
}

function ranksOf({ pairs }: PairCounts, side: 'first' | 'second'): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const pair of pairs) totals.set(pair[side], (totals.get(pair[side]) ?? 0) + pair.count);
  const values = [...totals.keys()].sort((one, other) => one - other);
  const { ranks } = midRanks(values.map((value) => totals.get(value) ?? 0));
  return new Map(values.map((value, place) => [value, ranks[place] ?? Number.NaN]));
}

function fisherInterval(estimate: number, base: number): Interval {
  const half = Z_95 / Math.sqrt(base - 3);
  return {
    lower: Math.tanh(Math.atanh(estimate) - half),
    upper: Math.tanh(Math.atanh(estimate) + half),
  };
}
