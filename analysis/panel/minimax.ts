/** Minimax, a cross-check of the group order: how badly does an item lose at its worst? */
import { competitionRanks } from '../statistics/competition-rank.ts';
import { condorcet } from './condorcet.ts';
import type { Pairwise } from './pairwise.ts';

export interface MinimaxLine {
  readonly item: string;
  /** The largest margin by which another item beats it; negative when it beats all of them. */
  readonly worstMargin: number;
  /** Place, the smallest defeat first; equal defeats share it. */
  readonly place: number | null;
}

/**
 * Worst defeat per item by margins (Simpson and Kramer). Items squared.
 * Source: Simpson 1969, Kramer 1977.
 *
 * @returns lines in the order of the items, or null without ballots or with fewer than two items
 * @example minimax(pairwise([{ tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b']))?.[0]?.worstMargin // -1
 */
export function minimax(pairs: Pairwise): readonly MinimaxLine[] | null {
  if (pairs.ballots === 0 || pairs.items.length < 2) return null;
  const { margins } = condorcet(pairs);
  const worst = pairs.items.map((_, i) =>
    margins.reduce((most, row, j) => (i === j ? most : Math.max(most, row[i] ?? 0)), -Infinity),
  );
  const order = competitionRanks(worst.map((margin) => -margin));
  return pairs.items.map((item, index) => ({
    item,
    worstMargin: worst[index] ?? 0,
    place: order[index] ?? null,
  }));
}
