// Everything that is worked out of the ballots about one list of needs, made once: the group's order and what is told
// about its firmness come from the same redraws and the same shuffles.
import type { Random } from '../statistics/seeded-random.ts';
import { type Ballot, places } from './ballot.ts';
import { bootstrapOrder, type PanelBootstrap } from './bootstrap.ts';
import type { BordaLine } from './borda.ts';
import { FEWEST_FOR_SPREAD } from './fewest.ts';
import { type KendallsW, kendallsW } from './kendalls-w.ts';
import { leaveOneOut, type PlaceRange } from './leave-one-out.ts';
import { enoughOpinions, placedBorda } from './placed-borda.ts';
import { type PlaceSpread, placeSpread } from './spread.ts';

/** In the order of the needs; what five ballots are needed for is null with fewer. */
export interface ListFigures {
  readonly scores: readonly BordaLine[];
  readonly spread: readonly PlaceSpread[] | null;
  readonly without: readonly PlaceRange[] | null;
  readonly redrawn: PanelBootstrap | null;
  readonly agreement: KendallsW;
}

/**
 * The figures of one list.
 *
 * @param random for more than nine ballots and for a large permutation test, always in the same order
 * @throws RangeError when a ballot holds a need twice
 * @example listFigures(ballots, ['N1', 'N2'], seededRandom(1)).scores[0]?.meanPlace // 1.4
 */
export function listFigures(
  ballots: readonly Ballot[],
  needs: readonly string[],
  random: Random,
): ListFigures {
  const enough = ballots.length >= FEWEST_FOR_SPREAD;
  const sorted = byContent(ballots, needs);
  return {
    scores: placedBorda(sorted, needs) ?? [],
    spread: enough ? placeSpread(sorted, needs) : null,
    without: enough ? leaveOneOut(sorted, needs, placedBorda) : null,
    redrawn: enough ? bootstrapOrder(sorted, needs, { random, placed: enoughOpinions(sorted, needs) }) : null,
    agreement: kendallsW(sorted, needs, random),
  };
}

/** Sorted by what they say, so that random redraws and shuffles do not depend on who is listed first. */
function byContent(ballots: readonly Ballot[], needs: readonly string[]): readonly Ballot[] {
  return ballots
    .map((ballot) => ({ ballot, said: places(ballot, needs).join() }))
    .sort((one, other) => (one.said < other.said ? -1 : Number(one.said > other.said)))
    .map(({ ballot }) => ballot);
}
