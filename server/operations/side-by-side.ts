// The job of what is read beside something else in the surveys of a project, as one reader may see it.

import type { SurveyInput } from '../../analysis/analyse-survey.ts';
import { answersFor, showsNoGroups } from '../../analysis/answered.ts';
import { discloseSideBySide } from '../../analysis/disclosure/side-by-side.ts';
import type { Reader } from '../../analysis/disclosure.ts';
import type { SideBySideResult } from '../../analysis/side-by-side/results.ts';
import { sideBySideResults } from '../../analysis/side-by-side/side-by-side.ts';
import type { SideBySide } from '../../surveys/side-by-side.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectInput } from './project-analysis.ts';
import type { ReleasedSequences } from './released-sequences.ts';

export interface SideBySideAsked {
  readonly project: string;
  readonly reader: Reader;
  readonly released: ReleasedSequences;
}

/**
 * Everything the catalogue declares, survey by survey.
 * @throws ExpectedFailure when there is no such project.
 */
export async function sideBySide(
  ctx: JobContext,
  { project, reader, released }: SideBySideAsked,
): Promise<readonly SideBySideResult[]> {
  const { catalogue, surveys, register } = await projectInput(ctx, project, released);
  return surveys.flatMap((survey) => {
    const declared = catalogue.sideBySide.filter((one) =>
      one.survey === undefined ? survey.main : one.survey === survey.survey,
    );
    const results = declared.flatMap((one) => {
      const by = backgroundsOf(one);
      if (by.length > 0 && showsNoGroups(survey)) return [];
      return sideBySideResults([one], {
        dataset: answersFor(by, survey),
        register: survey.main ? register : [],
        background: catalogue.background,
        declared,
        other: otherAnswers(one, surveys),
        everything: reader === 'operator',
      });
    });
    return reader === 'operator' ? results : results.map(discloseSideBySide);
  });
}

/** The answers of the second survey, where something stands beside another one. */
function otherAnswers(declared: SideBySide, surveys: readonly SurveyInput[]) {
  if (declared.kind !== 'twoSurveys') return null;
  const other = surveys.find(({ survey }) => survey === declared.second.survey);
  return other ? answersFor([], other) : null;
}

/** The backgrounds a result hangs on: what it is split by, and the level that says what is required. */
function backgroundsOf(declared: SideBySide): readonly string[] {
  const by = 'by' in declared && declared.by !== undefined ? [declared.by] : [];
  return declared.kind === 'required' ? [...by, declared.level] : by;
}
