// Another sample of libraries, again and again: each indicator's sums are kept per library, so that a resample costs as
// many additions as there are libraries and not as there are answers.
import type { Dataset } from '../dataset.ts';
import { fillStretches } from '../row-codes.ts';
import { type Random, seededRandom } from '../statistics/seeded-random.ts';
import type { Sample } from './indicators.ts';

/** Most groups a sample is drawn from; more libraries than this are dealt into so many groups by chance. */
export const mostGroups = 2_000;

/** Sums of one survey's indicators per group of libraries. */
export interface SurveySums {
  /** Places of the indicators among the estimates. */
  readonly indicators: readonly number[];
  /** Libraries, and people who named none. */
  readonly clusters: number;
  readonly groups: number;
  /** Per group and indicator: what was counted, and of how many. */
  readonly counted: Float64Array;
  readonly bases: Float64Array;
}

/**
 * The sums of every survey the indicators sample. A cluster is a library, or a person who named none; up to `mostGroups`
 * of them each is a group of its own, more are dealt into that many equal groups by chance (the method of random
 * groups: Wolter 2007, Introduction to Variance Estimation, chapter 2). The order of answers plays no part.
 *
 * @param samples per indicator, null for what is no sample
 * @param seed of the dealing
 */
export function sumSurveys(samples: readonly (Sample | null)[], seed: number): readonly SurveySums[] {
  const datasets = new Set(samples.flatMap((sample) => (sample ? [sample.dataset] : [])));
  return [...datasets].map((dataset) => {
    const indicators = [...samples.keys()].filter((place) => samples[place]?.dataset === dataset);
    const own = indicators.flatMap((place) => samples[place] ?? []);
    return { indicators, ...sumGroups(dataset, own, seed) };
  });
}

function sumGroups(
  dataset: Dataset,
  samples: readonly Sample[],
  seed: number,
): Omit<SurveySums, 'indicators'> {
  const clusterOf = clustersOf(dataset);
  const clusters = clusterOf.reduce((most, cluster) => Math.max(most, cluster + 1), 0);
  const groupOf = groupsOf(orderClusters(contentOf(clusterOf, clusters, samples)), seededRandom(seed));
  const groups = Math.min(clusters, mostGroups);
  const counted = new Float64Array(groups * samples.length);
  const bases = new Float64Array(groups * samples.length);
  for (const [place, { codes, worth }] of samples.entries()) {
    fillStretches(dataset, codes, 0, (own, first) => {
      for (let row = 0; row < own.length; row += 1) {
        const value = worth[own[row] as number] as number;
        if (Number.isNaN(value)) continue;
        const cell = (groupOf[clusterOf[first + row] as number] as number) * samples.length + place;
        counted[cell] = (counted[cell] as number) + value;
        bases[cell] = (bases[cell] as number) + 1;
      }
    });
  }
  return { clusters, groups, counted, bases };
}

/** Per row its cluster, counted from 0 without gaps: libraries first, then each person who named none. */
function clustersOf(dataset: Dataset): Int32Array {
  const clusterOf = new Int32Array(dataset.size);
  const ofLibrary = new Int32Array(dataset.libraries.length).fill(-1);
  let next = 0;
  for (let row = 0; row < dataset.size; row += 1) {
    const library = dataset.library[row] as number;
    if (library < 0) {
      clusterOf[row] = next;
      next += 1;
      continue;
    }
    if ((ofLibrary[library] as number) < 0) {
      ofLibrary[library] = next;
      next += 1;
    }
    clusterOf[row] = ofLibrary[library] as number;
  }
  return clusterOf;
}

/**
 * A number per cluster for what its answers count for. Sums, so that the order of answers in it changes nothing; whole
 * and below 2^32, so that equal content is equal exactly.
 */
function contentOf(clusterOf: Int32Array, clusters: number, samples: readonly Sample[]): Uint32Array {
  const content = new Uint32Array(clusters);
  const answer = new Uint32Array(clusterOf.length);
  for (const { dataset, codes, worth } of samples) {
    // What an answer counts for in thousandths: bytes of another version may stand for the same answer.
    const weights = worth.map((value) => (Number.isNaN(value) ? 1 : 2 + Math.round(1000 * value)));
    fillStretches(dataset, codes, 0, (own, first) => {
      for (let row = 0; row < own.length; row += 1) {
        const before = answer[first + row] as number;
        answer[first + row] = Math.imul(before ^ (weights[own[row] as number] as number), 0x01000193);
      }
    });
  }
  for (let row = 0; row < clusterOf.length; row += 1) {
    const cluster = clusterOf[row] as number;
    content[cluster] = (content[cluster] as number) + scatter(answer[row] as number);
  }
  return content;
}

/** Spreads near numbers over all 32 bits (the finisher of MurmurHash3, public domain). */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Clusters in the order of their content: the same whatever order the answers came in. */
function orderClusters(content: Uint32Array): Int32Array {
  const keys = Float64Array.from(content, (value, cluster) => value * 2 ** 21 + cluster).sort();
  return Int32Array.from(keys, (key) => key % 2 ** 21);
}

/** The group of each cluster: its own place in the order, or dealt by chance where there are more than groups. */
function groupsOf(order: Int32Array, random: Random): Int32Array {
  const groupOf = new Int32Array(order.length);
  if (order.length > mostGroups) shuffle(order, random);
  for (const [place, cluster] of order.entries()) groupOf[cluster] = place % mostGroups;
  return groupOf;
}

function shuffle(order: Int32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}

/**
 * Estimates with each group counted so many times; indicators that are no sample keep theirs. With a weight of one for
 * every group they are the plain estimates.
 */
export function estimatesWith(
  sums: SurveySums,
  weights: ArrayLike<number>,
  estimates: Float64Array,
): Float64Array {
  const { indicators, groups, counted, bases } = sums;
  const width = indicators.length;
  const [above, below] = [new Float64Array(width), new Float64Array(width)];
  for (let group = 0; group < groups; group += 1) {
    const weight = weights[group] as number;
    if (weight === 0) continue;
    const start = group * width;
    for (let place = 0; place < width; place += 1) {
      above[place] = (above[place] as number) + weight * (counted[start + place] as number);
      below[place] = (below[place] as number) + weight * (bases[start + place] as number);
    }
  }
  for (const [place, indicator] of indicators.entries()) {
    const base = below[place] as number;
    estimates[indicator] = base === 0 ? Number.NaN : (above[place] as number) / base;
  }
  return estimates;
}

/**
 * Weights of one resample: as many groups less one drawn with replacement, so that the spread of resamples is that of
 * samples without a correction. Source: Rao & Wu 1988, Journal of the American Statistical Association 83.
 */
export function drawGroups(groups: number, random: Random): Float64Array {
  const weights = new Float64Array(groups);
  for (let draw = 1; draw < groups; draw += 1) {
    const group = Math.floor(random() * groups);
    weights[group] = (weights[group] as number) + 1;
  }
  return weights;
}
