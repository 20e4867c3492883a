// The job of the explorer: one view of a survey worked out from what is stored, as one reader may see it.
import type { Dataset } from '../../analysis/dataset.ts';
import { groupingsInView } from '../../analysis/disclosure/groupings.ts';
import { exploreFor, type Reader } from '../../analysis/disclosure.ts';
import type { ExploreInput } from '../../analysis/explore/explore.ts';
import type { Explored } from '../../analysis/explore/explored.ts';
import { offerOf } from '../../analysis/explore/offer.ts';
import {
  type ExploreOffer,
  type ExploreView,
  readView,
  type ViewProblem,
} from '../../analysis/explore/view.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { librariesOf } from '../db/libraries.ts';
import { projectByCode } from '../db/projects.ts';
import { surveysOf } from '../db/surveys.ts';
import { unknownProject, unknownSurvey } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';
import { releasedAnswers } from './released-answers.ts';
import type { ReleasedSequences } from './released-sequences.ts';

export interface ExploreAsked {
  readonly project: string;
  /** Null: the project's main survey. */
  readonly survey: string | null;
  /** The view as an address has it. */
  readonly parameters: readonly (readonly [string, string])[];
  readonly reader: Reader;
  readonly released: ReleasedSequences;
}
export interface ExploredSurvey {
  readonly survey: string;
  readonly questionnaire: Questionnaire;
  readonly offer: ExploreOffer;
  readonly view: ExploreView | null;
  readonly problems: readonly ViewProblem[];
  /** Null where the survey has no question. */
  readonly explored: Explored | null;
  /** How many answers it rests on where these are fewer than other figures rest on; null where they are not. */
  readonly behind: number | null;
}

/** @throws ExpectedFailure when there is no such project, or no such fielded survey in it. */
export async function exploredSurvey(ctx: JobContext, asked: ExploreAsked): Promise<ExploredSurvey> {
  const { views, ...input } = await exploreInput(ctx, asked);
  const offer = offerOf(input);
  const { view, problems } = readView(asked.parameters, offer);
  const aboutGroups = view !== null && groupingsInView(view, input.background).length > 0;
  const answers = aboutGroups ? { ...input, dataset: views } : input;
  return {
    survey: input.survey,
    questionnaire: input.questionnaire,
    offer,
    view,
    problems,
    explored: view && exploreFor(answers, view, asked.reader),
    behind: answers.dataset.size < input.dataset.size ? answers.dataset.size : null,
  };
}

async function exploreInput(
  ctx: JobContext,
  asked: ExploreAsked,
): Promise<ExploreInput & { readonly views: Dataset }> {
  const db = ctx.db.kysely;
  const [project, surveys, register] = await Promise.all([
    projectByCode(db, asked.project),
    surveysOf(db, asked.project),
    librariesOf(db, asked.project),
  ]);
  if (!project) throw unknownProject(asked.project);
  const fielded = surveys.filter(({ state }) => state !== 'draft');
  const survey = asked.survey === null ? fielded[0] : fielded.find(({ code }) => code === asked.survey);
  if (!survey) throw unknownSurvey(asked.survey ?? '');
  const questionnaire = await ctx.datasets.definitionOf(survey);
  const whole = await ctx.datasets.of(survey);
  const { background } = project.catalogue;
  const to = asked.released?.[survey.code] ?? null;
  return {
    survey: survey.code,
    questionnaire,
    dataset: releasedAnswers(whole, questionnaire, background, to).dataset,
    views: to ? whole.upTo(to.views) : whole,
    // Only the main survey is about the libraries of the register.
    register: survey.position === 0 ? register : [],
    background,
  };
}
