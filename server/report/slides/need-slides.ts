// A need on its slide: its figure as large as it matters, one quote, and what will happen; its first picture on the next.
import type { Drawing } from '../../../analysis/charts/drawing.ts';
import type { Share } from '../../../analysis/figure.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import type { SectionView } from '../report-blocks.ts';
import type { NeedView } from '../report-need.ts';
import type { ReportWords } from '../report-words.ts';
import { actionSlides } from './action-slides.ts';
import { chartSlides } from './chart-slides.ts';
import { body, heightOf, roomUnder, shortened } from './room.ts';
import type { NeedBody, Slide } from './slide.ts';

/** Pixels wide: the column of the figure, and that of the quote and the actions. */
const columns = { figure: 640, said: 464 } as const;

/**
 * The slides of a need's section: one for the need, one for its actions where they do not fit beside its quote, and those
 * of its first picture.
 */
export function needSlides(
  section: SectionView,
  need: NeedView,
  report: ReportModel,
  words: ReportWords,
): readonly Slide[] {
  const title = shortened(need.label, 150);
  const has = section.blocks.some(({ kind }) => kind === 'actions');
  const quote = section.blocks.find((block) => block.kind === 'quote');
  const said = quote ? { text: shortened(quote.text, 200), source: shortened(quote.source, 80) } : null;
  const explanation = shortened(need.explanation, 170);
  const gap = has ? need.gap : null;
  const actions = has ? need.actions : [];
  const room = roomUnder(title) - (explanation === '' ? 0 : heightOf(explanation) + 12);
  const actionsNext = actions.length > 0 && heightOfSaid(said, actions) > room - (gap === 'partly' ? 40 : 0);
  const slide: Slide = {
    kicker: words.t('slides.need'),
    mark: need.mark,
    title,
    part: '',
    place: section.anchor,
    body: {
      kind: 'need',
      explanation,
      leading: need.leading && {
        ...need.leading,
        label: shortened(need.leading.label, 110),
      },
      bar: barOf(report.needs.find(({ code }) => code === need.code)?.leading?.share ?? null),
      shelf: need.shelf,
      support: supportOf(need),
      quote: said,
      actions: actionsNext ? [] : actions,
      gap,
      actionsNext,
    },
  };
  const kicker = shortened(`${need.mark} ${need.label}`, 80);
  const chart = section.blocks.find((block) => block.kind === 'chart' && block.charts.length > 0);
  return [
    slide,
    ...(actionsNext
      ? actionSlides(actions, { kicker, title: words.t('report.need.happens'), place: section.anchor }, words)
      : []),
    ...(chart?.kind === 'chart' ? chartSlides(chart.charts.slice(0, 1), kicker, words) : []),
  ];
}

/** From how many sources it is known, and whatever asks for care: the score is for the report. */
function supportOf({ support }: NeedView): NeedBody['support'] {
  const [first, ...rest] = support;
  return first ? [first, ...rest.filter(({ careful }) => careful)].slice(0, 3) : [];
}

/** Height of the quote with the actions under it. */
function heightOfSaid(quote: NeedBody['quote'], actions: NeedBody['actions']): number {
  const { said } = columns;
  const quoted = quote
    ? heightOf(`“${quote.text}”`, 28, said - 30) + heightOf(quote.source, body, said - 30) + 32
    : 0;
  const told = actions.map(
    ({ title, owner, start, stateWord }) =>
      heightOf(title, body, said - 24) + heightOf(`${owner} · ${start} · ${stateWord}`, body, said - 24) + 16,
  );
  return quoted + 44 + told.reduce((sum, height) => sum + height, 0);
}

const bar = { width: 640, height: 34, thickness: 22 } as const;

/** A share as a bar out of all, with its interval; null where a reader sees only counts, or nothing. */
function barOf(share: Share | null): Drawing | null {
  if (!share || share.estimate === null || share.unit === 'interviews') return null;
  if (share.openness !== 'full' && share.openness !== 'smallGroup') return null;
  const place = (value: number) => Math.round(value * bar.width * 10) / 10;
  const y = (bar.height - bar.thickness) / 2;
  const middle = bar.height / 2;
  const { interval } = share;
  const ends = interval && { from: place(interval.lower), to: place(interval.upper) };
  const rect = { x: 0, y, height: bar.thickness };
  return {
    width: bar.width,
    height: bar.height,
    hatches: [],
    bars: [
      { ...rect, width: bar.width, fill: '', outlined: true },
      { ...rect, width: place(share.estimate), fill: '#0A5257', outlined: false },
    ],
    lines: ends
      ? [
          {
            path: `M${ends.from} ${middle}H${ends.to}M${ends.from} ${middle - 6}v12M${ends.to} ${middle - 6}v12`,
            pen: 'ink',
          },
        ]
      : [],
    dots: [],
    words: [],
  };
}
