// How often what several indicators make of a response occurs together, library by library: all that the interval of a
// score needs to know of a million responses.
import type { Dataset } from '../dataset.ts';
import { fillStretches } from '../row-codes.ts';
import { toppedUp } from '../topped-up.ts';
import type { Sample } from './indicators.ts';

/** Combinations of what each of some samples counts for. */
export interface Combinations {
  /** Per sample a group of codes that count for the same, 0 for those outside its base. */
  readonly groupOf: readonly Uint8Array[];
  /** Per sample, per beginning of a combination: the beginning it goes on from, and the group it goes on with. */
  readonly steps: readonly Steps[];
  /** Everybody who named no library, and every library. */
  readonly lines: number;
  /** Per combination, per line: how many responses. */
  readonly table: Uint32Array;
}

/** Combinations of one sample more, numbered in the order they were first met. */
interface Steps {
  readonly before: readonly number[];
  readonly group: readonly number[];
}

/**
 * The combinations of samples of one dataset that occur.
 * @param samples at least one.
 */
export function combinationsOf(dataset: Dataset, samples: readonly Sample[]): Combinations {
  const keys = samples.map(({ codes }) => codes.key);
  const key = keys.includes(null) ? null : `combinations ${JSON.stringify(keys)}`;
  const groupOf = samples.map(groupsOfCodes);
  return toppedUp<Counted>(dataset, key, (known, from) => {
    const counting = new Counted(groupOf, dataset.libraries.length + 1, known);
    counting.add(dataset, samples, from);
    return counting;
  });
}

/** Codes that count for the same are one group, so that there are no more combinations than matter. */
function groupsOfCodes({ codes, worth }: Sample): Uint8Array {
  const groups = new Map<number, number>();
  return Uint8Array.from({ length: codes.width }, (_, code) => {
    const value = worth[code] as number;
    if (Number.isNaN(value)) return 0;
    const group = groups.get(value) ?? groups.size + 1;
    groups.set(value, group);
    return group;
  });
}

/** Rows whose combinations are in memory at once. */
const portion = 1 << 16;

class Counted implements Combinations {
  readonly groupOf: readonly Uint8Array[];
  readonly lines: number;
  readonly steps: { readonly before: number[]; readonly group: number[] }[];
  /** Per sample, per beginning and group: the combination it makes plus one; 0 where it was never met. */
  readonly #next: Int32Array[];
  table: Uint32Array;

  /** @param known goes on from there, and stays as it is. */
  constructor(groupOf: readonly Uint8Array[], lines: number, known: Counted | null) {
    this.groupOf = groupOf;
    this.lines = lines;
    this.steps = groupOf.map((_, sample) => ({
      before: [...(known?.steps[sample]?.before ?? [])],
      group: [...(known?.steps[sample]?.group ?? [])],
    }));
    this.#next = groupOf.map((_, sample) => (known ? known.#next : [])[sample]?.slice() ?? new Int32Array(0));
    this.table = known ? widened(known.table, known.lines, lines) : new Uint32Array(0);
  }

  /** Of what is kept: see `toppedUp`. */
  get length(): number {
    return this.table.length;
  }

  add(dataset: Dataset, samples: readonly Sample[], from: number): void {
    const room = new Int32Array(Math.min(portion, dataset.size - from));
    for (let first = from; first < dataset.size; first += portion) {
      const last = Math.min(dataset.size, first + portion);
      this.#addPortion(dataset, samples, first, room.subarray(0, last - first).fill(0));
    }
  }

  #addPortion(dataset: Dataset, samples: readonly Sample[], from: number, combination: Int32Array): void {
    const rows = { size: from + combination.length };
    for (const [sample, { codes }] of samples.entries()) {
      const groupOf = this.groupOf[sample] as Uint8Array;
      const groups = Math.max(...groupOf) + 1;
      fillStretches(rows, codes, from, (own, first) => {
        for (let row = 0; row < own.length; row += 1) {
          const at = first - from + row;
          const step = (combination[at] as number) * groups + (groupOf[own[row] as number] as number);
          combination[at] =
            ((this.#next[sample] as Int32Array)[step] || this.#meet(sample, step, groups)) - 1;
        }
      });
    }
    this.#makeRoom();
    const table = this.table;
    for (let at = 0; at < combination.length; at += 1) {
      const cell = (combination[at] as number) * this.lines + (dataset.library[from + at] as number) + 1;
      table[cell] = (table[cell] as number) + 1;
    }
  }

  /** A combination that was not met before; its number plus one. */
  #meet(sample: number, step: number, groups: number): number {
    const { before, group } = this.steps[sample] as Counted['steps'][number];
    const next = grown(this.#next[sample] as Int32Array, step);
    this.#next[sample] = next;
    before.push(Math.floor(step / groups));
    const number = group.push(step % groups);
    next[step] = number;
    return number;
  }

  #makeRoom(): void {
    const combinations = this.steps.at(-1)?.before.length ?? 0;
    if (this.table.length === combinations * this.lines) return;
    const table = new Uint32Array(combinations * this.lines);
    table.set(this.table);
    this.table = table;
  }
}

/** A table with more lines: libraries that are new have theirs behind those that were there. */
function widened(table: Uint32Array, from: number, lines: number): Uint32Array {
  const combinations = table.length / from;
  const wider = new Uint32Array(combinations * lines);
  for (let combination = 0; combination < combinations; combination += 1) {
    const start = combination * from;
    wider.set(table.subarray(start, start + from), combination * lines);
  }
  return wider;
}

function grown(integers: Int32Array, place: number): Int32Array {
  if (place < integers.length) return integers;
  const more = new Int32Array(Math.max(16, 2 * integers.length, place + 1));
  more.set(integers);
  return more;
}

/**
 * How much each combination moves a figure that is a sum over samples.
 * @param moved per sample, per code: how much it moves the figure, the same for codes that count for the same; NaN for none.
 */
export function influenceOf({ groupOf, steps }: Combinations, moved: readonly Float64Array[]): Float64Array {
  let influence = new Float64Array(1);
  for (const [sample, { before, group }] of steps.entries()) {
    const perGroup = new Float64Array(256);
    for (const [code, own] of (groupOf[sample] as Uint8Array).entries()) {
      const value = moved[sample]?.[code] ?? Number.NaN;
      if (!Number.isNaN(value)) perGroup[own] = value;
    }
    const so = influence;
    influence = Float64Array.from(
      before,
      (start, place) => (so[start] as number) + (perGroup[group[place] as number] as number),
    );
  }
  return influence;
}
