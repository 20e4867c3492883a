// What a member said in a vote, told again in words: before handing in, after it, and beside the group's result.
import type { SetAnswer } from '../../../analysis/panel/ways/sets.ts';
import type { Offer, Vote } from '../../../analysis/panel/ways/vote.ts';
import type { Message } from '../../texts.ts';

/** What the words are made with. */
export interface VoteWords {
  say(message: Message): string;
  /** What a need is called. */
  title(need: string): string;
}

/** One thing that was asked, and what was said about it. */
export interface SaidLine {
  readonly asked: string;
  readonly said: string;
  /** Nothing was said. */
  readonly open: boolean;
}

const words = (key: string, values = {}): Message => ({ key: `votes.said.${key}`, values });

/** A line for everything the offer asks, in its order; `vote` is null when nothing was said at all. */
export function saidLines(vote: Vote | null, offer: Offer, { say, title }: VoteWords): readonly SaidLine[] {
  const line = (asked: string, said: Message | null): SaidLine => ({
    asked,
    said: say(said ?? words('open')),
    open: said === null,
  });
  switch (offer.way) {
    case 'piles':
    case 'points':
    case 'grid':
      return offer.needs.map((need) => line(title(need), vote && saidOfNeed(vote, need)));
    case 'sets':
      return offer.sets.map((_, index) => {
        const answer = vote?.way === 'sets' ? vote.answers.find(({ set }) => set === index + 1) : undefined;
        return line(say(words('set', { set: index + 1 })), saidOfSet(answer, title));
      });
    case 'pairs':
      return offer.pairs.map(({ first, second }) => {
        const asked = say(words('pair', { first: title(first), second: title(second) }));
        const answer =
          vote?.way === 'pairs'
            ? vote.answers.find((each) => each.first === first && each.second === second)
            : undefined;
        const chosen = answer?.chosen === 'second' ? second : first;
        return line(asked, answer ? words(`pairs.${answer.chosen}`, { title: title(chosen) }) : null);
      });
  }
}

function saidOfSet(answer: SetAnswer | undefined, title: VoteWords['title']): Message | null {
  if (!answer) return null;
  if (answer.kind === 'noOpinion') return words('sets.noOpinion');
  return words('sets.named', { best: title(answer.best), worst: title(answer.worst) });
}

/** What a vote says about one need, all answers together; null when it says nothing about it. */
export function saidOfNeed(vote: Vote, need: string): Message | null {
  switch (vote.way) {
    case 'piles': {
      const pile = Object.hasOwn(vote.sorting, need) ? vote.sorting[need] : undefined;
      return pile ? words(`piles.${pile}`) : null;
    }
    case 'points': {
      const points = Object.hasOwn(vote.points, need) ? (vote.points[need] ?? 0) : 0;
      return points > 0 ? words('points', { points }) : null;
    }
    case 'grid': {
      const mark = Object.hasOwn(vote.marks, need) ? vote.marks[need] : undefined;
      return mark ? words('grid', { ...mark }) : null;
    }
    case 'sets': {
      const named = vote.answers.flatMap((answer) => (answer.kind === 'named' ? [answer] : []));
      const shown = named.filter(({ set }) => vote.sets[set - 1]?.includes(need)).length;
      const best = named.filter((answer) => answer.best === need).length;
      const worst = named.filter((answer) => answer.worst === need).length;
      return shown > 0 ? words('setsOfNeed', { best, worst, shown }) : null;
    }
    case 'pairs': {
      const about = vote.answers.filter(
        ({ first, second, chosen }) => (first === need || second === need) && chosen !== 'noOpinion',
      );
      const won = about.filter(
        ({ first, chosen }) => chosen === (first === need ? 'first' : 'second'),
      ).length;
      return about.length > 0 ? words('pairsOfNeed', { won, compared: about.length }) : null;
    }
  }
}
