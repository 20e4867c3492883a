// The group's order as people get to see it: Borda's count, in which a need has no place while too few have an opinion on it.
// One single opinion could otherwise put a need first.
import { competitionRanks } from '../statistics/competition-rank.ts';
import type { Ballot } from './ballot.ts';
import { type BordaLine, borda } from './borda.ts';
import { FEWEST_BALLOTS } from './fewest.ts';

/** Whether three ballots or more have an opinion on each item; leaving it unranked is one. */
export function enoughOpinions(ballots: readonly Ballot[], items: readonly string[]): readonly boolean[] {
  return items.map(
    (item) => ballots.filter(({ noOpinion }) => !noOpinion.includes(item)).length >= FEWEST_BALLOTS,
  );
}

/**
 * Borda's count without a score or a place for items on which fewer than three ballots have an opinion. What was said of
 * them beside the others still counts for the others.
 *
 * @returns a line per item in the order of `items`, or null without ballots
 * @throws RangeError when a ballot holds an item twice
 * @example placedBorda([{ tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b'])?.[0]?.place // null: one opinion
 */
export function placedBorda(
  ballots: readonly Ballot[],
  items: readonly string[],
): readonly BordaLine[] | null {
  const lines = borda(ballots, items);
  if (lines === null) return null;
  const enough = enoughOpinions(ballots, items);
  const places = competitionRanks(lines.map(({ score100 }, index) => (enough[index] ? score100 : null)));
  return lines.map((line, index) =>
    enough[index]
      ? { ...line, place: places[index] ?? null }
      : { ...line, points: null, meanPlace: null, score100: null, place: null },
  );
}
