// Questions that were asked only of some, because of a background or of what the register knows of their library: their
// figures are about that group, also without a filter (docs/rules.md, Subtraction).
import { comparisons } from '../../surveys/condition.ts';
import type { Condition, Questionnaire } from '../../surveys/questionnaire.ts';
import type { Dataset } from '../dataset.ts';
import type { Grouping } from './groupings.ts';

/** The codes of these questions. @param background what the project declares. */
export function questionsOfGroups(
  { pages }: Questionnaire,
  background: readonly string[],
): readonly string[] {
  const byBackground = (condition: Condition | undefined) =>
    condition !== undefined &&
    comparisons(condition).some((part) => {
      if ('register' in part) return true;
      return background.includes('answered' in part ? part.answered : part.variable);
    });
  return pages.flatMap(({ showIf, questions }) =>
    questions.filter((one) => byBackground(showIf) || byBackground(one.showIf)).map(({ code }) => code),
  );
}

/** The groups they tell apart: who was asked, and who was not. */
export function groupingsInRoutes(
  questionnaire: Questionnaire,
  background: readonly string[],
): readonly Grouping[] {
  return questionsOfGroups(questionnaire, background).map((asked) => [{ asked }]);
}

/** The answers with these questions told up to an earlier response: nobody after it was asked. */
export function askedUpTo(
  dataset: Dataset,
  questionnaire: Questionnaire,
  background: readonly string[],
  last: number,
): Dataset {
  const codes = new Set(questionsOfGroups(questionnaire, background));
  if (codes.size === 0) return dataset;
  const { variables } = dataset.codebook;
  return dataset.notShownAfter(
    last,
    variables.filter(({ question }) => codes.has(question)).map(({ name }) => name),
  );
}
