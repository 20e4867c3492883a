// The questions of two waves as pictures: figures as lines from then to now, and a gap where a series breaks.
import type { Words as ChartWords, WordedChart } from '../../../analysis/chart.ts';
import type { Drawing } from '../../../analysis/charts/drawing.ts';
import { brokenDrawing, slopeDrawing } from '../../../analysis/charts/slope-drawing.ts';
import type { WaveChart } from '../../../analysis/charts/wave-charts.ts';
import type { MethodName } from '../../../analysis/methods.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { wordedIn } from './page-parts.ts';
import { type ChartFiles, chartFiles } from './shown-chart.ts';
import type { Words } from './workspace.ts';

/** One drawing for a wide place and one for a narrow. */
export interface SizedDrawing {
  readonly drawing: Drawing;
  readonly size: 'wide' | 'narrow';
}
export interface WavePicture {
  readonly chart: WordedChart;
  readonly files: ChartFiles;
  readonly computed: ComputedPanel;
  readonly label: string;
  /** None where no figure may be seen. */
  readonly drawings: readonly SizedDrawing[];
}
export interface BrokenPicture {
  readonly label: string;
  readonly reasons: readonly string[];
  readonly drawings: readonly SizedDrawing[];
  readonly described: string;
}
/** How the two waves are called. */
export interface WaveNames {
  readonly first: string;
  readonly second: string;
}

const wide = 720;
const narrow = 340;
/** The scale spans at least 20 percent points, or half a step of a mean: a small change may not look large. */
const leastSpan = { share: 0.2, mean: 0.5 } as const;

export function wavePicture(
  { chart: view, slopes, unit }: WaveChart,
  names: WaveNames,
  methods: readonly MethodName[],
  words: Words,
): WavePicture {
  const chart = wordedIn(view, words);
  const said = (text: ChartWords) => (typeof text === 'string' ? text : words.say(text));
  const own = slopes.map(({ label, first, second, sure }) => ({
    label,
    first: { value: first.value, words: said(first.words) },
    second: { value: second.value, words: said(second.words) },
    sure,
  }));
  const drawn = (width: number) => slopeDrawing(own, { ...names, span: leastSpan[unit], width });
  return {
    chart,
    files: chartFiles(chart, own.length > 0 ? drawn(wide) : null),
    computed: computedPanel(chart.title, { methods }, noBase, words),
    label: `${chart.title}. ${chart.sentence}`,
    drawings: own.length > 0 ? sized(drawn) : [],
  };
}

/** A question whose series stops: what stood then and now is no longer the same question. */
export function brokenPicture(
  label: Text,
  reasons: readonly string[],
  names: WaveNames,
  words: Words,
): BrokenPicture {
  const gap = words.say({ key: 'waves.gap' });
  return {
    label: inLanguage(label, words.language),
    reasons,
    drawings: sized((width) => brokenDrawing(gap, { ...names, width })),
    described: `${inLanguage(label, words.language)}: ${gap}`,
  };
}

function sized(drawn: (width: number) => Drawing): readonly SizedDrawing[] {
  return [
    { drawing: drawn(wide), size: 'wide' },
    { drawing: drawn(narrow), size: 'narrow' },
  ];
}
