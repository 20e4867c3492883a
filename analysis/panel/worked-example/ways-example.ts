// The worked examples of the other ways of voting: invented forms (example.json), read and counted by the functions that read
// and count a member's form, with the numbers in between.
import { countGrid, type GridLine, type GridMarks, readGrid } from '../ways/grid.ts';
import { countPairs, type PairAnswer, type PairsCount, readPairs } from '../ways/pairs.ts';
import { ballotOfPiles, readPiles, type Sorting } from '../ways/piles.ts';
import {
  countPoints,
  offerPoints,
  type Points,
  type PointsLine,
  type PointsOffer,
  readPoints,
} from '../ways/points.ts';
import { countSets, readSets, type SetsLine, type SetsVote } from '../ways/sets.ts';
import { type CountedVotes, voteList } from '../ways/vote-list.ts';
import file from './example.json' with { type: 'json' };
import { type CountedList, countedList, type SharedPlaces, sharedOn } from './order-example.ts';

/** The group's order, needs that are level sharing a place. */
export type PlacedNeeds = readonly { readonly need: string; readonly place: number }[];

/** Votes of one way with their count; `votes` in the order of the members, `lines` in the order of the needs. */
interface Counted<Vote, Line> {
  readonly members: readonly string[];
  readonly needs: readonly string[];
  readonly votes: readonly Vote[];
  readonly lines: readonly Line[];
  readonly order: PlacedNeeds;
}

/** Piles are ballots: what was sorted, and the list that gives. */
export function pilesExample(): {
  readonly sortings: readonly Sorting[];
  readonly list: CountedList;
  readonly shared: readonly SharedPlaces[];
} {
  const { members, needs, forms } = file.piles;
  const sortings = forms.map((form) => readPiles(form, needs).value);
  const ballots = sortings.map((sorting) => ballotOfPiles(sorting, needs));
  return {
    sortings,
    list: countedList(members, needs, ballots),
    shared: ballots.flatMap((ballot, index) => sharedOn(ballot, members[index] ?? '', needs)),
  };
}

export function pointsExample(): Counted<Points, PointsLine> & { readonly offer: PointsOffer } {
  const { members, needs, forms } = file.points;
  const offer = offerPoints(needs);
  const votes = forms.map((form) => readPoints(form, offer).value);
  const lines = countPoints(votes, needs);
  return { members, needs, offer, votes, lines, order: placed({ way: 'points', lines }, members) };
}

/** A need as the small sets judged it. */
export interface WorkedSetsLine extends SetsLine {
  readonly best: number;
  readonly worst: number;
}

export function setsExample(): Counted<SetsVote, WorkedSetsLine> {
  const { members, needs, forms, sets } = file.sets;
  const votes = forms.map((form, index) => {
    const own = sets[index] ?? [];
    return { sets: own, answers: readSets(form, own).value };
  });
  const answers = votes.flatMap((vote) => vote.answers);
  const named = (which: 'best' | 'worst', need: string) =>
    answers.filter((answer) => answer.kind === 'named' && answer[which] === need).length;
  const lines = countSets(votes, needs).map((line) => ({
    ...line,
    best: named('best', line.need),
    worst: named('worst', line.need),
  }));
  return { members, needs, votes, lines, order: placed({ way: 'sets', lines }, members) };
}

/** What a need should win from another by their worths, beside how often the two were compared. */
export interface ExpectedWins {
  readonly need: string;
  readonly duels: readonly { readonly other: string; readonly compared: number }[];
  readonly expected: number;
}

export function pairsExample(): Counted<readonly PairAnswer[], PairsCount['lines'][number]> & {
  readonly expected: readonly ExpectedWins[];
} {
  const { members, needs, forms, pairs } = file.pairs;
  const votes = forms.map((form) => readPairs(form, pairs).value);
  const counted = countPairs(votes, needs);
  const { lines } = counted;
  return {
    members,
    needs,
    votes,
    lines,
    order: placed({ way: 'pairs', ...counted }, members),
    expected: needs.map((need) => expectedOf(need, needs, votes.flat(), lines)),
  };
}

function expectedOf(
  need: string,
  needs: readonly string[],
  answers: readonly PairAnswer[],
  lines: PairsCount['lines'],
): ExpectedWins {
  const worth = (one: string) => lines.find((line) => line.need === one)?.worth ?? 0;
  const duels = needs
    .filter((other) => other !== need)
    .map((other) => ({
      other,
      compared: answers.filter(
        ({ first, second, chosen }) =>
          chosen !== 'noOpinion' && [first, second].includes(need) && [first, second].includes(other),
      ).length,
    }));
  const expected = duels.reduce(
    (sum, { other, compared }) => sum + (compared * worth(need)) / (worth(need) + worth(other)),
    0,
  );
  return { need, duels, expected };
}

export function gridExample(): Counted<GridMarks, GridLine> {
  const { members, needs, forms } = file.grid;
  const votes = forms.map((form) => readGrid(form, needs).value);
  const lines = countGrid(votes, needs);
  return { members, needs, votes, lines, order: placed({ way: 'grid', lines }, members) };
}

/** Without evidence, so that needs that are level stay level. */
function placed(counted: CountedVotes, { length }: readonly string[]): PlacedNeeds {
  const list = { parent: null, counted, ballots: length, evidence: new Map(), moves: [] };
  return voteList(list).order.map(({ need, rank }) => ({ need, place: rank }));
}
