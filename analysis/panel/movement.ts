/** How a group's order moved from one round to the next, and whether it is time to stop. */
import type { PanelResult } from '../results/panel.ts';
import { kendallTauB } from '../statistics/kendall-tau-b.ts';
import { countPairs } from '../statistics/pair-counts.ts';
import { hasPlace } from './round-tree.ts';
import { adviseRound, type StoppingAdvice } from './stopping-rule.ts';

export interface RoundMovement {
  /** Place in the earlier round per need that both rounds ordered in the same list. */
  readonly before: ReadonlyMap<string, number>;
  /** Kendall's tau-b between the two top lists, -1 to 1; null with fewer than two needs in common. */
  readonly likePrevious: number | null;
  readonly advice: StoppingAdvice;
}

/**
 * This round beside the one before it. Needs only one of the two ordered are left out of the comparison.
 * Sources: Kendall 1945 for tau-b; the advice as `adviseRound`.
 *
 * @param earlier null in the first round, or when the one before it showed no order
 * @param count which round this is of those that lead to one decision, from 1
 */
export function roundMovement(
  earlier: PanelResult | null,
  now: PanelResult,
  count: number = now.round,
): RoundMovement {
  const before = new Map<string, number>();
  for (const list of now.lists) {
    const old = earlier?.lists.find(({ parent }) => parent === list.parent);
    for (const { need } of list.order.filter(hasPlace)) {
      const place = old?.order.find((each) => each.need === need && hasPlace(each));
      if (place) before.set(need, place.rank);
    }
  }
  const top = now.lists.find(({ parent }) => parent === null);
  const common = top?.order.filter(({ need }) => before.has(need)) ?? [];
  const likePrevious =
    common.length < 2
      ? null
      : kendallTauB(
          countPairs(
            common.map(({ need }) => before.get(need) ?? null),
            common.map(({ rank }) => rank),
          ),
        ).estimate;
  const advice = adviseRound({ agreement: top?.agreement?.w ?? null, likePrevious, round: count });
  return { before, likePrevious, advice };
}
