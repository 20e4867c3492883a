// Effort against impact: two marks from 1 to 5 per need. The group's field shows the medians; a need between two
// quarters is said to be between them.

import { quantile } from '../../statistics/quantile.ts';
import { FEWEST_BALLOTS } from '../fewest.ts';
import { choiceIn, type FieldProblem, type RawFields, type Reading } from './fields.ts';

/** 1 very little, 5 very much. */
const marks = ['1', '2', '3', '4', '5'] as const;
const MIDDLE = 3;

/** What a need would take and what it would bring. */
export interface GridMark {
  readonly effort: number;
  readonly impact: number;
}

/** Marks per need; a need that is not here was passed over. */
export type GridMarks = Readonly<Record<string, GridMark>>;

/** Much impact for little effort, much for much, little for little, little for much; or on a middle line. */
export type Quarter = 'quickWin' | 'bigProject' | 'fillIn' | 'leave' | 'between';

export interface GridLine {
  readonly need: string;
  /** Members who marked it. */
  readonly base: number;
  /** Medians of type 7, 1 to 5; null when fewer than three members marked it. */
  readonly effort: number | null;
  readonly impact: number | null;
  readonly quarter: Quarter | null;
}

/**
 * Reads `effort.<need>` and `impact.<need>`. One of the two alone is a problem at the other; neither is passed over.
 * @example readGrid({ 'effort.N1': '2', 'impact.N1': '5' }, ['N1']).value // { N1: { effort: 2, impact: 5 } }
 */
export function readGrid(fields: RawFields, needs: readonly string[]): Reading<GridMarks> {
  const given: [string, GridMark][] = [];
  const problems: FieldProblem[] = [];
  for (const need of needs) {
    const read = (scale: 'effort' | 'impact') => choiceIn(fields, `${scale}.${need}`, marks);
    const [effort, impact] = [read('effort'), read('impact')];
    const say = (scale: string, word: string) =>
      problems.push({ field: `${scale}.${need}`, key: `votes.problem.${word}`, values: {} });
    if (effort === undefined) say('effort', 'mark');
    if (impact === undefined) say('impact', 'mark');
    if (effort && impact === null) say('impact', 'impactMissing');
    if (impact && effort === null) say('effort', 'effortMissing');
    if (effort && impact) given.push([need, { effort: Number(effort), impact: Number(impact) }]);
  }
  return { value: Object.fromEntries(given), problems };
}

/** Medians and quarter per need, all members together, in the order of the needs. */
export function countGrid(votes: readonly GridMarks[], needs: readonly string[]): readonly GridLine[] {
  return needs.map((need) => {
    const given = votes.flatMap((vote) => (Object.hasOwn(vote, need) && vote[need] ? [vote[need]] : []));
    const median = (of: (mark: GridMark) => number) =>
      given.length < FEWEST_BALLOTS ? null : quantile(given.map(of), 0.5);
    const [effort, impact] = [median((mark) => mark.effort), median((mark) => mark.impact)];
    return { need, base: given.length, effort, impact, quarter: quarterOf(effort, impact) };
  });
}

/** The quarter of two marks from 1 to 5; null where one of them is not known. */
export function quarterOf(effort: number | null, impact: number | null): Quarter | null {
  if (effort === null || impact === null) return null;
  if (effort === MIDDLE || impact === MIDDLE) return 'between';
  if (impact > MIDDLE) return effort < MIDDLE ? 'quickWin' : 'bigProject';
  return effort < MIDDLE ? 'fillIn' : 'leave';
}
