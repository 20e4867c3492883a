// A figure is a value: what was counted, on which base, what is missing and why, and how sure it is.
// It never travels as a bare number.
import type { MissingReason } from '../surveys/questionnaire.ts';
import type { Interval } from './statistics/wilson-interval.ts';

/** How many respondents have no figure, by reason. Never in a base. */
export type MissingCounts = Readonly<Record<MissingReason, number>>;

/**
 * How much of a figure its reader may see (docs/rules.md, Few people): everything; without interval and verdict ("kleine groep");
 * the count alone ("3 van de 6"); nothing.
 */
export type Openness = 'full' | 'smallGroup' | 'countOnly' | 'withheld';

/**
 * A share of a stated base: `count` of `base` respondents (or remarks, tickets, libraries: see `unit`).
 * `estimate` and `interval` are proportions 0-1; null where the base is empty or the reader may not see them.
 */
export interface Share {
  readonly count: number | null;
  readonly base: number | null;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly missing: MissingCounts | null;
  readonly unit: Unit;
  /**
   * Wilson on persons; Wilson at the effective base, where one library gave several answers; everything counted; `mean`:
   * no share but a mean answer as a place on its scale, 0-1, and its `count` is null.
   */
  readonly method: 'wilson' | 'clusteredWilson' | 'countOfAll' | 'mean';
  readonly openness: Openness;
}
export type Unit = 'respondents' | 'remarks' | 'libraries' | 'tickets' | 'interviews' | 'answers' | 'visits';

export const noneMissing: MissingCounts = {
  notShown: 0,
  skipped: 0,
  notApplicable: 0,
  dontKnow: 0,
  preferNotToSay: 0,
};
