// The job of finding who could be identified in a file before it leaves.
import { type IdentificationStep, identificationSteps, libraryFact } from '../../analysis/identification.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { selectedCodebook } from '../../surveys/formats/data-files/selected-codebook.ts';
import { projectByCode } from '../db/projects.ts';
import { surveyByCode } from '../db/surveys.ts';
import { unknownSurvey } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';

/** Groups smaller than this are few (docs/rules.md, Data that leave). */
export const fewTogether = 5;

export interface IdentificationAsked {
  readonly project: string;
  readonly survey: string;
  /** Names of the variables that would leave. */
  readonly fields: readonly string[];
}
export interface Identification {
  readonly responses: number;
  /** Over the fields others may know about somebody: which library, and the declared background. */
  readonly steps: readonly IdentificationStep[];
}

/** @throws ExpectedFailure when there is no such survey. */
export async function identification(
  ctx: JobContext,
  { project, survey, fields }: IdentificationAsked,
): Promise<Identification> {
  const [own, asked] = await Promise.all([
    projectByCode(ctx.db.kysely, project),
    surveyByCode(ctx.db.kysely, survey),
  ]);
  if (!own || !asked) throw unknownSurvey(survey);
  const dataset = await ctx.datasets.of(asked);
  const codebook = selectedCodebook(codebookOf(await ctx.datasets.definitionOf(asked)), new Set(fields));
  const background = codebook.variables.filter(
    ({ question, measure }) => own.catalogue.background.includes(question) && measure !== 'text',
  );
  const facts = [
    ...(codebook.registerVariable === null ? [] : [libraryFact]),
    ...background.map(({ name }) => name).filter((name) => name !== codebook.registerVariable),
  ];
  return { responses: dataset.size, steps: identificationSteps(dataset, facts, fewTogether) };
}
