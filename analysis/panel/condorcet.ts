/** What the majorities say pair by pair: an item that beats every other one, one that loses to all, a circle of wins. */
import type { Pairwise } from './pairwise.ts';

export interface Condorcet {
  /** margins[i][j]: members who put i before j less members who put j before i. */
  readonly margins: readonly (readonly number[])[];
  /** The item that beats every other one; often there is none. */
  readonly winner: string | null;
  /** The item that loses to every other one. */
  readonly loser: string | null;
  /** Majorities go round somewhere: a beats b, b beats c, c beats a. No order can then follow all of them. */
  readonly cycle: boolean;
}

/**
 * Majorities over all pairs. Items squared.
 * Source: Condorcet 1785; a circle by taking away what nothing beats until nothing is left (Kahn 1962).
 *
 * @example condorcet(pairwise(ballots, ['a', 'b', 'c'])).winner // 'a' when a majority puts it before b and before c
 */
export function condorcet({ items, before }: Pairwise): Condorcet {
  const margins = before.map((row, i) => row.map((wins, j) => wins - (before[j]?.[i] ?? 0)));
  const others = items.length - 1;
  const wins = margins.map((row) => row.filter((margin) => margin > 0).length);
  const losses = margins.map((row) => row.filter((margin) => margin < 0).length);
  const only = (counts: readonly number[]) => (others > 0 ? (items[counts.indexOf(others)] ?? null) : null);
  return { margins, winner: only(wins), loser: only(losses), cycle: hasCycle(margins, losses) };
}

function hasCycle(margins: readonly (readonly number[])[], losses: readonly number[]): boolean {
  const beatenBy = [...losses];
  const free = beatenBy.flatMap((count, index) => (count === 0 ? [index] : []));
  let taken = 0;
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    taken += 1;
    for (const [other, margin] of (margins[next] ?? []).entries()) {
      if (margin <= 0) continue;
      const left = (beatenBy[other] ?? 0) - 1;
      beatenBy[other] = left;
      if (left === 0) free.push(other);
    }
  }
  return taken < margins.length;
}
