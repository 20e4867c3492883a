// A vote as form fields: those of a list are its way's own (`analysis/panel/ways`), after the name of the list and a dot,
// so that two lists can stand in one form.
import { ballotOfPiles } from '../../../analysis/panel/ways/piles.ts';
import {
  type CastBallot,
  fieldNames,
  readVote,
  saysSomething,
  type Vote,
} from '../../../analysis/panel/ways/vote.ts';
import type { RoundOffers } from '../../db/panel-comments.ts';
import type { TypedFields } from '../../db/panels.ts';
import type { Message } from '../../texts.ts';
import type { Fields } from './ballot-form.ts';

/** What is wrong and at which field of the page. */
export interface VoteProblem extends Message {
  readonly field: string;
}

export interface VoteReading {
  /** The fields of this form that hold anything, also what is no vote. */
  readonly typed: TypedFields;
  /** Null while something is wrong. */
  readonly ballot: CastBallot | null;
  readonly problems: readonly VoteProblem[];
  /** Nothing is wrong and nothing is said. */
  readonly empty: boolean;
}

/** No field of a vote holds more: what is longer is none of ours. */
const longestWord = 60;

/** Reads the fields of every list; what the form does not ask is passed over. */
export function readVoteForm(fields: Fields, offers: RoundOffers): VoteReading {
  const typed: Record<string, string> = {};
  const votes: Record<string, Vote> = {};
  const lists: CastBallot['lists'] = {};
  const problems: VoteProblem[] = [];
  for (const [list, offer] of Object.entries(offers)) {
    const own: Record<string, string> = {};
    for (const name of fieldNames(offer)) {
      const words = Object.hasOwn(fields, `${list}.${name}`) ? fields[`${list}.${name}`] : '';
      if (typeof words !== 'string' || words === '' || words.length > longestWord) continue;
      own[name] = words;
      typed[`${list}.${name}`] = words;
    }
    const reading = readVote(own, offer);
    problems.push(...reading.problems.map((problem) => ({ ...problem, field: `${list}.${problem.field}` })));
    if (!saysSomething(reading.value)) continue;
    votes[list] = reading.value;
    if (reading.value.way === 'piles') lists[list] = storedPiles(reading.value, offer.needs);
  }
  const sound = problems.length === 0;
  const empty = sound && Object.keys(votes).length === 0;
  return { typed, problems, empty, ballot: sound && !empty ? { lists, votes } : null };
}

function storedPiles({ sorting }: Extract<Vote, { way: 'piles' }>, needs: readonly string[]) {
  const { tiers, noOpinion } = ballotOfPiles(sorting, needs);
  return { tiers: tiers.map((tier) => [...tier]), noOpinion: [...noOpinion] };
}
