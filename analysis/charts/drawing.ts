// A chart as plain shapes: rectangles, lines, dots and words with their places. Print, a file that stands alone and a
// browser without scripts draw these; they come from the same configuration Chart.js draws on screen. The legend is the page's own.
import type { WordedChart } from '../chart.ts';
import { curveDrawing } from './curve-drawing.ts';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly hatches: readonly { readonly id: string; readonly colour: string }[];
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly fill: string;
    /** Only an edge: what could be, behind what is. */
    readonly outlined: boolean;
  }[];
  /** Path data and pen: brackets, whiskers, ticks, the line under dots. */
  readonly lines: readonly { readonly path: string; readonly pen: 'ink' | 'line' | 'muted' }[];
  readonly dots: readonly {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly fill: string;
    readonly hollow: boolean;
  }[];
  readonly words: readonly DrawnWords[];
}
export interface DrawnWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Quieter words straight after it, such as counts behind a percent. */
  readonly after: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: 'ink' | 'muted' | 'paper';
  readonly strong: boolean;
  readonly small: boolean;
}

const width = 720;
const labelWidth = 220;
const endWidth = 150;
const textSize = 15;
/** Mean width of a letter as a part of the type size; wide enough for Atkinson Hyperlegible. */
const letterWidth = 0.55;

type Marks = NonNullable<WordedChart['config']>['options']['plugins']['nodenkaart'];
interface Plot {
  readonly left: number;
  readonly right: number;
  place(value: number): number;
}
type Shapes = { -readonly [K in keyof Omit<Drawing, 'width' | 'height'>]: Drawing[K][number][] };

/** The shapes of a chart, 720 units wide; null where there is no picture. */
export function drawingOf(chart: WordedChart): Drawing | null {
  const { config } = chart;
  const marks = config?.options.plugins.nodenkaart;
  if (!config || !marks) return null;
  if (marks.kind === 'curve') return curveDrawing(config, width);
  const shapes: Shapes = { hatches: [], bars: [], lines: [], dots: [], words: [] };
  const named = marks.rowLabels.some((label) => label !== '');
  const { min, max } = config.options.scales.x;
  const plot = plotOf(named, marks, Number(min ?? 0), Number(max ?? 100));
  const hatchOf = marks.hatches?.map((colour, index) => {
    if (!colour) return null;
    const id = `${chart.id.replaceAll(/[^A-Za-z0-9]/g, '-')}-hatch-${index}`;
    shapes.hatches.push({ id, colour });
    return id;
  });
  // Room for the ticks that mark the middle of a scale.
  let y = 7;
  const { datasets } = config.data;
  const rows = marks.rowLabels.length;
  for (let row = 0; row < rows; row += 1) {
    const lines = wrap(marks.rowLabels[row] ?? '', labelWidth - 16, textSize);
    const thick = marks.kind === 'paired' ? datasets.length * (marks.thickness + 4) - 4 : marks.thickness;
    const tall = Math.max(thick, lines.length * 19);
    const top = y + (tall - thick) / 2;
    lines.forEach((text, index) => {
      const baseline = y + tall / 2 + (index - (lines.length - 1) / 2) * 19 + 5;
      shapes.words.push(word(0, baseline, text));
    });
    if (marks.kind === 'dots') drawDots(shapes, config.data.datasets, marks, plot, row, y + tall / 2);
    else drawBars(shapes, datasets, marks, plot, row, top, hatchOf);
    y += tall + 12 + drawBrackets(shapes, marks, plot, row, top + thick);
  }
  return { width, height: Math.ceil(Math.max(y - 6, 10)), ...shapes };
}

function plotOf(named: boolean, marks: Marks, min: number, max: number): Plot {
  const left = named ? labelWidth : 1;
  const ends = marks.kind === 'paired' ? 60 : marks.ends ? endWidth : 1;
  const right = width - ends;
  const span = max - min || 1;
  return { left, right, place: (value) => left + ((value - min) / span) * (right - left) };
}

type Datasets = NonNullable<WordedChart['config']>['data']['datasets'];

function drawBars(
  shapes: Shapes,
  datasets: Datasets,
  marks: Marks,
  plot: Plot,
  row: number,
  top: number,
  hatches: readonly (string | null)[] | undefined,
): void {
  datasets.forEach((dataset, index) => {
    const value = dataset.data[row];
    const ends = typeof value === 'number' ? [0, value] : Array.isArray(value) ? value : null;
    if (!ends) return;
    const from = plot.place(Number(ends[0]));
    const to = plot.place(Number(ends[1]));
    const y = marks.kind === 'paired' ? top + index * (marks.thickness + 4) : top;
    // A hair of paper between segments keeps neighbours apart in grey-scale.
    const gap = marks.kind === 'stacked' ? 1.5 : 0;
    const hatch = hatches?.[index];
    const size = Math.max(0.5, to - from - gap);
    const fill = hatch ? `url(#${hatch})` : (dataset.backgroundColor ?? '#0A5257');
    const outlined = dataset.outlined ?? false;
    shapes.bars.push({ x: round(from), y, width: round(size), height: marks.thickness, fill, outlined });
    inBar(shapes, marks, index, row, { from, to, middle: y + marks.thickness / 2 });
  });
  drawEnd(shapes, marks, plot, datasets, row, top + marks.thickness / 2);
  for (const whisker of marks.whiskers ?? [])
    if (whisker.row === row) drawWhisker(shapes, plot, whisker, top + marks.thickness / 2);
  for (const tick of marks.ticks ?? []) {
    if (tick.row !== row) continue;
    const path = `M${round(plot.place(tick.at))} ${top - 5}v${marks.thickness + 10}`;
    shapes.lines.push({ path, pen: 'ink' });
  }
  if (marks.middle !== undefined && marks.kind === 'stacked') {
    const x = round(plot.place(marks.middle));
    const bottom = top + marks.thickness;
    shapes.lines.push({ path: `M${x} ${top - 6}v5M${x} ${bottom + 1}v5`, pen: 'ink' });
  }
}

function inBar(
  shapes: Shapes,
  marks: Marks,
  index: number,
  row: number,
  bar: { readonly from: number; readonly to: number; readonly middle: number },
): void {
  const percent = marks.inBar?.[index]?.[row];
  if (percent === null || percent === undefined) return;
  const size = bar.to - bar.from;
  if (marks.kind === 'paired') {
    shapes.words.push(word(bar.to + 8, bar.middle + 5, `${percent}%`));
    return;
  }
  const text = size >= 38 ? `${percent}%` : size >= 26 ? String(percent) : '';
  if (text === '') return;
  const tone = marks.onDark?.[index] ? 'paper' : 'ink';
  shapes.words.push({ ...word(bar.from + size / 2, bar.middle + 5, text), anchor: 'middle', tone });
}

function drawEnd(
  shapes: Shapes,
  marks: Marks,
  plot: Plot,
  datasets: Datasets,
  row: number,
  middle: number,
): void {
  const end = marks.ends?.[row];
  if (!end) return;
  const reaches = datasets.map(({ data }) => (typeof data[row] === 'number' ? data[row] : 0));
  const whisker = marks.whiskers?.find((each) => each.row === row);
  const x = plot.place(Math.max(...reaches, whisker?.upper ?? 0)) + 10;
  shapes.words.push({ ...word(x, middle + 5, end.strong), strong: true, after: end.rest });
}

function drawDots(
  shapes: Shapes,
  datasets: Datasets,
  marks: Marks,
  plot: Plot,
  row: number,
  middle: number,
): void {
  shapes.lines.push({ path: `M${plot.left} ${middle}H${plot.right}`, pen: 'line' });
  for (const whisker of marks.whiskers ?? [])
    if (whisker.row === row) drawWhisker(shapes, plot, whisker, middle);
  for (const { data, backgroundColor } of datasets) {
    const value = data[row];
    const at = typeof value === 'number' ? value : pointAt(value);
    if (at === null) continue;
    const hollow = marks.hollow?.[row] ?? false;
    const fill = backgroundColor ?? '#0A5257';
    shapes.dots.push({ x: round(plot.place(at)), y: middle, radius: marks.thickness / 2, fill, hollow });
  }
  const end = marks.ends?.[row];
  if (!end) return;
  const x = plot.right + 12;
  shapes.words.push({ ...word(x, middle + 5, end.strong), strong: true, after: end.rest });
}

function pointAt(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'x' in value && typeof value.x === 'number'
    ? value.x
    : null;
}

function drawWhisker(
  shapes: Shapes,
  plot: Plot,
  { lower, upper }: { readonly lower: number; readonly upper: number },
  middle: number,
): void {
  const [from, to] = [round(plot.place(lower)), round(plot.place(upper))];
  shapes.lines.push({
    path: `M${from} ${middle}H${to}M${from} ${middle - 5}v10M${to} ${middle - 5}v10`,
    pen: 'ink',
  });
}

/** Brackets under a row; what they add to its height. */
function drawBrackets(shapes: Shapes, marks: Marks, plot: Plot, row: number, bottom: number): number {
  const own = (marks.brackets ?? []).filter((bracket) => bracket.row === row);
  own.forEach((bracket, index) => {
    const y = bottom + 4 + index * 26;
    const [from, to] = [round(plot.place(bracket.from)), round(plot.place(bracket.to))];
    shapes.lines.push({ path: `M${from} ${y}v5H${to}v-5`, pen: 'ink' });
    shapes.words.push({ ...word(from, y + 20, bracket.label), strong: true, small: true });
  });
  return own.length * 26;
}

/** Words that begin at a place, in ink. */
export function word(x: number, y: number, text: string): DrawnWords {
  return {
    x: round(x),
    y: round(y),
    text,
    anchor: 'start',
    tone: 'ink',
    strong: false,
    small: false,
    after: '',
  };
}

/** Words broken over lines of at most `room` units. */
export function wrap(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of text.split(' ').filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(`${last} ${piece}`, size) <= room)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** About how wide words are at a type size. */
export function lengthOf(text: string, size: number): number {
  return text.length * size * letterWidth;
}

/** A place to a tenth of a unit. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
