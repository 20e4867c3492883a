import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../../analysis/statistics/fisher-exact.ts';
import { fisherExactTable } from '../../../analysis/statistics/fisher-exact-table.ts';

describe("Fisher's test of every table with the same totals", () => {
  it('of two by two is the exact test', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = [
          [a, b],
          [c, d],
        ];
        const exact = fisherExact(table);
        fc.pre(exact !== null);
        expect(fisherExactTable(table)).toBeCloseTo(exact ?? 0, 10);
      }),
    );
  });

  it('is not begun where the number of tables is beyond any number', () => {
    // Two rows alike and large, over so many columns that every way to deal them is more than a double holds.
    const wide = [11_000, 11_000, 1].map((count) => Array.from({ length: 90 }, () => count));
    expect(fisherExactTable(wide)).toBeNull();
  });

  it('does not mind which way the table lies, nor the order of its rows', () => {
    const table = [
      [7, 1, 3],
      [2, 6, 0],
      [1, 1, 5],
    ];
    const turned = [0, 1, 2].map((column) => table.map((row) => row[column] ?? 0));
    expect(fisherExactTable(turned)).toBeCloseTo(fisherExactTable(table) ?? 0, 12);
    expect(fisherExactTable([...table].reverse())).toBeCloseTo(fisherExactTable(table) ?? 0, 12);
  });

  it('of two by three adds up what can be counted by hand', () => {
    // Of the 70 ways to deal four over columns of 3, 3 and 2, two give 3-0-1 and two 0-3-1; every other is likelier.
    const p = fisherExactTable([
      [3, 0, 1],
      [0, 3, 1],
    ]);
    expect(p).toBeCloseTo(4 / 70, 12);
  });

  it('gives up where there are too many tables, and needs two rows and columns', () => {
    const large = [
      [100, 90, 80],
      [60, 70, 50],
      [30, 40, 50],
    ];
    expect(fisherExactTable(large)).toBeNull();
    expect(fisherExactTable([[3, 4, 0]])).toBeNull();
    expect(() => fisherExactTable([[1.5, 2]])).toThrow(RangeError);
  });
});
