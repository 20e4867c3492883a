/** Best-worst scaling: members see a few needs at a time and name the first and the last of them. */

/** How often an item was shown, and how often it was named best and worst. */
export interface BestWorstCounts {
  readonly best: number;
  readonly worst: number;
  readonly shown: number;
}

/**
 * Best less worst as a share of the times shown, -1 (always worst) to 1 (always best).
 * Source: Louviere, Flynn & Marley 2015. Constant time.
 *
 * @returns null for an item that was never shown
 * @throws RangeError when it was named more often than shown
 * @example bestWorstScore({ best: 6, worst: 1, shown: 9 }) // 0.555...
 */
export function bestWorstScore({ best, worst, shown }: BestWorstCounts): number | null {
  if (best + worst > shown) throw new RangeError('An item is named no more often than it is shown');
  return shown === 0 ? null : (best - worst) / shown;
}
