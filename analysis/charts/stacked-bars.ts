// Shares of an ordered scale: one stacked bar per row, from the least to the most, labels in the bars.
// Agreement is laid around the middle of its neutral answer.

import type { Text } from '../../surveys/questionnaire.ts';
import {
  axisPercent,
  type ChartView,
  chartWords,
  type Dataset,
  heightOfRows,
  insteadOfFigure,
  type Marks,
  type Message,
  missingCaption,
  reasonRows,
  say,
  shareCells,
  shareHeads,
  type TableGroup,
  wholePercent,
} from '../chart.ts';
import type { Distribution, ScaleLook } from '../results/questions.ts';
import { type BarColour, coloursOf } from './palette.ts';

export interface StackedBarsOptions {
  readonly id: string;
  readonly title: Text;
  readonly look: ScaleLook;
  readonly language: string;
}
const thickness = 28;

/** One bar per distribution, the rows with the largest top two first; rows a reader may not see are only named. */
export function chartOfScale(distributions: readonly Distribution[], options: StackedBarsOptions): ChartView {
  const { id, look, language } = options;
  const title = say(options.title, language);
  const shown = bySize(distributions.filter(isWhole));
  const hidden = distributions.filter((distribution) => !isWhole(distribution));
  const categories = shown[0]?.categories ?? [];
  const colours = coloursOf(look, categories.length);
  const labels = shown.map(({ item }) => (shown.length === 1 ? '' : say(item, language)));
  const offsets = shown.map((distribution) => (look === 'agreement' ? lowerHalf(distribution) : 0));
  const lowest = Math.max(0, ...offsets);
  const highest = Math.max(...shown.map((_, row) => 100 - (offsets[row] ?? 0)), 0);
  const marks: Marks = {
    kind: 'stacked',
    rowLabels: labels,
    thickness,
    inBar: categories.map((_, index) => shown.map((row) => percentAt(row, index))),
    onDark: colours.map(({ dark }) => dark),
    hatches: colours.map(({ hatch }) => hatch),
    ...(look === 'agreement' ? { middle: 0 } : {}),
  };
  return {
    id,
    title,
    config:
      shown.length === 0
        ? null
        : {
            type: 'bar',
            data: { labels, datasets: datasetsOf(shown, colours, offsets, language) },
            options: {
              indexAxis: 'y',
              scales: {
                x: { min: -lowest, max: look === 'agreement' ? highest : 100, display: false },
                y: {},
              },
              plugins: { nodenkaart: marks },
            },
          },
    height: heightOfRows(labels, { thickness, below: look === 'agreement' ? 6 : 0, axis: 4 }),
    legend: categories.map(({ label }, index) => ({
      label: say(label, language),
      fill: colours[index]?.fill ?? '',
      hatch: colours[index]?.hatch ?? null,
    })),
    table: {
      caption: title,
      head: [chartWords('head.answer'), ...shareHeads],
      groups: [...shown, ...hidden].map((row) => tableGroup(row, distributions.length > 1, language)),
    },
    sentence: shown.length > 0 ? sentenceOf(shown, language) : hiddenSentence(hidden),
    caption: captionOf(shown, hidden.length),
    smallGroup: shown.some(({ openness }) => openness === 'smallGroup'),
  };
}

/** Whether a reader may see how the answers are spread. */
export function isShown(distribution: Distribution): boolean {
  return (
    (distribution.openness === 'full' || distribution.openness === 'smallGroup') &&
    distribution.categories.some(({ share }) => share.estimate !== null)
  );
}

/** Whether every answer may be seen: with one hidden, the places of the others in a bar would be wrong. */
export function isWhole(distribution: Distribution): boolean {
  return isShown(distribution) && distribution.categories.every(({ share }) => share.estimate !== null);
}

/** Segments as places on the axis, so that rows can start left of zero. */
export function datasetsOf(
  rows: readonly Distribution[],
  colours: readonly BarColour[],
  offsets: readonly number[],
  language: string,
): readonly Dataset[] {
  const categories = rows[0]?.categories ?? [];
  return categories.map(({ label }, index) => ({
    label: say(label, language),
    backgroundColor: colours[index]?.fill ?? '',
    data: rows.map((row, place) => {
      const before = row.categories
        .slice(0, index)
        .reduce((sum, { share }) => sum + (share.estimate ?? 0), 0);
      const own = row.categories[index]?.share.estimate ?? 0;
      const start = axisPercent(before) - (offsets[place] ?? 0);
      return own === 0 ? null : ([start, start + axisPercent(own)] as const);
    }),
  }));
}

/** Whole percent of one answer in a row; null where nobody gave it. */
export function percentAt(row: Distribution, index: number): number | null {
  const share = row.categories[index]?.share;
  return share?.estimate && share.count ? wholePercent(share.estimate) : null;
}

/** Percent that lies below the middle of the scale: half of the neutral answer counts. */
function lowerHalf({ categories }: Distribution): number {
  const middle = (categories.length - 1) / 2;
  return categories.reduce((sum, { share }, index) => {
    const part = index < middle ? 1 : index === middle ? 0.5 : 0;
    return sum + part * axisPercent(share.estimate ?? 0);
  }, 0);
}

function bySize(rows: readonly Distribution[]): readonly Distribution[] {
  const top = ({ summary, categories }: Distribution) =>
    summary?.topTwo.estimate ?? categories.at(-1)?.share.estimate ?? 0;
  return rows.length < 2 ? rows : [...rows].sort((one, other) => top(other) - top(one));
}

/** Every figure of one distribution, its missing answers by reason after the figures. */
export function tableGroup(row: Distribution, named: boolean, language: string): TableGroup {
  const name = named ? say(row.item ?? row.label, language) : null;
  if (!isShown(row)) {
    return { name, rows: [{ head: chartWords('tooFew'), cells: ['', '', '', ''] }] };
  }
  const rows = row.categories.map(({ label, share }) => ({
    head: say(label, language),
    cells: shareCells(share),
  }));
  return { name, rows: [...rows, ...reasonRows(row.missingCategories, language)] };
}

function sentenceOf(rows: readonly Distribution[], language: string): Message {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return chartWords('tooFew');
  if (rows.length === 1) return largestSentence(first, language);
  if (!first.summary || first.summary.topTwo.estimate === null)
    return chartWords('rows', { count: rows.length });
  const [lower, upper] = first.categories.slice(-2).map(({ label }) => say(label, language));
  return chartWords('highLow', {
    first: say(first.item, language),
    last: say(last.item, language),
    firstCount: first.summary.topTwo.count ?? 0,
    firstBase: first.summary.topTwo.base ?? 0,
    firstPercent: wholePercent(first.summary.topTwo.estimate),
    lastPercent: wholePercent(last.summary?.topTwo.estimate ?? 0),
    lower: lower ?? '',
    upper: upper ?? '',
  });
}

/** "Most often: …, 44 of the 108 (41%, between 32% and 51%)." */
export function largestSentence(row: Distribution, language: string): Message {
  const largest = [...row.categories].sort((one, other) => (other.share.count ?? 0) - (one.share.count ?? 0));
  const [first, second] = largest;
  if (!first || first.share.estimate === null || !first.share.count) return chartWords('nobody');
  const hidden = largest.some(({ share }) => share.estimate === null);
  const values = {
    label: say(first.label, language),
    count: first.share.count,
    base: first.share.base ?? 0,
    percent: wholePercent(first.share.estimate),
  };
  // A hidden answer may be the largest: then the shown one is only told.
  if (hidden) return chartWords('partial', values);
  if (second && second.share.count === first.share.count) {
    return chartWords('largestTie', { ...values, other: say(second.label, language) });
  }
  if (!first.share.interval) return chartWords('largestPlain', values);
  const { lower, upper } = first.share.interval;
  return chartWords('largest', { ...values, lower: wholePercent(lower), upper: wholePercent(upper) });
}

function hiddenSentence(hidden: readonly Distribution[]): Message {
  const countOnly = hidden.find(({ openness }) => openness === 'countOnly');
  return countOnly
    ? (insteadOfFigure('countOnly', countOnly.summary?.topTwo) as Message)
    : (insteadOfFigure('withheld') as Message);
}

function captionOf(shown: readonly Distribution[], hidden: number): readonly Message[] {
  const bases = shown.map(({ base }) => base ?? 0);
  const [low, high] = [Math.min(...bases), Math.max(...bases)];
  const [only] = shown;
  return [
    ...(shown.length === 0
      ? []
      : [low === high ? chartWords('base', { n: low }) : chartWords('bases', { low, high })]),
    ...(shown.length === 1 && only
      ? missingCaption(only.missing)
      : shown.length > 1
        ? [chartWords('missingInTable')]
        : []),
    ...(shown.some(({ openness }) => openness === 'smallGroup') ? [chartWords('smallGroup')] : []),
    ...(hidden > 0 ? [chartWords('rowsHidden', { count: hidden })] : []),
  ];
}
