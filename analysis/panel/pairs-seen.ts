/** Who beats whom as it may be seen: the majority always, how large it is only where no count tells of few members. */
import type { Pairwise } from './pairwise.ts';

/** How the first of two items does against the second. `tooFew`: too few members compared the two. */
export interface PairSeen {
  readonly outcome: 'wins' | 'loses' | 'level' | 'tooFew';
  /** Members with the first before the second, the other way round, and with both level; null where it may not be seen. */
  readonly counts: { readonly ahead: number; readonly behind: number; readonly level: number } | null;
}

/** Fewest members of which a majority is told, and of whom a group is counted beside others. */
const FEWEST_TOLD = 5;
/** Fewest members of whom anything is counted pair by pair. */
const FEWEST_COUNTED = 10;

/**
 * The pairs as they may be seen. With fewer than five members who compared two items nothing; from five on who is ahead;
 * from ten on the counts too, unless one of them is between 1 and 4. Where all say the same there is nothing to hide.
 *
 * @returns cells[i][j] for item i against item j, null on the diagonal
 * @example pairsSeen(pairwise(tenBallots, ['a', 'b']))[0]?.[1] // { outcome: 'wins', counts: { ahead: 10, … } }
 */
export function pairsSeen({ items, before, compared }: Pairwise): readonly (readonly (PairSeen | null)[])[] {
  return items.map((_, i) =>
    items.map((_other, j) =>
      i === j ? null : seen(before[i]?.[j] ?? 0, before[j]?.[i] ?? 0, compared[i]?.[j] ?? 0),
    ),
  );
}

function seen(ahead: number, behind: number, base: number): PairSeen {
  if (base < FEWEST_TOLD) return { outcome: 'tooFew', counts: null };
  const level = base - ahead - behind;
  const open =
    base >= FEWEST_COUNTED && [ahead, behind, level].every((count) => count === 0 || count >= FEWEST_TOLD);
  const outcome = ahead === behind ? 'level' : ahead > behind ? 'wins' : 'loses';
  return { outcome, counts: open ? { ahead, behind, level } : null };
}
