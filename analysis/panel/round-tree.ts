// Where needs stood when the panel ordered them: the catalogue may have given a need another parent since.
import type { PanelPlace, PanelResult } from '../results/panel.ts';
import { parentNamed } from './panel-result.ts';

/** The parent of a need as everything about the round has it; today's for what was in no list of it. */
export type ParentInRound = (need: {
  readonly code: string;
  readonly parent: string | null;
}) => string | null;

/**
 * Reads the parents a round had. The parent of one of its lists stands at the top, so that no need ever is above itself.
 *
 * @param panel null without a round: then every parent is today's
 */
export function parentsInRound(panel: PanelResult | null): ParentInRound {
  // A result that was kept before the tree was has the lists in which an order was made.
  const lists = panel?.tree
    ? Object.entries(panel.tree).map(([name, needs]) => ({ parent: parentNamed(name), needs }))
    : (panel?.lists ?? []).map(({ parent, order }) => ({ parent, needs: order.map(({ need }) => need) }));
  const parents = new Map<string, string | null>(
    lists.flatMap(({ parent }) => (parent === null ? [] : [[parent, null]])),
  );
  for (const { parent, needs } of lists) for (const need of needs) parents.set(need, parent);
  return ({ code, parent }) => {
    const found = parents.get(code);
    return found === undefined ? parent : found;
  };
}

/** Whether a need has a place: ballots gave it one, or it was put there by hand. Else it stands last, with too few opinions. */
export function hasPlace({ ballotPlace, moved }: Pick<PanelPlace, 'ballotPlace' | 'moved'>): boolean {
  return ballotPlace !== null || moved !== undefined;
}
