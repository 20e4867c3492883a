/** Weights that bring who answered in line with the population: raking over several margins, or post-stratification with one. */
import { kishDesignEffect } from './kish-design-effect.ts';

/** One property of every unit, and how many units of each category the population holds. */
export interface Margin {
  /** Per unit its category, from 0; -1 where it is not known. */
  readonly categories: ArrayLike<number>;
  /** Per category the population's total. */
  readonly targets: readonly number[];
}

export interface RakeOptions {
  /** Weights to begin with, more than 0; 1 each when left out. */
  readonly start?: ArrayLike<number>;
  /** Weights over this many times the median are cut there and raked once more; not when left out. */
  readonly trimAtMedians?: number;
}

export interface RakedWeights {
  readonly kind: 'weights';
  /** Per unit; they add up to the targets. 0 for a unit of which a category is not known. */
  readonly weights: Float64Array;
  /** Units of which a category is not known. */
  readonly unplaced: number;
  readonly rounds: number;
  /** What is left between a category's weight and its target, at most, in units of the targets. */
  readonly largestResidual: number;
  /** Weights that were cut before the last raking. */
  readonly trimmed: number;
  readonly designEffect: number;
  readonly effectiveBase: number;
  /** Largest over smallest weight. */
  readonly ratio: number;
  readonly warnings: readonly RakeWarning[];
}

export type RakeWarning =
  | { readonly kind: 'designEffect'; readonly designEffect: number }
  | { readonly kind: 'ratio'; readonly ratio: number }
  | { readonly kind: 'fewUnits'; readonly margin: number; readonly category: number; readonly units: number };

/** Why there are no weights; `margin` and `category` are positions in what came in. */
export type RakeRefusal =
  /** The population has a category in which nobody answered. */
  | { readonly kind: 'emptyCategory'; readonly margin: number; readonly category: number }
  /** Somebody answered from a category the population does not have: a mistake in the register. */
  | { readonly kind: 'unknownToPopulation'; readonly margin: number; readonly category: number }
  /** Two margins speak of populations of different size. */
  | { readonly kind: 'totalsDiffer'; readonly margin: number }
  /** No weights fit all margins together. */
  | { readonly kind: 'notConverged'; readonly rounds: number };

const MOST_ROUNDS = 1_000;
const MOST_DESIGN_EFFECT = 1.5;
const MOST_RATIO = 6;
const FEW_UNITS = 5;

/**
 * Raking (iterative proportional fitting): weights are scaled margin after margin until every category weighs what
 * the population says, to 1e-12 of its total. With one margin, whose categories may be joint cells, this is
 * post-stratification. As R: `survey::rake`. Source: Deming & Stephan 1940, Annals of Mathematical Statistics 11;
 * trimming at five medians as usual after Battaglia et al. 2009.
 *
 * @param margins one or more, each with as many units
 * @returns weights, or why there are none
 * @throws RangeError without a margin, when margins differ in length, a target is negative or a weight not positive
 * @example rake([{ categories: [0, 0, 1], targets: [4, 6] }]) // weights 2, 2 and 6
 */
export function rake(margins: readonly Margin[], options: RakeOptions = {}): RakedWeights | RakeRefusal {
  const units = checkedLength(margins, options.start);
  const cells = jointCells(margins, units);
  const refusal = refuse(margins, cells.units);
  if (refusal) return refusal;
  const start = Float64Array.from({ length: units }, (_, unit) =>
    cells.of[unit] === -1 ? 0 : (options.start?.[unit] ?? 1),
  );
  let raked = fit(start, margins, cells);
  let trimmed = 0;
  if (raked && options.trimAtMedians !== undefined) {
    const most = options.trimAtMedians * medianWeight(raked.weights);
    const cut = raked.weights.map((weight) => Math.min(weight, most));
    trimmed = raked.weights.filter((weight) => weight > most).length;
    if (trimmed > 0) raked = fit(cut, margins, cells);
  }
  const kish = raked && kishDesignEffect(raked.weights);
  if (!raked || !kish) return { kind: 'notConverged', rounds: MOST_ROUNDS };
  const placed = raked.weights.filter((weight) => weight > 0);
  const ratio = largest(placed) / -largest(placed.map((weight) => -weight));
  return {
    kind: 'weights',
    ...raked,
    unplaced: cells.of.filter((cell) => cell === -1).length,
    trimmed,
    ...kish,
    ratio,
    warnings: warnings(kish.designEffect, ratio, cells.units),
  };
}

interface JointCells {
  /** Per unit its joint cell; -1 where a category is not known. */
  readonly of: Int32Array;
  /** Per joint cell its category in every margin. */
  readonly categories: readonly (readonly number[])[];
  /** Units per category of every margin. */
  readonly units: readonly Int32Array[];
}

/** Units with the same categories get the same factor, so the fitting itself needs their joint cells only. */
function jointCells(margins: readonly Margin[], units: number): JointCells {
  const of = new Int32Array(units);
  const found = new Map<number, number>();
  const categories: number[][] = [];
  const counts = margins.map(({ targets }) => new Int32Array(targets.length));
  for (let unit = 0; unit < units; unit += 1) {
    let code = 0;
    for (const margin of margins) {
      const category = margin.categories[unit] as number;
      if (category >= margin.targets.length) throw new RangeError(`Category ${category} has no target`);
      code = category < 0 || code < 0 ? -1 : code * margin.targets.length + category;
    }
    of[unit] = code < 0 ? -1 : (found.get(code) ?? categories.length);
    if (code < 0) continue;
    if (of[unit] === categories.length) {
      found.set(code, categories.length);
      categories.push(margins.map((margin) => margin.categories[unit] as number));
    }
    for (let place = 0; place < margins.length; place += 1) {
      const count = counts[place] as Int32Array;
      const category = (margins[place] as Margin).categories[unit] as number;
      count[category] = (count[category] as number) + 1;
    }
  }
  return { of, categories, units: counts };
}

/** Scales the weights of the cells margin after margin; null when that does not end. */
function fit(
  start: Float64Array,
  margins: readonly Margin[],
  cells: JointCells,
): Pick<RakedWeights, 'weights' | 'rounds' | 'largestResidual'> | null {
  const sums = new Float64Array(cells.categories.length);
  for (let unit = 0; unit < start.length; unit += 1) {
    const cell = cells.of[unit] as number;
    if (cell >= 0) sums[cell] = (sums[cell] as number) + (start[unit] as number);
  }
  const total = sum(margins[0]?.targets ?? []);
  const fitted = sums.slice();
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds += 1) {
    for (const [place, { targets }] of margins.entries()) {
      const found = marginSums(fitted, cells, place, targets.length);
      for (const [cell, categories] of cells.categories.entries()) {
        const category = categories[place] as number;
        fitted[cell] =
          ((fitted[cell] as number) * (targets[category] as number)) / (found[category] as number);
      }
    }
    const far = margins.map(({ targets }, place) => {
      const found = marginSums(fitted, cells, place, targets.length);
      return largest(targets.map((target, category) => Math.abs(target - (found[category] as number))));
    });
    const largestResidual = largest(far);
    if (largestResidual > 1e-12 * total) continue;
    const weights = start.map((weight, unit) => {
      const cell = cells.of[unit] as number;
      return cell < 0 ? 0 : (weight * (fitted[cell] as number)) / (sums[cell] as number);
    });
    return { weights, rounds, largestResidual };
  }
  return null;
}

function marginSums(fitted: Float64Array, cells: JointCells, place: number, size: number): Float64Array {
  const found = new Float64Array(size);
  for (const [cell, categories] of cells.categories.entries()) {
    const category = categories[place] as number;
    found[category] = (found[category] as number) + (fitted[cell] as number);
  }
  return found;
}

function refuse(margins: readonly Margin[], units: readonly Int32Array[]): RakeRefusal | null {
  const total = sum(margins[0]?.targets ?? []);
  for (const [margin, { targets }] of margins.entries()) {
    for (const [category, target] of targets.entries()) {
      const answered = units[margin]?.[category] ?? 0;
      if (target > 0 && answered === 0) return { kind: 'emptyCategory', margin, category };
      if (target === 0 && answered > 0) return { kind: 'unknownToPopulation', margin, category };
    }
    if (Math.abs(sum(targets) - total) > 1e-9 * total) return { kind: 'totalsDiffer', margin };
  }
  return null;
}

function warnings(designEffect: number, ratio: number, units: readonly Int32Array[]): readonly RakeWarning[] {
  const few = units.flatMap((counts, margin) =>
    [...counts.entries()]
      .filter(([, count]) => count > 0 && count < FEW_UNITS)
      .map(([category, count]) => ({ kind: 'fewUnits' as const, margin, category, units: count })),
  );
  return [
    ...(designEffect > MOST_DESIGN_EFFECT ? [{ kind: 'designEffect' as const, designEffect }] : []),
    ...(ratio > MOST_RATIO ? [{ kind: 'ratio' as const, ratio }] : []),
    ...few,
  ];
}

function checkedLength(margins: readonly Margin[], start: ArrayLike<number> | undefined): number {
  const units = margins[0]?.categories.length;
  if (units === undefined) throw new RangeError('Raking needs a margin');
  const lengths = [...margins.map(({ categories }) => categories.length), start?.length ?? units];
  if (lengths.some((length) => length !== units)) throw new RangeError('Margins speak of the same units');
  if (margins.some(({ targets }) => targets.some((target) => !(target >= 0)))) {
    throw new RangeError('A target is 0 or more');
  }
  for (let unit = 0; unit < (start?.length ?? 0); unit += 1) {
    if (!((start?.[unit] ?? 0) > 0)) throw new RangeError('A weight to begin with is more than 0');
  }
  return units;
}

function medianWeight(weights: Float64Array): number {
  const sorted = weights.filter((weight) => weight > 0).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function largest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
