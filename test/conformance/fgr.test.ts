// Every row of the government function framework in the dossier of sources (FGR), held against our data and comparison.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFrameworkFile } from '../../server/frameworks.ts';
import { frameworksFolder, templatesFolder } from '../../server/paths.ts';
import { readTemplateFolder } from '../../server/template-folder.ts';
import { type ComparedCell, compareDescriptions } from '../../surveys/frameworks/compare.ts';
import type { Finding } from '../../surveys/frameworks/findings.ts';
import type { Framework } from '../../surveys/frameworks/framework.ts';
import { partByCode, partsOf } from '../../surveys/frameworks/parts.ts';
import { scoreGrid } from '../../surveys/frameworks/scores.ts';
import { questionsOf, rowsOf } from '../../surveys/questionnaire.ts';

let framework: Framework;
let findings: readonly Finding[];
beforeAll(async () => {
  ({ framework, findings } = await readFrameworkFile(join(frameworksFolder, 'informatie-en-techniek.json')));
});

const profiles = ['profile-1', 'profile-2', 'profile-3', 'profile-4'];
const typings = ['scale-5', 'scale-6', 'scale-7', 'scale-8'];
const all = (codes: readonly string[]) => compareDescriptions(framework, codes, 'nl');
const verdict = (from: string, to: string) => all([from, to]).verdicts[0];
const cells = (codes: readonly string[], field: string) =>
  all(codes).fields.find((each) => each.field.code === field)?.cells ?? [];
const marked = (cell: ComparedCell | undefined, mark: string) =>
  cell?.lines.filter((line) => line.mark === mark).map(({ text }) => text) ?? [];
const counts = (codes: readonly string[], field: string) =>
  cells(codes, field).map(
    ({ lines, empty }) => empty ?? lines.filter(({ mark }) => mark !== 'removed').length,
  );
const under = (area: string, group: string) => partByCode(framework, `${area}-${group}`)?.items ?? [];
const areas = ['opdrachtgever', 'omgeving', 'bedrijfsvoering', 'vernieuwen'];

/** The questionnaire that asks about it. */
const asked = async () => {
  const { questionnaires } = await readTemplateFolder(join(templatesFolder, 'profiel'));
  const [questionnaire] = questionnaires;
  if (!questionnaire) throw new Error('the template has a questionnaire');
  return questionnaire;
};
/** The labels of the rows of every grid whose code begins so. */
const askedLabels = async (code: string) => {
  const questionnaire = await asked();
  return questionsOf(questionnaire).flatMap((question) =>
    question.type === 'grid' && question.code.startsWith(code)
      ? rowsOf(questionnaire, question).options.map(({ label }) => label)
      : [],
  );
};
const answersOf = async (scale: string) =>
  (await asked()).scales[scale]?.options.map(({ code, missing }) => missing ?? code);

describe('the core of the framework', () => {
  it('FGR-01: has four result areas in order', () => {
    expect(partsOf(framework, 'area').map(({ code }) => code)).toEqual(areas);
  });

  it('FGR-02: has 5, 2, 3 and 2 results, twelve together', () => {
    expect(areas.map((area) => under(area, 'results').length)).toEqual([5, 2, 3, 2]);
    expect(partsOf(framework, 'result')).toHaveLength(12);
  });

  it('FGR-03: hides one result from everybody but staff who work with documents', () => {
    const [role] = partsOf(framework, 'role');
    expect(partsOf(framework, 'result', role?.code)).toHaveLength(12);
    const others = partsOf(framework, 'result', 'anderen').map(({ code }) => code);
    expect([others.length, others.includes('FGR-R04')]).toEqual([11, false]);
  });

  it('FGR-04: has every result rated: not, partly, mostly, always, not applicable', async () => {
    expect(await askedLabels('FPC1')).toEqual(partsOf(framework, 'result').map(({ label }) => label));
    expect(await answersOf('ACHIEVED')).toEqual(['niet', 'deels', 'meestal', 'altijd', 'notApplicable']);
  });

  it('FGR-05: has 12, 4, 5 and 4 lines of behaviour; one holds two, so that there are 26, and that is told', () => {
    expect(areas.map((area) => partByCode(framework, `${area}-behaviours`)?.count)).toEqual([12, 4, 5, 4]);
    expect(partsOf(framework, 'behaviour')).toHaveLength(26);
    expect(findings.filter(({ kind }) => kind === 'joinedLines')).toMatchObject([
      { about: { nl: 'let op details' } },
    ]);
    expect(findings.filter(({ kind }) => kind === 'count')).toEqual([]);
  });

  it('FGR-06: sorts behaviour by area and asks how often it is seen', async () => {
    expect(areas.map((area) => under(area, 'behaviours').length)).toEqual([12, 4, 6, 4]);
    expect(await askedLabels('FPC2')).toEqual(partsOf(framework, 'behaviour').map(({ label }) => label));
    expect(await answersOf('SEEN')).toEqual(['zelden', 'soms', 'vaak', 'bijna', 'dontKnow']);
  });

  it('FGR-07: has seven competences, the same set in every profile whatever the order', () => {
    expect(partsOf(framework, 'competence')).toHaveLength(7);
    expect(
      cells(profiles, 'competences').map((cell) => [cell.lines.length, cell.added, cell.removed]),
    ).toEqual(profiles.map(() => [7, 0, 0]));
  });
});

describe('quality profiles', () => {
  it('FGR-08: there are four', () => {
    expect(all(profiles).columns.map(({ code }) => code)).toEqual(profiles);
  });

  it('FGR-09: experience goes up one step between the second and the third', () => {
    expect(cells(profiles, 'experience').map(({ changed }) => changed)).toEqual([0, 0, 1, 0]);
  });

  it('FGR-10: the lower level of education is gone from the third on', () => {
    expect(cells(profiles, 'education').map(({ removed }) => removed)).toEqual([0, 0, 1, 0]);
    expect(marked(cells(profiles, 'education')[2], 'removed')).toEqual(['VMBO']);
  });

  it('FGR-11: the chosen area of work filters the text, each with a lower and a middle line', () => {
    const shown = (area: string) =>
      compareDescriptions(framework, profiles, 'nl', area).fields.map(({ field }) => field.code);
    expect(shown('ict')).toContain('direction-ict');
    expect(shown('ict')).not.toContain('direction-im');
    expect(shown('informatiebeheer')).not.toContain('knowledge-ict');
    expect(counts(profiles, 'direction-ict')).toEqual([2, 2, 2, 2]);
    expect(counts(profiles, 'direction-im')).toEqual([2, 2, 2, 2]);
  });

  it('FGR-12: other knowledge gains three lines for ICT and two for information management', () => {
    expect(counts(profiles, 'knowledge-ict')).toEqual(['none', 'none', 3, 3]);
    expect(counts(profiles, 'knowledge-im')).toEqual([2, 2, 4, 4]);
    const third = ['profile-2', 'profile-3'];
    expect(cells(third, 'knowledge-ict')[1]).toMatchObject({ added: 3, removed: 0 });
    expect(cells(third, 'knowledge-im')[1]).toMatchObject({ added: 2, removed: 0 });
  });

  it('FGR-13: verbs grow: pass on and manage come on top of know and apply', () => {
    expect(cells(['profile-2', 'profile-3'], 'knowledge-im')[1]?.grown).toEqual(['pass-on', 'manage']);
    expect(marked(cells(['profile-2', 'profile-3'], 'knowledge-im')[1], 'changed')).toEqual([
      expect.stringMatching(/^onderhouden en beheren/),
    ]);
  });

  it('FGR-14: what each organisation fills itself is an empty place, and no difference', () => {
    expect(counts(profiles, 'education-local')).toEqual(['local', 'local', 'local', 'local']);
    expect(counts(profiles, 'competences-local')).toEqual(['local', 'local', 'local', 'local']);
  });

  it('FGR-15: the first and the second are identical', () => {
    expect(verdict('profile-1', 'profile-2')).toMatchObject({ differences: 0, slips: [] });
  });

  it('FGR-16: the third and the fourth differ in a probable slip only, which stays as it is', () => {
    expect(verdict('profile-3', 'profile-4')).toMatchObject({
      differences: 0,
      slips: [['tepassen', 'toepassen']],
    });
    expect(
      cells(profiles, 'knowledge-im')[2]?.lines.find(({ text }) => text.includes('tepassen'))?.note,
    ).toBeTruthy();
  });
});

describe('function typings', () => {
  const grid = (code: string) => {
    const found = framework.descriptions.find((each) => each.code === code);
    return found ? scoreGrid(found, framework.scoreGroups) : null;
  };

  it('FGR-17: there are four, scales 5 to 8', () => {
    expect(all(typings).columns.map(({ label }) => label.nl)).toEqual(
      [5, 6, 7, 8].map((scale) => `Schaal ${scale}`),
    );
  });

  it('FGR-18: have fourteen scores in groups of 5, 5, 2 and 2 that add up for scales 5, 7 and 8', () => {
    expect(framework.scoreGroups).toEqual([5, 5, 2, 2]);
    const rest = ['scale-5', 'scale-7', 'scale-8'].map(grid);
    expect(rest.map((one) => [one?.digits, one?.computed, one?.stated])).toEqual([
      [14, 28, 28],
      [14, 36, 36],
      [14, 38, 38],
    ]);
    expect(rest[2]?.groups.map(({ sum }) => sum)).toEqual([13, 14, 5, 6]);
  });

  it('FGR-19: scale 6 misses a digit, which is told and not put in', () => {
    expect(grid('scale-6')).toMatchObject({
      complete: false,
      digits: 13,
      expected: 14,
      computed: 30,
      stated: 32,
    });
    expect(
      findings.filter(({ kind }) => kind.startsWith('score')).map(({ kind, about }) => [kind, about.nl]),
    ).toEqual([
      ['scoreDigits', 'Schaal 6'],
      ['scoreSum', 'Schaal 6'],
    ]);
  });

  it('FGR-20: scale 7 beside 6 marks varied problems, own insight and wishes of users', () => {
    const pair = ['scale-6', 'scale-7'];
    expect(marked(cells(pair, 'general')[1], 'changed')).toEqual([expect.stringMatching(/sterk uiteen/)]);
    const free = marked(cells(pair, 'latitude')[1], 'added').join(' | ');
    expect(free).toMatch(/eigen inzicht/);
    expect(free).toMatch(/wensen van gebruikers/);
  });

  it('FGR-21: are described in four steps, each other than the one before', () => {
    const words = cells(typings, 'general').map(({ lines }) => lines[0]?.text ?? '');
    expect(words.map((each) => /routine|beperkt|sterk uiteen en|sterk uiteen$/.exec(each)?.[0])).toEqual([
      'routine',
      'beperkt',
      'sterk uiteen',
      'sterk uiteen en',
    ]);
    expect(words[3]).toMatch(/^coördineren/);
  });

  it('FGR-22: have results by field of work, and scale 5 none for ICT: not applicable', () => {
    expect(counts(typings, 'results-im')).toEqual([6, 7, 7, 10]);
    expect(counts(typings, 'results-ict')).toEqual(['notApplicable', 6, 9, 14]);
    expect(counts(typings, 'results-tech')).toEqual([6, 8, 8, 9]);
    expect(findings.filter(({ kind }) => kind === 'brokenLine')).toHaveLength(4);
  });

  it('FGR-23: have 3, 4, 4 and 4 lines of latitude, from keeping to rules to demands set beforehand', () => {
    expect(counts(typings, 'latitude')).toEqual([3, 4, 4, 4]);
    const judged = cells(typings, 'latitude').map(
      ({ lines }) =>
        lines.find(({ text, mark }) => text.startsWith('beoordeeld') && mark !== 'removed')?.text ?? '',
    );
    expect(judged.map((text) => /eisen en normen/.test(text))).toEqual([false, false, true, true]);
  });

  it('FGR-24: have four lines of knowledge and skills, then communicating, then coordinating', () => {
    expect(counts(typings, 'skills')).toEqual([4, 4, 4, 4]);
    expect(marked(cells(typings, 'skills')[2], 'added')).toEqual([expect.stringMatching(/^communiceren/)]);
    expect(marked(cells(typings, 'skills')[3], 'changed')).toEqual([
      expect.stringMatching(/en coördineren$/),
    ]);
  });

  it('FGR-25: have one line of contacts: exchange, differing interests, tuning in substance', () => {
    expect(counts(typings, 'contacts')).toEqual([1, 1, 1, 1]);
    const [, , seven, eight] = cells(typings, 'contacts');
    expect(marked(seven, 'added').concat(marked(seven, 'changed'))).toEqual([
      expect.stringMatching(/botsen/),
    ]);
    expect(eight?.lines[0]?.text).toMatch(/inhoudelijk afstemmen/);
  });
});
