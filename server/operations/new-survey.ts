// A survey made in the workspace, as a draft of an existing project.
import { codeBeside } from '../../surveys/editing/starts.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import type { Context } from '../context.ts';
import { createSurvey, setWaveOf, surveyCodes, surveysOf } from '../db/surveys.ts';

/**
 * Adds a survey with this definition behind the others of the project. When its code is taken it gets a free one.
 * @param waveOf the survey of the project it is a next wave of.
 * @returns its code.
 */
export async function newSurvey(
  ctx: Context,
  project: string,
  questionnaire: Questionnaire,
  waveOf: string | null = null,
): Promise<string> {
  const at = ctx.now().toISOString();
  return ctx.writes.run(async (db) => {
    const code = codeBeside(await surveyCodes(db), questionnaire.code);
    const others = await surveysOf(db, project);
    const position = Math.max(-1, ...others.map((survey) => survey.position)) + 1;
    await createSurvey(db, project, position, { ...questionnaire, code }, at, 'draft');
    if (waveOf !== null) await setWaveOf(db, project, code, waveOf);
    return code;
  });
}
