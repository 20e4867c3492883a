// Who can do what, as a reader may see it: shares of libraries from ten libraries on; the class word alone to a team itself.
import type { SkillResult, TeamSkills } from '../results.ts';
import { minimums } from './minimums.ts';
import { discloseShare, withheld } from './shares.ts';

export function discloseSkill(skill: SkillResult): SkillResult {
  const { nobody, one, several } = skill.libraries;
  const open = (nobody.base ?? 0) >= minimums.cross;
  const shown = open ? discloseShare : withheld;
  return {
    ...skill,
    libraries: { nobody: shown(nobody), one: shown(one), several: shown(several) },
    people: discloseShare(skill.people),
  };
}

/** A team's own classes: with five answers about the skill or everybody's consent, and never how many can. */
export function discloseTeam(team: TeamSkills): TeamSkills {
  return {
    ...team,
    skills: team.skills.map((skill) =>
      team.consented || skill.answers >= minimums.anything ? skill : { ...skill, class: null },
    ),
  };
}
