// Neighbours that are about equal stand in one bracket.
import type { PanelPlace } from '../../../analysis/results/panel.ts';

/** Where a need stands in a bracket; empty when it stands alone. */
export type Bracket = 'start' | 'middle' | 'end' | '';

export function bracketAt(order: readonly PanelPlace[], index: number): Bracket {
  const above = order[index - 1]?.equalToNext ?? false;
  const below = order[index]?.equalToNext ?? false;
  if (above && below) return 'middle';
  if (below) return 'start';
  return above ? 'end' : '';
}
