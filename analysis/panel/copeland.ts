/** Copeland's count, a cross-check of the group order: against how many others does an item win? */
import { competitionRanks } from '../statistics/competition-rank.ts';
import { condorcet } from './condorcet.ts';
import type { Pairwise } from './pairwise.ts';

export interface CopelandLine {
  readonly item: string;
  /** Others it beats: more members put it before than after. */
  readonly wins: number;
  /** Others it is level with. */
  readonly draws: number;
  /** Others that beat it. */
  readonly losses: number;
  /** wins + draws / 2. */
  readonly score: number;
  /** Place by score, equal scores share it. */
  readonly place: number | null;
}

/**
 * Copeland scores: 1 per pairwise majority, a half per draw. Two items nobody compared give neither. Items squared.
 * Source: Copeland 1951.
 *
 * @returns lines in the order of the items, or null without ballots
 * @example copeland(pairwise([{ tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b']))?.[0]?.score // 1
 */
export function copeland(pairs: Pairwise): readonly CopelandLine[] | null {
  if (pairs.ballots === 0) return null;
  const { margins } = condorcet(pairs);
  const counts = pairs.items.map((item, i) => {
    const row = (margins[i] ?? []).filter((_, j) => (pairs.compared[i]?.[j] ?? 0) > 0);
    const wins = row.filter((margin) => margin > 0).length;
    const losses = row.filter((margin) => margin < 0).length;
    const draws = row.length - wins - losses;
    return { item, wins, draws, losses, score: wins + draws / 2 };
  });
  const order = competitionRanks(counts.map(({ score }) => score));
  return counts.map((line, index) => ({ ...line, place: order[index] ?? null }));
}
