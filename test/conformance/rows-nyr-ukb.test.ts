// The rows of the source documents on new roles and on knowledge sharing that the templates' data serve: counts, tags and scales.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templatesFolder } from '../../server/paths.ts';
import { estimateOf } from '../../surveys/check.ts';
import { demonstrationSchema } from '../../surveys/demonstration.ts';
import { guideSchema, minutesOf } from '../../surveys/guides/guide.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { readQuestion } from '../../surveys/question-types/index.ts';
import { optionsOf, questionnaireSchema, questionsOf, rowsOf } from '../../surveys/questionnaire.ts';
import { noRegister } from '../../surveys/register.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';

function templateOf(name: string) {
  const file = (part: string): unknown =>
    JSON.parse(readFileSync(`${templatesFolder}/${name}/${part}.json`, 'utf8'));
  const questionnaire = questionnaireSchema.parse(file('questionnaire'));
  const asked = (code: string) => {
    const question = questionsOf(questionnaire).find((each) => each.code === code);
    if (!question) throw new Error(`${name} asks no ${code}`);
    return question;
  };
  return {
    questionnaire,
    asked,
    file,
    catalogue: needsCatalogueSchema.parse(file('needs')),
    report: reportTemplateSchema.parse(file('report')),
    records: demonstrationSchema.parse(file('demonstration')).records,
    surveys: demonstrationSchema.parse(file('demonstration')).surveys,
    /** Codes of the rows of a grid. */
    rows: (code: string) => {
      const question = asked(code);
      return question.type === 'grid' ? rowsOf(questionnaire, question).options.map((row) => row.code) : [];
    },
    /** Codes of the answers to choose from. */
    options: (code: string) => {
      const question = asked(code);
      return 'options' in question ? optionsOf(questionnaire, question).map((option) => option.code) : [];
    },
    /** The values of a scale, in order; what is not answered has none. */
    values: (scale: string) =>
      (questionnaire.scales[scale]?.options ?? []).flatMap((option) =>
        'value' in option && option.value !== undefined ? [option.value] : [],
      ),
    sideBySide: (code: string) =>
      needsCatalogueSchema.parse(file('needs')).sideBySide.find((each) => each.code === code),
  };
}

describe('new roles', () => {
  const roles = templateOf('nieuwe-rollen');
  const guide = guideSchema.parse(roles.file('guide'));
  const about = guide.blocks.flatMap((block) => block.about);

  it('NYR-02 what managers can do stands apart from what staff want to learn, in needs, findings and recommendations', () => {
    const { needs } = roles.catalogue;
    expect(needs.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual(['M', 'L']);
    const listOf = (code: string) => needs.find((need) => need.code === code)?.parent ?? code;
    const lists = roles.records.recommendation.map(({ needs: codes }) => [...new Set(codes.map(listOf))]);
    expect(lists.every((list) => list.length === 1)).toBe(true);
    expect([...new Set(lists.flat())].toSorted()).toEqual(['L', 'M']);
  });

  it('NYR-05 every task stands in a space, four of them beside the basics', () => {
    const { groups, options } = roles.questionnaire.lists.tasks ?? { groups: [], options: [] };
    expect(groups.map(({ code }) => code)).toEqual(['basis', 'leren', 'ontmoeten', 'inspireren', 'doen']);
    expect(options.every(({ group }) => groups.some(({ code }) => code === group))).toBe(true);
  });

  it('NYR-06 asks how strongly seven drivers are felt, from 0 to 4', () => {
    expect(roles.rows('ROL1')).toHaveLength(7);
    expect(roles.values('FELT')).toEqual([0, 1, 2, 3, 4]);
  });

  it('NYR-07 asks of sixteen tasks whether they go, shrink, stay, grow or are new, and shows the net', () => {
    expect(roles.rows('ROL2')).toHaveLength(16);
    expect(roles.values('TREND')).toEqual([-2, -1, 0, 1, 2]);
    expect(roles.sideBySide('tasks')).toMatchObject({ kind: 'balance', first: { variables: 'ROL2' } });
  });

  it('NYR-08 asks about volunteers, their hours and six tasks, beside the published two of three', () => {
    expect(roles.options('ROL5c')).toHaveLength(6);
    expect([roles.asked('ROL5a').type, roles.asked('ROL5b').type]).toEqual(['number', 'number']);
    const reference = roles.sideBySide('volunteers');
    expect(reference).toMatchObject({ kind: 'reference', published: { share: 0.667 } });
  });

  it('NYR-08 asks the hours of volunteers and of paid staff, for their part of the work beside the published 2 %', () => {
    expect(roles.asked('ROL5b')).toMatchObject({ type: 'number', unit: { nl: 'uur' } });
    expect(roles.asked('ROL5g')).toMatchObject({ type: 'number', unit: { nl: 'uur' } });
    // Where there are no volunteers their part is none: such a library is in the base.
    expect(roles.asked('ROL5g').showIf).toEqual({ variable: 'ROL5', is: ['ja', 'nee'] });
    expect(roles.sideBySide('volunteer_hours')).toMatchObject({
      kind: 'part',
      part: 'ROL5b',
      rest: 'ROL5g',
      nothing: { variable: 'ROL5', codes: ['nee'] },
      published: { share: 0.02, source: { nl: expect.stringContaining('59') } },
    });
  });

  it('NYR-09 and NYR-10 rate three core roles and two more on importance and readiness', () => {
    expect(roles.rows('ROL3')).toEqual(['gastheer', 'gids', 'vrijwilligers', 'begeleider', 'anker']);
    expect([roles.values('IMPORTANCE'), roles.values('READY')]).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]);
  });

  it('NYR-09 lets five of fourteen competences be picked, and asks how much need there is of each', () => {
    expect(roles.asked('ROL4')).toMatchObject({ type: 'pick' });
    expect(roles.options('ROL4')).toHaveLength(14);
    expect(roles.rows('ROL4n')).toEqual(roles.options('ROL4'));
  });

  it('NYR-11 asks staff by profession, managers and board the same, and shows the gap by audience', () => {
    expect(roles.options('ROL0a')).toEqual(['medewerker', 'leiding', 'bestuur']);
    expect(roles.asked('ROL0b')).toMatchObject({ showIf: { variable: 'ROL0a', is: ['medewerker'] } });
    for (const code of ['ROL1', 'ROL2', 'ROL3', 'ROL4', 'ROL5', 'ROL6'])
      expect(roles.asked(code).showIf).toBeUndefined();
    expect(roles.sideBySide('readiness')).toMatchObject({ kind: 'gap', by: 'ROL0a' });
  });

  it('NYR-15 and NYR-20 a project has its phases and meetings on a timeline, and three or four talks are meant', () => {
    expect(roles.records.milestone).toHaveLength(4);
    expect(guide.talks).toEqual({ from: 3, to: 4 });
  });

  it('NYR-19 asks of ten things how far they hinder or promote, and shows both sides', () => {
    expect(roles.rows('ROL6')).toHaveLength(10);
    expect(roles.values('FORCE')).toEqual([-2, -1, 0, 1, 2]);
    expect(roles.sideBySide('forces')).toMatchObject({ kind: 'balance', second: { variables: 'ROL6' } });
  });

  it('NYR-21 the guide covers tasks, roles and competence needs in 90 minutes, or 30 by telephone', () => {
    for (const subject of ['tasks', 'roles', 'competences', 'promoting', 'hindering'] as const)
      expect(about).toContain(subject);
    expect([minutesOf(guide, 'visit'), minutesOf(guide, 'telephone')]).toEqual([90, 30]);
    expect(guide.blocks).toHaveLength(8);
    expect(guide.people).toEqual({ from: 6, to: 8 });
  });

  it('NYR-22 the guide asks how a function relates to the core task, and every talk says why the library was chosen', () => {
    expect(about).toContain('coreTask');
    for (const { talk } of roles.records.interview)
      expect(Object.keys(talk?.selection ?? {}).toSorted()).toEqual(['en', 'nl']);
  });

  it('NYR-23 talks are held with staff and with managers, on a visit and by telephone', () => {
    const participants = guide.participants.map(({ code }) => code);
    expect(participants).toEqual(expect.arrayContaining(['medewerkers', 'leidinggevenden', 'gemengd']));
    const modes = roles.records.interview.map(({ talk }) => talk?.mode);
    expect(new Set(modes)).toEqual(new Set(['visit', 'telephone']));
    expect(roles.records.interview.every(({ talk }) => participants.includes(talk?.participants ?? ''))).toBe(
      true,
    );
  });

  it('NYR-24 every talk has something said to make a card of', () => {
    expect(roles.records.interview.every(({ excerpts }) => excerpts.length > 0)).toBe(true);
  });

  it('NYR-31 asks which of five kinds of material would be used', () => {
    expect(roles.options('ROL7b').filter((code) => code !== 'geen')).toHaveLength(5);
  });
});

describe('sharing knowledge', () => {
  const pulse = templateOf('kennisdeling');

  it('UKB-01 asks how strongly three changes in research, teaching and services are felt, from 0 to 4', () => {
    expect(pulse.rows('KDP10')).toEqual(['onderzoek', 'open', 'diensten']);
    expect(pulse.values('FELT')).toEqual([0, 1, 2, 3, 4]);
  });

  it('UKB-02 asks about employability and belonging, and takes three minutes or a little more', () => {
    expect(pulse.rows('KDP9')).toEqual(['inzetbaar', 'netwerk']);
    expect(estimateOf(pulse.questionnaire).minutesOfEverybody).toBeLessThanOrEqual(4);
  });

  it('UKB-03 has the priority of the year on the timeline, and the waves of 2023 and 2024', () => {
    const priority = pulse.records.milestone.find(({ title }) =>
      title.en?.startsWith('Priority of the year'),
    );
    expect(priority?.date.sort.slice(0, 4)).toBe('2024');
    const earlier = Object.values(pulse.surveys).find(({ earlierWaveOf }) => earlierWaveOf);
    expect(earlier?.earlierWaveOf?.title.nl).toContain('2023');
  });

  it('UKB-04 asks online, mixed or in person per activity, and why', () => {
    expect(pulse.values('MODE')).toHaveLength(3);
    expect(pulse.rows('KDP4')).toHaveLength(3);
    for (const activity of pulse.rows('KDP4')) {
      const reasons = pulse.asked(`KDP4_${activity}`);
      expect(pulse.options(`KDP4_${activity}`)).toEqual(['inhoud', 'netwerk', 'reistijd', 'oefenen']);
      // Who has no preference has no reason for it either.
      expect(reasons.showIf).toEqual({ variable: `KDP4.${activity}`, is: ['online', 'samen', 'gemengd'] });
    }
    expect(pulse.sideBySide('mode')).toMatchObject({ kind: 'balance' });
  });

  it('UKB-06 lets nobody go on without an answer on digital skills, and asks no other answer of the block', () => {
    const question = pulse.asked('KDP6');
    const read = (fields: Readonly<Record<string, string>>) =>
      readQuestion(pulse.questionnaire, question, fields, { libraries: noRegister }).problems;
    expect(read({})).toMatchObject([{ field: 'KDP6.digitaal' }]);
    expect(read({ 'KDP6.disciplines': '4', 'KDP6.kortcyclisch': '4' })).toHaveLength(1);
    expect(read({ 'KDP6.digitaal': '0' })).toEqual([]);
  });

  it('UKB-05 and UKB-06 ask three skills, digital among them', () => {
    expect(pulse.rows('KDP6')).toEqual(['digitaal', 'disciplines', 'kortcyclisch']);
    expect(pulse.values('SKILL')).toEqual([0, 1, 2, 3, 4]);
  });

  it('UKB-07 counts asked and offered visits on a board, only of who agreed', () => {
    expect(pulse.options('KDP5v')).toContain('bezoek');
    expect(pulse.options('KDP5b')).toEqual(pulse.options('KDP5v'));
    for (const code of ['KDP5v', 'KDP5b'])
      expect(pulse.asked(code)).toMatchObject({ showIf: { variable: 'KDP5a', is: ['ja'] } });
    expect(pulse.sideBySide('board')).toMatchObject({ kind: 'balance' });
  });

  it('UKB-08, UKB-09, UKB-10 and UKB-14 step from unknown to given over working groups, three kinds of meeting, the network day and training', () => {
    expect(pulse.rows('KDP1')).toHaveLength(9);
    expect(pulse.rows('KDP1')).toEqual(
      expect.arrayContaining([
        'werkgroep',
        'workshop',
        'themabijeenkomst',
        'webinar',
        'netwerkdag',
        'training',
      ]),
    );
    expect(pulse.values('STEP')).toEqual([0, 1, 2, 3]);
    expect(pulse.sideBySide('ladder')).toMatchObject({ kind: 'steps' });
  });

  it('UKB-11 asks three topics of publications', () => {
    expect(pulse.options('KDP1p')).toEqual(['open_science', 'fair_data', 'impact', 'andere']);
  });

  it('UKB-13 asks who began without library education, and only of them about the basic course and shadowing', () => {
    expect(pulse.asked('KDP7b')).toMatchObject({ showIf: { variable: 'KDP7', is: ['nee', 'bezig'] } });
    expect(pulse.options('KDP7b')).toEqual(expect.arrayContaining(['wil', 'meelopen']));
  });
});
