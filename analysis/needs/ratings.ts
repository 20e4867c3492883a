// Ratings of the same thing by the same people, counted per combination in one pass: what gap scores read.
import { variableNamed } from '../../surveys/codebook.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import type { Dataset } from '../dataset.ts';
import { countCodes, type LibraryCounts, type Mask, placesOfBytes } from '../library-counts.ts';
import { type RowCodes, rowsIn } from '../row-codes.ts';
import { type ClusterMean, clusterMean } from '../statistics/cluster-mean.ts';
import { countPairs, type PairCount, type PairCounts } from '../statistics/pair-counts.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired-difference.ts';
import type { RatingTriple } from '../statistics/tolerance-zone.ts';
import { countValues, sortedCounts } from '../statistics/value-counts.ts';
import { toppedUp } from '../topped-up.ts';

/** How codes become numbers: as the codebook's values, or mapped linearly to 0-100 so that scales compare. */
export type ValueMap = 'asIs' | 'percent';

/** Both ratings of every respondent, counted per combination. */
export function pairsOf(
  dataset: Dataset,
  first: string,
  second: string,
  map: ValueMap,
  mask: Mask,
): PairCounts {
  const scales = [first, second].map((name) => variableNamed(dataset.codebook, name));
  if (scales.some(isNumeric)) {
    const rows = (values: readonly (number | null)[]) =>
      mask ? values.filter((_, row) => mask[row] === 1) : values;
    return countPairs(rows(valuesOf(dataset, first, map)), rows(valuesOf(dataset, second, map)));
  }
  const [one, other] = scales as [Variable, Variable];
  const [values, others] = [valuePerByte(one, map), valuePerByte(other, map)];
  const counts = countTogether(dataset, one, other, mask);
  const width = other.categories.length + 2;
  const pairs: PairCount[] = [];
  let [all, base] = [0, 0];
  for (const [combination, count] of counts.entries()) {
    if (count === 0) continue;
    all += count;
    const [a, b] = [values[Math.floor(combination / width)] ?? null, others[combination % width] ?? null];
    if (a === null || b === null) continue;
    base += count;
    pairs.push({ first: a, second: b, count });
  }
  return { pairs, base, excluded: all - base };
}

/** The difference between two ratings by the same people, second minus first, with libraries as clusters. */
export function pairedRatings(
  dataset: Dataset,
  first: string,
  second: string,
  map: ValueMap,
  mask: Mask,
): PairedDifference | null {
  return pairedDifference(
    pairsOf(dataset, first, second, map, mask),
    undefined,
    gapPerLibrary(dataset, first, second, map, mask),
  );
}

/** The mean difference with libraries as clusters; null where no library has two people who gave both ratings. */
function gapPerLibrary(
  dataset: Dataset,
  first: string,
  second: string,
  map: ValueMap,
  mask: Mask,
): ClusterMean | null {
  const scales = [first, second].map((name) => variableNamed(dataset.codebook, name));
  const codes = scales.some(isNumeric) ? null : pairCodes(dataset, scales as [Variable, Variable]);
  if (codes) return gapOfCounts(countCodes(dataset, codes, mask), scales as [Variable, Variable], map);
  const [one, other] = [valueReader(dataset, first, map), valueReader(dataset, second, map)];
  const { library, libraries, size } = dataset;
  const [sums, persons] = [new Float64Array(libraries.length), new Uint32Array(libraries.length)];
  const alone: number[] = [];
  for (let row = 0; row < size; row += 1) {
    if (mask !== null && mask[row] !== 1) continue;
    const [before, after] = [one(row), other(row)];
    if (before === null || after === null) continue;
    const from = library[row] as number;
    if (from < 0) alone.push(after - before);
    else {
      sums[from] = (sums[from] as number) + after - before;
      persons[from] = (persons[from] as number) + 1;
    }
  }
  return persons.some((count) => count > 1) ? clusterMean(sums, persons, countValues(alone)) : null;
}

/** Per row its pair of places, the second's running fastest; null where there are more pairs than a code holds. */
function pairCodes(dataset: Dataset, [first, second]: readonly [Variable, Variable]): RowCodes | null {
  const places = second.categories.length + 2;
  const width = (first.categories.length + 2) * places;
  if (width > 256) return null;
  const [start, end] = [placesOfBytes(first), placesOfBytes(second)];
  const [one, other] = [dataset.column(first.name), dataset.column(second.name)];
  return {
    key: `pairs per library ${JSON.stringify([first.name, second.name])}`,
    width,
    fill: (codes, from) => {
      for (let row = 0; row < codes.length; row += 1)
        codes[row] =
          (start[one[from + row] as number] as number) * places +
          (end[other[from + row] as number] as number);
    },
  };
}

/** The same mean difference from the pairs of each library. */
function gapOfCounts(
  { table, lines, width }: LibraryCounts,
  [first, second]: readonly [Variable, Variable],
  map: ValueMap,
): ClusterMean | null {
  const [values, others] = [valuePerByte(first, map), valuePerByte(second, map)];
  const places = second.categories.length + 2;
  const [sums, persons] = [new Float64Array(lines - 1), new Uint32Array(lines - 1)];
  const alone = new Map<number, number>();
  for (let pair = 0; pair < width; pair += 1) {
    const [before, after] = [values[Math.floor(pair / places)] ?? null, others[pair % places] ?? null];
    if (before === null || after === null) continue;
    const gap = after - before;
    alone.set(gap, (alone.get(gap) ?? 0) + (table[pair] as number));
    for (let line = 1; line < lines; line += 1) {
      const count = table[line * width + pair] as number;
      sums[line - 1] = (sums[line - 1] as number) + count * gap;
      persons[line - 1] = (persons[line - 1] as number) + count;
    }
  }
  if (!persons.some((count) => count > 1)) return null;
  return clusterMean(sums, persons, sortedCounts([...alone].map(([value, count]) => ({ value, count }))));
}

/** The number a variable stands for on a row; null without one. */
function valueReader(dataset: Dataset, name: string, map: ValueMap): (row: number) => number | null {
  const variable = variableNamed(dataset.codebook, name);
  if (isNumeric(variable)) {
    const numbers = dataset.numbers(name);
    return (row) => (Number.isNaN(numbers[row]) ? null : (numbers[row] as number));
  }
  const meaning = valuePerByte(variable, map);
  const column = dataset.column(name);
  return (row) => meaning[column[row] as number] ?? null;
}

/** Per pair of places (see `LibraryCounts`), the second's running fastest, the rows of the mask that have it. */
function countTogether(dataset: Dataset, first: Variable, second: Variable, mask: Mask): Uint32Array {
  const [width, places] = [second.categories.length + 2, placesOfBytes(second)];
  const start = placesOfBytes(first);
  const [one, other] = [dataset.column(first.name), dataset.column(second.name)];
  const size = (first.categories.length + 2) * width;
  const add = (counts: Uint32Array, row: number) => {
    const cell = (start[one[row] as number] as number) * width + (places[other[row] as number] as number);
    counts[cell] = (counts[cell] as number) + 1;
  };
  if (mask !== null) {
    const counts = new Uint32Array(size);
    for (const row of rowsIn(mask)) add(counts, row);
    return counts;
  }
  const key = `pairs ${JSON.stringify([first.name, second.name])}`;
  return toppedUp<Uint32Array>(dataset, key, (known, from) => {
    const counts = known?.slice() ?? new Uint32Array(size);
    for (let row = from; row < one.length; row += 1) add(counts, row);
    return counts;
  });
}

/** Three ratings of everybody who gave all three, counted per combination. */
export function triplesOf(
  dataset: Dataset,
  names: { readonly minimum: string; readonly desired: string; readonly perceived: string },
  map: ValueMap,
): readonly RatingTriple[] {
  const value = (name: string) => valuePerByte(variableNamed(dataset.codebook, name), map);
  const [minimum, desired, perceived] = [value(names.minimum), value(names.desired), value(names.perceived)];
  const columns = [names.minimum, names.desired, names.perceived].map((name) => dataset.column(name));
  const counts = new Map<number, number>();
  for (let row = 0; row < dataset.size; row += 1) {
    let combination = 0;
    for (const column of columns) combination = (combination << 8) | (column[row] as number);
    counts.set(combination, (counts.get(combination) ?? 0) + 1);
  }
  return [...counts].flatMap(([combination, count]) => {
    const [least, wished, got] = [
      minimum[combination >> 16] ?? null,
      desired[(combination >> 8) & 255] ?? null,
      perceived[combination & 255] ?? null,
    ];
    if (least === null || wished === null || got === null) return [];
    return [{ minimum: least, desired: wished, perceived: got, count }];
  });
}

function valuesOf(dataset: Dataset, name: string, map: ValueMap): readonly (number | null)[] {
  const variable = variableNamed(dataset.codebook, name);
  // The ends of a number line are not in the codebook: a number stands for itself.
  if (isNumeric(variable))
    return Array.from(dataset.numbers(name), (place) => (Number.isNaN(place) ? null : place));
  const meaning = valuePerByte(variable, map);
  return Array.from(dataset.column(name), (byte) => meaning[byte] ?? null);
}

/** The number each byte of a variable stands for; null where it is no figure. */
export function valuePerByte(variable: Variable, map: ValueMap): readonly (number | null)[] {
  const values = figureValues(variable);
  const known = values.filter((value) => value !== null);
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  if (map === 'asIs' || highest === lowest) return values;
  return values.map((value) => (value === null ? null : (100 * (value - lowest)) / (highest - lowest)));
}

function figureValues(variable: Variable): readonly (number | null)[] {
  return variable.categories.map(({ value, missing }) => (missing === null ? value : null));
}

/** Whether two scales have the same anchors and length: only then does "which of the two is larger" mean something (docs/rules.md, Needs). */
export function sameScale(one: Variable, other: Variable): boolean {
  const values = (variable: Variable) =>
    figureValues(variable)
      .filter((value) => value !== null)
      .sort((a, b) => a - b)
      .join(' ');
  return !isNumeric(one) && !isNumeric(other) && values(one) !== '' && values(one) === values(other);
}
