// A cross-table for a spreadsheet: what stands on screen, one number a cell.

import { type ChartView, chartWords, oneGroup, say, type Words, wholePercent } from '../chart.ts';
import type { CrossTable } from '../explore/explored.ts';
import { groupName, markOf, type PercentOf, proportionOf } from './cross-words.ts';

/** Per group its count, the percentage chosen and the mark; empty where the screen shows a dash. Null without rows. */
export function fileTableOfCross(
  table: CrossTable,
  percent: PercentOf,
  language: string,
): ChartView['table'] | null {
  if (table.rows.length === 0) return null;
  const heads = table.groups.flatMap((group): Words[] =>
    ['count', 'percent', 'mark'].map((column) =>
      chartWords(`file.${column}`, { name: groupName(group, language) }),
    ),
  );
  return {
    caption: '',
    head: [chartWords('head.answer'), ...heads, chartWords('head.total')],
    groups: oneGroup(
      table.rows.map(({ label, cells, total }) => ({
        head: say(label, language),
        cells: [
          ...cells.flatMap((cell) => {
            const proportion = proportionOf(cell, percent);
            if (proportion === null) return ['', '', ''];
            return [
              cell.count === null ? '' : String(cell.count),
              String(wholePercent(proportion)),
              markOf(cell),
            ];
          }),
          total.estimate === null ? '' : String(wholePercent(total.estimate)),
        ],
      })),
    ),
  };
}
