// Answers that lean one way or the other: bars to both sides of a middle, and the same in groups.
import {
  axisPercent,
  type ChartView,
  chartWords,
  heightOfRows,
  type Marks,
  say,
  shareCells,
  shareHeads,
  type TableGroup,
  wholePercent,
} from '../chart.ts';
import type { Share } from '../figure.ts';
import type { SideBySideResultOf } from '../side-by-side/results.ts';
import { chartOfPairs, type PairedShares } from './paired-bars.ts';
import { coloursOf } from './palette.ts';

const thickness = 26;

/** Second answers left of the middle, first answers right of it, what leans most to the first on top. */
export function chartOfBalance(result: SideBySideResultOf<'balance'>, language: string): ChartView {
  const { code, first, second } = result;
  const title = say(result.label, language);
  const shown = result.rows
    .filter(({ net }) => net !== null)
    .toSorted((one, other) => (other.net?.estimate ?? 0) - (one.net?.estimate ?? 0));
  const hidden = result.rows.filter(({ net }) => net === null);
  const labels = shown.map(({ label }) => say(label, language));
  const [left, right] = [coloursOf('agreement', 5)[1], coloursOf('agreement', 5)[4]];
  const part = (share: Share) => axisPercent(share.estimate ?? 0);
  const widest = (side: 'first' | 'second') => Math.max(10, ...shown.map((row) => part(row[side])));
  const [top, bottom] = [shown[0], shown.at(-1)];
  const tableRows = (row: (typeof shown)[number]): TableGroup['rows'] => [
    { head: say(first, language), cells: shareCells(row.first) },
    { head: say(second, language), cells: shareCells(row.second) },
    { head: chartWords('net'), cells: ['', '', netWords(row.net?.estimate), netInterval(row)] },
  ];
  return {
    id: code,
    title,
    config:
      shown.length === 0
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: [
                {
                  label: say(second, language),
                  backgroundColor: left?.fill ?? '',
                  data: shown.map((row) => [-part(row.second), 0] as const),
                },
                {
                  label: say(first, language),
                  backgroundColor: right?.fill ?? '',
                  data: shown.map((row) => [0, part(row.first)] as const),
                },
              ],
            },
            options: {
              indexAxis: 'y',
              scales: { x: { min: -widest('second'), max: widest('first'), display: false }, y: {} },
              plugins: {
                nodenkaart: {
                  kind: 'stacked',
                  rowLabels: labels,
                  thickness,
                  middle: 0,
                  inBar: [
                    shown.map((row) => percentOf(row.second)),
                    shown.map((row) => percentOf(row.first)),
                  ],
                  onDark: [left?.dark ?? false, right?.dark ?? false],
                } satisfies Marks,
              },
            },
          },
    height: heightOfRows(labels, { thickness, below: 6, axis: 4 }),
    legend: [
      { label: say(second, language), fill: left?.fill ?? '', hatch: null },
      { label: say(first, language), fill: right?.fill ?? '', hatch: null },
    ],
    table: {
      caption: title,
      head: [chartWords('head.measure'), ...shareHeads],
      groups: [...shown, ...hidden].map((row) => ({ name: say(row.label, language), rows: tableRows(row) })),
    },
    sentence:
      top?.net && bottom?.net
        ? chartWords('balance', {
            top: say(top.label, language),
            bottom: say(bottom.label, language),
            // All may lean to one side: then the last only leans least.
            leans: bottom.net.estimate < 0 ? (top.net.estimate > 0 ? 'both' : 'second') : 'first',
            topNet: wholePercent(top.net.estimate),
            bottomNet: wholePercent(bottom.net.estimate),
            first: say(first, language),
            second: say(second, language),
          })
        : chartWords('tooFew'),
    caption: [chartWords('netHow'), ...hiddenRows(hidden.length)],
    smallGroup: shown.some(({ first: share }) => share.openness === 'smallGroup'),
  };
}

function percentOf({ estimate }: Share): number | null {
  return estimate ? wholePercent(estimate) : null;
}

function netWords(estimate: number | undefined) {
  return estimate === undefined ? '' : chartWords('percentPoints', { value: wholePercent(estimate) });
}

function netInterval({ net }: SideBySideResultOf<'balance'>['rows'][number]) {
  if (!net?.interval) return '';
  const { lower, upper } = net.interval;
  return chartWords('between', { lower: wholePercent(lower), upper: wholePercent(upper) });
}

/** Who gave a first and a second answer on any row, group by group. */
export function chartOfBalanceGroups(result: SideBySideResultOf<'balance'>, language: string): ChartView {
  const rows = result.groups.map(
    ({ code, label, first, second }): PairedShares => ({
      label: label ?? { [language]: code },
      first: first.estimate === null ? null : first,
      second: second.estimate === null ? null : second,
    }),
  );
  const shown = rows.filter(({ first, second }) => first ?? second);
  // Read from the second side where it is told: the first is often everybody.
  const told = shown.flatMap(({ label, first, second }) => {
    if (second) return [{ label, side: result.second, share: second }];
    return first ? [{ label, side: result.first, share: first }] : [];
  });
  const [most] = told.toSorted((one, other) => (other.share.estimate ?? 0) - (one.share.estimate ?? 0));
  const title = chartWords('perGroup', { title: say(result.label, language) });
  const sides = ['first', 'second'] as const;
  const chart = chartOfPairs(shown, {
    id: `${result.code}-groups`,
    title: result.label,
    first: result.first,
    second: result.second,
    language,
    keepOrder: true,
  });
  return {
    ...chart,
    title,
    legend: chart.legend.filter((_, side) => shown.some((row) => row[sides[side] ?? 'first'])),
    table: { ...chart.table, caption: title },
    sentence: most
      ? chartWords('groupMost', {
          label: say(most.label, language),
          side: say(most.side, language),
          count: most.share.count ?? 0,
          base: most.share.base ?? 0,
          percent: wholePercent(most.share.estimate ?? 0),
        })
      : chartWords('tooFew'),
    caption: [chartWords('anyRow'), ...hiddenRows(rows.length - shown.length)],
  };
}

/** That some rows have too few answers, where some have. */
export function hiddenRows(count: number) {
  return count > 0 ? [chartWords('rowsHidden', { count })] : [];
}
