import { describe, expect, it } from 'vitest';
import { crossTable, expectedCounts } from '../../../analysis/statistics/cross-table.ts';

describe('a cross-table', () => {
  it('leaves out rows and columns without answers, and remembers which are left', () => {
    expect(
      crossTable([
        [10, 5, 0],
        [0, 0, 0],
        [3, 12, 0],
      ]),
    ).toEqual({
      cells: [
        [10, 5],
        [3, 12],
      ],
      rows: [0, 2],
      columns: [0, 1],
      rowTotals: [15, 15],
      columnTotals: [13, 17],
      base: 30,
    });
  });

  it('expects of a cell its row times its column', () => {
    expect(
      expectedCounts(
        crossTable([
          [1, 3],
          [1, 3],
        ]),
      ),
    ).toEqual([
      [1, 3],
      [1, 3],
    ]);
  });

  it('is empty when nothing was counted, and refuses rows of different length', () => {
    expect(crossTable([[0, 0]])).toMatchObject({ cells: [], base: 0 });
    expect(crossTable([])).toMatchObject({ cells: [], base: 0 });
    expect(() => crossTable([[1], [1, 2]])).toThrow(RangeError);
    expect(() => crossTable([[-1]])).toThrow(RangeError);
  });
});
