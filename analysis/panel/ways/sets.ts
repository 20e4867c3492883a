// Best and worst in small sets: a member sees four needs at a time and names the first and the last of them.

import { competitionRanks } from '../../statistics/competition-rank.ts';
import { bestWorstScore } from '../best-worst.ts';
import { FEWEST_BALLOTS } from '../fewest.ts';
import { choiceIn, type FieldProblem, type RawFields, type Reading, shuffled } from './fields.ts';

/** Needs shown together. */
export const SET_SIZE = 4;
/** Sets for a member in which every need is seen three times: three quarters of the needs, rounded up. */
const TIMES_SHOWN = 3;

/** A set that was answered: both named and different, or no opinion about this set. */
export type SetAnswer =
  | { readonly set: number; readonly kind: 'named'; readonly best: string; readonly worst: string }
  | { readonly set: number; readonly kind: 'noOpinion' };

/** A member's answers with the sets they are about; a set without an answer was passed over. */
export interface SetsVote {
  readonly sets: readonly (readonly string[])[];
  readonly answers: readonly SetAnswer[];
}

export interface SetsLine {
  readonly need: string;
  /** Best less worst as a share of the times shown, -1 to 1; null when fewer than three members judged it. */
  readonly score: number | null;
  /** Times it stood in a set that was answered. */
  readonly shown: number;
  readonly place: number | null;
}

/**
 * Chance sets of four different needs. Every need stands in at least three of them and in at most one more than any
 * other; of the needs shown least, those come together that met least. Sets times needs.
 * Source: incomplete designs balanced by chance, Louviere, Flynn & Marley 2015.
 *
 * @param random numbers from 0 up to 1, from a source seeded by the member
 * @throws RangeError for fewer than four needs
 * @example designSets(['a', 'b', 'c', 'd', 'e'], random).length // 4
 */
export function designSets(needs: readonly string[], random: () => number): readonly (readonly string[])[] {
  if (needs.length < SET_SIZE) throw new RangeError(`A set shows ${SET_SIZE} different needs`);
  const shown = new Map(needs.map((need) => [need, 0]));
  const met = new Map<string, number>();
  const pair = (one: string, other: string) => JSON.stringify([one, other].sort());
  const meetings = (need: string, set: readonly string[]) =>
    set.reduce((sum, other) => sum + (met.get(pair(need, other)) ?? 0), 0);
  const sets: (readonly string[])[] = [];
  while (sets.length < Math.ceil((TIMES_SHOWN * needs.length) / SET_SIZE)) {
    const set: string[] = [];
    while (set.length < SET_SIZE) {
      const left = shuffled(
        needs.filter((need) => !set.includes(need)),
        random,
      );
      const least = Math.min(...left.map((need) => shown.get(need) ?? 0));
      const candidates = left.filter((need) => shown.get(need) === least);
      const fewest = Math.min(...candidates.map((need) => meetings(need, set)));
      const next = candidates.find((need) => meetings(need, set) === fewest) as string; // fewest is one of theirs
      for (const other of set) met.set(pair(next, other), (met.get(pair(next, other)) ?? 0) + 1);
      shown.set(next, least + 1);
      set.push(next);
    }
    sets.push(shuffled(set, random));
  }
  return sets;
}

/**
 * Reads `best.<set>`, `worst.<set>` and `noOpinion.<set>`, sets counted from 1. One of the two alone, or the same need
 * twice, is a problem; neither is a set passed over.
 */
export function readSets(
  fields: RawFields,
  sets: readonly (readonly string[])[],
): Reading<readonly SetAnswer[]> {
  const answers: SetAnswer[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, needs] of sets.entries()) {
    const set = index + 1;
    const [best, worst] = [`best.${set}`, `worst.${set}`];
    if (choiceIn(fields, `noOpinion.${set}`, ['yes'])) {
      answers.push({ set, kind: 'noOpinion' });
      continue;
    }
    const [first, last] = [choiceIn(fields, best, needs), choiceIn(fields, worst, needs)];
    const say = (field: string, word: string) =>
      problems.push({ field, key: `votes.problem.${word}`, values: { set } });
    if (first === undefined) say(best, 'notInSet');
    if (last === undefined) say(worst, 'notInSet');
    if (first && last === null) say(worst, 'worstMissing');
    if (last && first === null) say(best, 'bestMissing');
    if (first && last && first === last) say(worst, 'bestIsWorst');
    else if (first && last) answers.push({ set, kind: 'named', best: first, worst: last });
  }
  return { value: answers, problems };
}

/** Best less worst over times shown per need, all members together, in the order of the needs. */
export function countSets(votes: readonly SetsVote[], needs: readonly string[]): readonly SetsLine[] {
  const counts = new Map(needs.map((need) => [need, { best: 0, worst: 0, shown: 0, members: 0 }]));
  for (const { sets, answers } of votes) {
    const judged = new Set<string>();
    for (const answer of answers) {
      if (answer.kind === 'noOpinion') continue;
      for (const need of sets[answer.set - 1] ?? []) {
        const count = counts.get(need);
        if (!count) continue;
        count.shown += 1;
        judged.add(need);
        if (need === answer.best) count.best += 1;
        if (need === answer.worst) count.worst += 1;
      }
    }
    for (const [need, count] of counts) if (judged.has(need)) count.members += 1;
  }
  const lines = [...counts].map(([need, count]) => ({
    need,
    shown: count.shown,
    score: count.members < FEWEST_BALLOTS ? null : bestWorstScore(count),
  }));
  const places = competitionRanks(lines.map(({ score }) => score));
  return lines.map((line, index) => ({ ...line, place: places[index] ?? null }));
}
