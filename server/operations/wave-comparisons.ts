// The job of comparing the waves of a project, as one reader may see them.
import { analyseSurvey } from '../../analysis/analyse-survey.ts';
import { discloseWaves } from '../../analysis/disclosure/waves.ts';
import { discloseWhole, type Reader } from '../../analysis/disclosure.ts';
import type { WaveComparison } from '../../analysis/results/waves.ts';
import { compareWaves, type Wave } from '../../analysis/waves/compare-waves.ts';
import { surveysOf } from '../db/surveys.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectInput } from './project-analysis.ts';
import type { ReleasedSequences } from './released-sequences.ts';

export interface WavesAsked {
  readonly project: string;
  readonly reader: Reader;
  readonly released: ReleasedSequences;
}

/**
 * Every survey that is a wave of another, beside that one; drafts are left out, nobody answered them.
 * @throws ExpectedFailure when there is no such project.
 */
export async function waveComparisons(
  ctx: JobContext,
  { project, reader, released }: WavesAsked,
): Promise<readonly WaveComparison[]> {
  const surveys = await surveysOf(ctx.db.kysely, project);
  const fielded = new Set(surveys.filter(({ state }) => state !== 'draft').map(({ code }) => code));
  const pairs = surveys.flatMap(({ code, waveOf }) =>
    waveOf !== null && fielded.has(code) && fielded.has(waveOf) ? [{ first: waveOf, second: code }] : [],
  );
  if (pairs.length === 0) return [];
  const input = await projectInput(ctx, project, released);
  const waveOf = (code: string): Wave | null => {
    const survey = input.surveys.find((one) => one.survey === code);
    if (!survey) return null;
    const analysis = discloseWhole(analyseSurvey(survey, input.catalogue, []), reader);
    const { questionnaire, dataset } = survey;
    return {
      survey: code,
      title: questionnaire.title,
      questionnaire,
      dataset,
      questions: analysis.questions,
    };
  };
  return pairs.flatMap((pair) => {
    const [first, second] = [waveOf(pair.first), waveOf(pair.second)];
    if (!first || !second) return [];
    const comparison = compareWaves(first, second);
    return reader === 'operator' ? comparison : discloseWaves(comparison);
  });
}
