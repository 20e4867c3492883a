// The job of finding who can do what in the libraries of a project, as one reader may see it.

import { discloseSkill, discloseTeam } from '../../analysis/disclosure/skills.ts';
import type { Reader } from '../../analysis/disclosure.ts';
import type { SkillCoverage, TeamSkills } from '../../analysis/results.ts';
import { skillCoverage, teamSkills } from '../../analysis/skills/skill-coverage.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectInput } from './project-analysis.ts';
import type { ReleasedSequences } from './released-sequences.ts';

export interface SkillsAsked {
  readonly project: string;
  readonly reader: Reader;
  readonly released: ReleasedSequences;
  /** The library whose own team reads; null for readers of the whole. */
  readonly library: string | null;
}

/**
 * The coverage of every skill the catalogue declares; null when it declares none, or its survey is not asked.
 * @throws ExpectedFailure when there is no such project.
 */
export async function skillCoverages(
  ctx: JobContext,
  { project, reader, released, library }: SkillsAsked,
): Promise<SkillCoverage | null> {
  const { catalogue, surveys, register } = await projectInput(ctx, project, released);
  const rules = catalogue.skills;
  const survey = surveys.find((one) =>
    rules?.survey === undefined ? one.main : one.survey === rules.survey,
  );
  if (!rules || !survey) return null;
  const skills = skillCoverage(survey.dataset, rules);
  if (skills.length === 0) return null;
  // Where the project is of one library alone, its team is that library.
  const own = library ?? (register.length === 1 ? (register[0]?.code ?? null) : null);
  const team = own === null ? null : teamSkills(survey.dataset, rules, own);
  if (reader === 'operator') return { survey: survey.survey, skills, team };
  return { survey: survey.survey, skills: skills.map(discloseSkill), team: team && openTeam(team, reader) };
}

/** The panel and the public are no team of a library. */
function openTeam(team: TeamSkills, reader: Reader): TeamSkills | null {
  return reader === 'team' || reader === 'library' ? discloseTeam(team) : null;
}
