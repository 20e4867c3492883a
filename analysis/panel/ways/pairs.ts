// Pairs: a member says for every two needs which comes first. Only for a short list: seven needs are 21 pairs.
import { competitionRanks } from '../../statistics/competition-rank.ts';
import { bradleyTerry } from '../bradley-terry.ts';
import { FEWEST_BALLOTS } from '../fewest.ts';
import { choiceIn, type FieldProblem, type RawFields, type Reading, shuffled } from './fields.ts';

/** More needs than this make more pairs than anybody judges with care. */
export const MOST_IN_PAIRS = 7;

/** Two needs side by side as a member sees them. */
export interface Pair {
  readonly first: string;
  readonly second: string;
}

export const pairChoices = ['first', 'second', 'equal', 'noOpinion'] as const;

/** A judged pair; a pair that was passed over is not among the answers. */
export interface PairAnswer extends Pair {
  readonly chosen: (typeof pairChoices)[number];
}

/**
 * All pairs in a chance order, each need by chance on either side.
 * @param random numbers from 0 up to 1, from a source seeded by the member
 * @throws RangeError for more than seven needs
 * @example designPairs(['a', 'b', 'c'], random).length // 3
 */
export function designPairs(needs: readonly string[], random: () => number): readonly Pair[] {
  if (needs.length > MOST_IN_PAIRS)
    throw new RangeError(`At most ${MOST_IN_PAIRS} needs are judged in pairs`);
  const pairs = needs.flatMap((one, index) =>
    needs
      .slice(index + 1)
      .map((other) => (random() < 0.5 ? { first: one, second: other } : { first: other, second: one })),
  );
  return shuffled(pairs, random);
}

/** Reads `pair.<number>`, counted from 1: which of the two, equal, or no opinion. Empty is passed over. */
export function readPairs(fields: RawFields, pairs: readonly Pair[]): Reading<readonly PairAnswer[]> {
  const answers: PairAnswer[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, pair] of pairs.entries()) {
    const field = `pair.${index + 1}`;
    const chosen = choiceIn(fields, field, pairChoices);
    if (chosen) answers.push({ ...pair, chosen });
    else if (chosen === undefined) {
      problems.push({ field, key: 'votes.problem.pair', values: { pair: index + 1 } });
    }
  }
  return { value: answers, problems };
}

export interface PairsLine {
  readonly need: string;
  /** Members who compared it with another need. */
  readonly base: number;
  /** Chance to be chosen first out of all needs, 0-1; null when fewer than three members compared it. */
  readonly worth: number | null;
  /** Comparisons it won, equal being a half, and those it was in; null when fewer than three members compared it. */
  readonly won: number | null;
  readonly compared: number | null;
  readonly place: number | null;
}

export interface PairsCount {
  readonly lines: readonly PairsLine[];
  /** Wins and losses against an invented need that hold the worths together; 0 when the comparisons did (`fitWorths`). */
  readonly ghost: number;
}

/**
 * Worths by the model of Bradley and Terry over the pairs of all members; equal is half a win for both, no opinion is
 * no comparison. Equal worths share a place.
 */
export function countPairs(votes: readonly (readonly PairAnswer[])[], needs: readonly string[]): PairsCount {
  const judged = votes.map((answers) => answers.filter(({ chosen }) => chosen !== 'noOpinion'));
  const wins = winsOf(judged.flat(), needs);
  const { lines: worths, ghost } = bradleyTerry(needs, wins);
  const lines = needs.map((need, index) => {
    const about = (answers: readonly PairAnswer[]) =>
      answers.filter(({ first, second }) => first === need || second === need).length;
    const base = judged.filter((answers) => about(answers) > 0).length;
    const shown = base >= FEWEST_BALLOTS;
    const won = wins[index]?.reduce((sum, count) => sum + count, 0) ?? 0;
    return {
      need,
      base,
      worth: shown ? (worths[index]?.worth ?? null) : null,
      won: shown ? won : null,
      compared: shown ? about(judged.flat()) : null,
    };
  });
  const places = competitionRanks(lines.map(({ worth }) => (worth === null ? null : Math.log(worth))));
  return { lines: lines.map((line, index) => ({ ...line, place: places[index] ?? null })), ghost };
}

/** How often each need won from each other, needs by needs; an answer about other needs is passed over. */
function winsOf(answers: readonly PairAnswer[], needs: readonly string[]): readonly number[][] {
  const position = new Map(needs.map((need, index) => [need, index]));
  const wins = needs.map(() => needs.map(() => 0));
  const add = (winner: string, loser: string, amount: number) => {
    const [from, to] = [position.get(winner), position.get(loser)];
    const row = from === undefined ? undefined : wins[from];
    if (row && to !== undefined) row[to] = (row[to] ?? 0) + amount;
  };
  for (const { first, second, chosen } of answers) {
    if (chosen === 'first') add(first, second, 1);
    if (chosen === 'second') add(second, first, 1);
    if (chosen === 'equal') {
      add(first, second, 0.5);
      add(second, first, 0.5);
    }
  }
  return wins;
}
