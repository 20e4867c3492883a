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
  const wanted = new Set(items);
  const found = new Map<string, number | null>();
  const put = (item: string, place: number | null) => {
    if (found.has(item)) throw new RangeError(`${item} stands on the ballot twice`);
    found.set(item, place);
  };
  for (const item of ballot.noOpinion) if (wanted.has(item)) put(item, null);
  let before = 0;
  for (const tier of ballot.tiers) {
    const members = tier.filter((item) => wanted.has(item));
    for (const item of members) put(item, before + (members.length + 1) / 2);
    before += members.length;
  }
  const unranked = items.filter((item) => !found.has(item));
  const last = before + (unranked.length + 1) / 2;
  return items.map((item) => (found.has(item) ? (found.get(item) ?? null) : last));
}
