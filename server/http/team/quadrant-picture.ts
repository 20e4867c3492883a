// A field of two measures as the workspace shows it: drawn wide and narrow, with its table, its files and how it is computed.
import type { WordedChart } from '../../../analysis/chart.ts';
import type { Corner, Quadrant } from '../../../analysis/charts/quadrant.ts';
import { quadrantDrawing } from '../../../analysis/charts/quadrant-drawing.ts';
import type { MethodName } from '../../../analysis/methods.ts';
import { type ComputedPanel, computedPanel } from '../../computed.ts';
import { wordedIn } from './page-parts.ts';
import { type ChartFiles, chartFiles } from './shown-chart.ts';
import type { SizedDrawing } from './wave-pictures.ts';
import type { Words } from './workspace.ts';

export interface QuadrantPicture {
  readonly chart: WordedChart;
  readonly files: ChartFiles;
  readonly computed: ComputedPanel;
  readonly drawings: readonly SizedDrawing[];
  readonly label: string;
}

/** @param leading the corner that asks for something to be done. */
export function quadrantPicture(
  quadrant: Quadrant,
  leading: Corner,
  how: { readonly methods: readonly MethodName[]; readonly filter: string },
  words: Words,
): QuadrantPicture {
  const chart = wordedIn(quadrant.chart, words);
  const wide = quadrantDrawing(quadrant, leading, 720);
  return {
    chart,
    files: chartFiles(chart, wide),
    computed: computedPanel(chart.title, how, { base: '', missing: '' }, words),
    drawings: [
      { drawing: wide, size: 'wide' },
      { drawing: quadrantDrawing(quadrant, leading, 340), size: 'narrow' },
    ],
    label: `${chart.title}. ${chart.sentence}`,
  };
}
