// The job of finding whether figures about groups may move on: it reads the columns, which only the worker keeps.
import { type GroupStep, groupsMayMove } from '../../analysis/disclosure/group-step.ts';
import { type Grouping, tablesInViews } from '../../analysis/disclosure/groupings.ts';
import { hiddenStays } from '../../analysis/disclosure/hidden-between.ts';
import { familyFor } from '../../analysis/disclosure/kept-families.ts';
import type { ExploreView } from '../../analysis/explore/view.ts';
import { librariesOf } from '../db/libraries.ts';
import type { GroupsAlong } from '../db/releases.ts';
import { surveyByCode } from '../db/surveys.ts';
import { unknownSurvey } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';

export interface GroupStepAsked extends GroupStep {
  readonly survey: string;
  /** Sequence number of the last response they would show. */
  readonly to: number;
  readonly groupings: readonly Grouping[];
  /** Sequence number of the last response that views of groups ever showed. */
  readonly viewsAfter: number;
  /** What the report shows of this survey. */
  readonly views: readonly ExploreView[];
  /** As the project declares them; what this survey does not ask is passed over. */
  readonly background: readonly string[];
}

/** Which figures about groups may move. @throws ExpectedFailure when there is no such survey. */
export async function groupStep(ctx: JobContext, asked: GroupStepAsked): Promise<GroupsAlong> {
  const survey = await surveyByCode(ctx.db.kysely, asked.survey);
  if (!survey) throw unknownSurvey(asked.survey);
  // Only the main survey is about the libraries of the register.
  const register = survey.position === 0 ? await librariesOf(ctx.db.kysely, survey.project) : [];
  const whole = await ctx.datasets.of(survey);
  const now = whole.upTo(asked.to);
  if (!groupsMayMove(now, register, asked.groupings, asked)) return { groups: false, views: false };
  const { codebook } = whole;
  const background = asked.background.filter((name) => codebook.position.has(name));
  const tables = tablesInViews(asked.views, codebook, background);
  if (tables.length === 0) return { groups: true, views: true };
  const [before, after] = [whole.upTo(asked.viewsAfter), now].map((one) =>
    familyFor(one, register, background),
  );
  const views = before && after ? tables.every((table) => hiddenStays(before, after, table)) : false;
  // After a withdrawal views cannot stay: as they were they would now lack the one who left.
  return views ? { groups: true, views } : { groups: !asked.withdrawn, views: false };
}
