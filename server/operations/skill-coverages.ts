// The job of finding who can do what in the libraries of a project, as one reader may see it.

import type { RegisterLibrary } from '../../analysis/coverage.ts';
import type { Dataset } from '../../analysis/dataset.ts';
import { discloseSkill, discloseSkillGroup, discloseTeam } from '../../analysis/disclosure/skills.ts';
import type { Reader } from '../../analysis/disclosure.ts';
import { isRegisterFact } from '../../analysis/explore/splits.ts';
import type { SkillCoverage, SkillResult, TeamSkills } from '../../analysis/results/skills.ts';
import type { Filter } from '../../analysis/results/survey.ts';
import { skillCoverage, teamSkills } from '../../analysis/skills/skill-coverage.ts';
import { skillGroups } from '../../analysis/skills/skill-groups.ts';
import type { SkillRules } from '../../surveys/needs-catalogue.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectInput } from './project-analysis.ts';
import type { ReleasedSequences } from './released-sequences.ts';

export interface SkillsAsked {
  readonly project: string;
  readonly reader: Reader;
  readonly released: ReleasedSequences;
  /** The library whose own team reads; null for readers of the whole. */
  readonly library: string | null;
  /** The group of the register to look at; null for all libraries. */
  readonly group: Filter | null;
}

/**
 * The coverage of every skill the catalogue declares; null when it declares none, or its survey is not asked.
 * @throws ExpectedFailure when there is no such project, RangeError when the register has no such group.
 */
export async function skillCoverages(
  ctx: JobContext,
  { project, reader, released, library, group }: SkillsAsked,
): Promise<SkillCoverage | null> {
  const { catalogue, surveys, register } = await projectInput(ctx, project, released);
  const rules = catalogue.skills;
  const survey = surveys.find((one) =>
    rules?.survey === undefined ? one.main : one.survey === rules.survey,
  );
  if (!rules || !survey) return null;
  const skills = skillsFor(reader, survey.dataset, rules, register, group);
  if (skills.length === 0) return null;
  // Where the project is of one library alone, its team is that library.
  const own = library ?? (register.length === 1 ? (register[0]?.code ?? null) : null);
  const team = own === null ? null : teamSkills(survey.dataset, rules, own);
  const shown = reader === 'operator' ? team : team && openTeam(team, reader);
  return { survey: survey.survey, group, skills, team: shown };
}

function skillsFor(
  reader: Reader,
  dataset: Dataset,
  rules: SkillRules,
  register: readonly RegisterLibrary[],
  group: Filter | null,
): readonly SkillResult[] {
  if (group === null) {
    const skills = skillCoverage(dataset, rules);
    return reader === 'operator' ? skills : skills.map(discloseSkill);
  }
  const { variable, code } = group;
  if (!isRegisterFact(variable) || code === null)
    throw new RangeError(`"${variable}" is no fact of the register with a group`);
  const groups = skillGroups(dataset, rules, register, variable);
  if (reader !== 'operator') return discloseSkillGroup(groups, code);
  return groups.find((one) => one.code === code)?.skills ?? [];
}

/** The panel and the public are no team of a library. */
function openTeam(team: TeamSkills, reader: Reader): TeamSkills | null {
  return reader === 'team' || reader === 'library' ? discloseTeam(team) : null;
}
