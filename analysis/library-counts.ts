// How often each answer to a variable was given, library by library: one pass gives the counts of the whole and what the
// interval of any share of them needs to know of libraries that sent more than one answer.
import { notShownByte, skippedByte } from '../surveys/response-document.ts';
import type { Variable } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import { fillStretches, type RowCodes, rowsIn } from './row-codes.ts';
import { type ClusterSums, sumClusters } from './statistics/cluster-share.ts';
import { toppedUp } from './topped-up.ts';

/** Which responses take part: 1 per row that does. Null: all. */
export type Mask = Uint8Array | null;

/**
 * Counts per library. A line is a library, after the first: everybody who named none. Of a variable its places are the
 * categories in order, then skipped, then not shown.
 */
export interface LibraryCounts {
  readonly width: number;
  readonly lines: number;
  readonly table: Uint32Array;
  /** The sum of all lines. */
  readonly totals: Uint32Array;
}

/**
 * Counts a variable. Of everybody only the rows are gone through that are new since it was counted before.
 * @throws RangeError when there is no such variable.
 */
export function countPerLibrary(dataset: Dataset, variable: Variable, mask: Mask): LibraryCounts {
  const width = variable.categories.length + 2;
  const column = dataset.column(variable.name);
  const placeOf = placesOfBytes(variable);
  if (mask === null) {
    const table = toppedUp<Uint32Array>(dataset, `variable ${variable.name}`, (known, from) => {
      const counted = startOn(dataset, width, known);
      countRows(counted, dataset, column, placeOf, width, from);
      return counted;
    });
    return countsOfTable(table, width);
  }
  const table = startOn(dataset, width, null);
  const { library } = dataset;
  for (const row of rowsIn(mask)) {
    const place = ((library[row] as number) + 1) * width + (placeOf[column[row] as number] as number);
    table[place] = (table[place] as number) + 1;
  }
  return countsOfTable(table, width);
}

/** Counts codes library by library, as `countPerLibrary` counts a variable: a place per code. */
export function countCodes(dataset: Dataset, codes: RowCodes, mask: Mask): LibraryCounts {
  const { width } = codes;
  const { library } = dataset;
  const key = mask === null ? codes.key : null;
  const table = toppedUp<Uint32Array>(dataset, key, (known, from) => {
    const counted = startOn(dataset, width, known);
    fillStretches(dataset, codes, from, (own, first) => {
      for (let at = 0; at < own.length; at += 1) {
        if (mask !== null && mask[first + at] !== 1) continue;
        const place = ((library[first + at] as number) + 1) * width + (own[at] as number);
        counted[place] = (counted[place] as number) + 1;
      }
    });
    return counted;
  });
  return countsOfTable(table, width);
}

/** The counts of some lines alone, as if nobody else had answered. */
export function pickLines({ width, table }: LibraryCounts, lines: readonly number[]): LibraryCounts {
  const picked = new Uint32Array((lines.length + 1) * width);
  // The first line is of who named no library: none of these.
  for (const [place, line] of lines.entries())
    picked.set(table.subarray(line * width, (line + 1) * width), (place + 1) * width);
  return countsOfTable(picked, width);
}

/** The same counts with places taken together. @param placeOf per place its new one, below `width`. */
export function regroup(counts: LibraryCounts, placeOf: ArrayLike<number>, width: number): LibraryCounts {
  const table = new Uint32Array(counts.lines * width);
  for (let line = 0; line < counts.lines; line += 1) {
    for (let place = 0; place < counts.width; place += 1) {
      const cell = line * width + (placeOf[place] as number);
      table[cell] = (table[cell] as number) + (counts.table[line * counts.width + place] as number);
    }
  }
  return countsOfTable(table, width);
}

/** A table to count on in: libraries are numbered in the order they first answered, so lines that were there keep their place. */
export function startOn(dataset: Dataset, width: number, known: Uint32Array | null): Uint32Array {
  const table = new Uint32Array((dataset.libraries.length + 1) * width);
  if (known) table.set(known);
  return table;
}

function countRows(
  table: Uint32Array,
  { library }: Dataset,
  column: Uint8Array,
  placeOf: Uint8Array,
  width: number,
  from: number,
): void {
  for (let row = from; row < column.length; row += 1) {
    // A row without library is -1 there, so the line is one more.
    const place = ((library[row] as number) + 1) * width + (placeOf[column[row] as number] as number);
    table[place] = (table[place] as number) + 1;
  }
}

/** A table of whole lines of this width with the sum of its lines. */
export function countsOfTable(table: Uint32Array, width: number): LibraryCounts {
  const totals = new Uint32Array(width);
  for (let start = 0; start < table.length; start += width) {
    for (let place = 0; place < width; place += 1)
      totals[place] = (totals[place] as number) + (table[start + place] as number);
  }
  return { width, lines: table.length / width, table, totals };
}

/** The place of each byte on a line: see `LibraryCounts`. */
export function placesOfBytes({ categories }: Variable): Uint8Array {
  const places = new Uint8Array(256).fill(categories.length);
  for (let byte = 0; byte < categories.length; byte += 1) places[byte] = byte;
  places[skippedByte] = categories.length;
  places[notShownByte] = categories.length + 1;
  return places;
}

/**
 * What the interval of a share needs of its libraries; null where no library has two people in the base, so that
 * everybody speaks for themselves. Who named no library is one alone.
 * @param counted places that count, of `inBase`.
 * @param inBase places that are in the base.
 */
export function clustersOf(
  { width, lines, table }: LibraryCounts,
  counted: readonly number[],
  inBase: readonly number[],
): ClusterSums | null {
  const [counts, bases] = [new Float64Array(lines), new Float64Array(lines)];
  // A page asks this hundreds of times, for hundreds of libraries.
  for (let line = 0; line < lines; line += 1) {
    const start = line * width;
    let [count, base] = [0, 0];
    for (let at = 0; at < counted.length; at += 1) count += table[start + (counted[at] as number)] as number;
    for (let at = 0; at < inBase.length; at += 1) base += table[start + (inBase[at] as number)] as number;
    counts[line] = count;
    bases[line] = base;
  }
  const libraries = sumClusters(counts.subarray(1), bases.subarray(1));
  return withAlone(libraries, counts[0] as number, bases[0] as number);
}

/** Clusters with people added who are each a cluster alone; null where there are only such. */
export function withAlone(sums: ClusterSums, count: number, base: number): ClusterSums | null {
  if (sums.baseSquares === sums.base) return null;
  return {
    clusters: sums.clusters + base,
    count: sums.count + count,
    base: sums.base + base,
    countSquares: sums.countSquares + count,
    products: sums.products + count,
    baseSquares: sums.baseSquares + base,
  };
}
