// Who could be identified: how many people share what others may know about them, with one fact more at a time.
import type { Dataset } from './dataset.ts';

/** People who share all facts up to and including this one. */
export interface IdentificationStep {
  /** The variable; `library` is which library. */
  readonly fact: string;
  readonly groups: number;
  /** Size of the smallest group; null without answers. */
  readonly smallest: number | null;
  /** People in groups smaller than the limit. */
  readonly below: number;
  /** People who are alone in their group. */
  readonly alone: number;
}

/** The name of the fact which library somebody is of. */
export const libraryFact = 'library';

/**
 * k-anonymity by steps: the groups of people with equal values of the facts, refined fact by fact. Missing answers are a
 * value like others: who skipped a question can be told from who did not.
 * Source: Sweeney 2002, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10.
 *
 * @param facts names of variables, or `libraryFact`
 * @param limit groups smaller than this are counted in `below`
 * @throws RangeError when the dataset has no such variable.
 */
export function identificationSteps(
  dataset: Dataset,
  facts: readonly string[],
  limit: number,
): readonly IdentificationStep[] {
  let groups: Refined = { of: new Int32Array(dataset.size), count: 1 };
  return facts.map((fact) => {
    for (const values of valuesOf(dataset, fact)) groups = refined(groups, values);
    return { fact, ...sizesOf(groups, limit) };
  });
}

type Values = Uint8Array | Int32Array | Float64Array;

/** What tells people apart by this fact: a code, and where it is a number or a date also which. */
function valuesOf(dataset: Dataset, fact: string): readonly Values[] {
  if (fact === libraryFact) return [dataset.library.subarray(0, dataset.size)];
  const codes = dataset.column(fact);
  return dataset.codebook.numeric.includes(fact) ? [codes, dataset.numbers(fact)] : [codes];
}

interface Refined {
  /** Number of the group of each response, from 0. */
  readonly of: Int32Array;
  readonly count: number;
}

function refined(before: Refined, values: Values): Refined {
  const of = new Int32Array(values.length);
  const known = new Map<number, number>();
  const numbers = new Map<number, number>();
  const width = 2 ** 26;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    let number = numbers.get(value);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(value, number);
    }
    const key = (before.of[row] as number) * width + number;
    let group = known.get(key);
    if (group === undefined) {
      group = known.size;
      known.set(key, group);
    }
    of[row] = group;
  }
  return { of, count: known.size };
}

function sizesOf({ of, count }: Refined, limit: number): Omit<IdentificationStep, 'fact'> {
  const sizes = new Int32Array(count);
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row] as number;
    sizes[group] = (sizes[group] as number) + 1;
  }
  let [smallest, below, alone] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const size of sizes) {
    if (size > 0 && size < smallest) smallest = size;
    if (size < limit) below += size;
    if (size === 1) alone += 1;
  }
  return {
    groups: of.length === 0 ? 0 : count,
    smallest: Number.isFinite(smallest) ? smallest : null,
    below,
    alone,
  };
}
