// A cross-table in words: the table beside every picture of it, with what its marks and dashes mean.
import { inLanguage } from '../../surveys/questionnaire.ts';
import {
  type ChartView,
  chartWords,
  type Message,
  oneGroup,
  say,
  type Words,
  wholePercent,
} from '../chart.ts';
import type { CrossCell, CrossGroup, CrossTable } from '../explore/explored.ts';
import { inWords } from './heat-table.ts';

/** Of what a cell is a percentage: of its group, of its answer, or of everybody in the table. */
export type PercentOf = 'group' | 'answer' | 'all';

/** What a cell is a share of, as chosen; null where it may not be seen. */
export function proportionOf(cell: CrossCell, percent: PercentOf): number | null {
  if (percent === 'answer') return cell.ofRow;
  return percent === 'all' ? cell.ofAll : cell.ofGroup.estimate;
}

export function groupName({ label, code }: CrossGroup, language: string): string {
  return label ? inLanguage(label, language) : code;
}

/** Percent and count per group, and of everybody; without rows the mean of each group. */
export function crossTable(
  table: CrossTable,
  percent: PercentOf,
  language: string,
): Pick<ChartView['table'], 'head' | 'groups'> {
  if (table.rows.length === 0) return meanCells(table, language);
  const names = table.groups.map((group) => ({
    name: groupName(group, language),
    base: group.base,
  }));
  const withMeans = table.groups.some(({ summary }) => summary !== null);
  return {
    head: [
      chartWords('head.answer'),
      ...names.map(
        ({ name, base }): Words => (base === null ? name : chartWords('head.groupOf', { name, n: base })),
      ),
      chartWords('head.total'),
    ],
    groups: oneGroup([
      ...table.rows.map(({ label, cells, total }) => ({
        head: say(label, language),
        cells: [
          ...cells.map((cell): Words => cellWords(cell, percent)),
          total.estimate === null ? '–' : `${wholePercent(total.estimate)}%`,
        ],
      })),
      ...(withMeans
        ? [
            {
              head: chartWords('head.mean'),
              cells: [
                ...table.groups.map(
                  ({ summary }): Words => (summary ? chartWords('mean', { value: summary.mean }) : '–'),
                ),
                '',
              ],
            },
          ]
        : []),
    ]),
  };
}

/**
 * "41% (44)", with a mark where the cell stands out; a hidden cell is a dash that the caption explains.
 * Where libraries count there is no count: a library with two answers can be half.
 */
function cellWords(cell: CrossCell, percent: PercentOf): string {
  const proportion = proportionOf(cell, percent);
  if (proportion === null) return inWords(null);
  const count = cell.count === null ? '' : ` (${cell.count})`;
  return `${wholePercent(proportion)}%${count} ${markOf(cell)}`.trimEnd();
}

/** Whether a cell stands out: more or fewer people than chance would give. */
export function markOf({ residual }: CrossCell): string {
  if (residual === null || Math.abs(residual) <= 2) return '';
  return residual > 0 ? '▲' : '▼';
}

function meanCells({ groups }: CrossTable, language: string): Pick<ChartView['table'], 'head' | 'groups'> {
  const number = (value: number) => chartWords('mean', { value });
  const medianWords = (median: number | null): Words => (median === null ? '' : number(median));
  return {
    head: ['group', 'mean', 'interval', 'median', 'respondents'].map((key) => chartWords(`head.${key}`)),
    groups: oneGroup(
      groups.map((group) => {
        const { summary } = group;
        const name = groupName(group, language);
        if (!summary) return { head: name, cells: [chartWords('tooFew'), '', '', ''] };
        const { interval } = summary;
        return {
          head: name,
          cells: [
            number(summary.mean),
            interval ? chartWords('range', { lower: interval.lower, upper: interval.upper }) : '',
            medianWords(summary.median),
            String(summary.n),
          ],
        };
      }),
    ),
  };
}

/** What the table is of, and what its marks and dashes mean. */
export function captionOf(table: CrossTable, percent: PercentOf): readonly Message[] {
  const { rows, groups, excluded, base, percentages } = table;
  const everybody = percentages?.[percent === 'group' ? 'ofGroup' : 'ofRow'] === 'everybody';
  const hidden = rows.some(({ cells }) => cells.some(({ ofGroup }) => ofGroup.openness === 'withheld'));
  const marked = rows.some(({ cells }) => cells.some(({ residual }) => Math.abs(residual ?? 0) > 2));
  return [
    ...(base === null ? [] : [chartWords('base', { n: base })]),
    ...(excluded === null || excluded.noAnswer === 0
      ? []
      : [chartWords('noAnswer', { n: excluded.noAnswer })]),
    ...(excluded === null || excluded.noGroup === 0 ? [] : [chartWords('noGroup', { n: excluded.noGroup })]),
    ...(rows.length > 0 ? [chartWords(`percentOf.${percent}${everybody ? 'Everybody' : ''}`)] : []),
    ...(marked ? [chartWords('residual')] : []),
    ...(hidden || groups.some(({ openness }) => openness === 'withheld') ? [chartWords('hiddenCells')] : []),
  ];
}
