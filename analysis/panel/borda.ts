/** The group order of a panel: Borda's count, shown as the mean place on everyone's list. */
import { competitionRanks } from '../statistics/competition-rank.ts';
import { type Ballot, placeReader } from './ballot.ts';

export interface BordaLine {
  readonly item: string;
  /** Sum over members of (items - place); null as soon as one member has no opinion on some item. */
  readonly points: number | null;
  /** Mean place, 1 is first. With missing opinions the place that fits the share of comparisons won. */
  readonly meanPlace: number | null;
  /** 0 (last on every ballot) to 100 (first on every ballot). */
  readonly score100: number | null;
  /** Comparisons with other items that exist, over all members. */
  readonly comparisons: number;
  /** Place in the group order, equal scores share it; null when nobody compared the item. */
  readonly place: number | null;
}

/** What one ballot adds: wins with ties as a half, and comparisons, per item. */
export interface BallotTally {
  readonly won: readonly number[];
  readonly compared: readonly number[];
}

/**
 * Borda count with averaged ties. Unranked items share the last places. The score is the share of
 * comparisons won, (wins + ties / 2) / comparisons, which equals (points / members) / (items - 1) as long
 * as nobody has "no opinion", and otherwise leaves those comparisons out. Linear in ballots times items.
 * Source: Borda 1784, with the mean of the places a tie covers.
 *
 * @param items the list that was ordered
 * @returns a line per item in the order of `items`, or null without ballots
 * @throws RangeError when a ballot holds an item twice
 * @example borda([{ tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b'])?.[0]?.score100 // 100
 */
export function borda(ballots: readonly Ballot[], items: readonly string[]): readonly BordaLine[] | null {
  if (ballots.length === 0) return null;
  const read = placeReader(items);
  const row = new Float64Array(items.length);
  const won = items.map(() => 0);
  const compared = items.map(() => 0);
  const opponents = items.length - 1;
  let complete = true;
  for (const ballot of ballots) {
    read(ballot, row);
    complete = addTally(row, won, compared) === items.length && complete;
  }
  const shares = winShares(won, compared);
  const order = competitionRanks(shares);
  return items.map((item, index) => {
    const share = shares[index] ?? null;
    return {
      item,
      points: complete ? (won[index] ?? null) : null,
      meanPlace: share === null ? null : items.length - share * opponents,
      score100: share === null ? null : 100 * share,
      comparisons: compared[index] ?? 0,
      place: order[index] ?? null,
    };
  });
}

/**
 * What one ballot adds to each item's count.
 *
 * @throws RangeError when the ballot holds an item twice
 * @example tallyBallot({ tiers: [['a'], ['b']], noOpinion: [] }, ['a', 'b']) // { won: [1, 0], compared: [1, 1] }
 */
export function tallyBallot(ballot: Ballot, items: readonly string[]): BallotTally {
  const row = new Float64Array(items.length);
  placeReader(items)(ballot, row);
  const tally = { won: items.map(() => 0), compared: items.map(() => 0) };
  addTally(row, tally.won, tally.compared);
  return tally;
}

/** Adds a row of places to running counts; gives how many items the member has an opinion on. */
function addTally(row: Float64Array, won: number[], compared: number[]): number {
  let withOpinion = 0;
  for (const place of row) if (!Number.isNaN(place)) withOpinion += 1;
  for (let index = 0; index < row.length; index += 1) {
    const place = row[index] ?? Number.NaN;
    if (Number.isNaN(place)) continue;
    // Place r of m leaves m - r items behind, a tie counting for a half.
    won[index] = (won[index] ?? 0) + withOpinion - place;
    compared[index] = (compared[index] ?? 0) + withOpinion - 1;
  }
  return withOpinion;
}

/**
 * Share of comparisons won, 0-1; null where there were none.
 *
 * @example winShares([3, 0], [4, 0]) // [0.75, null]
 */
export function winShares(won: readonly number[], compared: readonly number[]): readonly (number | null)[] {
  return won.map((wins, index) => {
    const count = compared[index] ?? 0;
    return count === 0 ? null : wins / count;
  });
}
