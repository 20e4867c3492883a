// A small number per response, worked out from columns stretch by stretch: what a declared share, a mean or a gap makes of
// an answer. It is counted and forgotten, so that a million responses cost no memory for each figure.
import type { Dataset } from './dataset.ts';

export interface RowCodes {
  /** The same for what is worked out alike from the same columns; null for what is not worked out from columns alone. */
  readonly key: string | null;
  /** Codes are below this; 256 at most. */
  readonly width: number;
  /** Writes the codes of the rows from this one on, as many as there is room for, over whatever was there. */
  fill(codes: Uint8Array, from: number): void;
}

/** Codes that were worked out for every row already. */
export function codesOfRows(rows: Uint8Array, width: number): RowCodes {
  return { key: null, width, fill: (codes, from) => codes.set(rows.subarray(from, from + codes.length)) };
}

/** Rows gone through together: few enough to stay in the processor's nearest memory. */
const stretch = 8192;

/** Goes through the rows from `from` on in stretches: from each first row up to, not including, each last. */
export function inStretches(size: number, from: number, work: (first: number, last: number) => void): void {
  for (let first = from; first < size; first += stretch) work(first, Math.min(size, first + stretch));
}

/** Goes through the codes of the rows from `from` on in stretches. The codes are good until the next stretch. */
export function fillStretches(
  { size }: Pick<Dataset, 'size'>,
  codes: RowCodes,
  from: number,
  work: (codes: Uint8Array, first: number) => void,
): void {
  const room = new Uint8Array(Math.min(stretch, Math.max(0, size - from)));
  inStretches(size, from, (first, last) => {
    const own = room.subarray(0, last - first);
    codes.fill(own, first);
    work(own, first);
  });
}

const listed = new WeakMap<Uint8Array, Int32Array>();

/** The rows of a mask, rising. A group is gone through row by row for every variable, so its rows are looked up once. */
export function rowsIn(mask: Uint8Array): Int32Array {
  const known = listed.get(mask);
  if (known) return known;
  let count = 0;
  for (let row = 0; row < mask.length; row += 1) count += mask[row] as number;
  // One to spare: every row is written down, and stays where the next one is not written over it.
  const written = new Int32Array(count + 1);
  let next = 0;
  for (let row = 0; row < mask.length; row += 1) {
    written[next] = row;
    next += mask[row] as number;
  }
  const rows = written.subarray(0, count);
  listed.set(mask, rows);
  return rows;
}
