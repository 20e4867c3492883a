// One question in two waves: a line per figure from then to now, with the change in a table and in a sentence.
import {
  type ChartView,
  chartWords,
  countWords,
  type Message,
  notOnCanvas,
  oneGroup,
  say,
  type Words,
  wholePercent,
} from '../chart.ts';
import type { WaveFigure, WaveLine, WavePanel, WaveQuestion } from '../results/waves.ts';

export interface WaveChartOptions {
  /** How the two waves are called. */
  readonly first: string;
  readonly second: string;
  readonly language: string;
}

/** A figure then and now, as it is drawn. */
export interface Slope {
  readonly label: string;
  readonly first: SlopeEnd;
  readonly second: SlopeEnd;
  /** It moved more than chance does. */
  readonly sure: boolean;
}
interface SlopeEnd {
  /** A share 0-1 or a mean; null where the reader may not see it. */
  readonly value: number | null;
  readonly words: Words;
}
export interface WaveChart {
  readonly chart: ChartView;
  /** None where nothing can be drawn. */
  readonly slopes: readonly Slope[];
  readonly unit: WaveLine['unit'];
}

/** A question that can be compared: a picture of it, and where rows are asked on several scales one per scale. */
export function chartsOfWave(question: WaveQuestion, options: WaveChartOptions): readonly WaveChart[] {
  const { language } = options;
  const title = say(question.label, language);
  const groups = new Map<string, WaveLine[]>();
  for (const line of question.lines) {
    const key = line.item === null ? line.unit : JSON.stringify([line.unit, line.answers]);
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
): WaveChart {
  const shown = lines.filter(({ first: was, second: is }) => was.estimate !== null || is.estimate !== null);
  const end = (figure: WaveFigure, unit: WaveLine['unit']): SlopeEnd => ({
    value: figure.estimate,
    words: figureWords(figure, unit),
  });
  return {
    unit: lines[0]?.unit ?? 'share',
    slopes: shown.map((line) => ({
      label: rowOf(line, language),
      first: end(line.first, line.unit),
      second: end(line.second, line.unit),
      sure: line.difference !== null && isSure(line.difference.interval),
    })),
    chart: {
      id,
      title,
      ...notOnCanvas,
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
    },
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

function figureWords({ estimate, openness }: WaveFigure, unit: WaveLine['unit']): Words {
  if (openness === 'withheld' || estimate === null) return chartWords('tooFew');
  return unit === 'share' ? `${wholePercent(estimate)}%` : chartWords('mean', { value: estimate });
}

function cellsOf({ unit, first, second, difference, panel }: WaveLine): readonly Words[] {
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
    figureWords(first, unit),
    base(first),
    figureWords(second, unit),
    base(second),
    difference ? moved(difference.estimate) : '',
    bounds ? chartWords('between', bounds) : '',
    ...panelCells(panel),
  ];
}

function panelCells(panel: WavePanel | null): readonly Words[] {
  if (!panel) return ['', '', ''];
  const { libraries, first, second, up, down, corrected } = panel;
  return [
    first === null || second === null
      ? chartWords('panelHidden', { libraries })
      : chartWords('panel', { libraries, before: wholePercent(first), after: wholePercent(second) }),
    up === null || down === null ? '' : chartWords('upDown', { up, down }),
    // Where nobody moved there is nothing that chance could explain.
    corrected === null
      ? ''
      : chartWords('chance', { p: Math.max(corrected, 0.001), least: corrected < 0.001 ? 'yes' : 'no' }),
  ];
}
