// What of a survey can leave, as the newest definition with everything earlier ones offered has it.
import { codebookOf } from '../../surveys/codebook.ts';
import { type FieldChoice, fieldChoices } from '../../surveys/formats/data-files/field-choices.ts';
import { createDatasets } from '../datasets.ts';
import type { Database } from '../db/open.ts';
import type { Survey } from '../db/surveys.ts';

/** @param background codes of the questions the project declares as background. */
export async function surveyFields(
  db: Database,
  survey: Survey,
  background: readonly string[],
): Promise<readonly FieldChoice[]> {
  const questionnaire = await createDatasets(db).definitionOf(survey);
  return fieldChoices(questionnaire, codebookOf(questionnaire), background);
}
