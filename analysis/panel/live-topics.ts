// What a group talks about first: the needs its members disagree on most (docs/rules.md, Panel).
import type { PanelList, PanelPlace, PanelResult } from '../results.ts';
import { mostTopics } from './live-agenda.ts';

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
