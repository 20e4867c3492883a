// Conditions stored as data: whether something is shown, given the answers so far and the respondent's library.
import type { Answers } from './answers.ts';
import type { Condition } from './questionnaire.ts';
import type { LibraryFacts } from './register.ts';

/** What a condition is held against. */
export interface Situation {
  readonly answers: Answers;
  /** Of the library the respondent chose; null while none is known. */
  readonly library: LibraryFacts | null;
  /** Where an answer to a variable stands on the number line; null where it has no place there. */
  valueOf(variable: string, answer: string): number | null;
}

/** Whether the condition holds; an unanswered variable equals no code and lies in no range. No condition always holds. */
export function holds(condition: Condition | undefined, situation: Situation): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, situation));
  if ('any' in condition) return condition.any.some((part) => holds(part, situation));
  if ('not' in condition) return !holds(condition.not, situation);
  if ('answered' in condition) return situation.answers[condition.answered] !== undefined;
  if ('register' in condition) {
    return situation.library !== null && condition.is.includes(situation.library[condition.register]);
  }
  const answer = situation.answers[condition.variable];
  if (answer === undefined) return false;
  if ('is' in condition) return condition.is.includes(answer);
  const value = situation.valueOf(condition.variable, answer);
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = condition;
  return value !== null && value >= atLeast && value <= atMost;
}

/** The names of the variables a condition reads. */
export function variablesRead(condition: Condition): readonly string[] {
  return comparisons(condition).flatMap((part) => {
    if ('register' in part) return [];
    return 'answered' in part ? [part.answered] : [part.variable];
  });
}

export type Comparison = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The comparisons a condition is made of. */
export function comparisons(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisons);
  if ('any' in condition) return condition.any.flatMap(comparisons);
  if ('not' in condition) return comparisons(condition.not);
  return [condition];
}
