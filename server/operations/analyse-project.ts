// A project analysed as one reader may see it. Used by the team's pages, the panel, respondents and the command line.
import type { Reader } from '../../analysis/disclosure.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { Filter } from '../../analysis/results/survey.ts';
import type { Context } from '../context.ts';
import { releasedFor } from './released-sequences.ts';

export interface AnalyseOptions {
  readonly reader: Reader;
  /** Limit the main survey's figures to background groups, two at most. */
  readonly filters?: readonly Filter[];
}

/**
 * The analysis of a project, disclosed for its reader.
 * @throws ExpectedFailure when there is no such project. @throws RangeError for filters that cannot be.
 */
export async function analyseProject(
  ctx: Pick<Context, 'db' | 'writes' | 'analysis'>,
  project: string,
  { reader, filters = [] }: AnalyseOptions,
): Promise<ProjectAnalysis> {
  const released = await releasedFor(ctx, project, reader);
  return ctx.analysis.ask('projectAnalysis', { project, reader, released, filters });
}
