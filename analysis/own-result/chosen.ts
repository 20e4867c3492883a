// What one person chose, in the words of the questionnaire: what every part of an own result reads.
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import type { Questionnaire, Text } from '../../surveys/questionnaire.ts';
import type { Category, Variable } from '../../surveys/variable.ts';

/** A place on a scale, in the scale's words. */
export interface Rating {
  readonly value: number;
  readonly label: Text;
}

/** The variable of a questionnaire with this name; undefined when it asks no such thing. */
export function asked(questionnaire: Questionnaire, name: string): Variable | undefined {
  const { variables, position } = codebookOf(questionnaire);
  return variables[position.get(name) ?? -1];
}

/** The category somebody chose; undefined where nothing was chosen. */
export function chosenOf({ name, categories }: Variable, answers: Answers): Category | undefined {
  return categories.find(({ code }) => code === answers[name]);
}

/** The place on the scale; null for a missing answer. */
export function ratingOf(category: Category | undefined): Rating | null {
  return category?.value == null ? null : { value: category.value, label: category.label };
}
