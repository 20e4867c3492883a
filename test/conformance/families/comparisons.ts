// Two columns against each other: cross-tables, groups, and correlations.
import { chiSquare } from '../../../analysis/statistics/chi-square.ts';
import { pearson, spearman } from '../../../analysis/statistics/correlation.ts';
import { cramersV } from '../../../analysis/statistics/cramers-v.ts';
import { fisherExact } from '../../../analysis/statistics/fisher-exact.ts';
import { fisherExactTable } from '../../../analysis/statistics/fisher-exact-table.ts';
import { compareMeans, type FTest } from '../../../analysis/statistics/group-means.ts';
import { kendallTauB } from '../../../analysis/statistics/kendall-tau-b.ts';
import { kruskalWallis } from '../../../analysis/statistics/kruskal-wallis.ts';
import { mannWhitney } from '../../../analysis/statistics/mann-whitney.ts';
import { countPairs, type PairCounts } from '../../../analysis/statistics/pair-counts.ts';
import { summariseCounts } from '../../../analysis/statistics/summary.ts';
import type { Case } from '../case.ts';
import { codesOf, findColumn, findColumns, hasAll, type Words } from '../columns.ts';
import { type Family, hasKeys, listWithKeys, twoNames, wordsUnder } from '../family.ts';
import { numbersOf } from '../scales.ts';
import { pair } from './in-words.ts';

export const crossTable: Family = {
  name: 'cross-table',
  recognises: (value) => hasKeys(value, 'row_levels', 'col_levels', 'counts'),
  compute: ({ id, value }, one) => {
    const [rowLevels, columnLevels] = [wordsUnder(value, 'row_levels'), wordsUnder(value, 'col_levels')];
    const wanted = hasKeys(value, 'n') ? value.n : null;
    const [across, down] = twoColumns(one, twoNames(id, ' x '), [rowLevels, columnLevels], wanted);
    const rows = codesOf(across, rowLevels);
    const columns = codesOf(down, columnLevels);
    const counts = rowLevels.map(() => columnLevels.map(() => 0));
    let base = 0;
    for (const [person, row] of rows.entries()) {
      const column = columns[person] ?? -1;
      const cells = counts[row];
      if (cells === undefined || column < 0) continue;
      cells[column] = (cells[column] ?? 0) + 1;
      base += 1;
    }
    return {
      excluded_missing: rows.length - base,
      row_levels: rowLevels,
      col_levels: columnLevels,
      counts,
      ...percentages(counts, base),
      ...testInWords(counts),
    };
  },
  leftOut: {
    fisher_p: 'too many tables to look at each: by random tables, which come near but not to eight digits',
  },
};

/** The two columns of a cross; where a name may mean several, those of whom as many answered both. */
function twoColumns(
  one: Case,
  [first, second]: readonly [string, string],
  [rowLevels, columnLevels]: readonly [readonly string[], readonly string[]],
  base: unknown,
): readonly [Words, Words] {
  const pairs = findColumns(one, first)
    .filter(hasAll(rowLevels))
    .flatMap((across) =>
      findColumns(one, second)
        .filter((down) => down !== across && hasAll(columnLevels)(down))
        .map((down): readonly [Words, Words] => [across, down]),
    );
  const both = ([across, down]: readonly [Words, Words]) => {
    const [rows, columns] = [codesOf(across, rowLevels), codesOf(down, columnLevels)];
    return rows.filter((row, person) => row >= 0 && (columns[person] ?? -1) >= 0).length;
  };
  const fitting = pairs.length > 1 ? pairs.filter((pair) => both(pair) === base) : pairs;
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  // Says which of the two names is not found, or means several columns.
  return [findColumn(one, first, hasAll(rowLevels)), findColumn(one, second, hasAll(columnLevels))];
}

type Table = readonly (readonly number[])[];

function percentages(counts: Table, base: number) {
  const ofRow = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const ofColumn = (counts[0] ?? []).map((_, column) =>
    counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const divided = (by: (row: number, column: number) => number) =>
    counts.map((row, i) => row.map((count, j) => (100 * count) / by(i, j)));
  return {
    row_pct: divided((row) => ofRow[row] ?? 0),
    col_pct: divided((_, column) => ofColumn[column] ?? 0),
    total_pct: divided(() => base),
  };
}

function testInWords(counts: Table) {
  const test = chiSquare(counts);
  const strength = cramersV(counts);
  return {
    n: test?.base,
    chi2: test?.estimate,
    df: test?.degreesOfFreedom,
    p: test?.p,
    min_expected: test?.minimumExpected,
    cells_expected_below_5: test?.cellsExpectedUnderFive,
    cramers_v: strength?.estimate,
    cramers_v_bias_corrected: strength?.corrected,
    adjusted_residuals: test?.adjustedResiduals,
    ...(test?.corrected
      ? { chi2_yates: test.corrected.estimate, p_yates: test.corrected.p, fisher_p: fisherExact(counts) }
      : { fisher_p: fisherExactTable(counts, 5_000_000) ?? undefined }),
  };
}

export const groups: Family = {
  name: 'groups',
  recognises: (value) => hasKeys(value, 'groups', 'kruskal'),
  compute: ({ id, value }, one) => {
    const levels =
      hasKeys(value, 'groups') && listWithKeys(value.groups, 'level')
        ? value.groups.map(({ level }) => String(level))
        : [];
    const [of, by] = twoNames(id, ' by ');
    const { values, counts } = countsByGroup(one, of, by, levels);
    const perGroup = counts.map((row) => row.map((count, place) => ({ value: values[place] ?? 0, count })));
    const means = compareMeans(perGroup);
    const ranks = kruskalWallis(counts);
    const two = counts.length === 2 ? mannWhitney(counts) : null;
    return {
      n: means?.base,
      groups: perGroup.map((group, place) => {
        const summary = summariseCounts(group);
        return {
          level: levels[place],
          n: summary?.base,
          mean: summary?.mean,
          sd: summary?.standardDeviation,
          median: summary?.median,
        };
      }),
      kruskal: { H: ranks?.estimate, df: ranks?.degreesOfFreedom, p: ranks?.p },
      welch_anova: fInWords(means?.welch ?? null),
      anova: fInWords(means?.classic ?? null),
      mann_whitney: two && { W_R: two.estimate, p_cc: two.correctedP, p_nocc: two.p },
      welch_t: means?.difference && {
        t: means.difference.t,
        df: means.difference.degreesOfFreedom,
        p: means.difference.p,
        ci: pair(means.difference.interval),
        diff: means.difference.estimate,
      },
    };
  },
};

function fInWords(test: FTest | null) {
  return test && { F: test.estimate, df: test.degreesOfFreedom, p: test.p };
}

/** Rows are groups, columns the values in their order. */
function countsByGroup(one: Case, of: string, by: string, levels: readonly string[]) {
  const answers = numbersOf(one, findColumn(one, of));
  const group = codesOf(findColumn(one, by, hasAll(levels)), levels);
  const values = [
    ...new Set(answers.filter((answer, person) => answer !== null && (group[person] ?? -1) >= 0)),
  ]
    .map(Number)
    .sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const counts = levels.map(() => values.map(() => 0));
  for (const [person, answer] of answers.entries()) {
    const row = counts[group[person] ?? -1];
    const column = answer === null ? undefined : place.get(answer);
    if (row && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return { values, counts };
}

function pairsOf(one: Case, first: string, second: string): PairCounts {
  return countPairs(numbersOf(one, findColumn(one, first)), numbersOf(one, findColumn(one, second)));
}

export const correlation: Family = {
  name: 'correlation',
  recognises: (value) => hasKeys(value, 'r', 't', 'df'),
  compute: ({ id }, one) => {
    const counts = pairsOf(one, ...twoNames(id, ','));
    const found = id.startsWith('spearman') ? spearman(counts) : pearson(counts);
    return {
      r: found?.estimate,
      t: found?.t,
      df: found?.degreesOfFreedom,
      p: found?.p,
      ci: pair(found?.interval),
    };
  },
};

export const correlations: Family = {
  name: 'correlations',
  recognises: (value) => hasKeys(value, 'items', 'r'),
  compute: ({ id, value }, one) => {
    const items = wordsUnder(value, 'items');
    const of = id.startsWith('pearson') ? pearson : spearman;
    return {
      items,
      r: items.map((first) => items.map((second) => of(pairsOf(one, first, second))?.estimate)),
    };
  },
};

export const tauB: Family = {
  name: 'tau-b',
  recognises: (value) => hasKeys(value, 'tau', 'z'),
  compute: ({ id }, one) => {
    const { estimate, z, p } = kendallTauB(pairsOf(one, ...twoNames(id, ',')));
    return { tau: estimate, z, p };
  },
};
