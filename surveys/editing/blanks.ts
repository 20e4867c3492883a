// Blanks in the information notice: what a new questionnaire's notice still asks its makers to write stands between
// square brackets, and no questionnaire is fielded with one of them left (PRV-14).
import { checkQuestionnaire, type DefinitionProblem } from '../check.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { refusal } from './refusal.ts';

const blank = /\[[^[\]]+\]/;

/** Each part of the notice that still has a blank. */
export function noticeBlanks(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  return questionnaire.notice.flatMap(({ title, text }, index) =>
    Object.values(text).some((words) => blank.test(words))
      ? [refusal(`notice[${index}].text`, 'noticeBlank', { title: Object.values(title)[0] ?? '' })]
      : [],
  );
}

export interface Checked {
  /** What keeps the questionnaire from being fielded. */
  readonly errors: readonly DefinitionProblem[];
  readonly warnings: readonly DefinitionProblem[];
}

/** Everything to be said about a definition before it is fielded. */
export function checkBeforeFielding(questionnaire: Questionnaire): Checked {
  const problems = checkQuestionnaire(questionnaire);
  const isWarning = (problem: DefinitionProblem) => 'severity' in problem && problem.severity === 'warning';
  return {
    errors: [...problems.filter((problem) => !isWarning(problem)), ...noticeBlanks(questionnaire)],
    warnings: problems.filter(isWarning),
  };
}
