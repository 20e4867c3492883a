/** A ballot: how one panel member ordered a list of needs, and what can be wrong with it. */

export interface Ballot {
  /** Needs from first to last; needs in one tier are equal. A need in no tier stands below all tiers. */
  readonly tiers: readonly (readonly string[])[];
  /** Needs the member does not compare with anything; not the same as ranking them low. */
  readonly noOpinion: readonly string[];
}

export type BallotProblemKey =
  | 'panel.ballot.unknownNeed'
  | 'panel.ballot.needTwice'
  | 'panel.ballot.emptyTier';

/** A message key with its values; the words are in views/texts. */
export interface BallotProblem {
  readonly key: BallotProblemKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong with a ballot, in the order it is met; an empty list is a sound ballot.
 * An incomplete ballot is sound: what is left out is last.
 *
 * @param needs ids of the list the ballot is about
 * @example checkBallot({ tiers: [['N1'], ['N1']], noOpinion: [] }, ['N1', 'N2'])[0]?.key // 'panel.ballot.needTwice'
 */
export function checkBallot(ballot: Ballot, needs: readonly string[]): readonly BallotProblem[] {
  const problems: BallotProblem[] = [];
  const known = new Set(needs);
  const seen = new Set<string>();
  for (const [index, tier] of ballot.tiers.entries()) {
    if (tier.length === 0) problems.push({ key: 'panel.ballot.emptyTier', values: { tier: index + 1 } });
  }
  for (const need of [...ballot.tiers.flat(), ...ballot.noOpinion]) {
    if (!known.has(need)) problems.push({ key: 'panel.ballot.unknownNeed', values: { need } });
    else if (seen.has(need)) problems.push({ key: 'panel.ballot.needTwice', values: { need } });
    seen.add(need);
  }
  return problems;
}

/**
 * The place of each item on a ballot: tied items share the mean of the places they cover, unranked items
 * share the last places, and an item without opinion has none.
 *
 * @param items the items compared, in the order wanted back; other needs on the ballot are passed over
 * @returns places from 1, multiples of a half, or null without opinion
 * @throws RangeError when an item stands on the ballot twice
 * @example places({ tiers: [['a'], ['b', 'c']], noOpinion: [] }, ['a', 'b', 'c', 'd']) // [1, 2.5, 2.5, 4]
 */
export function places(ballot: Ballot, items: readonly string[]): readonly (number | null)[] {
  const row = new Float64Array(items.length);
  placeReader(items)(ballot, row);
  return Array.from(row, (place) => (Number.isNaN(place) ? null : place));
}

/** Writes the places of one ballot into a row with a number per item; NaN where the member has no opinion. */
export type PlaceReader = (ballot: Ballot, row: Float64Array) => void;

/**
 * As `places`, for many ballots about the same items: one row is used over and over. Linear in the items per ballot.
 *
 * @throws RangeError, when reading, for an item that stands on the ballot twice
 * @example placeReader(['a', 'b'])({ tiers: [['b']], noOpinion: ['a'] }, row) // row is now [NaN, 1]
 */
export function placeReader(items: readonly string[]): PlaceReader {
  const positions = new Map(items.map((item, index) => [item, index]));
  const put = (row: Float64Array, item: string, place: number) => {
    const index = positions.get(item);
    if (index === undefined) return;
    if (row[index] !== 0) throw new RangeError(`${item} stands on the ballot twice`);
    row[index] = place;
  };
  return (ballot, row) => {
    row.fill(0);
    for (const item of ballot.noOpinion) put(row, item, Number.NaN);
    let before = 0;
    for (const tier of ballot.tiers) {
      let members = 0;
      for (const item of tier) if (positions.has(item)) members += 1;
      for (const item of tier) put(row, item, before + (members + 1) / 2);
      before += members;
    }
    let unranked = 0;
    for (const place of row) if (place === 0) unranked += 1;
    const last = before + (unranked + 1) / 2;
    for (let index = 0; index < row.length; index += 1) if (row[index] === 0) row[index] = last;
  };
}

/**
 * A ballot from a rank per item, as in a table of answers: the smaller rank first, equal ranks in one tier.
 *
 * @param ranks a rank per item in the order of `items`, only their order counts; null for an item left unranked
 * @example ballotOfRanks([2, 1, null], ['a', 'b', 'c']).tiers // [['b'], ['a']]
 */
export function ballotOfRanks(ranks: readonly (number | null)[], items: readonly string[]): Ballot {
  const tiers = new Map<number, string[]>();
  for (const [index, item] of items.entries()) {
    const rank = ranks[index] ?? null;
    if (rank === null) continue;
    const tier = tiers.get(rank);
    if (tier) tier.push(item);
    else tiers.set(rank, [item]);
  }
  const ordered = [...tiers].sort(([one], [other]) => one - other);
  return { tiers: ordered.map(([, tier]) => tier), noOpinion: [] };
}

/**
 * The ballot read the other way: what it leaves unranked is not compared at all instead of last, so that a pair
 * counts only when the member ranked both.
 *
 * @example comparingRankedOnly({ tiers: [['a']], noOpinion: [] }, ['a', 'b']).noOpinion // ['b']
 */
export function comparingRankedOnly(ballot: Ballot, items: readonly string[]): Ballot {
  const ranked = new Set(ballot.tiers.flat());
  return { tiers: ballot.tiers, noOpinion: items.filter((item) => !ranked.has(item)) };
}
