// What a member handed in, as it stands beside the group's result: a place where the round made an order, and what was
// said where it was voted otherwise.
import { placesOfCards } from '../../../analysis/panel/ballot-order.ts';
import { countedWay, listName, listsOf } from '../../../analysis/panel/panel-result.ts';
import type { Vote } from '../../../analysis/panel/ways/vote.ts';
import type { PanelList } from '../../../analysis/results/panel.ts';
import type { Ballot, Round } from '../../db/panels.ts';
import type { Message } from '../../texts.ts';
import { type BallotCards, cardsOfBallot } from './ballot-form.ts';
import { saidOfNeed } from './vote-said.ts';

export interface OwnVote {
  /** Null where votes are no orders. */
  readonly cards: BallotCards | null;
  /** By the name of the list; empty where cards were ordered. */
  readonly votes: Readonly<Record<string, Vote>>;
}

/** What was handed in; null before that. */
export function ownVote(own: Ballot | null, round: Round): OwnVote | null {
  if (!own?.submitted) return null;
  const cards = countedWay(round) === null ? cardsOfBallot(own.ballot, listsOf(round), '') : null;
  return { cards, votes: own.ballot.votes ?? {} };
}

/** What it says about one need of a list. */
export function ownOfNeed(
  own: OwnVote | null,
  list: Pick<PanelList, 'parent'>,
  need: string,
): { readonly place: number | null; readonly part: string | null; readonly said: Message | null } {
  const cards = own?.cards?.get(listName(list)) ?? [];
  const index = cards.findIndex((card) => card.need === need);
  const vote = own?.votes[listName(list)];
  return {
    place: placesOfCards(cards)[index] ?? null,
    part: cards[index]?.part ?? null,
    said: vote ? saidOfNeed(vote, need) : null,
  };
}
