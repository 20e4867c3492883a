// The job of finding whether figures about groups may move on: it reads the columns, which only the worker keeps.
import { type GroupStep, groupsMayMove } from '../../analysis/disclosure/group-step.ts';
import type { Grouping } from '../../analysis/disclosure/groupings.ts';
import { librariesOf } from '../db/libraries.ts';
import { surveyByCode } from '../db/surveys.ts';
import { unknownSurvey } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';

export interface GroupStepAsked extends GroupStep {
  readonly survey: string;
  /** Sequence number of the last response they would show. */
  readonly to: number;
  readonly groupings: readonly Grouping[];
}

/** @throws ExpectedFailure when there is no such survey. */
export async function groupStep(ctx: JobContext, asked: GroupStepAsked): Promise<boolean> {
  const survey = await surveyByCode(ctx.db.kysely, asked.survey);
  if (!survey) throw unknownSurvey(asked.survey);
  // Only the main survey is about the libraries of the register.
  const register = survey.position === 0 ? await librariesOf(ctx.db.kysely, survey.project) : [];
  const whole = await ctx.datasets.of(survey);
  return groupsMayMove(whole.upTo(asked.to), register, asked.groupings, asked);
}
