/** The score of an item in an open vote by pairs, in which everybody judges as many pairs as they like. */

/**
 * Chance in per cent to win from an item drawn at random, with one win and one loss added so that a new item starts
 * in the middle: 100 (wins + 1) / (wins + losses + 2), between 0 and 100.
 * Source: All Our Ideas, `compute_score` in pairwise-api; Salganik & Levy 2015. Constant time.
 *
 * @throws RangeError when a count is negative
 * @example duelScore(9, 1) // 83.33...
 */
export function duelScore(wins: number, losses: number): number {
  if (wins < 0 || losses < 0) throw new RangeError('Wins and losses are counts');
  return (100 * (wins + 1)) / (wins + losses + 2);
}
