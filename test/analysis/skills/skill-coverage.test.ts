// Who can do what: libraries counted by hand, and who may read what of it.
import { describe, expect, it } from 'vitest';
import { discloseSkill, discloseTeam } from '../../../analysis/disclosure/skills.ts';
import { skillCoverage, teamSkills } from '../../../analysis/skills/skill-coverage.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { datasetOf, times } from '../small-survey.ts';

const catalogueWith = (consent?: object) =>
  needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [],
    skills: {
      variables: 'skill',
      able: ['2'],
      unable: [{ variables: 'use', codes: ['0'] }],
      ...(consent ? { consent } : {}),
    },
  }).skills;
const rules = catalogueWith();
if (!rules) throw new Error('the catalogue declares skills');

const can = { 'use.wise': '3', 'skill.wise': '2' };
const cannot = { 'use.wise': '3', 'skill.wise': '0' };
const unknown = { 'use.wise': '0' };
const at = (library: string, ...rows: readonly Readonly<Record<string, string>>[]) =>
  rows.map((row) => ({ ...row, library }));

const dataset = datasetOf([
  ...at('two', can, can, cannot),
  ...at('one', can, cannot),
  ...at('none', cannot, unknown),
  ...at('alone', can),
  // Not in our library: says nothing of the skill.
  ...at('elsewhere', { 'use.wise': 'N' }, { 'use.wise': 'N' }),
]);

describe('the coverage of a skill that only some speak of for themselves', () => {
  const themselves = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [],
    skills: { ...rules, where: [{ variables: ['role'], codes: ['desk'] }] },
  }).skills;
  if (!themselves) throw new Error('the catalogue declares skills');
  const desk = (row: object) => ({ ...row, role: 'desk' });
  const lead = (row: object) => ({ ...row, role: 'lead' });
  const asked = datasetOf([
    ...at('one', desk(can), desk(cannot), lead(can)),
    ...at('none', desk(cannot), desk(cannot), lead(can), lead(can)),
  ]);

  it('counts nobody who answered about others', () => {
    const [wise] = skillCoverage(asked, themselves);
    expect(wise?.libraries).toMatchObject({
      nobody: { count: 1, base: 2 },
      one: { count: 1, base: 2 },
      several: { count: 0, base: 2 },
    });
    expect(teamSkills(asked, themselves, 'none')).toMatchObject({ answers: 2 });
    expect(teamSkills(asked, themselves, 'none')?.skills[0]).toMatchObject({ answers: 2, class: 'nobody' });
  });

  it('tells no share of people: it would be a figure about a part of them', () => {
    expect(skillCoverage(asked, themselves)[0]?.people).toMatchObject({ count: 0, base: 0, estimate: null });
  });
});

describe('the coverage of a skill', () => {
  const [wise, films] = skillCoverage(dataset, rules);

  it('counts libraries where nobody, one or several can', () => {
    expect(wise?.variable).toBe('skill.wise');
    expect(wise?.libraries).toMatchObject({
      nobody: { count: 1, base: 3, unit: 'libraries' },
      one: { count: 1, base: 3 },
      several: { count: 1, base: 3 },
    });
  });

  it('leaves out libraries of which one person answered, and says how many', () => {
    expect(wise?.alone).toBe(1);
  });

  it('counts who never used it as somebody who cannot', () => {
    expect(wise?.people).toMatchObject({ count: 4, base: 8 });
    expect(films?.people.base).toBe(0);
  });

  it('is nothing where the skill is not asked', () => {
    expect(skillCoverage(dataset, { ...rules, variables: 'nergens' })).toEqual([]);
  });

  it('tells a mean from its spread: the same people able, in other libraries', () => {
    const spread = datasetOf([...at('a', can, cannot), ...at('b', can, cannot)]);
    const heaped = datasetOf([...at('a', can, can), ...at('b', cannot, cannot)]);
    const [[even], [uneven]] = [skillCoverage(spread, rules), skillCoverage(heaped, rules)];
    expect(even?.people.estimate).toBe(uneven?.people.estimate);
    expect([even?.libraries.one.count, uneven?.libraries.one.count]).toEqual([2, 0]);
  });
});

describe('who reads it', () => {
  it('is nobody outside where fewer than ten libraries have two answers', () => {
    const libraries = (count: number) =>
      datasetOf(Array.from({ length: count }, (_, index) => at(`bib${index}`, can, cannot)).flat());
    const open = (count: number) =>
      skillCoverage(libraries(count), rules).map(discloseSkill)[0]?.libraries.one;
    expect(open(9)).toMatchObject({ count: null, estimate: null, openness: 'withheld' });
    expect(open(10)).toMatchObject({ count: 10, base: 10 });
  });

  it('is a team by its own word from five answers on, never how many', () => {
    const team = (answers: number) => {
      const own = teamSkills(datasetOf(at('own', can, ...times(answers - 1, cannot))), rules, 'own');
      return own && discloseTeam(own);
    };
    expect(team(4)?.skills[0]).toMatchObject({ class: null });
    expect(team(5)?.skills[0]).toEqual({
      variable: 'skill.wise',
      label: { nl: 'wise' },
      answers: 5,
      class: 'one',
    });
    expect(teamSkills(dataset, rules, 'nergens')).toBeNull();
  });

  it('is a smaller team when everybody agreed', () => {
    const agreed = catalogueWith({ variables: ['role'], codes: ['desk'] });
    if (!agreed) throw new Error('the catalogue declares skills');
    const team = (roles: readonly string[]) => {
      const rows = roles.map((role) => ({ ...can, role }));
      const own = teamSkills(datasetOf(at('own', ...rows)), agreed, 'own');
      return own && discloseTeam(own).skills[0]?.class;
    };
    expect(team(['desk', 'desk'])).toBe('several');
    expect(team(['desk', 'lead'])).toBeNull();
  });
});
