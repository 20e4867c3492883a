// Who fits whom on the board of a contact form: somebody who asks for something, and somebody else who offers it.
import type { ContactBoard } from './questionnaire.ts';

/** Somebody who said yes to stand on the board. */
export interface OnBoard {
  readonly id: string;
  readonly email: string;
  readonly interests: readonly string[];
  /** About what; none fits with everything. */
  readonly topics: readonly string[];
}
export interface BoardMatch {
  readonly ask: OnBoard;
  readonly offer: OnBoard;
  /** The interests by which they fit. */
  readonly pair: ContactBoard['pairs'][number];
  /** What both named; empty where one of them named nothing, so that anything fits. */
  readonly topics: readonly string[];
}

/**
 * Everybody who asks beside everybody else who offers that, where they share a topic or one of them left it open. The same
 * address fits nobody under another offer of its own.
 */
export function matchesOf(people: readonly OnBoard[], pairs: ContactBoard['pairs']): readonly BoardMatch[] {
  return pairs.flatMap((pair) =>
    people
      .filter(({ interests }) => interests.includes(pair.ask))
      .flatMap((ask) =>
        people
          .filter(({ interests }) => interests.includes(pair.offer))
          .flatMap((offer): BoardMatch[] => {
            if (sameAddress(ask, offer)) return [];
            const topics = ask.topics.filter((topic) => offer.topics.includes(topic));
            const open = ask.topics.length === 0 || offer.topics.length === 0;
            return topics.length > 0 || open ? [{ ask, offer, pair, topics }] : [];
          }),
      ),
  );
}

/** The matches of one person, from either side. */
export function matchesWith(matches: readonly BoardMatch[], id: string): readonly BoardMatch[] {
  return matches.filter(({ ask, offer }) => ask.id === id || offer.id === id);
}

function sameAddress(one: OnBoard, other: OnBoard): boolean {
  return one.email.toLowerCase() === other.email.toLowerCase();
}
