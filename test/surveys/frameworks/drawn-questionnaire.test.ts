// A questionnaire drawn from a framework holds what was picked, once, and nothing for a place that stayed empty.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrameworkFile } from '../../../server/frameworks.ts';
import { frameworksFolder } from '../../../server/paths.ts';
import { checkQuestionnaire, errorsAmong } from '../../../surveys/check.ts';
import {
  drawnQuestionnaire,
  localSlots,
  pickGroups,
} from '../../../surveys/frameworks/drawn-questionnaire.ts';
import { questionsOf, rowsOf } from '../../../surveys/questionnaire.ts';
import { startWords } from '../editing/start-words.ts';

const text = (nl: string) => ({ nl, en: nl });
const five = ['een', 'twee', 'drie', 'vier', 'vijf'].map(text);
const words = {
  start: startWords,
  title: text('Onze keuze'),
  intro: text('Uit het kader'),
  question: text('Hoe belangrijk, en hoe goed?'),
  importance: text('Belang'),
  ability: text('Kunnen'),
  importanceSteps: five,
  abilitySteps: five,
  notMine: text('Hoort niet bij mijn werk'),
  own: text('Van onszelf'),
};
const read = async (name: string) => (await readFrameworkFile(join(frameworksFolder, name))).framework;

describe('a drawn questionnaire', () => {
  it('offers every part that is scored once, and no skill that says again what activities say', async () => {
    const library = await read('bibliothecaris.json');
    const groups = pickGroups(library);
    expect(groups.flatMap(({ parts }) => parts)).toHaveLength(76 + 26);
    expect(localSlots(library)).toEqual([]);
    const functions = await read('informatie-en-techniek.json');
    expect(localSlots(functions)).toHaveLength(2);
    const names = pickGroups(functions).map(({ label }) => label.nl);
    expect([names[2], new Set(names).size]).toEqual(['Omgeving: resultaten', names.length]);
  });

  it('asks importance and ability on scales that are alike, a page for each group, own parts last', async () => {
    const library = await read('bibliothecaris.json');
    const picked = ['LIB-KN.01', 'LIB-KT1.01', 'LIB-KT1.03'];
    const own = [text('werken met de bakfiets')];
    const drawn = drawnQuestionnaire(library, picked, own, 'eigen', ['nl', 'en'], words);
    expect(errorsAmong(checkQuestionnaire(drawn))).toEqual([]);
    const grids = questionsOf(drawn).filter((question) => question.type === 'grid');
    expect(grids.map((grid) => rowsOf(drawn, grid).options.map(({ code }) => code))).toEqual([
      ['LIB-KT1_01', 'LIB-KT1_03'],
      ['LIB-KN_01'],
      ['own-1'],
    ]);
    const values = (scale: string) =>
      drawn.scales[scale]?.options.map(({ value, missing }) => value ?? missing);
    expect(values('importance')).toEqual([1, 2, 3, 4, 5, 'notApplicable']);
    expect(values('ability')).toEqual(values('importance'));
  });

  it('is not made of nothing', async () => {
    const library = await read('bibliothecaris.json');
    expect(() => drawnQuestionnaire(library, [], [], 'leeg', ['nl'], words)).toThrow(RangeError);
  });
});
