/** Places in a ranking, as in sport: equal scores share a place and the next place is skipped (1, 2, 2, 4). */

/** Scores closer than this are equal; they are computed along different roads. */
export const SAME_SCORE = 1e-9;

/**
 * Competition ranks, highest score first.
 *
 * @param scores null for what cannot be placed
 * @returns places in the order of the scores, from 1; null where the score is null
 * @throws RangeError when a score is not a number
 * @example competitionRanks([80, 72.5, null, 72.5, 10]) // [1, 2, null, 2, 4]
 */
export function competitionRanks(scores: readonly (number | null)[]): readonly (number | null)[] {
  if (scores.some((score) => Number.isNaN(score)))
    throw new RangeError('A score to rank is a number or null');
  const order = scores
    .map((score, index) => ({ score, index }))
    .filter((entry): entry is { score: number; index: number } => entry.score !== null)
    .sort((a, b) => b.score - a.score);
  const places: (number | null)[] = scores.map(() => null);
  let previous = Infinity;
  let place = 0;
  for (const [position, { score, index }] of order.entries()) {
    if (!(Math.abs(previous - score) <= SAME_SCORE)) place = position + 1;
    previous = score;
    places[index] = place;
  }
  return places;
}
