// The job of analysing a project from what is stored, as one reader may see it.
import { familyOf, type ProjectInput } from '../../analysis/analyse-project.ts';
import type { SurveyInput } from '../../analysis/analyse-survey.ts';
import { Dataset } from '../../analysis/dataset.ts';
import { disclose, discloseGroup, type Reader } from '../../analysis/disclosure.ts';
import type { PanelRound } from '../../analysis/panel/panel-result.ts';
import { exploresOnly } from '../../analysis/panel/ways/vote.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { Filter } from '../../analysis/results/survey.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { librariesOf } from '../db/libraries.ts';
import { membersOf, roundInForce, roundsOf } from '../db/panels.ts';
import { type Project, projectByCode } from '../db/projects.ts';
import { recordsOf } from '../db/records.ts';
import { remarksOf } from '../db/remarks.ts';
import { type Survey, surveysOf } from '../db/surveys.ts';
import { unknownProject } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';
import { panelRound } from './panel-round.ts';
import { releasedAnswers } from './released-answers.ts';
import type { ReleasedSequences } from './released-sequences.ts';
import { rememberedAnalysis, rememberedGroup } from './remembered-analysis.ts';

export interface AnalysisAsked {
  readonly project: string;
  readonly reader: Reader;
  readonly released: ReleasedSequences;
  /** Limit the main survey's figures to background groups, two at most. */
  readonly filters: readonly Filter[];
}

/**
 * The analysis of a project, disclosed for its reader.
 * @throws ExpectedFailure when there is no such project. @throws RangeError for a filter that cannot be.
 */
export async function projectAnalysis(
  ctx: JobContext,
  { project: code, reader, released, filters }: AnalysisAsked,
): Promise<ProjectAnalysis> {
  const input = await projectInput(ctx, code, released);
  const whole = disclose(rememberedAnalysis(input), reader);
  const family = filters.length === 0 ? null : familyOf(input);
  const group = family && rememberedGroup(input, filters);
  if (!group) return whole;
  return { ...whole, surveys: [discloseGroup(group, family, reader), ...whole.surveys.slice(1)] };
}

/**
 * What the analysis of a project starts from.
 * @throws ExpectedFailure when there is no such project.
 */
export async function projectInput(
  ctx: JobContext,
  code: string,
  released: ReleasedSequences,
): Promise<ProjectInput> {
  const db = ctx.db.kysely;
  const project = await projectByCode(db, code);
  if (!project) throw unknownProject(code);
  const [surveys, register, records, members] = await Promise.all([
    surveysOf(db, code),
    librariesOf(db, code),
    recordsOf(db, code),
    membersOf(db, code),
  ]);
  return {
    project: code,
    title: project.title,
    demonstration: project.demonstration,
    catalogue: project.catalogue,
    register,
    surveys: await Promise.all(
      surveys.map(async (survey) => ({
        survey: survey.code,
        main: survey.position === 0,
        version: survey.version,
        ...(survey.state === 'draft'
          ? notFielded(survey)
          : await fielded(ctx, survey, project.catalogue.background, released)),
      })),
    ),
    records,
    panel: await closedRound(ctx, project, members.length),
    panelMembers: members.length,
  };
}

type Fielded = Pick<SurveyInput, 'questionnaire' | 'dataset' | 'groups' | 'remarks'>;

/** A survey that is still being made keeps its place in the project, without questions or answers. */
function notFielded({ questionnaire, version }: Survey): Fielded {
  const none = { ...questionnaire, pages: [] };
  return { questionnaire: none, dataset: new Dataset(codebookOf(none), version), remarks: [] };
}

/** The answers as far as they are released, their remarks included. */
async function fielded(
  ctx: JobContext,
  survey: Survey,
  background: readonly string[],
  released: ReleasedSequences,
): Promise<Fielded> {
  const to = released?.[survey.code] ?? null;
  const questionnaire = await ctx.datasets.definitionOf(survey);
  const remarks = await remarksOf(ctx.db.kysely, survey.code, to?.everybody ?? null);
  const whole = await ctx.datasets.of(survey);
  return { questionnaire, ...releasedAnswers(whole, questionnaire, background, to), remarks };
}

/**
 * The ballots of the round in force, or null while none is closed: a ballot stays hidden until then. A round that only
 * explored decides nothing.
 */
async function closedRound(ctx: JobContext, project: Project, members: number): Promise<PanelRound | null> {
  const rounds = await roundsOf(ctx.db.kysely, project.code);
  const round = roundInForce(rounds.filter(({ way }) => !exploresOnly(way)));
  if (!round) return null;
  return panelRound(ctx.db.kysely, project.code, round, members);
}
