// Conditions stored as data: whether something is shown, given the answers so far.
import type { Answers } from './answers.ts';
import type { Condition } from './questionnaire.ts';

/** Whether the condition holds for these answers; an unanswered variable equals no code. No condition always holds. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = answers[condition.variable];
  return answer !== undefined && condition.is.includes(answer);
}

/** The names of the variables a condition reads, for checks. */
export function variablesRead(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(variablesRead);
  if ('any' in condition) return condition.any.flatMap(variablesRead);
  if ('not' in condition) return variablesRead(condition.not);
  return [condition.variable];
}
