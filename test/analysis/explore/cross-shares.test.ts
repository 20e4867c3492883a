// All shares of a cross-table in one pass are the shares that are asked for one by one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareIn } from '../../../analysis/explore/cross-counts.ts';
import { sharesOfRows } from '../../../analysis/explore/cross-shares.ts';
import { countsOfTable } from '../../../analysis/library-counts.ts';

const counted = fc
  .record({
    groups: fc.integer({ min: 1, max: 4 }),
    places: fc.integer({ min: 3, max: 6 }),
    lines: fc.integer({ min: 1, max: 8 }),
  })
  .chain(({ groups, places, lines }) => {
    const width = (groups + 1) * places;
    const table = fc.array(fc.nat({ max: 3 }), { minLength: lines * width, maxLength: lines * width });
    return table.map((counts) => ({
      groups,
      places,
      perLibrary: countsOfTable(Uint32Array.from(counts), width),
    }));
  });

it('gives each cell, total and everybody as when it is asked for alone', () => {
  fc.assert(
    fc.property(counted, (cross) => {
      const among = [...Array(cross.places - 1).keys()];
      const rows = [...among.map((place) => [place]), [0, 1]];
      const groups = [...Array(cross.groups).keys()];
      expect(sharesOfRows(cross, rows, among)).toEqual(
        rows.map((answers) => ({
          cells: groups.map((group) => shareIn(cross, [group], answers, among)),
          total: shareIn(cross, groups, answers, among),
          everybody: shareIn(cross, [...groups, cross.groups], answers, among),
        })),
      );
    }),
  );
});
