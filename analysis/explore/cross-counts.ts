// Count tables of one variable by the groups of a split, each in one pass over columns.
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import { noGroup, type Split } from './splits.ts';

/** Bytes counted per group; the last row is who is in no group. */
export interface CrossCounts {
  /** 256 counts per group, one group after the other. */
  readonly bytes: Uint32Array;
  readonly groups: number;
}

/** How often each byte of a variable occurs in each group, over the rows of the mask. */
export function countCross(dataset: Dataset, variable: string, split: Split, mask: Mask): CrossCounts {
  const groups = split.groups.length;
  const bytes = new Uint32Array(256 * (groups + 1));
  const column = dataset.column(variable);
  const { of } = split;
  for (let row = 0; row < column.length; row += 1) {
    if (mask !== null && mask[row] !== 1) continue;
    const group = of[row] as number;
    const cell = 256 * (group === noGroup ? groups : group) + (column[row] as number);
    bytes[cell] = (bytes[cell] as number) + 1;
  }
  return { bytes, groups };
}

/** How many of a group gave this byte. */
export function countIn({ bytes }: CrossCounts, group: number, byte: number): number {
  return bytes[256 * group + byte] ?? 0;
}

/** Numbers counted per group: rising values, and per group how often each was given. */
export interface NumberCounts {
  readonly values: readonly number[];
  /** In the order of the groups; the last is who is in no group. */
  readonly counts: readonly Uint32Array[];
}

/** How often each number was given in each group, over the rows of the mask. */
export function countNumbers(dataset: Dataset, variable: string, split: Split, mask: Mask): NumberCounts {
  const places = dataset.numbers(variable);
  const taken = (row: number) => !Number.isNaN(places[row]) && (mask === null || mask[row] === 1);
  const values = [...new Set(places.filter((_, row) => taken(row)))].sort((one, other) => one - other);
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const groups = split.groups.length;
  const counts = Array.from({ length: groups + 1 }, () => new Uint32Array(values.length));
  for (let row = 0; row < places.length; row += 1) {
    if (!taken(row)) continue;
    const group = split.of[row] as number;
    const own = counts[group === noGroup ? groups : group] as Uint32Array;
    const place = placeOf.get(places[row] as number) as number;
    own[place] = (own[place] as number) + 1;
  }
  return { values, counts };
}
