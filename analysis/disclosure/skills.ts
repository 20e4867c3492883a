// Who can do what, as a reader may see it: shares of libraries from ten libraries on; the class word alone to a team itself.
import type { SkillClass, SkillResult, TeamSkills } from '../results/skills.ts';
import type { SkillGroup } from '../skills/skill-groups.ts';
import { suppressTwoWay } from '../statistics/suppress-two-way.ts';
import { minimums } from './minimums.ts';
import { discloseShare, withheld } from './shares.ts';

export function discloseSkill(skill: SkillResult): SkillResult {
  const { nobody, one, several } = skill.libraries;
  const open = (nobody.base ?? 0) >= minimums.cross;
  const shown = open ? discloseShare : withheld;
  return {
    ...skill,
    libraries: { nobody: shown(nobody), one: shown(one), several: shown(several) },
    // Libraries that do not count because one person answered: of few answers that is how many answered at all.
    alone: open ? skill.alone : 0,
    people: discloseShare(skill.people),
  };
}

const classes: readonly SkillClass[] = ['nobody', 'one', 'several'];

/**
 * The skills of one group. Libraries of a class are counted over all groups, which is told as well: a class of 1 to 4
 * libraries is hidden with what would give it back. Groups of fewer than ten libraries tell nothing, and count as one here.
 * @param groups every group of one fact of the register. @throws RangeError when the group is none of them.
 */
export function discloseSkillGroup(groups: readonly SkillGroup[], code: string): readonly SkillResult[] {
  const own = groups.find((group) => group.code === code);
  if (!own) throw new RangeError(`no group "${code}"`);
  return own.skills.map((skill, place) => {
    const baseOf = (group: SkillGroup) => group.skills[place]?.libraries.one.base ?? 0;
    const countsOf = (group: SkillGroup) =>
      classes.map((name) => group.skills[place]?.libraries[name].count ?? 0);
    const open = groups.filter((group) => group.code !== null && baseOf(group) >= minimums.cross);
    const shut = groups.filter((group) => !open.includes(group)).map(countsOf);
    const together = classes.map((_, row) => shut.reduce((sum, counts) => sum + (counts[row] ?? 0), 0));
    const columns = [...open.map(countsOf), together];
    const table = classes.map((_, row) => columns.map((counts) => counts[row] ?? 0));
    const hidden = suppressTwoWay(table, minimums.cell);
    const column = open.indexOf(own);
    const shown = (name: SkillClass) => {
      const share = skill.libraries[name];
      const hides = hidden.some((cell) => cell.column === column && cell.row === classes.indexOf(name));
      return column < 0 || hides ? withheld(share) : discloseShare(share);
    };
    return {
      ...skill,
      libraries: { nobody: shown('nobody'), one: shown('one'), several: shown('several') },
      // Of people there is a table of their own, by every background: not told once more here.
      alone: 0,
      people: withheld(skill.people),
    };
  });
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
