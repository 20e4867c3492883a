/** Chi-square test of a weighted cross-table: the usual one takes weighted answers, or answers from one library, for independent ones. */
import { chiSquareUpperTail, fUpperTail } from './distributions.ts';
import { covariances, degreesOfFreedom, type SampleDesign } from './sample-design.ts';
import { solveLinear } from './solve-linear.ts';

export interface RaoScott {
  /** Units with both answers. */
  readonly base: number;
  /** Weighted counts, rows by columns, in the shape that was asked. */
  readonly weighted: readonly (readonly number[])[];
  /** Pearson's chi-square of the weighted shares, at the unweighted base. */
  readonly chiSquare: number;
  /** Cramer's V of the weighted shares, 0-1. */
  readonly cramersV: number;
  /** Second-order corrected F; this one is shown. */
  readonly estimate: number;
  readonly degreesOfFreedom: readonly [number, number];
  readonly p: number;
  /** First-order corrected chi-square: divided by the mean design effect, (r - 1)(c - 1) degrees of freedom. */
  readonly firstOrderP: number;
}

/**
 * Rao-Scott test of independence in a weighted or clustered table, Satterthwaite's F form.
 * As R: `survey::svychisq(statistic = "F")`, and `"Chisq"` for the first order. Source: Rao & Scott 1984, Annals of
 * Statistics 12; Thomas & Rao 1987, JASA 82.
 *
 * @param rows per unit its row, from 0; -1 when missing. `columns` likewise
 * @param size how many rows and columns there are; empty ones are left out of the test
 * @returns null with fewer than two rows or columns, or when the design says nothing about their spread
 * @throws RangeError when a stratum has a single cluster
 */
export function raoScott(
  design: SampleDesign,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  size: { readonly rows: number; readonly columns: number },
): RaoScott | null {
  const table = weightedTable(design.weights, rows, columns, size);
  return corrected(table, degreesOfFreedom(design), ({ rows: rowOf, columns: columnOf, values }) => {
    const influences = values.map((one) =>
      Float64Array.from({ length: design.weights.length }, (_, unit) => {
        const value =
          one[rowOf.get(rows[unit] as number) ?? -1]?.[columnOf.get(columns[unit] as number) ?? -1];
        return value === undefined ? 0 : ((design.weights[unit] as number) / table.weight) * value;
      }),
    );
    return covariances(design, influences);
  });
}

/** Answers counted cell by cell and cluster by cluster, the cells of a row one after the other. */
export interface ClusteredTable {
  readonly rows: number;
  readonly columns: number;
  /** Per cluster a line of cells, one after the other. */
  readonly clusters: ArrayLike<number>;
  /** One line: units that are a cluster each. */
  readonly alone: ArrayLike<number>;
}

/**
 * The same test from counts: every answer weighs one and clusters were drawn with replacement. Cost grows with clusters
 * and cells, not with answers.
 * As R: `svychisq(~y + x, svydesign(~library, weights = ~1, data = d))`.
 *
 * @returns null with fewer than two rows or columns, or with fewer than two clusters
 */
export function raoScottOfClusters({ rows, columns, clusters, alone }: ClusteredTable): RaoScott | null {
  const width = rows * columns;
  const flat = Float64Array.from({ length: width }, (_, cell) => alone[cell] as number);
  let drawn = flat.reduce((sum, count) => sum + count, 0);
  for (let at = 0; at < clusters.length; at += width) {
    let size = 0;
    for (let cell = 0; cell < width; cell += 1) {
      flat[cell] = (flat[cell] as number) + (clusters[at + cell] as number);
      size += clusters[at + cell] as number;
    }
    if (size > 0) drawn += 1;
  }
  const base = flat.reduce((sum, count) => sum + count, 0);
  const cells = Array.from({ length: rows }, (_, row) => [
    ...flat.subarray(row * columns, (row + 1) * columns),
  ]);
  if (drawn < 2) return null;
  return corrected({ cells, base, weight: base }, drawn - 1, ({ rows: rowOf, columns: columnOf, values }) => {
    const perCell = values.map((one) =>
      Float64Array.from({ length: width }, (_, cell) => {
        const [row, column] = [rowOf.get(Math.floor(cell / columns)), columnOf.get(cell % columns)];
        return (one[row ?? -1]?.[column ?? -1] ?? 0) / base;
      }),
    );
    return clusterCovariances(perCell, clusters, alone, drawn);
  });
}

/** As `covariances` of one stage in one stratum: G / (G - 1) sum of products of the clusters' distances from their mean. */
function clusterCovariances(
  perCell: readonly Float64Array[],
  clusters: ArrayLike<number>,
  alone: ArrayLike<number>,
  drawn: number,
): number[][] {
  const width = alone.length;
  const sums = perCell.map(() => 0);
  const products = perCell.map(() => perCell.map(() => 0));
  const add = (totals: readonly number[], times: number) => {
    for (const [i, one] of totals.entries()) {
      sums[i] = (sums[i] as number) + times * one;
      const row = products[i] as number[];
      for (const [j, other] of totals.entries()) row[j] = (row[j] as number) + times * one * other;
    }
  };
  for (let cell = 0; cell < width; cell += 1) {
    add(
      perCell.map((values) => values[cell] as number),
      alone[cell] as number,
    );
  }
  for (let at = 0; at < clusters.length; at += width) {
    const totals = perCell.map((values) => {
      let total = 0;
      for (let cell = 0; cell < width; cell += 1) {
        total += (clusters[at + cell] as number) * (values[cell] as number);
      }
      return total;
    });
    add(totals, 1);
  }
  return products.map((row, i) =>
    row.map(
      (product, j) => (drawn / (drawn - 1)) * (product - ((sums[i] as number) * (sums[j] as number)) / drawn),
    ),
  );
}

/** What a unit in each kept cell adds to each interaction contrast, with the places of the kept rows and columns. */
interface Contrasts {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  readonly values: readonly (readonly (readonly number[])[])[];
}

/** @param covariancesOf the contrasts' covariances in this design */
function corrected(
  table: WeightedTable,
  freedomWithin: number,
  covariancesOf: (contrasts: Contrasts) => readonly (readonly number[])[],
): RaoScott | null {
  const kept = occupied(table.cells);
  const [r, c] = [kept.rows.length, kept.columns.length];
  if (r < 2 || c < 2) return null;
  const shares = kept.rows.map((row) =>
    kept.columns.map((column) => (table.cells[row]?.[column] ?? 0) / table.weight),
  );
  const chiSquare = table.base * distanceFromIndependence(shares);
  const delta = designEffects(table.base, kept, shares, covariancesOf);
  if (delta === null) return null;
  const trace = delta.reduce((sum, row, place) => sum + (row[place] ?? 0), 0);
  const squares = delta.reduce(
    (sum, row, i) => sum + row.reduce((part, value, j) => part + value * (delta[j]?.[i] ?? 0), 0),
    0,
  );
  const freedom = trace ** 2 / squares;
  const estimate = chiSquare / trace;
  const within = freedom * freedomWithin;
  if (!(trace > 0) || !(within > 0)) return null;
  return {
    base: table.base,
    weighted: table.cells,
    chiSquare,
    cramersV: Math.sqrt(chiSquare / (table.base * (Math.min(r, c) - 1))),
    estimate,
    degreesOfFreedom: [freedom, within],
    p: fUpperTail(estimate, freedom, within),
    firstOrderP: chiSquareUpperTail(chiSquare / (trace / delta.length), delta.length),
  };
}

interface WeightedTable {
  readonly cells: readonly (readonly number[])[];
  readonly base: number;
  readonly weight: number;
}

function weightedTable(
  weights: ArrayLike<number>,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  size: { readonly rows: number; readonly columns: number },
): WeightedTable {
  const flat = new Float64Array(size.rows * size.columns);
  let [base, weight] = [0, 0];
  for (let unit = 0; unit < weights.length; unit += 1) {
    const [row, column, own] = [rows[unit] as number, columns[unit] as number, weights[unit] as number];
    if (row < 0 || column < 0 || own === 0) continue;
    const place = row * size.columns + column;
    flat[place] = (flat[place] as number) + own;
    base += 1;
    weight += own;
  }
  const cells = Array.from({ length: size.rows }, (_, row) => [
    ...flat.subarray(row * size.columns, (row + 1) * size.columns),
  ]);
  return { cells, base, weight };
}

interface Kept {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function occupied(cells: readonly (readonly number[])[]): Kept {
  const columns = [...(cells[0] ?? []).keys()].filter((column) =>
    cells.some((row) => (row[column] ?? 0) > 0),
  );
  return { rows: [...cells.keys()].filter((row) => cells[row]?.some((cell) => cell > 0)), columns };
}

function distanceFromIndependence(shares: readonly (readonly number[])[]): number {
  const ofRow = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const ofColumn = (column: number) => shares.reduce((sum, row) => sum + (row[column] ?? 0), 0);
  const columns = (shares[0] ?? []).map((_, column) => ofColumn(column));
  return shares.reduce(
    (total, row, i) =>
      row.reduce((sum, share, j) => {
        const alone = (ofRow[i] ?? 0) * (columns[j] ?? 0);
        return sum + (share - alone) ** 2 / alone;
      }, total),
    0,
  );
}

/**
 * The matrix whose eigenvalues are the generalised design effects: variance of the interaction contrasts in this
 * design over what it is for as many units drawn one by one.
 */
function designEffects(
  base: number,
  kept: Kept,
  shares: readonly (readonly number[])[],
  covariancesOf: (contrasts: Contrasts) => readonly (readonly number[])[],
): readonly (readonly number[])[] | null {
  const [r, c] = [shares.length, shares[0]?.length ?? 0];
  const inverse = shares.map((row) => row.map((share) => (share > 0 ? 1 / share : 0)));
  const contrasts = Array.from({ length: (r - 1) * (c - 1) }, (_, place) =>
    contrast(Math.floor(place / (c - 1)), place % (c - 1), r, c),
  );
  const drawnOneByOne = contrasts.map((one) =>
    contrasts.map((other) =>
      one.reduce(
        (sum, row, i) =>
          row.reduce(
            (part, value, j) => part + (value * (other[i]?.[j] ?? 0) * (inverse[i]?.[j] ?? 0)) / base,
            sum,
          ),
        0,
      ),
    ),
  );
  const values = contrasts.map((one) => {
    // 0 unless a cell is empty.
    const mean = one.reduce(
      (sum, row, i) => row.reduce((part, value, j) => part + ((inverse[i]?.[j] ?? 0) > 0 ? value : 0), sum),
      0,
    );
    return one.map((row, i) => row.map((value, j) => value * (inverse[i]?.[j] ?? 0) - mean));
  });
  const found = covariancesOf({ rows: positions(kept.rows), columns: positions(kept.columns), values });
  return solveLinear(drawnOneByOne, found);
}

/** One above and one below in the cell and the last, so that neither rows nor columns show in it. */
function contrast(row: number, column: number, rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
      const ofRow = i === row ? 1 : i === rows - 1 ? -1 : 0;
      const ofColumn = j === column ? 1 : j === columns - 1 ? -1 : 0;
      return ofRow * ofColumn;
    }),
  );
}

function positions(kept: readonly number[]): ReadonlyMap<number, number> {
  return new Map(kept.map((label, place) => [label, place]));
}
