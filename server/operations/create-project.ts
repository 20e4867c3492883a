// Makes a project with its surveys from a template, in one transaction.
import { dayOf } from '../../surveys/day.ts';
import { startingRecords } from '../../surveys/records/start-plan.ts';
import type { Queries } from '../db/open.ts';
import { createProject as addProject, projectByCode } from '../db/projects.ts';
import { saveRecords } from '../db/records.ts';
import { createSurvey, surveyByCode } from '../db/surveys.ts';
import { projectExists, surveyExists } from '../errors.ts';
import type { Template } from '../template-folder.ts';

/**
 * Adds the project and its surveys, open. Call it inside a transaction.
 * @throws ExpectedFailure when the project or one of its surveys is there already.
 */
export async function createProject(
  db: Queries,
  code: string,
  template: Template,
  demonstration: boolean,
  createdAt: string,
): Promise<void> {
  const { questionnaires, catalogue, reportTemplate, guide, plan } = template;
  if (await projectByCode(db, code)) throw projectExists(code);
  for (const questionnaire of questionnaires) {
    if (await surveyByCode(db, questionnaire.code)) throw surveyExists(questionnaire.code);
  }
  const title = reportTemplate.project;
  await addProject(db, { code, title, catalogue, reportTemplate, guide, demonstration }, createdAt);
  for (const [position, questionnaire] of questionnaires.entries()) {
    await createSurvey(db, code, position, questionnaire, createdAt);
  }
  if (plan) await saveRecords(db, code, startingRecords(plan, dayOf(new Date(createdAt))));
}
