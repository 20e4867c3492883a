// How one variable was answered: shares of the base, missing answers apart, and a summary where answers have values.

import type { Distribution, Summary } from './results.ts';
import { shareOf } from './share.ts';
import { summariseCounts } from './statistics/summary.ts';
import type { Counts } from './tabulate.ts';

/** The distribution of a counted variable, in codebook order with the answers nobody gave. */
export function distributionOf(counts: Counts): Distribution {
  const { variable, base, missing } = counts;
  const categories = variable.categories.map((category, index) => ({
    category,
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
      .map(({ category, count }) => ({
        code: category.code,
        label: category.label,
        value: category.value,
        share: shareOf(count, base, { missing }),
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
    .map((category, index) => ({
      value: category.value,
      missing: category.missing,
      count: counts.categories[index] ?? 0,
    }))
    .filter(
      (entry): entry is { value: number; missing: null; count: number } =>
        entry.value !== null && entry.missing === null,
    )
    .sort((one, other) => one.value - other.value);
  if (valued.length < 3) return null;
  const summary = summariseCounts(valued);
  if (!summary) return null;
  const outer = (entries: readonly { count: number }[]) =>
    shareOf(
      entries.reduce((sum, { count }) => sum + count, 0),
      summary.base,
    );
  return {
    n: summary.base,
    mean: summary.mean,
    standardDeviation: summary.standardDeviation,
    standardError: summary.standardError,
    interval: summary.interval,
    median: summary.median,
    lowerQuartile: summary.lowerQuartile,
    upperQuartile: summary.upperQuartile,
    topTwo: outer(valued.slice(-2)),
    bottomTwo: outer(valued.slice(0, 2)),
  };
}
