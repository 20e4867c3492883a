import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../../analysis/statistics/chi-square.ts';
import { raoScott } from '../../../analysis/statistics/rao-scott.ts';

const counts = [
  [12, 8, 5],
  [6, 14, 10],
  [3, 9, 21],
];
const rows = counts.flatMap((row, i) => row.flatMap((count) => Array<number>(count).fill(i)));
const columns = counts.flatMap((row) => row.flatMap((count, j) => Array<number>(count).fill(j)));
const size = { rows: 3, columns: 3 };

describe('the Rao-Scott test', () => {
  it('starts from the chi-square of the table, which equal weights leave as it is', () => {
    const test = raoScott({ weights: rows.map(() => 2.5) }, rows, columns, size);
    expect(test?.chiSquare).toBeCloseTo(chiSquare(counts)?.estimate ?? 0, 10);
    expect(test?.weighted[0]).toEqual([30, 20, 12.5]);
    expect(test?.degreesOfFreedom[0]).toBeCloseTo(4, 10);
  });

  it('is no surer when every answer is there five times from the same cluster', () => {
    const five = (labels: readonly number[]) => labels.flatMap((label) => Array<number>(5).fill(label));
    const clusters = five([...rows.keys()]);
    const once = raoScott({ weights: rows.map(() => 1) }, rows, columns, size);
    const repeated = raoScott(
      { weights: clusters.map(() => 1), stages: [{ clusters }] },
      five(rows),
      five(columns),
      size,
    );
    expect(repeated?.chiSquare).toBeCloseTo(5 * (once?.chiSquare ?? 0), 9);
    expect(repeated?.estimate).toBeCloseTo(once?.estimate ?? 0, 9);
    expect(repeated?.p).toBeCloseTo(once?.p ?? 0, 12);
  });

  it('leaves out who lacks an answer, and rows nobody is in', () => {
    const wide = raoScott({ weights: rows.map(() => 1) }, rows, columns, { rows: 4, columns: 3 });
    const narrow = raoScott({ weights: rows.map(() => 1) }, rows, columns, size);
    expect(wide?.estimate).toBeCloseTo(narrow?.estimate ?? 0, 12);
    const some = raoScott({ weights: [...rows.map(() => 1), 1] }, [...rows, -1], [...columns, 0], size);
    expect(some?.base).toBe(88);
    expect(raoScott({ weights: [1, 1, 1] }, [0, 0, 0], [0, 1, 0], { rows: 2, columns: 2 })).toBeNull();
  });
});
