// What a group talks about first: the needs its members disagree on most (docs/rules.md, Panel).
import type { PanelList, PanelPlace, PanelResult } from '../results/panel.ts';
import { mostTopics, type Topics } from './live-agenda.ts';
import { countedWay } from './panel-result.ts';
import type { RoundWay } from './ways/vote.ts';

export interface LiveTopic {
  readonly list: PanelList;
  readonly place: PanelPlace;
}

/**
 * The needs most divided first, at most five; none where members agree, and with fewer than five ballots, when how far
 * they are apart is not told (docs/rules.md, Panel).
 */
export function liveTopics(result: PanelResult): readonly LiveTopic[] {
  return result.lists
    .flatMap((list) => list.order.map((place) => ({ list, place })))
    .filter(({ place }) => place.lowest !== null && (place.disagreement ?? 0) > 0)
    .sort((a, b) => (b.place.disagreement ?? 0) - (a.place.disagreement ?? 0))
    .slice(0, mostTopics);
}

/** How many needs are talked about one by one; null where votes are no orders. */
export function topicCount(round: { readonly way: RoundWay }, result: PanelResult): Topics {
  return countedWay(round) === null ? liveTopics(result).length : null;
}
