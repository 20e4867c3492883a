// How often each answer to a variable was given, library by library: one pass gives the counts of the whole and what the
// interval of any share of them needs to know of libraries that sent more than one answer.
import { notShownByte, skippedByte } from '../surveys/response-document.ts';
import type { Variable } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import { type ClusterSums, sumClusters } from './statistics/cluster-share.ts';

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
 * Counts a variable in one pass. Of everybody the pass begins where the last one ended: what was counted before is kept
 * with the columns, so that a hundred new responses cost a hundred rows.
 * @throws RangeError when there is no such variable.
 */
export function countPerLibrary(dataset: Dataset, variable: Variable, mask: Mask): LibraryCounts {
  const width = variable.categories.length + 2;
  const table = new Uint32Array((dataset.libraries.length + 1) * width);
  if (mask !== null) countRows(table, dataset, variable, mask, 0);
  else {
    const known = countedBefore(dataset, variable.name);
    // Libraries are numbered in the order they first answered, so lines that were there keep their place.
    if (known) table.set(known.table);
    countRows(table, dataset, variable, null, known?.rows ?? 0);
    remember(dataset, variable.name, table);
  }
  return countsOfTable(table, width);
}

function countRows(table: Uint32Array, dataset: Dataset, variable: Variable, mask: Mask, from: number): void {
  const width = variable.categories.length + 2;
  const placeOf = placesOfBytes(variable);
  const column = dataset.column(variable.name);
  const { library } = dataset;
  // A row without library is -1 there, so the line is one more. A million rows feel a branch, so there are two loops.
  if (mask === null)
    for (let row = from; row < column.length; row += 1) {
      const place = ((library[row] as number) + 1) * width + (placeOf[column[row] as number] as number);
      table[place] = (table[place] as number) + 1;
    }
  else
    for (let row = from; row < column.length; row += 1) {
      if (mask[row] !== 1) continue;
      const place = ((library[row] as number) + 1) * width + (placeOf[column[row] as number] as number);
      table[place] = (table[place] as number) + 1;
    }
}

interface Counted {
  readonly rows: number;
  readonly table: Uint32Array;
}

const remembered = new WeakMap<object, Map<string, Counted>>();
/** Larger tables cost more memory than counting them again costs time. */
const mostRemembered = 1 << 16;

/** What was counted of these columns when they had fewer rows, or as many. */
function countedBefore(dataset: Dataset, name: string): Counted | undefined {
  const known = remembered.get(dataset.origin)?.get(name);
  return known && known.rows <= dataset.size ? known : undefined;
}

function remember(dataset: Dataset, name: string, table: Uint32Array): void {
  if (table.length > mostRemembered) return;
  const known = remembered.get(dataset.origin) ?? new Map<string, Counted>();
  remembered.set(dataset.origin, known);
  // A view of earlier answers comes back, and the newest answers most often: the longer one stays.
  if ((known.get(name)?.rows ?? 0) <= dataset.size) known.set(name, { rows: dataset.size, table });
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
  const sum = (line: number, places: readonly number[]) => {
    let total = 0;
    for (const place of places) total += table[line * width + place] as number;
    return total;
  };
  const counts = new Float64Array(lines - 1);
  const bases = new Float64Array(lines - 1);
  for (let line = 1; line < lines; line += 1) {
    counts[line - 1] = sum(line, counted);
    bases[line - 1] = sum(line, inBase);
  }
  return withAlone(sumClusters(counts, bases), sum(0, counted), sum(0, inBase));
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
