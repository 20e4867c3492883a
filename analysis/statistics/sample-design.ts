/** How the answers of a survey were drawn and weighted, and how far a sum over them may lie from the truth. */
import type { Margin } from './raking.ts';

/** One stage of drawing: libraries first, persons within them second. All per unit (answer), in the same order. */
export interface SampleStage {
  /** Which cluster the unit is in, a number that is given once over all strata; its own cluster when left out. */
  readonly clusters?: ArrayLike<number> | undefined;
  /** Which stratum the cluster was drawn in; one stratum when left out. */
  readonly strata?: ArrayLike<number> | undefined;
  /** How many clusters its stratum holds in the population; unlimited when left out. */
  readonly population?: ArrayLike<number> | undefined;
}

/**
 * How weights were brought in line with the population, which makes what the margins explain certain.
 * `unweighted` takes away plain group means, ten rounds of them, as R's `survey::rake` and `postStratify`;
 * `weighted` means weighted with what the weights were before, as `survey::calibrate(calfun = "raking")`.
 * For equal weights before, the two agree.
 */
export type RakedBy =
  | { readonly residuals: 'unweighted'; readonly margins: readonly Margin[] }
  | {
      readonly residuals: 'weighted';
      readonly margins: readonly Margin[];
      readonly start: ArrayLike<number>;
    };

export interface SampleDesign {
  readonly weights: ArrayLike<number>;
  /** From the first stage on; units drawn one by one when left out. */
  readonly stages?: readonly SampleStage[] | undefined;
  readonly raked?: RakedBy | undefined;
}

/**
 * Variances and covariances of sums over the sample, given how much each unit adds to each sum.
 * Of the clusters of each stratum n / (n - 1) (1 - n / N) sum (t - mean)^2, and of later stages the same within each
 * cluster, times n / N of the stages before. As R's `survey::svyrecvar`. Source: Cochran 1977; Sarndal, Swensson &
 * Wretman 1992; Deville & Sarndal 1992 for the residuals of raking.
 *
 * @param influences per sum what each unit adds to it, weight included; 0 for units outside its domain, so that a
 *   part of the sample keeps the design of the whole
 * @returns a square table, one row per sum
 * @throws RangeError when a stratum has a single cluster of several in the population: its spread is not known
 */
export function covariances(design: SampleDesign, influences: readonly Float64Array[]): number[][] {
  const left = influences.map((influence) => residuals(design, influence));
  const sums = influences.map(() => influences.map(() => 0));
  const units = Int32Array.from({ length: design.weights.length }, (_, unit) => unit);
  addStage(design.stages ?? [{}], units, left, 1, sums);
  return sums;
}

/**
 * Degrees of freedom of the design: clusters of the first stage less its strata.
 *
 * @example degreesOfFreedom({ weights: [1, 1, 1] }) // 2
 */
export function degreesOfFreedom({ weights, stages }: SampleDesign): number {
  const { clusters, strata } = stages?.[0] ?? {};
  return distinct(clusters, weights.length) - (strata ? distinct(strata, weights.length) : 1);
}

function distinct(labels: ArrayLike<number> | undefined, units: number): number {
  return labels === undefined ? units : new Set(Array.from(labels)).size;
}

/** Adds what one stage, and the stages within its clusters, contribute to the covariances. */
function addStage(
  stages: readonly SampleStage[],
  units: Int32Array,
  influences: readonly Float64Array[],
  share: number,
  sums: number[][],
): void {
  const [stage, ...later] = stages;
  if (stage === undefined) return;
  const cluster = numbered(units, stage.clusters);
  const stratum = stage.strata
    ? numbered(cluster.first, stage.strata)
    : { of: new Int32Array(cluster.first.length), first: cluster.first.slice(0, 1) };
  const totals = influences.map((influence) => totalsOf(influence, units, cluster));
  const drawn = countOf(stratum);
  const factors = Float64Array.from(drawn, (clusters, place) => {
    const population = stage.population?.[stratum.first[place] as number] ?? Infinity;
    const correction = 1 - clusters / population;
    if (correction < -1e-9) throw new RangeError(`${population} clusters cannot hold ${clusters}`);
    if (correction <= 1e-12) return 0;
    if (clusters < 2) throw new RangeError('A stratum with a single cluster has no spread');
    return (share * correction * clusters) / (clusters - 1);
  });
  addSpread(totals, stratum, drawn, factors, sums);
  if (later.length === 0 || stage.population === undefined) return;
  for (const [place, members] of membersOf(cluster, units).entries()) {
    const clusters = drawn[stratum.of[place] as number] as number;
    const population = stage.population[members[0] as number] as number;
    addStage(later, members, influences, (share * clusters) / population, sums);
  }
}

/** Labels as numbers from 0 in the order they are met. */
interface Numbered {
  /** Per unit that came in. */
  readonly of: Int32Array;
  /** Per number the first unit that has it. */
  readonly first: Int32Array;
}

function numbered(units: Int32Array, labels: ArrayLike<number> | undefined): Numbered {
  if (labels === undefined) return { of: units.map((_, place) => place), first: units };
  const of = new Int32Array(units.length);
  const first: number[] = [];
  const known = new Map<number, number>();
  for (let place = 0; place < units.length; place += 1) {
    const unit = units[place] as number;
    const label = labels[unit] as number;
    let number = known.get(label);
    if (number === undefined) {
      number = first.length;
      known.set(label, number);
      first.push(unit);
    }
    of[place] = number;
  }
  return { of, first: Int32Array.from(first) };
}

function totalsOf(influence: Float64Array, units: Int32Array, cluster: Numbered): Float64Array {
  const totals = new Float64Array(cluster.first.length);
  for (let place = 0; place < units.length; place += 1) {
    const number = cluster.of[place] as number;
    totals[number] = (totals[number] as number) + (influence[units[place] as number] as number);
  }
  return totals;
}

function countOf({ of, first }: Numbered): Int32Array {
  const counts = new Int32Array(first.length);
  for (const number of of) counts[number] = (counts[number] as number) + 1;
  return counts;
}

function membersOf({ of, first }: Numbered, units: Int32Array): readonly Int32Array[] {
  const members: number[][] = Array.from(first, () => []);
  for (const [place, number] of of.entries()) members[number]?.push(units[place] as number);
  return members.map((list) => Int32Array.from(list));
}

/** Per stratum, products of the clusters' distances from their mean, times its factor. */
function addSpread(
  totals: readonly Float64Array[],
  stratum: Numbered,
  drawn: Int32Array,
  factors: Float64Array,
  sums: number[][],
): void {
  const distances = totals.map((total) => {
    const means = new Float64Array(drawn.length);
    for (let cluster = 0; cluster < total.length; cluster += 1) {
      const place = stratum.of[cluster] as number;
      means[place] = (means[place] as number) + (total[cluster] as number) / (drawn[place] as number);
    }
    return total.map((value, cluster) => value - (means[stratum.of[cluster] as number] as number));
  });
  for (const [one, row] of sums.entries()) {
    for (let other = 0; other < row.length; other += 1) {
      const [left, right] = [distances[one] as Float64Array, distances[other] as Float64Array];
      let sum = 0;
      for (let cluster = 0; cluster < left.length; cluster += 1) {
        const factor = factors[stratum.of[cluster] as number] as number;
        sum += factor * (left[cluster] as number) * (right[cluster] as number);
      }
      row[other] = (row[other] as number) + sum;
    }
  }
}

const ROUNDS = 10;
const MOST_ROUNDS = 1_000;

/**
 * What is left of an influence when the raked margins have explained their part: group means are taken away margin
 * after margin. Ten rounds where R does ten; for the weighted form until nothing moves.
 */
function residuals({ weights, raked }: SampleDesign, influence: Float64Array): Float64Array {
  if (raked === undefined) return influence;
  const start = raked.residuals === 'weighted' ? raked.start : null;
  const left = influence.map((added, unit) => (weights[unit] === 0 ? 0 : added / (weights[unit] as number)));
  const rounds = raked.margins.length === 1 ? 1 : start ? MOST_ROUNDS : ROUNDS;
  const scale = left.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (const margin of raked.margins) moved = Math.max(moved, takeMeans(left, margin, weights, start));
    if (start && moved <= 1e-15 * scale) break;
  }
  return left.map((value, unit) => value * (weights[unit] as number));
}

/** Takes the mean of its category away from every unit; gives the largest of those means. */
function takeMeans(
  left: Float64Array,
  { categories, targets }: Margin,
  weights: ArrayLike<number>,
  start: ArrayLike<number> | null,
): number {
  const sums = new Float64Array(targets.length);
  const sizes = new Float64Array(targets.length);
  for (let unit = 0; unit < left.length; unit += 1) {
    const category = categories[unit] as number;
    if (category < 0 || weights[unit] === 0) continue;
    const size = start ? (start[unit] as number) : 1;
    sums[category] = (sums[category] as number) + size * (left[unit] as number);
    sizes[category] = (sizes[category] as number) + size;
  }
  const means = sums.map((sum, category) => (sizes[category] === 0 ? 0 : sum / (sizes[category] as number)));
  for (let unit = 0; unit < left.length; unit += 1) {
    const category = categories[unit] as number;
    if (category < 0 || weights[unit] === 0) continue;
    left[unit] = (left[unit] as number) - (means[category] as number);
  }
  return means.reduce((most, mean) => Math.max(most, Math.abs(mean)), 0);
}
