/** Leik's D: how divided answers on an ordered scale are, whatever their mean. */

/**
 * Ordinal dispersion D: 0 when everybody gives the same answer, 1 when half stand at each end.
 * Cumulative shares F_k, d_k = F_k under one half and 1 - F_k above it, D = 2 sum(d_k) / (K - 1).
 * Source: Leik 1966, Sociometry 29.
 *
 * @param counts per point of the scale, in its order; points nobody chose included
 * @returns between 0 and 1, or null without answers or with fewer than two points
 * @throws RangeError when a count is negative
 * @example leikD([4, 0, 0, 0, 4]) // 1
 */
export function leikD(counts: readonly number[]): number | null {
  if (counts.some((count) => !(count >= 0))) throw new RangeError('A count is 0 or more');
  const base = counts.reduce((sum, count) => sum + count, 0);
  if (base === 0 || counts.length < 2) return null;
  let passed = 0;
  let distance = 0;
  for (const count of counts.slice(0, -1)) {
    passed += count;
    distance += Math.min(passed, base - passed) / base;
  }
  return (2 * distance) / (counts.length - 1);
}
