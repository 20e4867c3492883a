// A result as a picture, a table and a sentence: plain data that browser, report and print draw the same way.
// Words that are not the questionnaire's own stay messages (key and values) until the edge says them (`wordedChart`).
import { inLanguage, type MissingReason, type Text } from '../surveys/questionnaire.ts';
import type { MissingCounts, Openness, Share } from './figure.ts';
import type { MissingCategory } from './results/questions.ts';

/** A message of views/texts: its key and the values it needs. */
export interface Message {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
/** Words on a chart: said already, or still a message. */
export type Words = string | Message;

/** How a drawing tool shows the marks Chart.js has no option for; all of it is data. */
export interface Marks {
  readonly kind: 'stacked' | 'bars' | 'dots' | 'coverage' | 'curve' | 'paired';
  /** Name of each row, drawn left of its bar or, on a narrow screen, above it. Empty: the page names the row. */
  readonly rowLabels: readonly string[];
  /** Words inside a segment, per dataset and row: in full from 38 px, the number alone from 26 px. */
  readonly inBar?: readonly (readonly (number | null)[])[];
  /** Whether the words on each dataset are ink or paper. */
  readonly onDark?: readonly boolean[];
  /** Hatch colour per dataset; null is a plain fill. */
  readonly hatches?: readonly (string | null)[];
  /** Behind the end of a bar: the strong figure and the counts. */
  readonly ends?: readonly { readonly strong: Words; readonly rest: Words }[];
  /** A bracket under part of a row with the sum it carries; positions on the value axis. */
  readonly brackets?: readonly {
    readonly row: number;
    readonly from: number;
    readonly to: number;
    readonly label: Words;
  }[];
  readonly whiskers?: readonly { readonly row: number; readonly lower: number; readonly upper: number }[];
  /** A vertical tick through a row, such as where the overall share lies. */
  readonly ticks?: readonly { readonly row: number; readonly at: number }[];
  /** Diverging bars: where the middle is, ticked above and below each row. */
  readonly middle?: number;
  /** Dots that stand for a part of a need. */
  readonly hollow?: readonly boolean[];
  /** Height of a bar or dot in px. */
  readonly thickness: number;
}
export interface Dataset {
  readonly label: Words;
  readonly data: readonly (
    | number
    | null
    | readonly [number, number]
    | { readonly x: number; readonly y: number }
  )[];
  readonly backgroundColor?: string;
  readonly outlined?: boolean;
  readonly stepped?: boolean;
}
/** Chart.js configuration without functions; views/client/charts.js adds fonts, colours of the page and the marks. */
export interface ChartConfig {
  readonly type: 'bar' | 'line' | 'scatter';
  readonly data: { readonly labels: readonly Words[]; readonly datasets: readonly Dataset[] };
  readonly options: {
    readonly indexAxis?: 'y';
    readonly scales: Readonly<Record<'x' | 'y', Readonly<Record<string, string | number | boolean>>>>;
    readonly plugins: { readonly nodenkaart: Marks };
  };
}
/** Rows under one name, such as a service; without a name for a table of one thing. */
export interface TableGroup {
  readonly name: Words | null;
  readonly rows: readonly { readonly head: Words; readonly cells: readonly Words[] }[];
}
export interface LegendEntry {
  readonly label: Words;
  readonly fill: string;
  readonly hatch: string | null;
}
export interface ChartView {
  /** The variable or question: one name of the thing everywhere. */
  readonly id: string;
  readonly title: Words;
  /** Null where a reader may not see a picture: then only the sentence stands there. */
  readonly config: ChartConfig | null;
  /** Height of the drawing in px, wide and on a narrow screen. */
  readonly height: { readonly wide: number; readonly narrow: number };
  readonly legend: readonly LegendEntry[];
  readonly table: {
    readonly caption: Words;
    readonly head: readonly Words[];
    readonly groups: readonly TableGroup[];
  };
  readonly sentence: Message;
  /** Base n, missing by reason and what the marks mean. */
  readonly caption: readonly Message[];
  readonly smallGroup: boolean;
}

/** What a `Words` becomes once it is said. */
type Worded<T> = T extends Message
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : { readonly [K in keyof T]: Worded<T[K]> };
export type WordedChart = Worded<ChartView>;

/** The chart with every message said by `say`. Plain data in and out. */
export function wordedChart(view: ChartView, say: (message: Message) => string): WordedChart {
  // The walk keeps every shape and only turns messages into strings, which TypeScript cannot follow.
  return worded(view, say) as WordedChart;
}

function worded(value: unknown, say: (message: Message) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => worded(entry, say));
  if (typeof value !== 'object' || value === null) return value;
  if (isMessage(value)) return say(value);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, worded(entry, say)]));
}

function isMessage(value: object): value is Message {
  return 'key' in value && typeof value.key === 'string' && value.key.startsWith('analysis.');
}

/** A message of views/texts/…/analysis.json, area `chart`. */
export function chartWords(key: string, values?: Message['values']): Message {
  return values ? { key: `analysis.chart.${key}`, values } : { key: `analysis.chart.${key}` };
}

/** A proportion as whole percent, halves up, as the published figures are rounded. */
export function wholePercent(proportion: number): number {
  return Math.floor(proportion * 100 + 0.5 + 1e-9);
}

/** Percent with one decimal at most, for a place on an axis. */
export function axisPercent(proportion: number): number {
  return Math.round(proportion * 10_000) / 100;
}

/** Count, base, percent and interval of a share as table cells; what may not be seen says so. */
export function shareCells(share: Share): readonly Words[] {
  if (share.openness === 'withheld' || share.count === null) return [chartWords('tooFew'), '', '', ''];
  const count = countWords(share.count);
  const base = share.base === null ? '' : countWords(share.base);
  if (share.estimate === null || share.openness === 'countOnly') return [count, base, '', ''];
  return [count, base, `${wholePercent(share.estimate)}%`, intervalWords(share)];
}

/** A count as a table shows it: from a thousand on with the point or comma of the reader's language. */
export function countWords(count: number): Words {
  return count < 1000 ? String(count) : chartWords('number', { value: count });
}

/** "34–52%", or an empty cell where there is no interval. */
export function intervalWords(share: Share): string {
  if (!share.interval) return '';
  return `${wholePercent(share.interval.lower)}–${wholePercent(share.interval.upper)}%`;
}

/** Heads of the cells `shareCells` gives. */
export const shareHeads: readonly Words[] = ['count', 'base', 'percent', 'interval'].map((key) =>
  chartWords(`head.${key}`),
);

const missingReasons: readonly MissingReason[] = [
  'notShown',
  'skipped',
  'notApplicable',
  'dontKnow',
  'preferNotToSay',
];

/** The reasons why people have no figure, those that occur, as one message each. */
export function missingCaption(missing: MissingCounts | null): readonly Message[] {
  if (!missing) return [];
  return missingReasons
    .filter((reason) => missing[reason] > 0)
    .map((reason) => chartWords(`missing.${reason}`, { count: missing[reason] }));
}

/** Reasons that were given instead of an answer, as rows under the figures of a table. */
export function reasonRows(
  reasons: readonly MissingCategory[] | undefined,
  language: string,
): TableGroup['rows'] {
  return (reasons ?? [])
    .filter(({ count }) => count !== null && count > 0)
    .map(({ label, count }) => ({ head: say(label, language), cells: [String(count), '', '', ''] }));
}

/** What a reader who may not see the figure reads instead; null when the figure may be seen. */
export function insteadOfFigure(openness: Openness, share?: Share): Message | null {
  if (openness === 'withheld') return chartWords('tooFew');
  if (openness !== 'countOnly') return null;
  if (!share || share.count === null || share.base === null) return chartWords('tooFew');
  return chartWords('countOf', { count: share.count, base: share.base });
}

/** Of a chart that is a table of shades or a drawing of its own: nothing is drawn on a canvas. */
export const notOnCanvas = {
  config: null,
  height: { wide: 0, narrow: 0 },
  legend: [],
} as const satisfies Partial<ChartView>;

/** Rows of a table about one thing. */
export function oneGroup(rows: TableGroup['rows']): readonly TableGroup[] {
  return [{ name: null, rows }];
}

/** Lines a label takes when about `perLine` characters fit. */
export function linesOf(label: string, perLine: number): number {
  return Math.max(1, Math.ceil(label.length / perLine));
}

/** Height of a drawing of labelled rows: beside the label when wide, under it when narrow. */
export function heightOfRows(
  labels: readonly string[],
  row: { readonly thickness: number; readonly below: number; readonly axis: number },
): { readonly wide: number; readonly narrow: number } {
  const lines = (perLine: number) => Math.max(1, ...labels.map((label) => linesOf(label, perLine)));
  const named = labels.some((label) => label !== '');
  const wide = Math.max(row.thickness + 12 + row.below, named ? lines(28) * 20 + 10 : 0);
  const narrow = row.thickness + 14 + row.below + (named ? lines(34) * 20 : 0);
  return { wide: labels.length * wide + row.axis, narrow: labels.length * narrow + row.axis };
}

/** The words of a definition in the page's language. */
export function say(text: Text | null, language: string): string {
  return text ? inLanguage(text, language) : '';
}
