// Everybody's background as one number: the distinct combinations of the declared background variables and the register's
// facts, and who is in each. Every table of the guaranteed family is a sum over these.
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { noGroup, type Split, splitBy } from '../explore/splits.ts';

/** One background: its groups, and last the rest, who is in none of them. */
export interface Dimension {
  readonly split: Split;
  /** Groups and the rest. */
  readonly levels: number;
}

export interface Joint {
  readonly dimensions: readonly Dimension[];
  /** Combinations that occur, in an order that does not depend on who answered first. */
  readonly combinations: number;
  /** Per dimension the level of each combination. */
  readonly level: readonly Uint8Array[];
  /** Per response its combination. */
  readonly of: Int32Array;
  readonly people: Int32Array;
  /** The combination with these levels, -1 when nobody has it. */
  find(levels: ArrayLike<number>): number;
}

/** The backgrounds of all responses together. @throws RangeError when a variable is not in the dataset. */
export function jointOf(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  variables: readonly string[],
): Joint {
  const dimensions = variables.map((name): Dimension => {
    const split = splitBy(dataset, register, name);
    return { split, levels: split.groups.length + 1 };
  });
  const keys = new Float64Array(dataset.size);
  for (const { split, levels } of dimensions) {
    for (let row = 0; row < keys.length; row += 1) {
      const group = split.of[row] as number;
      keys[row] = (keys[row] as number) * levels + (group === noGroup ? levels - 1 : group);
    }
  }
  const distinct = [...new Set(keys)].sort((one, other) => one - other);
  const place = new Map(distinct.map((key, combination) => [key, combination]));
  const of = Int32Array.from(keys, (key) => place.get(key) as number);
  const people = new Int32Array(distinct.length);
  for (const combination of of) people[combination] = (people[combination] as number) + 1;
  const level = dimensions.map(() => new Uint8Array(distinct.length));
  for (const [combination, key] of distinct.entries()) {
    let left = key;
    for (let dimension = dimensions.length - 1; dimension >= 0; dimension -= 1) {
      const { levels } = dimensions[dimension] as Dimension;
      (level[dimension] as Uint8Array)[combination] = left % levels;
      left = Math.floor(left / levels);
    }
  }
  const find = (levels: ArrayLike<number>) =>
    place.get(
      dimensions.reduce((key, dimension, index) => key * dimension.levels + (levels[index] as number), 0),
    ) ?? -1;
  return { dimensions, combinations: distinct.length, level, of, people, find };
}
