// Small pieces that several pages of the workspace are built from.
import type { ChartView, WordedChart } from '../../../analysis/chart.ts';
import { wordedChart } from '../../../analysis/chart.ts';
import type { Share } from '../../../analysis/figure.ts';
import { formatPercent } from '../../format-values.ts';
import type { Words } from './workspace.ts';

/** What opens a page: the finding, a sentence that says how to read it, one action at most. */
export interface Lead {
  readonly finding: string;
  readonly lead: string;
  readonly action: { readonly address: string; readonly name: string } | null;
}

export interface Tab {
  readonly name: string;
  readonly address: string;
  readonly here: boolean;
}

/** A share as it is read: "28%", "85 van de 304", "24–33%". What may not be seen says so. */
export interface ShareView {
  readonly figure: string;
  readonly of: string;
  readonly interval: string;
  readonly smallGroup: boolean;
}

/** A share in words; counts alone where only those may be seen ("5 van de 6"). */
export function shareView(share: Share, { language, say }: Words): ShareView {
  if (share.method === 'mean' && share.estimate !== null && share.base !== null) {
    return {
      figure: say({ key: 'report.share.mean', values: { score: Math.round(100 * share.estimate) } }),
      of: say({ key: 'report.share.meanOf', values: { base: share.base } }),
      interval: share.interval
        ? `${Math.round(100 * share.interval.lower)}–${Math.round(100 * share.interval.upper)}`
        : '',
      smallGroup: share.openness === 'smallGroup',
    };
  }
  if (share.openness === 'withheld' || share.count === null || share.base === null) {
    return { figure: say({ key: 'analysis.chart.tooFew' }), of: '', interval: '', smallGroup: false };
  }
  const of = say({ key: 'report.share.of', values: { count: share.count, base: share.base } });
  if (share.estimate === null || share.openness === 'countOnly') {
    return { figure: of, of: '', interval: '', smallGroup: false };
  }
  const percent = (proportion: number) => formatPercent(language, roundHalfUp(proportion));
  return {
    figure: percent(share.estimate),
    of,
    interval: share.interval
      ? `${percent(share.interval.lower).replace('%', '')}–${percent(share.interval.upper)}`
      : '',
    smallGroup: share.openness === 'smallGroup',
  };
}

/** Halves up at the whole percent, as the published figures are. */
function roundHalfUp(proportion: number): number {
  return Math.floor(proportion * 100 + 0.5 + 1e-9) / 100;
}

/** A chart ready for its partial. */
export function wordedIn(view: ChartView, words: Words): WordedChart {
  return wordedChart(view, ({ key, values }) => words.say({ key, values }));
}
