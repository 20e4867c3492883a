// Two real surveys end to end: project from data, CSV imported, project analysed. What the product then says is held
// against results computed in R (test/fixtures/carpentries-*/expected.json), to a relative 1e-8.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Share } from '../../analysis/figure.ts';
import type { Distribution, NeedResult, Summary } from '../../analysis/results.ts';
import { type ColumnMap, columnMapSchema } from '../../surveys/formats/column-map.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { differences } from './compare.ts';
import { type CaseFiles, filesOf, type ImportedCase, importCase, readJson } from './imported-case.ts';
import { idsUnder, inReferenceWords, type Reference, readReferences } from './reference-case.ts';

/** What the references have and the analysis of a project does not say, by the start of the id, with the reason. */
const notSaid: Readonly<Record<string, string>> = {
  'alpha/': 'Reliability of a set of items is a later issue.',
  'groups/': 'Comparing groups is a later issue.',
  'crosstab/':
    'Crosses of any two questions are a later issue; the statistics are compared in statistics-carpentries.test.ts.',
  'prepost/weekly_or_more':
    'Changes over a threshold are not declared in a catalogue; compared as a statistic.',
};
/** Parts of a result that it does not say. */
const partsNotSaid: Readonly<Record<string, string>> = {
  wald: 'The product prints Wilson only.',
  wald_se: 'As wald.',
  wilson_cc: 'An alternative interval; the product prints one.',
  agresti_coull: 'An alternative interval; the product prints one.',
  clopper_pearson: 'An alternative interval; the product prints one.',
  N: 'A population is known only where a survey has a register; N here is hypothetical.',
  fpc_textbook: 'As N.',
  fpc_survey_package: 'As N.',
  fpc_wilson_neff: 'As N.',
  mode: 'The counts of every answer are there; the largest has no line of its own.',
  quartiles_type6: 'Quantiles are of type 7 (RULINGS 16).',
  quartiles_type2: 'Quantiles are of type 7 (RULINGS 16).',
  tukey_hinges: 'Quantiles are of type 7 (RULINGS 16).',
};

function withoutUnsaid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnsaid);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([key]) => !(key in partsNotSaid));
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutUnsaid(part)]));
}

function expectSame(references: readonly Reference[], id: string, said: unknown): void {
  const reference = references.find((candidate) => candidate.id === id);
  if (!reference) throw new Error(`no reference "${id}"`);
  expect(differences(withoutUnsaid(reference.value), said, { relative: 1e-8 })).toEqual([]);
}
function expectAllSaid(references: readonly Reference[], said: readonly string[]): void {
  const starts = [...said, ...Object.keys(notSaid)];
  const left = references.map(({ id }) => id).filter((id) => !starts.some((start) => id.startsWith(start)));
  expect(left).toEqual([]);
}

function surveyOf({ analysis }: ImportedCase) {
  const [survey] = analysis.surveys;
  if (!survey) throw new Error('the project has no survey');
  return survey;
}
function distributionOf(imported: ImportedCase, variable: string): Distribution {
  const found = surveyOf(imported)
    .questions.flatMap((question) => (question.kind === 'distributions' ? question.distributions : []))
    .find((distribution) => distribution.variable === variable);
  if (!found) throw new Error(`no distribution of "${variable}"`);
  return found;
}
const pair = (interval: Share['interval']) => interval && [interval.lower, interval.upper];
const percent = (share: Share | undefined) => 100 * (share?.estimate ?? Number.NaN);
const missingIn = (distribution: Distribution) =>
  Object.values(distribution.missing ?? {}).reduce((sum, count) => sum + count, 0);

/** A distribution in the words of a frequency reference; `levels` are the cells of the column in its order. */
function asFrequencies(imported: ImportedCase, heading: string, levels: readonly string[]): unknown {
  const distribution = distributionOf(imported, imported.variableOf(heading));
  return {
    base: distribution.base,
    missing: missingIn(distribution),
    rows: levels.map((level) => {
      const code = imported.codeOf(heading, level);
      const share = distribution.categories.find((category) => category.code === code)?.share;
      return { level, count: share?.count, p: share?.estimate, wilson: pair(share?.interval ?? null) };
    }),
  };
}
function levelsOf(references: readonly Reference[], id: string): readonly string[] {
  const rows = references.find((reference) => reference.id === id)?.value.rows;
  return Array.isArray(rows) ? rows.map(({ level }: { level: string }) => level) : [];
}

/** A distribution in the words of a scale reference, with the boxes of its own size. */
function asScale(distribution: Distribution, boxSize: 1 | 2 | null): unknown {
  const { summary, categories } = distribution;
  const valued = categories.filter(({ value }) => value !== null);
  const box = (outer: Share | undefined) =>
    boxSize === null ? null : { k: boxSize, count: outer?.count, pct: percent(outer) };
  return {
    n: summary?.n,
    missing: missingIn(distribution),
    counts: valued.map(({ share }) => share.count),
    mean: summary?.mean,
    sd: summary?.standardDeviation,
    se: summary?.standardError,
    ci_t95: pair(summary?.interval ?? null),
    median: summary?.median,
    quartiles_type7: [summary?.lowerQuartile, summary?.median, summary?.upperQuartile],
    // A box of one is the outer answer itself.
    top_box: box(boxSize === 1 ? valued.at(-1)?.share : summaryBox(summary, 'topTwo')),
    bottom_box: box(boxSize === 1 ? valued[0]?.share : summaryBox(summary, 'bottomTwo')),
  };
}
function summaryBox(summary: Summary | null, part: 'topTwo' | 'bottomTwo'): Share | undefined {
  return summary?.[part];
}

/** The recommend score in the words of the reference; its standard error is told as an interval. */
function asRecommendation(imported: ImportedCase): unknown {
  const result = surveyOf(imported).recommend;
  const interval = result?.interval ?? null;
  return {
    n: result?.n,
    promoters: result?.promoters,
    passives: result?.passives,
    detractors: result?.detractors,
    nps: result?.score,
    se: interval && (interval.upper - interval.lower) / 2 / 1.959963984540054,
    ci95: pair(interval),
  };
}

/** Ranked, and each score the mean of indicators that are shares of a stated base. */
function expectRanked(needs: readonly NeedResult[]): void {
  expect(needs.map(({ rank }) => rank)).toEqual([...needs.keys()].map((index) => index + 1));
  const scores = needs.map(({ score }) => score ?? Number.NaN);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  for (const need of needs) {
    const shares = need.sources.flatMap(({ indicators }) => indicators.map(({ share }) => share));
    expect(shares.length).toBeGreaterThan(0);
    const mean = shares.reduce((sum, share) => sum + percent(share), 0) / shares.length;
    expect(need.score).toBeCloseTo(mean, 9);
  }
}

describe('the instructor training survey, imported and analysed', () => {
  const references = readReferences('carpentries-instructor-training');
  let imported: ImportedCase;
  beforeAll(async () => {
    imported = await importCase(filesOf('carpentries-instructor-training'));
  });
  afterAll(() => imported.ctx.close());
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
      paired: inReferenceWords(discrepancy?.paired ?? null),
    });
  });

  it('orders the topics by their weighted discrepancy', () => {
    const ranked = topics
      .map((topic) => ({ topic, discrepancy: needOf(topic).discrepancy }))
      .sort((a, b) => (a.discrepancy?.rank ?? 0) - (b.discrepancy?.rank ?? 0));
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
    await imported.ctx.close();
    await strict.ctx.close();
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

  it('says use before and since the workshop, and the change', () => {
    const of = (variable: string) => asScale(distributionOf(imported, variable), null);
    expectSame(references, 'likert/usage_before', of('usage_before'));
    expectSame(references, 'likert/usage_since', of('usage_since'));
    const change = surveyOf(imported).comparisons.find(({ code }) => code === 'usage');
    expectSame(references, 'prepost/usage', inReferenceWords(change?.paired ?? null));
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

/** A tick-all question in the words of the reference, its options named as the CSV names them. */
function asTicks(imported: ImportedCase, question: string): unknown {
  const survey = surveyOf(imported);
  const result = survey.questions.find(({ code }) => code === question);
  if (result?.kind !== 'choices') throw new Error(`"${question}" is no multiple choice`);
  const word = (variable: string) => imported.map.columns.find(({ ticks }) => ticks === variable)?.is?.[0];
  return {
    base_all_respondents: survey.responses,
    base_answered_any: result.base,
    total_mentions: result.mentions,
    options: result.choices.map(({ variable, share, ofAsked, ofMentions }) => ({
      option: word(variable) ?? 'Other (text)',
      count: share.count,
      pct_of_answered: percent(share),
      pct_of_all: percent(ofAsked),
      pct_of_mentions: 100 * (ofMentions ?? Number.NaN),
      wilson95_answered: pair(share.interval)?.map((bound) => 100 * bound),
    })),
  };
}

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
  const own = (column: ColumnMap['columns'][number]) => Boolean(column.ticks && column.words);
  const changed: ColumnMap = {
    ...map,
    columns: map.columns.filter((column) => !own(column)),
    ignored: map.columns.filter(own).map(({ column }) => ({ column, why: 'Own words.' })),
  };
  const path = join(folder, 'map.json');
  writeFileSync(path, JSON.stringify(changed));
  return { ...files, questionnaire, map: path };
}
