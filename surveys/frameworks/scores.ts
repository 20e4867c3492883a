// The scores of a function's characteristics: the digits of the source in their groups, and whether they add up.
import type { Description } from './framework.ts';

export interface ScoreGrid {
  /** The digits group by group. A source that misses one has groups as far as its digits go: which one is not known. */
  readonly groups: readonly {
    readonly digits: readonly number[];
    /** How many there should be. */
    readonly size: number;
    readonly sum: number;
  }[];
  /** False when a digit is missing or one too many: then no digit is sure to stand in its group. */
  readonly complete: boolean;
  readonly digits: number;
  readonly expected: number;
  readonly computed: number;
  /** The sum the source says. */
  readonly stated: number;
}

/** The grid of scores; null where the description has none. Nothing is filled in. */
export function scoreGrid({ scores }: Description, sizes: readonly number[]): ScoreGrid | null {
  if (!scores) return null;
  const digits = [...scores.digits.replaceAll(' ', '')].map(Number);
  const expected = sumOf(sizes);
  let from = 0;
  const groups = sizes.map((size) => {
    const own = digits.slice(from, from + size);
    from += size;
    return { digits: own, size, sum: sumOf(own) };
  });
  return {
    groups,
    complete: digits.length === expected,
    digits: digits.length,
    expected,
    computed: sumOf(digits),
    stated: scores.sum,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
