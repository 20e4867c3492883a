// The competence instrument as data: how many things it asks, that both ratings use scales that are alike, who is asked what
// in each mode, and that what is derived is asked once.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimateOf } from '../../../surveys/check.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { walk } from '../../../surveys/flow.ts';
import type { Part } from '../../../surveys/frameworks/framework.ts';
import { partsOf } from '../../../surveys/frameworks/parts.ts';
import { readFramework } from '../../../surveys/frameworks/read-framework.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { listOf, questionnaireSchema, scaleOf } from '../../../surveys/questionnaire.ts';
import { noRegister } from '../../../surveys/register.ts';

const read = (file: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../surveys/templates/competentie/${file}.json`, import.meta.url), 'utf8'),
  ) as unknown;
const questionnaire = questionnaireSchema.parse(read('questionnaire'));
const catalogue = needsCatalogueSchema.parse(read('needs'));
const reading = readFramework(read('../frameworks/bibliothecaris'));
if (!('framework' in reading)) throw new Error('the framework cannot be read');
const { framework } = reading;
const own = catalogue.ownResult;
/** The code of a row that stands for a part, and its label: the framework's, as a line begins. */
const rowOf = ({ code, label }: Part) => ({
  code: code.replace('LIB-', '').replaceAll('.', '_'),
  label: Object.fromEntries(
    Object.entries(label).map(([language, words]) => [
      language,
      words.charAt(0).toUpperCase() + words.slice(1),
    ]),
  ),
});
const codeAndLabel = ({ code, label }: { readonly code: string; readonly label: object }) => ({
  code,
  label,
});
const byCode = (one: { readonly code: string }, other: { readonly code: string }) =>
  one.code.localeCompare(other.code);
const rows = (list: string) => listOf(questionnaire, list).options;
const activities = [1, 2, 3, 4, 5, 6, 7].map((task) => rows(`activities${task}`));
const pagesOf = (answers: Readonly<Record<string, string>>) =>
  walk(questionnaire, { consent: 'yes', CMP0a: 'medewerker', ...answers }, noRegister).pages;
const codesOf = (answers: Readonly<Record<string, string>>) => pagesOf(answers).map(({ page }) => page.code);

describe('the items of the competence instrument', () => {
  it('are the framework’s own: key tasks, activities, knowledge and skills with its codes and labels', () => {
    expect(rows('tasks').map(codeAndLabel)).toEqual(partsOf(framework, 'task').map(rowOf));
    expect(activities.flat().map(codeAndLabel)).toEqual(partsOf(framework, 'activity').map(rowOf));
    expect(rows('knowledge').map(codeAndLabel).sort(byCode)).toEqual(
      partsOf(framework, 'knowledge').map(rowOf).sort(byCode),
    );
    expect((own?.derived ?? []).map(codeAndLabel)).toEqual(partsOf(framework, 'skill').map(rowOf));
  });

  it('stand under the key task they belong to, and ask the depth and restate the activities that it says', () => {
    const tasks = partsOf(framework, 'task');
    expect(tasks.map(({ items }) => items.map((part) => rowOf(part).code))).toEqual(
      activities.map((list) => list.map(({ code }) => code)),
    );
    const required = own?.pairs.find(({ code }) => code === 'knowledge')?.required;
    const depths = partsOf(framework, 'knowledge').map((part) => [
      rowOf(part).code,
      part.depth === 'basic' ? 1 : 2,
    ]);
    expect(required).toEqual(Object.fromEntries(depths));
    expect(own?.derived.map(({ from }) => from)).toEqual(
      partsOf(framework, 'skill').map(({ restates }) =>
        restates.map((code) => code.replace('LIB-', '').replaceAll('.', '_')),
      ),
    );
  });
});

describe('the competence instrument', () => {
  it.each([
    ['LIB-02', 1, 18],
    ['LIB-03', 2, 8],
    ['LIB-04', 3, 9],
    ['LIB-05', 4, 12],
    ['LIB-06', 5, 14],
    ['LIB-07', 6, 7],
    ['LIB-08', 7, 8],
  ])('%s asks of key task %i its %i activities', (_, task, count) => {
    expect(rows(`activities${task}`)).toHaveLength(count);
    expect(new Set(rows(`activities${task}`).map(({ code }) => code)).size).toBe(count);
  });

  it('LIB-09 asks 76 activities over seven key tasks', () => {
    expect(rows('tasks')).toHaveLength(7);
    expect(activities.flat()).toHaveLength(76);
    expect(new Set(activities.flat().map(({ code }) => code)).size).toBe(76);
  });

  it('LIB-10 asks 26 kinds of knowledge: the profile asks 3 basic and 23 good', () => {
    expect(rows('knowledge')).toHaveLength(26);
    const required = own?.pairs.find(({ code }) => code === 'knowledge')?.required ?? {};
    expect(Object.keys(required).sort()).toEqual(
      rows('knowledge')
        .map(({ code }) => code)
        .sort(),
    );
    expect(Object.values(required).filter((depth) => depth === 1)).toHaveLength(3);
    expect(Object.values(required).filter((depth) => depth === 2)).toHaveLength(23);
    for (const { code, note } of rows('knowledge'))
      expect([code, note?.nl?.includes('vraagt: basis')]).toEqual([code, required[code] === 1]);
  });

  it('LIB-11 explains bibliometrics on the item that names it, and nowhere else', () => {
    const explained = rows('knowledge').filter(({ note }) => note?.nl?.includes('Bibliometrie'));
    expect(explained.map(({ label }) => label.nl)).toEqual(['Bibliometrie en kwantitatieve methoden']);
  });

  it('LIB-12 and LIB-13 derive 7 thinking and 3 problem-solving skills from activities, and ask none of them', () => {
    const asked = new Set(activities.flat().map(({ code }) => code));
    const derived = own?.derived ?? [];
    const kinds = derived.map(({ kind }) => kind.en);
    expect(kinds.filter((kind) => kind === 'Cognitive skills')).toHaveLength(7);
    expect(kinds.filter((kind) => kind === 'Problem-solving skills')).toHaveLength(3);
    expect(derived.flatMap(({ from }) => from).filter((code) => !asked.has(code))).toEqual([]);
    // No activity stands behind two skills, so that none counts twice.
    const behind = derived.flatMap(({ from }) => from);
    expect(new Set(behind).size).toBe(behind.length);
    const names = codebookOf(questionnaire).variables.map(({ name }) => name);
    expect(names.filter((name) => name.includes('SK_'))).toEqual([]);
  });

  it('CMP-9 derives the same ten skills from the same activities for the group as for the person', () => {
    const group = catalogue.sideBySide.find((one) => one.kind === 'derived');
    expect(group?.skills).toEqual(
      (own?.derived ?? []).map(({ code, label, from }) => ({ code, label, from })),
    );
    expect(group?.skills).toHaveLength(10);
    const asked = new Set(codebookOf(questionnaire).variables.map(({ name }) => name));
    const rated = (group?.rated ?? []).flatMap(({ importance, ability }) => [importance, ability]);
    expect(rated.filter((rows) => ![...asked].some((name) => name.startsWith(`${rows}.`)))).toEqual([]);
    // A derived skill is evidence for no need: its activities are already.
    expect(JSON.stringify(catalogue.needs)).not.toContain('SK_');
  });

  it('LIB-14 says that there are no motor skills, which is not the same as unknown', () => {
    expect(own?.none.map(({ said }) => said.nl)).toEqual([
      'geen. Het beroepsprofiel noemt er uitdrukkelijk geen.',
    ]);
  });

  it('LIB-22 tells of a task whether nobody, one or several can do it, from those whose work it is and is not', () => {
    expect(catalogue.skills).toMatchObject({
      variables: 'CMPa',
      able: ['3', '4', '5'],
      consent: { variables: ['CMP12'], codes: ['ja'] },
    });
  });

  it('LIB-25 gathers who wants to teach others on a form apart, by own choice', () => {
    const { interests, motives } = questionnaire.contact ?? {};
    expect(interests?.options.map(({ code }) => code)).toContain('ambassadeur');
    expect(motives?.options).toHaveLength(7);
  });

  it('rates importance and ability on the same anchors 1 to 5, with what is no part of the work apart (RULINGS 13)', () => {
    const values = (scale: string) =>
      scaleOf(questionnaire, scale).options.flatMap(({ value }) => value ?? []);
    expect(values('IMPORTANCE')).toEqual([1, 2, 3, 4, 5]);
    expect(values('ABILITY')).toEqual([1, 2, 3, 4, 5]);
    expect(values('NEEDED')).toEqual(values('DEPTH'));
    const apart = scaleOf(questionnaire, 'IMPORTANCE').options.filter(({ missing }) => missing);
    expect(apart.map(({ missing }) => missing)).toEqual(['notApplicable']);
  });

  it('asks in the overview the key tasks, the knowledge that is chosen, and no activity', () => {
    expect(codesOf({ CMP0c: 'overzicht' })).toEqual(['over_jou', 'kerntaken', 'kennis', 'leren']);
    const chosen = { CMP0c: 'overzicht', 'CMP8.mensen': '1' };
    expect(codesOf(chosen)).toContain('diepte');
    const depth = pagesOf(chosen).find(({ page }) => page.code === 'diepte')?.questions[0];
    expect(depth?.code).toBe('CMP8d');
    expect(estimateOf(questionnaire).minutesOfEverybody).toBeLessThanOrEqual(8);
  });

  it('asks in full every key task on a page of its own, but not one that is no part of the work', () => {
    expect(codesOf({ CMP0c: 'volledig', 'CMPi.KT4': 'N' })).toEqual([
      'over_jou',
      'kerntaken',
      'taak_1',
      'taak_2',
      'taak_3',
      'taak_5',
      'taak_6',
      'taak_7',
      'diepte',
      'leren',
    ]);
  });

  it.each([
    ['5', '4', true],
    ['2', '1', true],
    ['3', '3', false],
    ['2', '5', false],
  ])('asks what would help where importance is %s and ability %s: %s', (importance, ability, helps) => {
    const answers = { CMP0c: 'overzicht', 'CMPi.KT2': importance, 'CMPa.KT2': ability };
    const page = pagesOf(answers).find(({ page: { code } }) => code === 'helpt');
    expect(page?.questions.map(({ code }) => code) ?? []).toEqual(helps ? ['CMP10KT2'] : []);
  });

  it('asks heads and staff the same, so that both can stand beside each other', () => {
    const gap = catalogue.sideBySide.find(({ code }) => code === 'tasks');
    expect(gap).toMatchObject({ kind: 'gap', importance: 'CMPi', ability: 'CMPa', by: 'CMP0a' });
    expect(codesOf({ CMP0a: 'leiding', CMP0c: 'overzicht' })).toEqual(
      codesOf({ CMP0a: 'medewerker', CMP0c: 'overzicht' }),
    );
  });
});
