// Where needs of a panel's list had exactly the same points and the evidence put one before the other.
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { PanelList } from '../../../analysis/results/panel.ts';
import type { Words } from './workspace.ts';

/** A sentence for every such pair of neighbours whose evidence may be seen. */
export function tiesDecided(list: PanelList, needs: readonly NeedResult[], words: Words): readonly string[] {
  const scoreOf = (code: string) => needs.find((need) => need.code === code)?.score ?? null;
  return list.order.flatMap((place, index) => {
    const next = list.order[index + 1];
    if (!next || place.ballotPlace === null || place.ballotPlace !== next.ballotPlace) return [];
    if (place.rank === next.rank) return [];
    const [one, other] = [scoreOf(place.need), scoreOf(next.need)];
    if (one === null || other === null) return [];
    const values = {
      place: place.rank,
      next: next.rank,
      one: Math.round(one),
      other: Math.round(other),
    };
    return [words.say({ key: 'panel.result.tie', values })];
  });
}
