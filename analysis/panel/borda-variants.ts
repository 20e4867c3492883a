/** Borda's count as others count it: software differs on what a ballot gives to the items it leaves out. */
import { competitionRanks } from '../statistics/competition-rank.ts';
import { type Ballot, comparingRankedOnly, placeReader } from './ballot.ts';

/**
 * `unrankedLast`: unranked items share the last places, as everywhere in this product. `unrankedZero`: they get
 * nothing. `modified`: they get nothing, and the last of k ranked items gets 1 point, so that short ballots count less.
 */
export type BordaVariant = 'unrankedLast' | 'unrankedZero' | 'modified';

export interface BordaPoints {
  readonly item: string;
  readonly points: number;
  /** Place by points, equal points share it. */
  readonly place: number | null;
}

/**
 * Points of a Borda count: items less place (`unrankedLast`, `unrankedZero`), or ranked items less place plus 1
 * (`modified`); ties get the mean place. An item without opinion gets nothing. Linear in ballots times items.
 * Source: Borda 1784; the modified count Emerson 2013, Social Choice and Welfare 40.
 *
 * @returns lines in the order of `items`, or null without ballots
 * @throws RangeError when a ballot holds an item twice
 * @example bordaPoints([{ tiers: [['a']], noOpinion: [] }], ['a', 'b', 'c'], 'modified')?.[0]?.points // 1
 */
export function bordaPoints(
  ballots: readonly Ballot[],
  items: readonly string[],
  variant: BordaVariant,
): readonly BordaPoints[] | null {
  if (ballots.length === 0) return null;
  const read = placeReader(items);
  const row = new Float64Array(items.length);
  const points = new Float64Array(items.length);
  for (const ballot of ballots) {
    read(variant === 'unrankedLast' ? ballot : comparingRankedOnly(ballot, items), row);
    let ranked = 0;
    for (const place of row) if (!Number.isNaN(place)) ranked += 1;
    const first = variant === 'modified' ? ranked + 1 : items.length;
    for (let item = 0; item < row.length; item += 1) {
      const place = row[item] ?? Number.NaN;
      if (!Number.isNaN(place)) points[item] = (points[item] ?? 0) + first - place;
    }
  }
  const order = competitionRanks([...points]);
  return items.map((item, index) => ({ item, points: points[index] ?? 0, place: order[index] ?? null }));
}
