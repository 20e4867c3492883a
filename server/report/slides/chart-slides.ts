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
    48;
  const room = (roomUnder(title) - around) / scale;
  const parts = partsOfChart({ ...chart, id: `slide-${chart.id}` }, room, (count, base) =>
    words.t('analysis.chart.countOf', { count, base }),
  );
  const tables = tablesOf(chart, parts);
  const heading = { kicker, title, place: `chart-${chart.id}` };
  return inParts(parts, heading, words, (part, index): Slide['body'] => ({
    kind: 'chart',
    sentence,
    smallGroup: chart.smallGroup,
    legend: part.legend,
    // What is not made of rows, such as a table of shades, is drawn as it is.
    drawing: drawingOf(part) ?? drawing,
    label: `${title}. ${sentence}`,
    caption,
    table: tables[index] ?? null,
  }));
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
      head: name === null ? head : `${name}: ${head}`,
      cells,
    })),
  );
  const labels = parts.map((part) => part.config?.options.plugins.nodenkaart.rowLabels ?? []);
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
