// The board of a project as it stands: who is on it, who fits whom, and whom the team brought together.
import { type BoardMatch, matchesOf, type OnBoard } from '../../surveys/contact-board.ts';
import { inLanguage, type Text } from '../../surveys/questionnaire.ts';
import { type ContactOffer, contactOffersOf, introductionsOf } from '../db/contact-offers.ts';
import type { Queries } from '../db/open.ts';
import { surveysOf } from '../db/surveys.ts';

export interface BoardMember extends OnBoard {
  readonly month: string;
}
export interface Board {
  readonly people: readonly BoardMember[];
  readonly matches: readonly (BoardMatch & { readonly introduced: boolean })[];
  /** Which interest asks for something, and which one offers it. */
  readonly pairs: readonly BoardMatch['pair'][];
  /** What people can stand on the board about. */
  readonly topics: readonly { readonly code: string; readonly label: Text }[];
  /** What an interest, or a topic, is called; its code where no questionnaire has it any more. */
  readonly named: (kind: 'interest' | 'topic', code: string, language: string) => string;
}

/** @returns null where no questionnaire of the project has a board. */
export async function contactBoard(db: Queries, project: string): Promise<Board | null> {
  const forms = (await surveysOf(db, project)).flatMap(({ questionnaire }) =>
    questionnaire.contact?.board ? [{ ...questionnaire.contact, board: questionnaire.contact.board }] : [],
  );
  if (forms.length === 0) return null;
  const [offers, introduced] = await Promise.all([
    contactOffersOf(db, project),
    introductionsOf(db, project),
  ]);
  const people = offers.flatMap(memberOf);
  const once = <T>(list: readonly T[], key: (one: T) => string) => [
    ...new Map(list.map((one) => [key(one), one])).values(),
  ];
  const pairs = once(
    forms.flatMap(({ board }) => board.pairs),
    (pair) => JSON.stringify(pair),
  );
  const options = {
    interest: forms.flatMap(({ interests }) => interests.options),
    topic: once(
      forms.flatMap(({ board }) => board.topics.options),
      ({ code }) => code,
    ),
  };
  return {
    people,
    pairs,
    topics: options.topic,
    matches: matchesOf(people, pairs).map((match) => ({
      ...match,
      introduced: introduced.some(({ ask, offer }) => ask === match.ask.id && offer === match.offer.id),
    })),
    named: (kind, code, language) => {
      const option = options[kind].find((each) => each.code === code);
      return option ? inLanguage(option.label, language) : code;
    },
  };
}

function memberOf({ id, email, interests, month, board }: ContactOffer): readonly BoardMember[] {
  return board ? [{ id, email, interests, month, topics: board.topics }] : [];
}
