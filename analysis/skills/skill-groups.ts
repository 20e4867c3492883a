// Who can do what in the libraries of a group of the register, and in all its other groups: what may be told of one hangs
// on the others.
import type { SkillRules } from '../../surveys/needs-catalogue.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { noGroup, type RegisterFact, splitBy } from '../explore/splits.ts';
import type { SkillResult } from '../results/skills.ts';
import { skillCoverage } from './skill-coverage.ts';

export interface SkillGroup {
  /** Null: libraries that are not in the register. */
  readonly code: string | null;
  readonly skills: readonly SkillResult[];
}

/** Coverage of every skill in each group of a fact of the register, in its order; libraries outside it last. */
export function skillGroups(
  dataset: Dataset,
  rules: SkillRules,
  register: readonly RegisterLibrary[],
  fact: RegisterFact,
): readonly SkillGroup[] {
  const { groups, of } = splitBy(dataset, register, fact);
  const inGroup = (place: number) => of.map((group) => Number(group === place));
  return [
    ...groups.map(({ code }, place) => ({ code, skills: skillCoverage(dataset, rules, inGroup(place)) })),
    { code: null, skills: skillCoverage(dataset, rules, inGroup(noGroup)) },
  ];
}
