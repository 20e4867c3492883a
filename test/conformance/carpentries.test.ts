// Two real surveys end to end: project from data, CSV imported, project analysed. What the product then says is held
// against results computed in R (test/fixtures/carpentries-*/expected.json), to a relative 1e-8.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ColumnMap, columnMapSchema, type MappedColumn } from '../../surveys/formats/column-map.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { pairedInWords } from './families/in-words.ts';
import { type CaseFiles, filesOf, type ImportedCase, importCase, readJson } from './imported-case.ts';
import { idsUnder, readReferences } from './reference-case.ts';
import {
  asFrequencies,
  asRecommendation,
  asScale,
  asTicks,
  distributionOf,
  expectAllSaid,
  expectCounts,
  expectRanked,
  expectSame,
  levelsOf,
  surveyOf,
} from './said.ts';

describe('the instructor training survey, imported and analysed', () => {
  const references = readReferences('carpentries-instructor-training');
  let imported: ImportedCase;
  beforeAll(async () => {
    imported = await importCase(filesOf('carpentries-instructor-training'));
  });
  afterAll(() => imported.close());
  const topics = idsUnder(references, 'gap/');
  const needOf = (topic: string) => {
    const variable = imported.variableOf(`Knowledge${topic}Post`);
    const found = imported.analysis.needs.find(({ discrepancy }) => discrepancy?.ability === variable);
    if (!found) throw new Error(`no need about "${topic}"`);
    return found;
  };

  it('has every response', () => {
    expect(imported.imported).toBe(967);
    expect(surveyOf(imported).responses).toBe(967);
  });

  it.each(idsUnder(references, 'freq/'))('says the shares of %s', (heading) => {
    const id = `freq/${heading}`;
    expectSame(references, id, asFrequencies(imported, heading, levelsOf(references, id)));
  });

  it.each(idsUnder(references, 'likert/'))('says the summary of %s', (item) => {
    const asked = /^(Knowledge|Motivation)/.test(item) ? `${item}Post` : item;
    const distribution = distributionOf(imported, imported.variableOf(asked));
    expectSame(references, `likert/${item}`, asScale(distribution, item.startsWith('Knowledge') ? 1 : 2));
  });

  it('counts under our codes what the words of the CSV mean', () => {
    expectCounts(imported, {
      'when event': 730,
      'pace right': 513,
      'pace too-fast': 5,
      'handson balanced': 585,
    });
    expectCounts(imported, {
      'complete clear': 760,
      'complete unclear': 2,
      'newinfo 4': 21,
      'event other': 129,
    });
  });

  it('keeps who was not asked apart from who did not answer', () => {
    const { missing, base } = distributionOf(imported, 'knowledge.load');
    expect([base, missing?.notShown, missing?.skipped]).toEqual([236, 707, 24]);
  });

  it.each(topics)('says the gap of %s', (topic) => {
    const { discrepancy } = needOf(topic);
    expectSame(references, `gap/${topic}`, {
      n: discrepancy?.n,
      mean_importance: discrepancy?.meanImportance,
      mean_ability: discrepancy?.meanAbility,
      mean_gap: discrepancy?.meanGap,
      sd_gap: discrepancy?.standardDeviationOfGap,
      mwds: discrepancy?.weightedDiscrepancy,
      paired: pairedInWords(discrepancy?.paired ?? null),
    });
  });

  it('orders the topics by their weighted discrepancy', () => {
    const ranked = topics
      .map((topic) => ({ topic, discrepancy: needOf(topic).discrepancy }))
      .toSorted((a, b) => (a.discrepancy?.rank ?? 0) - (b.discrepancy?.rank ?? 0));
    expectSame(references, 'gap_rank', {
      order: ranked.map(({ topic }) => topic),
      mwds: ranked.map(({ discrepancy }) => discrepancy?.weightedDiscrepancy),
    });
  });

  it('says the recommend score', () => {
    expectSame(references, 'nps', asRecommendation(imported));
  });

  it('ranks every need on its evidence', () => {
    expectRanked(imported.analysis.needs);
  });

  it('leaves out nothing that is not listed with a reason', () => {
    expectAllSaid(references, ['freq/', 'likert/', 'gap/', 'gap_rank', 'nps']);
  });
});

describe('the long-term survey, imported and analysed', () => {
  const references = readReferences('carpentries-longterm');
  let imported: ImportedCase;
  let folder: string;
  let strict: ImportedCase;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nodenkaart-longterm-'));
    imported = await importCase(filesOf('carpentries-longterm'));
    strict = await importCase(withoutOther(filesOf('carpentries-longterm'), folder));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await imported.close();
    await strict.close();
  });
  const groups: Readonly<Record<string, string>> = {
    Field: 'field',
    Content: 'content',
    Behaviors: 'behaviours',
    Help: 'help',
    Involvement: 'involvement',
    Activities: 'activities',
  };

  it('has every response', () => {
    expect(imported.imported).toBe(476);
    expect(surveyOf(imported).responses).toBe(476);
  });

  it.each(idsUnder(references, 'freq/'))('says the shares of %s', (heading) => {
    const id = `freq/${heading}`;
    expectSame(references, id, asFrequencies(imported, heading, levelsOf(references, id)));
  });

  it.each(Object.entries(groups))('says the ticks of %s, own words counted as an option', (group, code) => {
    expectSame(references, `multi_with_other/${group}`, asTicks(imported, code));
  });

  it.each(Object.entries(groups))('says the ticks of %s, own words left out by the map', (group, code) => {
    expectSame(references, `multi/${group}`, asTicks(strict, code));
  });

  it.each(idsUnder(references, 'likert/').filter((item) => !item.startsWith('usage')))(
    'says the summary of %s',
    (item) => {
      const distribution = distributionOf(imported, imported.variableOf(item));
      expectSame(references, `likert/${item}`, asScale(distribution, 2));
    },
  );

  it('counts under our codes what the words of the CSV mean', () => {
    expectCounts(imported, {
      'country uk': 46,
      'position graduate': 156,
      'workshops 3': 11,
      'ago year': 350,
    });
    expectCounts(imported, { 'confidence more': 333, 'writing no': 193, 'recommended yes': 298 });
  });

  it('says use before and since the workshop, and the change', () => {
    const of = (variable: string) => asScale(distributionOf(imported, variable), null);
    expectSame(references, 'likert/usage_before', of('usage_before'));
    expectSame(references, 'likert/usage_since', of('usage_since'));
    const change = surveyOf(imported).comparisons.find(({ code }) => code === 'usage');
    expectSame(references, 'prepost/usage', pairedInWords(change?.paired ?? null));
  });

  it('says the likelihood to recommend, as a score and as a number', () => {
    expectSame(references, 'nps', asRecommendation(imported));
    expectSame(references, 'numeric/Likely-To-Recommend', asScale(distributionOf(imported, 'likely'), null));
  });

  it('ranks every need on its evidence', () => {
    expectRanked(imported.analysis.needs);
  });

  it('leaves out nothing that is not listed with a reason', () => {
    const said = ['freq/', 'multi/', 'multi_with_other/', 'likert/', 'prepost/usage', 'numeric/', 'nps'];
    expectAllSaid(references, said);
  });
});

const own = (column: MappedColumn) => Boolean(column.ticks && column.words);

/** The same survey for somebody who does not want "other" as an option: both files changed, as data. */
function withoutOther(files: CaseFiles, folder: string): CaseFiles {
  const questionnaire: Questionnaire = {
    ...files.questionnaire,
    pages: files.questionnaire.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) =>
        question.type === 'multiple' && Array.isArray(question.options)
          ? { ...question, options: question.options.filter(({ text }) => !text) }
          : question,
      ),
    })),
  };
  const map = columnMapSchema.parse(readJson(files.map));
  const changed: ColumnMap = {
    ...map,
    columns: map.columns.filter((column) => !own(column)),
    ignored: map.columns.filter(own).map(({ column }) => ({ column, why: 'Own words.' })),
  };
  const path = join(folder, 'map.json');
  writeFileSync(path, JSON.stringify(changed));
  return { ...files, questionnaire, map: path };
}
