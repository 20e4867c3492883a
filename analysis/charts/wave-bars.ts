// One question in two waves: a pair of bars per figure, then and now, with the change in a table and in a sentence.
import {
  axisPercent,
  type ChartView,
  chartWords,
  countWords,
  heightOfRows,
  type Message,
  oneGroup,
  say,
  type Words,
  wholePercent,
} from '../chart.ts';
import type { WaveFigure, WaveLine, WavePanel, WaveQuestion } from '../results.ts';
import { sand, teal } from './palette.ts';

const thickness = 14;

export interface WaveChartOptions {
  /** How the two waves are called. */
  readonly first: string;
  readonly second: string;
  readonly language: string;
}

/** A question that can be compared: a picture of it, and where rows are asked on several scales one per scale. */
export function chartsOfWave(question: WaveQuestion, options: WaveChartOptions): readonly ChartView[] {
  const { language } = options;
  const title = say(question.label, language);
  const groups = new Map<string, WaveLine[]>();
  for (const line of question.lines) {
    const key = line.item === null ? '' : JSON.stringify(line.answers);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((lines, index) => {
    const counted = lines[0]?.item == null ? '' : answersOf(lines[0], language);
    const id = `wave-${question.code}${index === 0 ? '' : `-${index}`}`;
    return chartOfLines(lines, { id, title: counted === '' ? title : `${title} (${counted})` }, options);
  });
}

function chartOfLines(
  lines: readonly WaveLine[],
  { id, title }: { readonly id: string; readonly title: string },
  { first, second, language }: WaveChartOptions,
): ChartView {
  const shown = lines.filter(({ first: was, second: is }) => was.estimate !== null || is.estimate !== null);
  const shares = shown.every(({ unit }) => unit === 'share') ? shown : [];
  const labels = shares.map((line) => rowOf(line, language));
  const waves = [
    { label: first, fill: sand, of: ({ first: figure }: WaveLine) => figure },
    { label: second, fill: teal, of: ({ second: figure }: WaveLine) => figure },
  ];
  const most = Math.max(0.2, ...shares.flatMap((line) => waves.map(({ of }) => of(line).estimate ?? 0)));
  return {
    id,
    title,
    config:
      shares.length === 0
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: waves.map(({ label: name, fill, of }) => ({
                label: name,
                backgroundColor: fill,
                data: shares.map((line) => placeOf(of(line))),
              })),
            },
            options: {
              indexAxis: 'y',
              scales: { x: { min: 0, max: axisPercent(most), display: false }, y: {} },
              plugins: {
                nodenkaart: {
                  kind: 'paired',
                  rowLabels: labels,
                  thickness,
                  inBar: waves.map(({ of }) => shares.map((line) => percentOf(of(line)))),
                },
              },
            },
          },
    height: heightOfRows(labels, { thickness: 2 * thickness + 6, below: 0, axis: 4 }),
    legend:
      shares.length === 0 ? [] : waves.map(({ label: name, fill }) => ({ label: name, fill, hatch: null })),
    table: {
      caption: title,
      head: [
        chartWords('head.answer'),
        first,
        chartWords('head.base'),
        second,
        chartWords('head.base'),
        ...['change', 'interval', 'sameLibraries', 'upDown', 'chance'].map((head) =>
          chartWords(`head.${head}`),
        ),
      ],
      groups: oneGroup(lines.map((line) => ({ head: rowOf(line, language), cells: cellsOf(line) }))),
    },
    sentence: sentenceOf(lines, language),
    caption: [],
    smallGroup: shown.some((line) =>
      [line.first, line.second].some(({ openness }) => openness === 'smallGroup'),
    ),
  };
}

function answersOf({ answers }: WaveLine, language: string): string {
  return answers.map((answer) => say(answer, language)).join(' / ');
}

/** What a row of a picture is about; which answers it counts stands in the title where rows have names. */
function rowOf(line: WaveLine, language: string): string {
  return line.item === null ? answersOf(line, language) : say(line.item, language);
}

/** What a line counts, in the words of the questionnaire. */
function labelOf(line: WaveLine, language: string): string {
  return [say(line.item, language), answersOf(line, language)].filter(Boolean).join(': ');
}

/** The change of one line in a sentence: from, to, and between which bounds. */
export function changeOf(line: WaveLine, language: string): Message {
  const { first, second, difference, unit } = line;
  const label = labelOf(line, language);
  if (!difference || first.estimate === null || second.estimate === null) return chartWords('tooFew');
  const { lower, upper } = difference.interval;
  const way = lower > 0 ? 'up' : upper < 0 ? 'down' : 'level';
  const number = unit === 'share' ? wholeOf : (value: number) => value;
  const values = {
    label,
    way,
    before: number(first.estimate),
    after: number(second.estimate),
    change: number(difference.estimate),
    lower: number(lower),
    upper: number(upper),
  };
  return chartWords(unit === 'share' ? 'waveShare' : 'waveMean', values);
}

/** A proportion in whole percent points, negative ones too. */
function wholeOf(proportion: number): number {
  const size = wholePercent(Math.abs(proportion));
  return proportion < 0 && size > 0 ? -size : size;
}

/** The line that changed most among those that surely did; else the one that moved most. */
function sentenceOf(lines: readonly WaveLine[], language: string): Message {
  const compared = lines.filter(({ difference }) => difference !== null);
  const size = ({ difference }: WaveLine) => Math.abs(difference?.estimate ?? 0);
  const sure = compared.filter(({ difference }) => difference && isSure(difference.interval));
  const [largest] = (sure.length > 0 ? sure : compared).toSorted((one, other) => size(other) - size(one));
  if (!largest) return chartWords('tooFew');
  return sure.length === 0 && compared.length > 1
    ? chartWords('waveNothing', { count: compared.length })
    : changeOf(largest, language);
}

/** Whether an interval leaves out 0. */
export function isSure({ lower, upper }: { readonly lower: number; readonly upper: number }): boolean {
  return lower > 0 || upper < 0;
}

function placeOf({ estimate }: WaveFigure): number | null {
  return estimate === null ? null : axisPercent(estimate);
}

function percentOf({ estimate }: WaveFigure): number | null {
  return estimate === null ? null : wholePercent(estimate);
}

function cellsOf({ unit, first, second, difference, panel }: WaveLine): readonly Words[] {
  const figure = ({ estimate, openness }: WaveFigure): Words => {
    if (openness === 'withheld' || estimate === null) return chartWords('tooFew');
    return unit === 'share' ? `${wholePercent(estimate)}%` : chartWords('mean', { value: estimate });
  };
  const base = ({ base: n }: WaveFigure): Words => (n === null ? '' : countWords(n));
  const moved = (value: number): Words =>
    unit === 'share'
      ? chartWords('percentPoints', { value: wholeOf(value) })
      : chartWords('change', { value });
  const bounds = difference && {
    lower: unit === 'share' ? wholeOf(difference.interval.lower) : difference.interval.lower,
    upper: unit === 'share' ? wholeOf(difference.interval.upper) : difference.interval.upper,
  };
  return [
    figure(first),
    base(first),
    figure(second),
    base(second),
    difference ? moved(difference.estimate) : '',
    bounds ? chartWords('between', bounds) : '',
    ...panelCells(panel),
  ];
}

function panelCells(panel: WavePanel | null): readonly Words[] {
  if (!panel) return ['', '', ''];
  const { libraries, first, second, up, down, p } = panel;
  return [
    first === null || second === null
      ? chartWords('panelHidden', { libraries })
      : chartWords('panel', { libraries, before: wholePercent(first), after: wholePercent(second) }),
    up === null || down === null ? '' : chartWords('upDown', { up, down }),
    // Where nobody moved there is nothing that chance could explain.
    p === null || (up === 0 && down === 0)
      ? ''
      : chartWords('chance', { p: Math.max(p, 0.001), least: p < 0.001 ? 'yes' : 'no' }),
  ];
}
