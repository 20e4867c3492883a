// Who can do what in the libraries of one group: counted by hand, and what may be told beside the whole.
import { describe, expect, it } from 'vitest';
import { discloseSkillGroup } from '../../../analysis/disclosure/skills.ts';
import { skillGroups } from '../../../analysis/skills/skill-groups.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { datasetOf } from '../small-survey.ts';

const rules = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  needs: [],
  skills: { variables: 'skill', able: ['2'], unable: [] },
}).skills;
if (!rules) throw new Error('the catalogue declares skills');

const can = { 'use.wise': '3', 'skill.wise': '2' };
const cannot = { 'use.wise': '3', 'skill.wise': '0' };
const of = { nobody: [cannot, cannot], one: [can, cannot], several: [can, can] };

/** Libraries of a province: so many where nobody, one or several can. */
function province(name: string, nobody: number, one: number, several: number) {
  const kinds = [
    ...Array.from({ length: nobody }, () => of.nobody),
    ...Array.from({ length: one }, () => of.one),
    ...Array.from({ length: several }, () => of.several),
  ];
  return kinds.map((people, place) => ({ code: `${name}-${place}`, province: name, people }));
}

function groupsOf(...provinces: readonly ReturnType<typeof province>[]) {
  const libraries = provinces.flat();
  const dataset = datasetOf(
    libraries.flatMap(({ code, people }) => people.map((row) => ({ ...row, library: code }))),
  );
  const register = libraries.map(({ code, province: name }) => ({
    code,
    province: name,
    sizeClass: 'klein',
  }));
  return skillGroups(dataset, rules as NonNullable<typeof rules>, register, 'province');
}

describe('a skill in a group of the register', () => {
  it('counts the libraries of the group alone', () => {
    const [first, second, outside] = groupsOf(province('A', 5, 6, 7), province('B', 8, 0, 5));
    const counts = (group: typeof first) =>
      Object.values(group?.skills[0]?.libraries ?? {}).map(({ count }) => count);
    expect([first, second, outside].map((group) => group?.code)).toEqual(['A', 'B', null]);
    expect([counts(first), counts(second), counts(outside)]).toEqual([
      [5, 6, 7],
      [8, 0, 5],
      [0, 0, 0],
    ]);
  });

  it('is told in full where no class has 1 to 4 libraries', () => {
    const [skill] = discloseSkillGroup(groupsOf(province('A', 5, 6, 7), province('B', 8, 9, 5)), 'A');
    expect(skill?.libraries.one).toMatchObject({ count: 6, base: 18 });
    expect(skill?.people.estimate).toBeNull();
  });

  it('hides a class of few, and what would give it back from the whole and from the other groups', () => {
    const groups = groupsOf(province('A', 2, 9, 9), province('B', 8, 9, 5));
    const hidden = ['A', 'B'].map((code) =>
      Object.values(discloseSkillGroup(groups, code)[0]?.libraries ?? {}).map(({ count }) => count === null),
    );
    const of = (row: number) => hidden.map((column) => column[row]);
    expect(hidden[0]?.[0]).toBe(true);
    // In every row and column with a hidden class there is another one.
    expect(hidden.every((column) => column.filter(Boolean).length !== 1)).toBe(true);
    expect([0, 1, 2].every((row) => of(row).filter(Boolean).length !== 1)).toBe(true);
  });

  it('tells nothing of fewer than ten libraries, and hides elsewhere what would give them away', () => {
    const groups = groupsOf(province('A', 9, 9, 9), province('B', 3, 1, 5));
    expect(discloseSkillGroup(groups, 'B')[0]?.libraries.several.count).toBeNull();
    const seen = Object.values(discloseSkillGroup(groups, 'A')[0]?.libraries ?? {});
    expect(seen.filter(({ count }) => count === null).length).toBeGreaterThanOrEqual(2);
  });

  it('is an error of a group that is not there', () => {
    expect(() => discloseSkillGroup(groupsOf(province('A', 5, 5, 5)), 'Z')).toThrow(RangeError);
  });
});
