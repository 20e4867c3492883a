// What the analysis of an imported project says, in the words of a reference (expected.json), so that the two can be
// compared part by part; and what it does not say, with the reason.
import { expect } from 'vitest';
import type { Share } from '../../analysis/figure.ts';
import type { NeedResult } from '../../analysis/results/needs.ts';
import type { Distribution, Summary } from '../../analysis/results/questions.ts';
import { differences } from './compare.ts';
import type { ImportedCase } from './imported-case.ts';
import type { Reference } from './reference-case.ts';

/** What the references have and the analysis of a project does not say, by the start of the id, with the reason. */
const notSaid: Readonly<Record<string, string>> = {
  'alpha/': 'No page says the reliability of a set of items; compared as a statistic (cases.test.ts).',
  'groups/': 'The explorer compares groups, not the results of a project; compared as a statistic.',
  'crosstab/': 'The explorer crosses questions, not the results of a project; compared as a statistic.',
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
  quartiles_type6: 'Quantiles are of type 7 (docs/rules.md, Tests).',
  quartiles_type2: 'Quantiles are of type 7 (docs/rules.md, Tests).',
  tukey_hinges: 'Quantiles are of type 7 (docs/rules.md, Tests).',
};

function withoutUnsaid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnsaid);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([key]) => !(key in partsNotSaid));
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutUnsaid(part)]));
}

export function expectSame(references: readonly Reference[], id: string, said: unknown): void {
  const reference = references.find((candidate) => candidate.id === id);
  if (!reference) throw new Error(`no reference "${id}"`);
  expect(differences(withoutUnsaid(reference.value), said, { relative: 1e-8 })).toEqual([]);
}
export function expectAllSaid(references: readonly Reference[], said: readonly string[]): void {
  const starts = [...said, ...Object.keys(notSaid)];
  const left = references.map(({ id }) => id).filter((id) => !starts.some((start) => id.startsWith(start)));
  expect(left).toEqual([]);
}

export function surveyOf({ analysis }: ImportedCase) {
  const [survey] = analysis.surveys;
  if (!survey) throw new Error('the project has no survey');
  return survey;
}
export function distributionOf(imported: ImportedCase, variable: string): Distribution {
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
export function asFrequencies(imported: ImportedCase, heading: string, levels: readonly string[]): unknown {
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
export function levelsOf(references: readonly Reference[], id: string): readonly string[] {
  const rows = references.find((reference) => reference.id === id)?.value.rows;
  return Array.isArray(rows) ? rows.map(({ level }: { level: string }) => level) : [];
}

/** A distribution in the words of a scale reference, with the boxes of its own size. */
export function asScale(distribution: Distribution, boxSize: 1 | 2 | null): unknown {
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
export function asRecommendation(imported: ImportedCase): unknown {
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

/** Pins down which answer has which code, where the comparison above goes through the map itself. */
export function expectCounts(imported: ImportedCase, wanted: Readonly<Record<string, number>>): void {
  const counts = Object.keys(wanted).map((name) => {
    const [variable = '', code = ''] = name.split(' ');
    const found = distributionOf(imported, variable).categories.find((category) => category.code === code);
    return [name, found?.share.count];
  });
  expect(Object.fromEntries(counts)).toEqual(wanted);
}

/** Ranked, and each score the mean of indicators that are shares of a stated base. */
export function expectRanked(needs: readonly NeedResult[]): void {
  expect(needs.map(({ rank }) => rank)).toEqual([...needs.keys()].map((index) => index + 1));
  const scores = needs.map(({ score }) => score ?? Number.NaN);
  expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
  for (const need of needs) {
    const shares = need.sources.flatMap(({ indicators }) => indicators.map(({ share }) => share));
    expect(shares.length).toBeGreaterThan(0);
    const mean = shares.reduce((sum, share) => sum + percent(share), 0) / shares.length;
    expect(need.score).toBeCloseTo(mean, 9);
  }
}

/** A tick-all question in the words of the reference, its options named as the CSV names them. */
export function asTicks(imported: ImportedCase, question: string): unknown {
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
