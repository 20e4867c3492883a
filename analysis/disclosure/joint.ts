// Everybody's background as one number: the distinct combinations of the declared background variables and the register's
// facts, and who is in each. Every table of the guaranteed family is a sum over these.
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { noGroup, type Split, splitBy } from '../explore/splits.ts';
import { toppedUp } from '../topped-up.ts';

/** One background: its groups, and last the rest, who is in none of them. */
export interface Dimension {
  readonly split: Split;
  /** Groups and the rest. */
  readonly levels: number;
}

export interface Joint {
  readonly dimensions: readonly Dimension[];
  /** Combinations that occur, numbered in the order they first did. */
  readonly combinations: number;
  /** The same for what these combinations grow into: what is counted by them goes on from there. */
  readonly origin: object;
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
  const facts = register.map(({ code, province, sizeClass }) => [code, province, sizeClass]);
  const { keys, origin, of, people } = toppedUp<Numbered>(
    dataset,
    `joint ${JSON.stringify([variables, facts])}`,
    (known, from) => numberCombinations(dimensions, dataset.size, known, from),
  );
  const level = dimensions.map(() => new Uint8Array(keys.size));
  for (const [key, combination] of keys) {
    let left = key;
    for (let dimension = dimensions.length - 1; dimension >= 0; dimension -= 1) {
      const { levels } = dimensions[dimension] as Dimension;
      (level[dimension] as Uint8Array)[combination] = left % levels;
      left = Math.floor(left / levels);
    }
  }
  const find = (levels: ArrayLike<number>) =>
    keys.get(
      dimensions.reduce((key, dimension, index) => key * dimension.levels + (levels[index] as number), 0),
    ) ?? -1;
  return { dimensions, combinations: keys.size, origin, level, of, people, find };
}

/** Combinations by their key, numbered in the order they were first met. */
interface Numbered extends Pick<Joint, 'origin' | 'of' | 'people'> {
  readonly keys: ReadonlyMap<number, number>;
  /** Of what is kept: a number a response is worth its memory. */
  readonly length: 0;
}

function numberCombinations(
  dimensions: readonly Dimension[],
  size: number,
  known: Numbered | null,
  from: number,
): Numbered {
  const keys = new Map(known?.keys);
  const of = new Int32Array(size);
  if (known) of.set(known.of);
  const people = [...(known?.people ?? [])];
  const groups = dimensions.map(({ split }) => split.of);
  for (let row = from; row < size; row += 1) {
    let key = 0;
    for (let dimension = 0; dimension < groups.length; dimension += 1) {
      const { levels } = dimensions[dimension] as Dimension;
      const group = (groups[dimension] as Uint8Array)[row] as number;
      key = key * levels + (group === noGroup ? levels - 1 : group);
    }
    let combination = keys.get(key);
    if (combination === undefined) {
      combination = people.push(0) - 1;
      keys.set(key, combination);
    }
    of[row] = combination;
    people[combination] = (people[combination] as number) + 1;
  }
  return { keys, origin: known?.origin ?? {}, of, people: Int32Array.from(people), length: 0 };
}
