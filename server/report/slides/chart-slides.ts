// Pictures of the report on slides: as wide as the screen, over more slides where they have many rows.
import type { WordedChart } from '../../../analysis/chart.ts';
import { partsOfChart } from '../../../analysis/charts/chart-parts.ts';
import { drawingOf } from '../../../analysis/charts/drawing.ts';
import type { DrawnChart } from '../report-charts.ts';
import type { ReportWords } from '../report-words.ts';
import { inParts } from './in-parts.ts';
import { heightOf, roomUnder, shortened, wide } from './room.ts';
import type { ChartBody, Slide } from './slide.ts';

/** A drawing is 720 units wide and as wide as the slide. */
const scale = wide / 720;
/** More slides of one picture than these tire a meeting: the rest stands in the report. */
const mostParts = 3;

/** @param kicker what the pictures belong to. */
export function chartSlides(
  charts: readonly DrawnChart[],
  kicker: string,
  words: ReportWords,
): readonly Slide[] {
  return charts.flatMap((drawn) => slidesOf(drawn, kicker, words));
}

function slidesOf({ chart, drawing }: DrawnChart, kicker: string, words: ReportWords): readonly Slide[] {
  const title = shortened(chart.title, 150);
  const sentence = shortened(chart.sentence, 240);
  const caption = chart.caption.slice(0, 4).map((each) => shortened(each, 120));
  const around =
    heightOf(sentence) +
    (caption.length > 0 ? heightOf(caption.join(' · ')) : 0) +
    (chart.legend.length > 0
      ? heightOf(chart.legend.map(({ label }) => `oooo ${label} `).join(' ')) + 16
      : 0) +
    56;
  const room = (roomUnder(title) - around) / scale;
  const all = partsOfChart({ ...chart, id: `slide-${chart.id}` }, room, (count, base) =>
    words.t('analysis.chart.countOf', { count, base }),
  );
  const parts = all.slice(0, mostParts);
  const tables = tablesOf(chart, all);
  const left = all.slice(mostParts).reduce((rows, part) => rows + labelsOf(part).length, 0);
  const heading = { kicker, title, place: `chart-${chart.id}` };
  return inParts(parts, heading, words, (part, index): Slide['body'] => ({
    kind: 'chart',
    sentence,
    smallGroup: chart.smallGroup,
    // A picture of one group has a key without words: it tells nothing.
    legend: part.legend.filter(({ label }) => label !== ''),
    // What is not made of rows, such as a table of shades, is drawn as it is.
    drawing: drawingOf(part) ?? drawing,
    label: `${title}. ${sentence}`,
    caption:
      left > 0 && index === parts.length - 1
        ? [...caption, words.t('report.paper.more', { count: left })]
        : caption,
    table: tables[index] ?? null,
  }));
}

function labelsOf({ config }: WordedChart): readonly string[] {
  return config?.options.plugins.nodenkaart.rowLabels ?? [];
}

/** The rows of the table that belong to each part; what is no row of the picture, such as a reason, closes the last. */
function tablesOf(
  { table, config }: WordedChart,
  parts: readonly WordedChart[],
): readonly (ChartBody['table'] | null)[] {
  if (!config) return [];
  const rows = table.groups.flatMap(({ name, rows: own }) =>
    own.map(({ head, cells }) => ({
      of: name ?? head,
      head: [name ?? '', head].filter((words) => words !== '').join(': '),
      cells,
    })),
  );
  const labels = parts.map(labelsOf);
  const last = parts.length - 1;
  const placeOf = (of: string) => {
    const place = labels.findIndex((some) => some.includes(of));
    return place < 0 ? last : place;
  };
  return parts.map((_, index) => {
    const own = rows.filter(({ of }) => placeOf(of) === index);
    return own.length === 0 ? null : { caption: table.caption, head: table.head, rows: own };
  });
}
