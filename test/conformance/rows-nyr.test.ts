// The rows of the source document on new roles that the template's data serve: counts, tags and scales.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templatesFolder } from '../../server/paths.ts';
import { readFramework } from '../../surveys/frameworks/read-framework.ts';
import { guideSchema, minutesOf } from '../../surveys/guides/guide.ts';
import { templateOf } from './template-of.ts';

function roleCatalogue() {
  const path = `${templatesFolder}/frameworks/nieuwe-rollen.json`;
  const reading = readFramework(JSON.parse(readFileSync(path, 'utf8')));
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

/** A few words of each title in the list of other documents that the page of the source shows after its text. */
const titlesAfterTheText = [
  'fremtidens borgerservice',
  'som ringe i vandet',
  'styrk jeres indsats',
  'egu 2.0',
  'motorik og sprog',
  'beskæftigelsesregionerne',
  'folkebibliotekerne i vidensamfundet',
  'beskæftigelsesstrategi',
  'selvbetjening.nu',
  'voksenadhd',
  'dokumentation, effekt og læring',
  'uden knaster',
  'fokus på dagtilbud',
  'kompetencevækst',
  'klar til nye muligheder',
  'skilsmisseprojektet',
  'frivillige sociale foreninger',
  'håndbog i jobrotation',
  'ibiz',
  'nyspecialisering',
  'med på holdet',
  'vi vil vi kan',
  'projekthåndbog',
  'virtuel bostøtte',
  'arbejdskraftudfordringen',
  'nts-center',
  'skabelon for handlingsplan',
  'fødevareministeriet',
  'strategiske uddannelsessatsninger',
  'koordinerende kontaktperson',
  'læs mere',
];

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

  it('NYR-09 rates three core roles and two more on importance and readiness', () => {
    expect(roles.rows('ROL3')).toEqual(['gastheer', 'gids', 'vrijwilligers', 'begeleider', 'anker']);
    expect([roles.values('IMPORTANCE'), roles.values('READY')]).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]);
  });

  it('NYR-09 and NYR-10 the catalogue of roles gives each its competences, four manners and one or more of three stances', () => {
    const { framework, findings } = roleCatalogue();
    const codesUnder = (code: string) =>
      framework.parts.find((part) => part.code === code)?.items.map((item) => item.code) ?? [];
    expect(codesUnder('kernrollen')).toEqual(['gastheer', 'gids', 'vrijwilligers']);
    const [manners, stances] = [codesUnder('manier'), codesUnder('houding')];
    expect([manners.length, stances.length]).toEqual([4, 3]);
    expect(framework.descriptions).toHaveLength(5);
    for (const { fields } of framework.descriptions) {
      expect(fields.manier?.codes).toEqual(manners);
      expect(fields.houding?.codes.length).toBeGreaterThan(0);
      expect(fields.houding?.codes.every((code) => stances.includes(code))).toBe(true);
      expect(fields.competenties?.codes.every((code) => roles.options('ROL4').includes(code))).toBe(true);
    }
    expect(findings).toEqual([]);
  });

  it('NYR-36 nothing of the other documents listed after the text has become data of a template', () => {
    const data = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => readFileSync(`${templatesFolder}/${file}`, 'utf8').toLowerCase());
    expect(data.length).toBeGreaterThan(20);
    for (const title of titlesAfterTheText) expect(data.some((text) => text.includes(title))).toBe(false);
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
