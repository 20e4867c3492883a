// Who can do what in the libraries of a project, asked of the worker. Used by the team's page and the command line.
import type { Reader } from '../../analysis/disclosure.ts';
import type { SkillCoverage } from '../../analysis/results/skills.ts';
import type { Filter } from '../../analysis/results/survey.ts';
import type { Context } from '../context.ts';
import { releasedFor } from './released-sequences.ts';

/**
 * @param library whose own team reads; null for the whole.
 * @param group of the register that the skills are of; null for all libraries.
 * @throws ExpectedFailure when there is no such project.
 */
export async function projectSkills(
  ctx: Pick<Context, 'db' | 'writes' | 'analysis'>,
  project: string,
  reader: Reader,
  library: string | null = null,
  group: Filter | null = null,
): Promise<SkillCoverage | null> {
  const released = await releasedFor(ctx, project, reader);
  return ctx.analysis.ask('skillCoverages', { project, reader, released, library, group });
}
