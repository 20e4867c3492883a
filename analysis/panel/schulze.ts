/** Schulze's method, an optional group order: who can reach whom along a chain of majorities that is nowhere weak. */
import { competitionRanks } from '../statistics/competition-rank.ts';
import type { Pairwise } from './pairwise.ts';

/** How strong a majority is: the members for it, or those for it less those against it. */
export type MajorityStrength = 'winningVotes' | 'margins';

export interface SchulzeLine {
  readonly item: string;
  /** Others it beats: its strongest path to them is stronger than theirs back. */
  readonly wins: number;
  /** Place by wins; equal numbers share it and are not broken by chance. */
  readonly place: number | null;
}

export interface Schulze {
  readonly lines: readonly SchulzeLine[];
  /** paths[i][j]: strength of the strongest path from i to j, 0 where there is none. */
  readonly paths: readonly (readonly number[])[];
  /** Items nothing beats; one or more. */
  readonly winners: readonly string[];
}

/**
 * Schulze's order by strongest paths (Floyd and Warshall's algorithm on the weakest link). Items cubed in time, items
 * squared in memory. Source: Schulze 2011, Social Choice and Welfare 36.
 *
 * @returns lines in the order of the items, or null without ballots
 * @example schulze(pairwise(ballots, ['a', 'b']))?.winners // ['a']
 */
export function schulze(pairs: Pairwise, strength: MajorityStrength = 'winningVotes'): Schulze | null {
  if (pairs.ballots === 0) return null;
  const { items } = pairs;
  const count = items.length;
  const paths = majorities(pairs, strength);
  strengthen(paths, count);
  const beats = (i: number, j: number) => (paths[i * count + j] ?? 0) > (paths[j * count + i] ?? 0);
  const wins = items.map((_, i) => items.reduce((sum, _other, j) => sum + (beats(i, j) ? 1 : 0), 0));
  const order = competitionRanks(wins);
  return {
    lines: items.map((item, index) => ({ item, wins: wins[index] ?? 0, place: order[index] ?? null })),
    paths: items.map((_, i) => Array.from(paths.subarray(i * count, (i + 1) * count))),
    winners: items.filter((_, i) => !items.some((_other, j) => beats(j, i))),
  };
}

function majorities({ items, before }: Pairwise, strength: MajorityStrength): Int32Array {
  const count = items.length;
  const links = new Int32Array(count * count);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < count; j += 1) {
      const own = before[i]?.[j] ?? 0;
      const other = before[j]?.[i] ?? 0;
      if (own > other) links[i * count + j] = strength === 'margins' ? own - other : own;
    }
  }
  return links;
}

/** Every path by way of `via`, which has to be the outer loop. */
function strengthen(paths: Int32Array, count: number): void {
  for (let via = 0; via < count; via += 1) {
    for (let i = 0; i < count; i += 1) {
      const first = paths[i * count + via] ?? 0;
      if (first === 0 || i === via) continue;
      for (let j = 0; j < count; j += 1) {
        if (j === i || j === via) continue;
        const second = paths[via * count + j] ?? 0;
        const weakest = first < second ? first : second;
        if (weakest > (paths[i * count + j] ?? 0)) paths[i * count + j] = weakest;
      }
    }
  }
}
