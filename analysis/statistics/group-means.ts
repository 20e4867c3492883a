/** Do groups differ in their mean? For scales whose distances mean something, and for numbers. */
import { fUpperTail, studentTwoSided } from './distributions.ts';
import { meanInterval, summariseCounts } from './summary.ts';
import type { ValueCount } from './value-counts.ts';
import type { Interval } from './wilson-interval.ts';

/** A test of F form. */
export interface FTest {
  readonly estimate: number;
  readonly degreesOfFreedom: readonly [number, number];
  readonly p: number;
}

export interface GroupMean {
  readonly base: number;
  readonly mean: number;
  /** Square of the standard deviation. */
  readonly variance: number;
}

export interface WelchT {
  /** Mean of the first group less that of the second. */
  readonly estimate: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Of the difference, 95 %. */
  readonly interval: Interval;
  /**
   * Cohen's d: the difference in pooled standard deviations.
   * Source: Cohen 1988, Statistical Power Analysis for the Behavioral Sciences.
   */
  readonly effect: number;
}

export interface GroupMeans {
  readonly base: number;
  /** Groups with any answers, in the order they came. */
  readonly groups: readonly GroupMean[];
  /** Does not take spreads to be equal; this one is shown. Null when a group has one answer or no spread. */
  readonly welch: FTest | null;
  /** Classic analysis of variance; null when nobody differs within a group. */
  readonly classic: FTest | null;
  /** Eta squared: share of the spread that lies between groups, 0-1; null when there is no spread. */
  readonly effect: number | null;
  /** Of two groups only. */
  readonly difference: WelchT | null;
}

/**
 * Means of groups compared, from answers counted per value, so that the cost does not grow with the answers.
 * As R: `oneway.test(values ~ groups)`, with `var.equal = TRUE` for the classic form, and `t.test(first, second)`.
 * Source: Welch 1947 and 1951, Biometrika 34 and 38; Fisher 1925.
 *
 * @param groups per group its answers counted per value; groups without answers are left out
 * @returns null with fewer than two groups
 * @throws RangeError when a value is not finite or a count is negative
 * @example compareMeans([countValues([1, 2, 3]), countValues([2, 3, 4])])?.difference?.estimate // -1
 */
export function compareMeans(groups: readonly (readonly ValueCount[])[]): GroupMeans | null {
  const found = groups.flatMap((counts) => {
    const summary = summariseCounts(counts);
    return summary
      ? [{ base: summary.base, mean: summary.mean, variance: (summary.standardDeviation ?? 0) ** 2 }]
      : [];
  });
  const [first, second] = found;
  if (first === undefined || second === undefined) return null;
  const base = found.reduce((sum, group) => sum + group.base, 0);
  const mean = found.reduce((sum, group) => sum + group.base * group.mean, 0) / base;
  const between = found.reduce((sum, group) => sum + group.base * (group.mean - mean) ** 2, 0);
  const within = found.reduce((sum, group) => sum + (group.base - 1) * group.variance, 0);
  return {
    base,
    groups: found,
    welch: welchF(found),
    classic: classicF(between, within, found.length - 1, base - found.length),
    effect: between + within > 0 ? between / (between + within) : null,
    difference: found.length === 2 ? welchT(first, second) : null,
  };
}

function classicF(between: number, within: number, above: number, below: number): FTest | null {
  if (!(within > 0) || below < 1) return null;
  const estimate = between / above / (within / below);
  return { estimate, degreesOfFreedom: [above, below], p: fUpperTail(estimate, above, below) };
}

function welchF(groups: readonly GroupMean[]): FTest | null {
  if (groups.some(({ base, variance }) => base < 2 || !(variance > 0))) return null;
  const weights = groups.map(({ base, variance }) => base / variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = groups.reduce((sum, group, place) => sum + (weights[place] ?? 0) * group.mean, 0) / total;
  const above = groups.length - 1;
  const uneven = groups.reduce(
    (sum, { base }, place) => sum + (1 - (weights[place] ?? 0) / total) ** 2 / (base - 1),
    0,
  );
  const between = groups.reduce(
    (sum, group, place) => sum + (weights[place] ?? 0) * (group.mean - mean) ** 2,
    0,
  );
  const square = groups.length ** 2 - 1;
  const estimate = between / above / (1 + (2 * (groups.length - 2) * uneven) / square);
  const below = square / (3 * uneven);
  return { estimate, degreesOfFreedom: [above, below], p: fUpperTail(estimate, above, below) };
}

function welchT(first: GroupMean, second: GroupMean): WelchT | null {
  if (first.base < 2 || second.base < 2) return null;
  const [one, other] = [first.variance / first.base, second.variance / second.base];
  const standardError = Math.sqrt(one + other);
  if (!(standardError > 0)) return null;
  const estimate = first.mean - second.mean;
  const degreesOfFreedom =
    (one + other) ** 2 / (one ** 2 / (first.base - 1) + other ** 2 / (second.base - 1));
  const pooled =
    ((first.base - 1) * first.variance + (second.base - 1) * second.variance) /
    (first.base + second.base - 2);
  return {
    estimate,
    t: estimate / standardError,
    degreesOfFreedom,
    p: studentTwoSided(estimate / standardError, degreesOfFreedom),
    interval: meanInterval(estimate, standardError, degreesOfFreedom),
    effect: estimate / Math.sqrt(pooled),
  };
}
