// The OOO template as data: every file fits its schema, every name it uses exists, and both languages are complete.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Codebook, codebookOf } from '../../../surveys/codebook.ts';
import { needsCatalogueSchema, type Selection } from '../../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { reportTemplateSchema } from '../../../surveys/report-template.ts';

const read = (file: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../surveys/templates/ooo/${file}.json`, import.meta.url), 'utf8'),
  ) as unknown;
const main = questionnaireSchema.parse(read('questionnaire'));
const colleague = questionnaireSchema.parse(read('questionnaire-collega'));
const catalogue = needsCatalogueSchema.parse(read('needs'));
const report = reportTemplateSchema.parse(read('report'));
const codebooks: Readonly<Record<string, Codebook>> = {
  ooo: codebookOf(main),
  'ooo-collega': codebookOf(colleague),
};

/** What a selection names that the survey does not have. */
function strangers({ variables, except, codes }: Selection, survey: string): readonly string[] {
  const known = codebooks[survey]?.variables ?? [];
  const meant = (name: string) =>
    known.filter((variable) =>
      name.endsWith('.*') ? variable.name.startsWith(name.slice(0, -1)) : variable.name === name,
    );
  const names = [...variables, ...except].filter((name) => meant(name).length === 0);
  const categories = variables.flatMap(meant).flatMap((variable) => variable.categories);
  return [...names, ...codes.filter((code) => !categories.some((category) => category.code === code))];
}

/** Paths of words that lack Dutch or English. */
function untranslated(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (keys.includes('nl') || keys.includes('en')) {
    return ['nl', 'en'].every((language) => keys.includes(language)) ? [] : [path];
  }
  return Object.entries(value).flatMap(([key, item]) => untranslated(item, `${path}/${key}`));
}

describe('the OOO questionnaires', () => {
  it('ask in five parts, about 13 services and 10 channels', () => {
    expect(main.pages).toHaveLength(5);
    expect(main.lists.services?.options).toHaveLength(13);
    expect(main.lists.channels?.options).toHaveLength(10);
  });

  it('name their variables after the questions of the specification', () => {
    for (const name of ['consent', 'A1', 'A3', 'B1.wise', 'B2.wise', 'C1.leerplatform', 'C2', 'D1', 'E7']) {
      expect(codebooks.ooo?.position.has(name), name).toBe(true);
    }
    for (const name of ['E2.verplaatsing', 'E1.papier', 'E5.niets', 'E6.niets', 'B3.bieblo']) {
      expect(codebooks.ooo?.position.has(name), name).toBe(true);
    }
  });

  it('promise confidence and never anonymity', () => {
    for (const words of [JSON.stringify(main), JSON.stringify(colleague)]) {
      expect(words).toContain('vertrouwelijk');
      expect(words).toContain('confidential');
      expect(words.toLowerCase()).not.toMatch(/anonie?m|anonymous/);
    }
  });

  it('tell in the notice what the reader is owed', () => {
    for (const { notice } of [main, colleague]) {
      const words = notice.map(({ text }) => text.nl).join(' ');
      for (const owed of [
        'verantwoordelijk',
        'toestemming',
        'server',
        'wist Nodenkaart vanzelf',
        'klacht',
        'code',
        'minder dan 5',
      ]) {
        expect(words).toContain(owed);
      }
    }
  });

  it('keep "not in our library" and "never tried" out of every base, and count "no opinion" apart', () => {
    const reason = (scale: string) => main.scales[scale]?.options.find(({ code }) => code === 'N')?.missing;
    expect(['FREQ', 'MASTERY', 'AGREE'].map(reason)).toEqual(['notApplicable', 'notApplicable', 'dontKnow']);
  });
});

describe('the needs of OOO', () => {
  it('are the eleven published ones in their published order', () => {
    expect(catalogue.needs.map(({ code }) => code)).toEqual([
      'N1',
      'N2',
      'N3',
      'N3a',
      'N3b',
      'N4',
      'N5',
      'N5a',
      'N5b',
      'N5c',
      'N5d',
    ]);
    expect(catalogue.needs.every(({ published }) => published !== undefined)).toBe(true);
  });

  it('stand at the top level but for the two under the start of newcomers', () => {
    expect(catalogue.needs.filter(({ parent }) => parent !== null).map(({ code }) => code)).toEqual([
      'N3a',
      'N3b',
    ]);
    expect(catalogue.needs.filter(({ published }) => published?.parent === 'N5')).toHaveLength(4);
  });

  it('rest only on variables and codes that exist', () => {
    const shares = catalogue.needs
      .flatMap(({ indicators }) => indicators)
      .flatMap((indicator) => ('share' in indicator ? [indicator.share] : []));
    for (const share of [...shares, ...catalogue.highlights.map((highlight) => highlight.share)]) {
      for (const selection of [...share.any, ...share.where]) {
        expect(strangers(selection, share.survey ?? 'ooo')).toEqual([]);
      }
    }
  });

  it('rest only on codes of the coding frame', () => {
    const services = catalogue.coding?.services.map(({ code }) => code);
    const themes = catalogue.coding?.themes.map(({ code }) => code);
    for (const indicator of catalogue.needs.flatMap(({ indicators }) => indicators)) {
      if (indicator.source !== 'open_answers') continue;
      expect(services).toEqual(expect.arrayContaining(indicator.remarks.services));
      expect(themes).toEqual(
        expect.arrayContaining([...indicator.remarks.themes, ...indicator.remarks.alsoThemes]),
      );
    }
  });

  it('advise per service on codes of the two scales', () => {
    for (const { conditions } of catalogue.services?.verdicts ?? []) {
      for (const { on, codes } of conditions) {
        const scale = main.scales[on === 'frequency' ? 'FREQ' : 'MASTERY'];
        expect(scale?.options.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
      }
    }
    expect(catalogue.services?.verdicts.map(({ code }) => code)).toEqual([
      'explain_urgent',
      'explain',
      'explore',
      'assist',
      'deepen_repeat',
      'ambassador',
    ]);
  });
});

describe('the OOO report', () => {
  it('shows highlights, needs and questions that exist', () => {
    const highlights = catalogue.highlights.map(({ code }) => code);
    expect(highlights).toEqual(expect.arrayContaining(report.facts));
    const needs = catalogue.needs.map(({ code }) => code);
    expect(needs).toEqual(expect.arrayContaining(Object.keys(report.charts)));
    const questions = codebooks.ooo?.variables.map(({ question }) => question);
    expect(questions).toEqual(expect.arrayContaining(Object.values(report.charts).flat()));
  });
});

it('says everything in Dutch and in English', () => {
  for (const value of [main, colleague, catalogue, report]) expect(untranslated(value)).toEqual([]);
});
