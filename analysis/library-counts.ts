// How often each answer to a variable was given, library by library: one pass gives the counts of the whole and what the
// interval of any share of them needs to know of libraries that sent more than one answer.
import { notShownByte, skippedByte } from '../surveys/response-document.ts';
import type { Variable } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import { type ClusterSums, sumClusters } from './statistics/cluster-share.ts';

/** Which responses take part: 1 per row that does. Null: all. */
export type Mask = Uint8Array | null;

/**
 * Counts per library. A line is a library (the last: everybody who named none). Of a variable its places are the
 * categories in order, then skipped, then not shown.
 */
export interface LibraryCounts {
  readonly width: number;
  readonly lines: number;
  readonly table: Uint32Array;
  /** The sum of all lines. */
  readonly totals: Uint32Array;
}

/** Counts a variable in one pass. @throws RangeError when there is no such variable. */
export function countPerLibrary(dataset: Dataset, variable: Variable, mask: Mask): LibraryCounts {
  const width = variable.categories.length + 2;
  const placeOf = placesOfBytes(variable);
  const lines = dataset.libraries.length + 1;
  const table = new Uint32Array(lines * width);
  const column = dataset.column(variable.name);
  const { library } = dataset;
  const nowhere = (lines - 1) * width;
  for (let row = 0; row < column.length; row += 1) {
    if (mask !== null && mask[row] !== 1) continue;
    const at = library[row] as number;
    const place = (at < 0 ? nowhere : at * width) + (placeOf[column[row] as number] as number);
    table[place] = (table[place] as number) + 1;
  }
  return countsOfTable(table, width);
}

/** A table of whole lines of this width with the sum of its lines. */
export function countsOfTable(table: Uint32Array, width: number): LibraryCounts {
  const totals = new Uint32Array(width);
  for (let place = 0; place < table.length; place += 1) {
    totals[place % width] = (totals[place % width] as number) + (table[place] as number);
  }
  return { width, lines: table.length / width, table, totals };
}

/** The place of each byte on a line: see `LibraryCounts`. */
function placesOfBytes({ categories }: Variable): Uint8Array {
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
  const last = lines - 1;
  const sum = (line: number, places: readonly number[]) => {
    let total = 0;
    for (const place of places) total += table[line * width + place] as number;
    return total;
  };
  const counts = new Float64Array(last);
  const bases = new Float64Array(last);
  for (let line = 0; line < last; line += 1) {
    counts[line] = sum(line, counted);
    bases[line] = sum(line, inBase);
  }
  return withAlone(sumClusters(counts, bases), sum(last, counted), sum(last, inBase));
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
