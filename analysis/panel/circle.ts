/** Majorities that go round: a beats b, b beats c, c beats a. */
import { condorcet } from './condorcet.ts';
import type { Pairwise } from './pairwise.ts';

/**
 * A shortest circle of majorities, to be told as an example; there may be more. Items cubed.
 * Source: breadth-first search from every item (Moore 1959).
 *
 * @returns items, each beating the next and the last one the first; null when no majorities go round
 * @example majorityCircle(pairwise(ballots, ['a', 'b', 'c'])) // ['a', 'b', 'c']
 */
export function majorityCircle(pairs: Pairwise): readonly string[] | null {
  const { margins, cycle } = condorcet(pairs);
  if (!cycle) return null;
  let shortest: readonly number[] | null = null;
  for (const start of pairs.items.keys()) {
    const found = wayBack(margins, start);
    if (found && (shortest === null || found.length < shortest.length)) shortest = found;
  }
  return shortest?.map((index) => pairs.items[index] ?? '') ?? null;
}

/** The shortest way along majorities from an item to one that beats it. */
function wayBack(margins: readonly (readonly number[])[], start: number): readonly number[] | null {
  const reachedFrom = new Map<number, number>([[start, -1]]);
  const queue = [start];
  for (const at of queue) {
    for (const [next, margin] of (margins[at] ?? []).entries()) {
      if (margin <= 0) continue;
      if (next === start) return pathTo(at, reachedFrom);
      if (reachedFrom.has(next)) continue;
      reachedFrom.set(next, at);
      queue.push(next);
    }
  }
  return null;
}

function pathTo(end: number, reachedFrom: ReadonlyMap<number, number>): readonly number[] {
  const path: number[] = [];
  for (let at = end; at >= 0; at = reachedFrom.get(at) ?? -1) path.unshift(at);
  return path;
}
