// Which colours each scale variable of a questionnaire takes.
import { type Questionnaire, questionsOf, scaleOf } from '../../surveys/questionnaire.ts';
import type { ScaleLook } from '../results/questions.ts';
import type { LookOfVariable } from './question-charts.ts';

/** A grid with two scales has two looks; its result names only the first. */
export function looksOf(questionnaire: Questionnaire): LookOfVariable {
  const looks = new Map<string, ScaleLook>();
  for (const question of questionsOf(questionnaire)) {
    if (question.type !== 'grid') continue;
    for (const { variable, scale } of question.scales)
      looks.set(variable, scaleOf(questionnaire, scale).look);
  }
  return (variable) => looks.get(variable) ?? null;
}
