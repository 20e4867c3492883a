// Reads a reference case (data.csv and expected.json) and puts computed statistics in the words of the reference,
// so that the two can be compared part by part.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect } from 'vitest';
import { chiSquare } from '../../analysis/statistics/chi-square.ts';
import { countedShare } from '../../analysis/statistics/counted-share.ts';
import { cramersV } from '../../analysis/statistics/cramers-v.ts';
import { fisherExact } from '../../analysis/statistics/fisher-exact.ts';
import type { PairedDifference } from '../../analysis/statistics/paired-difference.ts';
import { recommendScore } from '../../analysis/statistics/recommend-score.ts';
import { summarise } from '../../analysis/statistics/summary.ts';
import { tickAll } from '../../analysis/statistics/tick-all.ts';
import { topBox } from '../../analysis/statistics/top-box.ts';
import { type Interval, wilsonInterval } from '../../analysis/statistics/wilson-interval.ts';
import { differences } from './compare.ts';

export type Row = Readonly<Record<string, string>>;
export type Ratings = readonly (number | null)[];
/** Words of a scale with their values, as the reference script maps them. */
export type Scale = Readonly<Record<string, number>>;

export interface Reference {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What the reference has and these statistics do not compute, by the start of the id. */
const notComputed: Readonly<Record<string, string>> = {
  'alpha/': 'Reliability of a set of items is a later issue.',
  'groups/': 'Comparing groups is a later issue.',
};
/** Parts of a result that are left out, with the reason. */
const partsNotComputed: Readonly<Record<string, string>> = {
  wald: 'The product prints Wilson only: Wald fails for small bases and shares near 0 (METHODS A8).',
  wald_se: 'As wald.',
  wilson_cc: 'An alternative interval; the product prints one.',
  agresti_coull: 'An alternative interval; the product prints one.',
  clopper_pearson: 'An alternative interval; the product prints one.',
  fpc_textbook: 'Belongs to Wald.',
  fpc_survey_package: 'Belongs to Wald.',
  quartiles_type6: 'Quantiles are of type 7 (RULINGS 16).',
  quartiles_type2: 'Quantiles are of type 7 (RULINGS 16).',
  tukey_hinges: 'Quantiles are of type 7 (RULINGS 16).',
  row_pct: 'Plain quotients of counts that are compared.',
  col_pct: 'As row_pct.',
  total_pct: 'As row_pct.',
  G: 'The likelihood-ratio test says the same as chi-square; the product prints one.',
  G_p: 'As G.',
  fisher_or_cmle: 'Odds ratios are not printed: V says how strong a link is.',
  fisher_or_ci: 'As fisher_or_cmle.',
  odds_ratio: 'As fisher_or_cmle.',
  phi: 'Of a two by two table this is V with a sign.',
};
/** Parts left out of one result only. */
const partsNotComputedOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'prepost/weekly_or_more': {
    chi2: 'Change of sides is tested exactly, which needs no approximation.',
    p: 'As chi2.',
    chi2_cc: 'As chi2.',
    p_cc: 'As chi2.',
  },
  'crosstab/How-Long-Ago x Change-In-Confidence': { fisher_p: 'Larger than two by two: a later issue.' },
  'crosstab/How-Many-Workshops x Contributed-To-Writing': {
    fisher_p: 'Larger than two by two: a later issue.',
  },
};

export function readRows(folder: string): readonly Row[] {
  const text = readFileSync(new URL(`../fixtures/${folder}/data.csv`, import.meta.url), 'utf8');
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

export function readReferences(folder: string): readonly Reference[] {
  const text = readFileSync(new URL(`../fixtures/${folder}/expected.json`, import.meta.url), 'utf8');
  const { results }: { results: readonly Reference[] } = JSON.parse(text);
  return results;
}

export function idsUnder(references: readonly Reference[], start: string): readonly string[] {
  return references.filter(({ id }) => id.startsWith(start)).map(({ id }) => id.slice(start.length));
}

export function expectReference(references: readonly Reference[], id: string, computed: unknown): void {
  const reference = references.find((candidate) => candidate.id === id);
  expect(reference).toBeDefined();
  const wanted = withoutLeftOut(reference?.value, id);
  expect(differences(wanted, computed, { relative: 1e-8 })).toEqual([]);
}

/** The reference without the parts that are not computed. */
function withoutLeftOut(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutLeftOut(part, id));
  if (typeof value !== 'object' || value === null) return value;
  const leftOut = { ...partsNotComputed, ...partsNotComputedOf[id] };
  const parts = Object.entries(value).filter(([key]) => !(key in leftOut));
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutLeftOut(part, id)]));
}

export function expectAllCompared(references: readonly Reference[], compared: readonly string[]): void {
  const starts = [...compared, ...Object.keys(notComputed)];
  expect(
    references.map(({ id }) => id).filter((id) => !starts.some((start) => id.startsWith(start))),
  ).toEqual([]);
}

export function rated(rows: readonly Row[], column: string, scale: Scale): Ratings {
  return rows.map((row) => {
    const words = row[column] ?? '';
    const value = scale[words];
    if (value === undefined && words !== '') throw new Error(`${column}: "${words}" is not on the scale`);
    return value ?? null;
  });
}

export function answers(rows: readonly Row[], column: string): readonly string[] {
  return rows.map((row) => row[column] ?? '');
}

export function numbers(rows: readonly Row[], column: string): Ratings {
  return rows.map((row) => (row[column] ? Number(row[column]) : null));
}

/** A rating of 1 to `points` as 0 to 100. */
export function percent(ratings: Ratings, points: number): Ratings {
  return ratings.map((value) => value && ((value - 1) / (points - 1)) * 100);
}

function pairOf(interval: Interval | null | undefined): unknown {
  return interval ? [interval.lower, interval.upper] : null;
}

export function shares(rows: readonly Row[], column: string, population?: number): unknown {
  const answers = rows.map((row) => row[column] ?? '').filter((answer) => answer !== '');
  const levels = [...new Set(answers)].sort();
  return {
    base: answers.length,
    missing: rows.length - answers.length,
    rows: levels.map((level) => {
      const found = countedShare(answers.filter((answer) => answer === level).length, answers.length);
      return {
        level,
        count: found.count,
        p: found.estimate,
        wilson: pairOf(found.interval),
        ...(population === undefined ? {} : inPopulation(found.count, found.base, population)),
      };
    }),
  };
}

function inPopulation(count: number, base: number, population: number): Readonly<Record<string, unknown>> {
  const definition =
    'Wilson with n replaced by n*(N-1)/(N-n), p unchanged (own definition, no package behind it)';
  const effectiveBase = (base * (population - 1)) / (population - base);
  const interval = wilsonInterval(count, base, { population });
  return { N: population, fpc_wilson_neff: { def: definition, neff: effectiveBase, ci: pairOf(interval) } };
}

export function ticks(rows: readonly Row[], columns: readonly string[], lastLabel?: string): unknown {
  const ticked = (row: Row, column: string) => (row[column] ?? '') !== '';
  const counts = columns.map((column) => rows.filter((row) => ticked(row, column)).length);
  const answered = rows.filter((row) => columns.some((column) => ticked(row, column))).length;
  const result = tickAll(counts, answered, rows.length);
  const label = (column: string) => rows.map((row) => row[column] ?? '').find((text) => text !== '');
  return {
    base_all_respondents: result.asked,
    base_answered_any: result.answered,
    total_mentions: result.mentions,
    options: result.options.map((option, index) => ({
      option: index === columns.length - 1 && lastLabel ? lastLabel : label(columns[index] ?? ''),
      count: option.count,
      pct_of_answered: 100 * (option.ofAnswered.estimate ?? Number.NaN),
      pct_of_all: 100 * (option.ofAsked.estimate ?? Number.NaN),
      pct_of_mentions: 100 * (option.ofMentions ?? Number.NaN),
      wilson95_answered: [option.ofAnswered.interval?.lower, option.ofAnswered.interval?.upper].map(
        (bound) => 100 * (bound ?? Number.NaN),
      ),
    })),
  };
}

/** A summary in the words of the reference; `boxSize` null where it has no top and bottom box. */
export function scaleSummary(
  ratings: Ratings,
  scale: readonly number[],
  boxSize: number | null = 2,
): unknown {
  const values = ratings.filter((value) => value !== null);
  const summary = summarise(values);
  const counts = scale.map((point) => values.filter((value) => value === point).length);
  const box = boxSize === null ? null : topBox(counts, boxSize);
  const boxOf = (part: 'top' | 'bottom') =>
    box && { k: boxSize, count: box[part].count, pct: 100 * (box[part].estimate ?? Number.NaN) };
  return {
    n: summary?.base,
    missing: ratings.length - values.length,
    counts,
    mean: summary?.mean,
    sd: summary?.standardDeviation,
    se: summary?.standardError,
    ci_t95: pairOf(summary?.interval),
    median: summary?.median,
    mode: summary?.modes,
    quartiles_type7: [summary?.lowerQuartile, summary?.median, summary?.upperQuartile],
    top_box: boxOf('top'),
    bottom_box: boxOf('bottom'),
  };
}

export function inReferenceWords(paired: PairedDifference | null): unknown {
  return {
    n_pairs: paired?.base,
    excluded: paired?.excluded,
    mean_pre: paired?.firstMean,
    mean_post: paired?.secondMean,
    mean_diff: paired?.estimate,
    sd_diff: paired?.standardDeviation,
    ci95: pairOf(paired?.interval),
    t: paired?.t,
    df: paired?.degreesOfFreedom,
    p: paired?.p,
    cohens_dz: paired?.effect,
    improved: paired?.improved,
    same: paired?.same,
    worse: paired?.worse,
    wilcoxon: {
      V: paired?.signedRank?.positiveRanks,
      n_nonzero: paired?.signedRank?.base,
      z_nocc: paired?.signedRank?.z,
      p_nocc: paired?.signedRank?.p,
      z_cc: paired?.signedRank?.correctedZ,
      p_cc: paired?.signedRank?.correctedP,
      r_effect_z_over_sqrt_nonzero: paired?.signedRank?.effect,
    },
    sign_test_p: paired?.signTestP,
  };
}

export function recommendation(ratings: Ratings): unknown {
  const counts = Array.from(
    { length: 11 },
    (_, rating) => ratings.filter((value) => value === rating).length,
  );
  const result = recommendScore(counts);
  return {
    n: result?.base,
    promoters: result?.promoters,
    passives: result?.passives,
    detractors: result?.detractors,
    nps: result?.estimate,
    se: result?.standardError,
    ci95: pairOf(result?.interval),
  };
}

export function numbered(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `Column${from + index}`);
}

/** A cross-table of two columns in the words of the reference; who lacks either answer is left out. */
export function crossed(rowAnswers: readonly string[], columnAnswers: readonly string[]): unknown {
  const both = rowAnswers
    .map((row, index) => ({ row, column: columnAnswers[index] ?? '' }))
    .filter(({ row, column }) => row !== '' && column !== '');
  const rowLevels = [...new Set(both.map(({ row }) => row))].sort();
  const columnLevels = [...new Set(both.map(({ column }) => column))].sort();
  const counts = rowLevels.map((level) =>
    columnLevels.map((other) => both.filter(({ row, column }) => row === level && column === other).length),
  );
  const test = chiSquare(counts);
  const strength = cramersV(counts);
  return {
    n: test?.base,
    excluded_missing: rowAnswers.length - both.length,
    row_levels: rowLevels,
    col_levels: columnLevels,
    counts,
    chi2: test?.estimate,
    df: test?.degreesOfFreedom,
    p: test?.p,
    min_expected: test?.minimumExpected,
    cells_expected_below_5: test?.cellsExpectedUnderFive,
    cramers_v: strength?.estimate,
    cramers_v_bias_corrected: strength?.corrected,
    adjusted_residuals: test?.adjustedResiduals,
    chi2_yates: test?.corrected?.estimate,
    p_yates: test?.corrected?.p,
    fisher_p: test?.corrected && fisherExact(counts),
  };
}
