// The templates as they are found in their folder, and people who answer a survey made from one. None is named here.
import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { setDraftDefinition, surveysOf } from '../../server/db/surveys.ts';
import { publishDefinition } from '../../server/operations/definition-editing.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import { templatesFolder } from '../../server/paths.ts';
import { generatedAnswersSchema, generatedResponses } from '../../surveys/generated-answers.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { readResponse } from '../../surveys/read-page.ts';
import { noRegister } from '../../surveys/register.ts';
import type { App } from './start-app.ts';

const folders = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' });

/** Every template. */
export const templateNames = folders
  .filter((path) => path.endsWith('/questionnaire.json'))
  .map((path) => path.replace('/questionnaire.json', ''));
/** Those with a demonstration. */
export const demonstrated = templateNames.filter((name) => folders.includes(`${name}/demonstration.json`));

/** Opens every survey of the project, its notice filled in as its makers must, and gives them as they are asked. */
export async function fieldSurveys(app: App, project: string): Promise<readonly Questionnaire[]> {
  const fielded: Questionnaire[] = [];
  for (const { code, questionnaire } of await surveysOf(app.ctx.db.kysely, project)) {
    const filled = blanksFilled(questionnaire);
    await app.ctx.writes.run((queries) => setDraftDefinition(queries, filled));
    expect(await publishDefinition(app.ctx, code)).toEqual({ version: 1 });
    fielded.push(filled);
  }
  return fielded;
}

/** Everything between square brackets of the notice filled in. */
export function blanksFilled(questionnaire: Questionnaire): Questionnaire {
  return questionnaireSchema.parse(
    JSON.parse(JSON.stringify(questionnaire).replaceAll(/\[[A-Z][^[\]"{}]*\]|\[contact\]/gi, 'De bibgroep')),
  );
}

/** A hundred persons answer, each through the reading of the form. */
export async function hundredAnswer(app: App, questionnaire: Questionnaire): Promise<void> {
  const declared = generatedAnswersSchema.parse({
    seed: 7,
    count: 100,
    from: '2026-01-05',
    to: '2026-01-30',
  });
  const people = generatedResponses(questionnaire, declared, noRegister, seededRandom(7));
  const responses = people.map(({ answers, date }) => {
    const reading = readResponse(questionnaire, answers, noRegister);
    expect(reading.problems).toEqual([]);
    const draft = { answers: reading.answers, version: 1, receiptHash: '', seed: null };
    const response = responseOf(draft, questionnaire, noRegister, app.ctx.newId(), date);
    return { ...response, receiptHash: null };
  });
  await app.ctx.writes.run((queries) => insertResponses(queries, questionnaire.code, responses));
}
