/** Copeland's count, a cross-check of the group order: against how many others does an item win? */
import type { Ballot } from './ballot.ts';
import { pairwise } from './pairwise.ts';

export interface CopelandLine {
  readonly item: string;
  /** Others it beats: more members put it before than after. */
  readonly wins: number;
  /** Others it is level with. */
  readonly draws: number;
  /** wins + draws / 2. */
  readonly score: number;
}

export interface Copeland {
  readonly lines: readonly CopelandLine[];
  /** The item that beats every other one; often there is none. */
  readonly condorcetWinner: string | null;
}

/**
 * Copeland scores: 1 per pairwise majority, a half per draw. Two items nobody compared give neither.
 *
 * @returns lines in the order of `items`, or null without ballots
 * @throws RangeError when a ballot holds an item twice
 * @example copeland([{ tiers: [['a'], ['b']], noOpinion: [] }], ['a', 'b'])?.condorcetWinner // 'a'
 */
export function copeland(ballots: readonly Ballot[], items: readonly string[]): Copeland | null {
  if (ballots.length === 0) return null;
  const { before, compared } = pairwise(ballots, items);
  const lines = items.map((item, i) => {
    let wins = 0;
    let draws = 0;
    for (const j of items.keys()) {
      if (i === j || (compared[i]?.[j] ?? 0) === 0) continue;
      const margin = (before[i]?.[j] ?? 0) - (before[j]?.[i] ?? 0);
      if (margin > 0) wins += 1;
      else if (margin === 0) draws += 1;
    }
    return { item, wins, draws, score: wins + draws / 2 };
  });
  const winner = items.length > 1 ? lines.find(({ wins }) => wins === items.length - 1) : undefined;
  return { lines, condorcetWinner: winner?.item ?? null };
}
