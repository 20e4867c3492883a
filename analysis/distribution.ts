// How one variable was answered: shares of the base, missing answers apart, and a summary where answers have values.

import { clustersOf } from './library-counts.ts';
import type { Distribution, Summary } from './results/questions.ts';
import { clusterMean } from './statistics/cluster-mean.ts';
import { summariseCounts } from './statistics/summary.ts';
import { type Counts, shareAmong, shareOfCounts } from './tabulate.ts';

/** The distribution of a counted variable, in codebook order with the answers nobody gave. */
export function distributionOf(counts: Counts): Distribution {
  const { variable, base, missing } = counts;
  const categories = variable.categories.map((category, index) => ({
    category,
    index,
    count: counts.categories[index] ?? 0,
  }));
  return {
    variable: variable.name,
    label: variable.label,
    item: variable.item,
    base,
    missing,
    openness: 'full',
    categories: categories
      .filter(({ category }) => category.missing === null)
      .map(({ category, index }) => ({
        code: category.code,
        label: category.label,
        value: category.value,
        share: shareOfCounts(counts, [index]),
      })),
    missingCategories: categories.flatMap(({ category: { code, label, missing: reason }, count }) =>
      reason === null ? [] : [{ code, label, reason, count }],
    ),
    summary: summaryOf(counts),
  };
}

/** Mean, spread and quartiles of the answers with values; null when the answers have no place on a number line. */
function summaryOf(counts: Counts): Summary | null {
  const valued = counts.variable.categories
    .flatMap(({ value, missing }, index) =>
      value === null || missing !== null ? [] : [{ value, index, count: counts.categories[index] ?? 0 }],
    )
    .sort((one, other) => one.value - other.value);
  if (valued.length < 3) return null;
  const summary = summariseCounts(valued);
  if (!summary) return null;
  const places = valued.map(({ index }) => index);
  const outer = (counted: readonly number[]) => shareAmong(counts, counted, places);
  const { standardError, interval } = meanOfLibraries(counts, valued) ?? summary;
  return {
    n: summary.base,
    mean: summary.mean,
    standardDeviation: summary.standardDeviation,
    standardError,
    interval,
    median: summary.median,
    lowerQuartile: summary.lowerQuartile,
    upperQuartile: summary.upperQuartile,
    topTwo: outer(places.slice(-2)),
    bottomTwo: outer(places.slice(0, 2)),
  };
}

/** How sure the mean is where libraries sent several answers; null where everybody speaks for themselves. */
function meanOfLibraries({ perLibrary }: Counts, valued: readonly { value: number; index: number }[]) {
  const places = valued.map(({ index }) => index);
  if (clustersOf(perLibrary, places, places) === null) return null;
  const { table, width, lines } = perLibrary;
  const [sums, bases] = [new Float64Array(lines - 1), new Float64Array(lines - 1)];
  for (const { value, index } of valued) {
    for (let line = 1; line < lines; line += 1) {
      const count = table[line * width + index] as number;
      sums[line - 1] = (sums[line - 1] as number) + value * count;
      bases[line - 1] = (bases[line - 1] as number) + count;
    }
  }
  const alone = valued.map(({ value, index }) => ({ value, count: table[index] as number }));
  return clusterMean(sums, bases, alone);
}
