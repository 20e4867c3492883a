/** Kendall's tau-b: do two orderings or two scales go together? */
import type { PairCounts } from './pair-counts.ts';

export interface KendallTauB {
  /** Persons or items with both values. */
  readonly base: number;
  /** -1 (opposite) to 1 (the same); null when one of the two never varies. */
  readonly estimate: number | null;
}

/**
 * Kendall's tau-b, (concordant - discordant) / sqrt((n0 - tx)(n0 - ty)); pairs tied on both count in each.
 * As R: `cor(x, y, method = "kendall")`. Source: Kendall 1945.
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
  const all = pairsWithin(base);
  const varyingFirst = all - tied(counts, 'first');
  const varyingSecond = all - tied(counts, 'second');
  if (varyingFirst <= 0 || varyingSecond <= 0) return { base, estimate: null };
  return { base, estimate: score / Math.sqrt(varyingFirst * varyingSecond) };
}

function tied({ pairs }: PairCounts, side: 'first' | 'second'): number {
  const totals = new Map<number, number>();
  for (const pair of pairs) totals.set(pair[side], (totals.get(pair[side]) ?? 0) + pair.count);
  return [...totals.values()].reduce((sum, count) => sum + pairsWithin(count), 0);
}

function pairsWithin(count: number): number {
  return (count * (count - 1)) / 2;
}
