// A chart in parts for a screen that is read from afar: every part is drawn as large as the whole would be, with fewer rows.
import type { WordedChart } from '../chart.ts';
import { drawingOf } from './drawing.ts';

type Config = NonNullable<WordedChart['config']>;
type Row = WordedChart['table']['groups'][number]['rows'][number];

const thickness = 22;

/**
 * The parts of a chart, each at most `room` units high where its rows allow that, about as many rows in each.
 * One bar of many segments becomes a bar for each answer, so that every answer has its own words.
 * @param room height in the units of `drawingOf`.
 * @param countOf says the counts behind a percent, such as "38 of 104".
 */
export function partsOfChart(
  chart: WordedChart,
  room: number,
  countOf: (count: string, base: string) => string,
): readonly WordedChart[] {
  const whole = segmentsAsBars(chart, countOf);
  const rows = whole.config?.options.plugins.nodenkaart.rowLabels.length ?? 0;
  const drawing = drawingOf(whole);
  if (rows < 2 || !drawing || drawing.height <= room) return [whole];
  for (let parts = 2; parts < rows; parts += 1) {
    const cut = inParts(whole, rows, parts);
    if (cut.every((part) => (drawingOf(part)?.height ?? 0) <= room)) return cut;
  }
  return inParts(whole, rows, rows);
}

function inParts(chart: WordedChart, rows: number, parts: number): readonly WordedChart[] {
  const edge = (part: number) => Math.ceil((part * rows) / parts);
  return Array.from({ length: parts }, (_, part) => withRows(chart, edge(part), edge(part + 1)));
}

/** The chart with some of its rows; the axis stays that of the whole. */
function withRows(chart: WordedChart, from: number, to: number): WordedChart {
  const { config } = chart;
  if (!config) return chart;
  const cut = <T>(all: readonly T[]): readonly T[] => all.slice(from, to);
  const own = <T extends { readonly row: number }>(all: readonly T[]): readonly T[] =>
    all.filter(({ row }) => row >= from && row < to).map((each) => ({ ...each, row: each.row - from }));
  const marks = config.options.plugins.nodenkaart;
  return {
    ...chart,
    id: `${chart.id}-${from}`,
    config: withMarks(
      {
        ...config,
        data: {
          labels: cut(config.data.labels),
          datasets: config.data.datasets.map((dataset) => ({ ...dataset, data: cut(dataset.data) })),
        },
      },
      {
        ...marks,
        rowLabels: cut(marks.rowLabels),
        ...(marks.inBar ? { inBar: marks.inBar.map(cut) } : {}),
        ...(marks.ends ? { ends: cut(marks.ends) } : {}),
        ...(marks.hollow ? { hollow: cut(marks.hollow) } : {}),
        ...(marks.brackets ? { brackets: own(marks.brackets) } : {}),
        ...(marks.whiskers ? { whiskers: own(marks.whiskers) } : {}),
        ...(marks.ticks ? { ticks: own(marks.ticks) } : {}),
      },
    ),
  };
}

/** One stacked bar as a bar for each of its segments, in their order; any other chart as it is. */
function segmentsAsBars(chart: WordedChart, countOf: (count: string, base: string) => string): WordedChart {
  const { config } = chart;
  const marks = config?.options.plugins.nodenkaart;
  if (!config || marks?.kind !== 'stacked' || marks.rowLabels.length !== 1) return chart;
  const { datasets } = config.data;
  const sizes = datasets.map(({ data: [segment] }) =>
    Array.isArray(segment) ? Number(segment[1]) - Number(segment[0]) : 0,
  );
  const rows = chart.table.groups.flatMap((group) => group.rows);
  const labels = datasets.map(({ label }) => label);
  return {
    ...chart,
    legend: [],
    config: withMarks(
      {
        ...config,
        data: {
          labels,
          datasets: datasets.map((dataset, index) => ({
            ...dataset,
            data: sizes.map((size, row) => (row === index ? size : null)),
          })),
        },
        options: {
          ...config.options,
          scales: { ...config.options.scales, x: { min: 0, max: Math.max(20, ...sizes), display: false } },
        },
      },
      {
        kind: 'bars',
        rowLabels: labels,
        thickness,
        ends: labels.map((label, index) => endOf(rows, label, marks.inBar?.[index]?.[0], countOf)),
        ...(marks.hatches ? { hatches: marks.hatches } : {}),
      },
    ),
  };
}

function endOf(
  rows: readonly Row[],
  label: string,
  percent: number | null | undefined,
  countOf: (count: string, base: string) => string,
): { readonly strong: string; readonly rest: string } {
  const [count = '', base = '', share = ''] = rows.find(({ head }) => head === label)?.cells ?? [];
  const strong = share === '' && typeof percent === 'number' ? `${percent}%` : share;
  return { strong, rest: count === '' || base === '' ? '' : countOf(count, base) };
}

function withMarks(config: Config, marks: Config['options']['plugins']['nodenkaart']): Config {
  return { ...config, options: { ...config.options, plugins: { nodenkaart: marks } } };
}
