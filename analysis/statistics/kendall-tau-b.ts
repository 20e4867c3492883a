/** Kendall's tau-b: do two orderings or two scales go together? */
import { normalTwoSided } from './distributions.ts';
import type { PairCounts } from './pair-counts.ts';

export interface KendallTauB {
  /** Persons or items with both values. */
  readonly base: number;
  /** -1 (opposite) to 1 (the same); null when one of the two never varies. */
  readonly estimate: number | null;
  /** Normal approximation with tie correction; null where the estimate is, and on fewer than three. */
  readonly z: number | null;
  readonly p: number | null;
}

/**
 * Kendall's tau-b, (concordant - discordant) / sqrt((n0 - tx)(n0 - ty)); pairs tied on both count in each.
 * As R: `cor.test(x, y, method = "kendall", exact = FALSE)`. Source: Kendall 1945, Biometrika 33.
 * Works on distinct combinations, so the cost depends on the scales and not on the number of persons.
 *
 * @param counts from `countPairs(x, y)`
 * @example kendallTauB(countPairs([1, 2, 3], [1, 3, 2])).estimate // 0.333...
 */
export function kendallTauB(counts: PairCounts): KendallTauB {
  const { pairs, base } = counts;
  let score = 0;
  for (const [index, a] of pairs.entries()) {
    for (const b of pairs.slice(index + 1)) {
      score += a.count * b.count * Math.sign(a.first - b.first) * Math.sign(a.second - b.second);
    }
  }
  const [first, second] = [totalsOf(counts, 'first'), totalsOf(counts, 'second')];
  const all = pairsWithin(base);
  const varyingFirst = all - sumOver(first, pairsWithin);
  const varyingSecond = all - sumOver(second, pairsWithin);
  if (varyingFirst <= 0 || varyingSecond <= 0) return { base, estimate: null, z: null, p: null };
  const z = base < 3 ? null : score / Math.sqrt(varianceOfScore(base, first, second));
  return {
    base,
    estimate: score / Math.sqrt(varyingFirst * varyingSecond),
    z,
    p: z === null ? null : normalTwoSided(z),
  };
}

/** Variance of concordant less discordant pairs when nothing goes together (Kendall 1970, Rank Correlation Methods). */
function varianceOfScore(base: number, first: readonly number[], second: readonly number[]): number {
  const spread = (count: number) => count * (count - 1) * (2 * count + 5);
  const triples = (count: number) => count * (count - 1) * (count - 2);
  return (
    (spread(base) - sumOver(first, spread) - sumOver(second, spread)) / 18 +
    (2 * sumOver(first, pairsWithin) * sumOver(second, pairsWithin)) / (base * (base - 1)) +
    (sumOver(first, triples) * sumOver(second, triples)) / (9 * triples(base))
  );
}

function totalsOf({ pairs }: PairCounts, side: 'first' | 'second'): readonly number[] {
  const totals = new Map<number, number>();
  for (const pair of pairs) totals.set(pair[side], (totals.get(pair[side]) ?? 0) + pair.count);
  return [...totals.values()];
}

function sumOver(totals: readonly number[], of: (count: number) => number): number {
  return totals.reduce((sum, total) => sum + of(total), 0);
}

function pairsWithin(count: number): number {
  return (count * (count - 1)) / 2;
}
