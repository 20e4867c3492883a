// What the votes of a closed round counted to, need by need, in words. Who voted what does not come out of here.
import { hasPlace } from '../../../analysis/panel/round-tree.ts';
import type { Quarter } from '../../../analysis/panel/ways/grid.ts';
import type { PanelList } from '../../../analysis/results/panel.ts';
import type { Message } from '../../texts.ts';

/** The count of one need. In a list of orders null, or why it has no place. */
export function countedOf(list: PanelList, need: string): Message | null {
  const { votes } = list;
  if (!votes) return isUnplaced(list, need) ? { key: 'panel.result.fewOpinions' } : null;
  const words = (key: string, values = {}): Message => ({ key: `votes.counted.${key}`, values });
  switch (votes.way) {
    case 'points': {
      const line = votes.lines.find((each) => each.need === need);
      return words('points', { points: line?.points ?? 0 });
    }
    case 'sets': {
      const line = votes.lines.find((each) => each.need === need);
      return line && line.score !== null
        ? words('sets', { score: line.score, shown: line.shown })
        : words('few');
    }
    case 'pairs': {
      const line = votes.lines.find((each) => each.need === need);
      if (!line || line.worth === null || line.won === null || line.compared === null) return words('few');
      return words('pairs', { worth: line.worth, won: line.won, compared: line.compared });
    }
    case 'grid': {
      const line = votes.lines.find((each) => each.need === need);
      if (!line || line.effort === null || line.impact === null || line.quarter === null) return words('few');
      const { effort, impact, quarter } = line;
      return words('grid', { effort, impact, quarter });
    }
  }
}

/** The quarters as their corners are named, and the middle. */
export const quarters: readonly Quarter[] = ['quickWin', 'bigProject', 'fillIn', 'leave', 'between'];

/** Whether too few members had an opinion on a need to place it, and nobody did by hand. */
export function isUnplaced(list: PanelList, need: string): boolean {
  return list.order.some((place) => place.need === need && !hasPlace(place));
}
