// What a survey of the project is called.
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Survey } from '../../../db/surveys.ts';

/** The title of a survey of the project; its code where there is none of it any more. */
export function titleOf(surveys: readonly Survey[], code: string, language: string): string {
  const survey = surveys.find((each) => each.code === code);
  return survey ? inLanguage(survey.questionnaire.title, language) : code;
}
