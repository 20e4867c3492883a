// The rows of the source documents on material, passing on, reading and courses that the templates' data serve.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { againstRange } from '../../analysis/materials/literature.ts';
import { readyProducts } from '../../analysis/materials/products.ts';
import { templatesFolder } from '../../server/paths.ts';
import { demonstrationSchema } from '../../surveys/demonstration.ts';
import { questionnaireSchema, questionsOf } from '../../surveys/questionnaire.ts';
import { planSchema } from '../../surveys/records/plan.ts';

const file = (path: string): unknown => JSON.parse(readFileSync(`${templatesFolder}/${path}.json`, 'utf8'));
const demonstration = (name: string) => demonstrationSchema.parse(file(`${name}/demonstration`));

describe('the material of new roles', () => {
  const { records, surveys } = demonstration('nieuwe-rollen');
  const plan = planSchema.parse(file('nieuwe-rollen/plan'));

  it('NYR-03 and NYR-13 has a kit with agenda, slides, exercise and film link, and products to use', () => {
    const ready = readyProducts(records);
    expect(ready.some(({ kind }) => kind === 'kit')).toBe(true);
    expect(ready.length).toBeGreaterThan(3);
  });

  it('NYR-04 and NYR-14 is gathered and passed on, to heads and staff, by journal, newsletter, site and network', () => {
    expect(new Set(records.dissemination.map(({ stage }) => stage))).toEqual(
      new Set(['gathered', 'passedOn']),
    );
    const passedOn = records.dissemination.filter(({ stage }) => stage === 'passedOn');
    expect(passedOn.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['journal', 'newsletter', 'site', 'network']),
    );
    const audiences = passedOn.map(({ audience }) => audience.en).join(' ');
    for (const audience of ['Heads of libraries', 'Staff']) expect(audiences).toContain(audience);
  });

  it('NYR-17 means four to six sources on six to eight pages, from the start of a project on', () => {
    expect(plan.paper).toMatchObject([{ sources: { from: 4, to: 6 }, pages: { from: 6, to: 8 } }]);
    expect(againstRange(records.literature.length, plan.paper[0]?.sources)).toBe('within');
  });

  it('NYR-18 and NYR-19 every source tells of tasks tied to a role, what promotes and what hinders', () => {
    for (const { wentWell, wentLessWell, promoting, hindering } of records.literature) {
      expect([...wentWell, ...wentLessWell].every(({ role }) => role !== undefined)).toBe(true);
      expect([wentWell, wentLessWell, promoting, hindering].every((list) => list.length > 0)).toBe(true);
    }
  });

  it('NYR-30 training institutes looked at the material', () => {
    expect(records.review.length).toBeGreaterThan(0);
    for (const { products } of records.review) expect(products.length).toBeGreaterThan(0);
  });

  it('NYR-31 is of every type: film, slides, social media and more', () => {
    const types = new Set(records.material.map(({ type }) => type));
    for (const type of ['film', 'slides', 'socialMedia', 'exercise', 'conversationCard'] as const)
      expect(types).toContain(type);
  });

  it('NYR-32 a trial asks three questions: usable, clear, what to change; one material is tied to it', () => {
    const trial = questionnaireSchema.parse(file('nieuwe-rollen/questionnaire-proef'));
    const asked = questionsOf(trial).filter(({ type }) => type !== 'consent');
    expect(asked.map(({ type }) => type)).toEqual(['single', 'single', 'text']);
    expect(records.material.filter(({ trials }) => trials.includes(trial.code))).toHaveLength(1);
    expect(surveys[trial.code]?.responses).toHaveLength(14);
  });

  it('NYR-33 both parties of the plan are asked to look back; one has', () => {
    expect(plan.party).toHaveLength(2);
    const answered = records.evaluation.flatMap(({ party }) => party);
    expect(answered.every((code) => plan.party.some((party) => party.code === code))).toBe(true);
  });
});

describe('the courses of sharing knowledge', () => {
  const { records } = demonstration('kennisdeling');
  const questionnaire = questionnaireSchema.parse(file('kennisdeling/questionnaire'));

  it('UKB-12 the basic course belongs to four bodies, has a provider and runs yearly since 2023 after a pilot', () => {
    const [basic] = records.course.filter(({ owners }) => owners.length === 4);
    expect(basic).toMatchObject({ firstYear: 2023, frequency: 'yearly', pilot: true, internal: false });
    expect(basic?.provider?.nl).toBe('VOGIN');
  });

  it('UKB-13 it is offered to who began without library education, with two days of shadowing', () => {
    const [basic] = records.course.filter(({ offeredTo }) => offeredTo.length > 0);
    expect(basic?.shadowDays).toBe(2);
    const [, question, option] = basic?.offeredTo[0]?.split(':') ?? [];
    const asked = questionsOf(questionnaire).find(({ code }) => code === question);
    expect(asked?.label.en).toContain('library education');
    expect(option).toBe('nee');
  });

  it('UKB-14 training on negotiating licences is internal', () => {
    expect(records.course.filter(({ internal }) => internal).map(({ title }) => title.en)).toEqual([
      'Negotiating licences',
    ]);
  });
});
