// A cross-table as pictures: bars per group, pairs of bars for two groups, means with their intervals, or shades.
// Groups keep their own order, which often carries meaning.
import type { Text } from '../../surveys/questionnaire.ts';
import { type ChartView, chartWords, heightOfRows, notOnCanvas, say, wholePercent } from '../chart.ts';
import type { CrossGroup, CrossTable } from '../explore/explored.ts';
import type { Distribution, ScaleLook } from '../results/questions.ts';
import { captionOf, crossTable, groupName, type PercentOf, proportionOf } from './cross-words.ts';
import { type HeatTable, stepOf } from './heat-table.ts';
import { chartOfPairs } from './paired-bars.ts';
import { coloursOf } from './palette.ts';
import { type Dot, dots } from './sorted-dots.ts';
import { datasetsOf, isWhole, percentAt } from './stacked-bars.ts';

export interface CrossChartOptions {
  readonly look: ScaleLook;
  readonly percent: PercentOf;
  readonly language: string;
}

type Whole = Pick<ChartView, 'id' | 'title' | 'table' | 'sentence' | 'caption' | 'smallGroup'>;

/** What every picture of a table says beside it: the table itself, its base, and who is in no cell. */
export function aroundCross(table: CrossTable, options: CrossChartOptions): Whole {
  const title = titleOf(table, options.language);
  return {
    id: table.variable,
    title,
    table: { caption: title, ...crossTable(table, options.percent, options.language) },
    sentence: chartWords('rows', { count: table.rows.length }),
    caption: captionOf(table, options.percent),
    smallGroup: table.openness === 'smallGroup',
  };
}

/** The words of the row where the table is about one, else of the question. */
export function titleOf({ label, item }: CrossTable, language: string): string {
  return item ? `${say(label, language)} ${say(item, language)}` : say(label, language);
}

/** A bar per group, from the least to the most. */
export function stackedCross(table: CrossTable, options: CrossChartOptions): ChartView {
  const { look, language } = options;
  const groups = distributionsOf(table, language);
  const shown = groups.filter(isWhole);
  const categories = table.rows;
  const colours = coloursOf(look, categories.length);
  const labels = shown.map(({ item }) => say(item, language));
  const thickness = 28;
  return {
    ...aroundCross(table, options),
    config:
      shown.length === 0
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: datasetsOf(
                shown,
                colours,
                shown.map(() => 0),
                language,
              ),
            },
            options: {
              indexAxis: 'y',
              scales: { x: { min: 0, max: 100, display: false }, y: {} },
              plugins: {
                nodenkaart: {
                  kind: 'stacked',
                  rowLabels: labels,
                  thickness,
                  inBar: categories.map((_, index) => shown.map((row) => percentAt(row, index))),
                  onDark: colours.map(({ dark }) => dark),
                  hatches: colours.map(({ hatch }) => hatch),
                },
              },
            },
          },
    height: heightOfRows(labels, { thickness, below: 0, axis: 4 }),
    legend: categories.map(({ label }, index) => ({
      label: say(label, language),
      fill: colours[index]?.fill ?? '',
      hatch: colours[index]?.hatch ?? null,
    })),
  };
}

/** Two groups side by side, a pair of bars per answer. */
export function pairedCross(table: CrossTable, options: CrossChartOptions): ChartView {
  const [first, second] = table.groups;
  const chart = chartOfPairs(
    table.rows
      .map(({ label, cells }) => ({
        label,
        first: cells[0]?.ofGroup ?? null,
        second: cells[1]?.ofGroup ?? null,
      }))
      .filter((pair) => pair.first?.estimate != null && pair.second?.estimate != null),
    {
      id: table.variable,
      title: table.label,
      first: textOf(first, options.language),
      second: textOf(second, options.language),
      language: options.language,
    },
  );
  return { ...chart, ...aroundCross(table, options) };
}

/** The mean of each group with its interval. */
export function meansCross(table: CrossTable, options: CrossChartOptions): ChartView {
  const values = table.rows.flatMap(({ value }) => value ?? []);
  const rows = table.groups.flatMap((group): Dot[] => {
    const { summary } = group;
    if (!summary) return [];
    return [
      {
        label: groupName(group, options.language),
        value: summary.mean,
        interval: summary.interval,
        strong: chartWords('mean', { value: summary.mean }),
        rest: chartWords('base', { n: summary.n }),
      },
    ];
  });
  const reach = Math.max(0, ...values, ...rows.map(({ value, interval }) => interval?.upper ?? value));
  const labels = rows.map(({ label }) => label);
  return {
    ...aroundCross(table, options),
    config: dots(rows, niceEnd(reach)),
    height: heightOfRows(labels, { thickness: 22, below: 0, axis: 26 }),
    legend: [],
    caption: [...captionOf(table, options.percent), chartWords('whisker')],
  };
}

/** Answers down, groups across, darker where more people answered so. */
export function shadesOfCross(table: CrossTable, options: CrossChartOptions): HeatTable {
  const columns = table.groups.map((group) => ({
    hue: 'frequency' as const,
    label: groupName(group, options.language),
  }));
  return {
    chart: { ...aroundCross(table, options), ...notOnCanvas },
    columns,
    heads: [],
    rows: table.rows.map(({ code, label, cells }) => ({
      code,
      label: say(label, options.language),
      cells: cells.map((cell) => {
        const proportion = proportionOf(cell, options.percent);
        const percent = proportion === null ? null : wholePercent(proportion);
        return { hue: 'frequency' as const, percent, step: stepOf(percent), holds: false };
      }),
    })),
  };
}

/** A round end of an axis above a value. */
function niceEnd(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= value - 1e-9) ?? 10);
}

function distributionsOf(table: CrossTable, language: string): readonly Distribution[] {
  return table.groups.map((group, place) => ({
    variable: table.variable,
    label: table.label,
    item: textOf(group, language),
    base: group.base,
    missing: null,
    openness: group.openness,
    categories: table.rows.flatMap(({ code, label, value, cells }) => {
      const cell = cells[place];
      return cell ? [{ code, label, value, share: cell.ofGroup }] : [];
    }),
    missingCategories: [],
    summary: null,
  }));
}

function textOf(group: CrossGroup | undefined, language: string): Text {
  return { [language]: group ? groupName(group, language) : '' };
}
