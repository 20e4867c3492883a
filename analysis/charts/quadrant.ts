// Two measures of the same things in one field: a dot each, a crosshair whose values are printed, and a name in every
// corner (importance against performance: Martilla & James 1977; docs/rules.md, Needs). What lies on a line counts as high.
import { type ChartView, chartWords, type Message, notOnCanvas } from '../chart.ts';

export interface QuadrantPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** How many people the point rests on. */
  readonly base: number;
}
export interface QuadrantAxis {
  /** In a few words for the table, and in full for the edge of the field. */
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Where the crosshair stands. */
  readonly cross: number;
  /** A value as it is read: "41%", "3,4". */
  say(value: number): string;
}
export type Corner = 'lowLow' | 'lowHigh' | 'highLow' | 'highHigh';
export interface Quadrant {
  readonly chart: ChartView;
  readonly points: readonly (QuadrantPoint & { readonly corner: Corner })[];
  readonly x: QuadrantAxis;
  readonly y: QuadrantAxis;
  /** Names of the corners: first low or high across, then low or high up. */
  readonly corners: Readonly<Record<Corner, string>>;
}
export interface QuadrantOptions {
  readonly id: string;
  readonly title: string;
  readonly x: QuadrantAxis;
  readonly y: QuadrantAxis;
  readonly corners: Quadrant['corners'];
  /** The corner that asks for something to be done: the sentence is about it. */
  readonly leading: Corner;
  /** What the crosshair stands at, of all points; the mean where nothing is said. */
  readonly middle?: 'median';
  /** What a row is: the head of the first column. */
  readonly thing: string;
}

/** The field with its table and sentence; null with fewer than two points, which have nothing to stand against. */
export function quadrantOf(points: readonly QuadrantPoint[], options: QuadrantOptions): Quadrant | null {
  if (points.length < 2) return null;
  const { id, title, x, y, corners, leading, thing, middle } = options;
  const crosshair = middle === 'median' ? 'crosshairMedian' : 'crosshair';
  const placed = points.map((point) => ({ ...point, corner: cornerOf(point, x, y) }));
  const rowsIn = (corner: Corner) =>
    placed.flatMap((point, place) =>
      point.corner === corner
        ? [
            {
              head: `${place + 1}. ${point.label}`,
              cells: [x.say(point.x), y.say(point.y), String(point.base)],
            },
          ]
        : [],
    );
  return {
    points: placed,
    x,
    y,
    corners,
    chart: {
      id,
      title,
      ...notOnCanvas,
      table: {
        caption: title,
        head: [thing, x.name, y.name, chartWords('head.base')],
        groups: [leading, ...order.filter((corner) => corner !== leading)]
          .map((corner) => ({ name: corners[corner], rows: rowsIn(corner) }))
          .filter(({ rows }) => rows.length > 0),
      },
      sentence: sentenceOf(placed, leading, corners),
      caption: [chartWords(crosshair, { x: x.say(x.cross), y: y.say(y.cross) })],
      smallGroup: false,
    },
  };
}

const order: readonly Corner[] = ['highHigh', 'lowLow', 'highLow', 'lowHigh'];

/** In which corner a point lies; on the line is high. */
function cornerOf(point: QuadrantPoint, x: QuadrantAxis, y: QuadrantAxis): Corner {
  const epsilon = 1e-9;
  const right = point.x >= x.cross - epsilon;
  const up = point.y >= y.cross - epsilon;
  return right ? (up ? 'highHigh' : 'highLow') : up ? 'lowHigh' : 'lowLow';
}

function sentenceOf(points: Quadrant['points'], leading: Corner, corners: Quadrant['corners']): Message {
  const names = points.filter(({ corner }) => corner === leading).map(({ label }) => label);
  if (names.length === 0) return chartWords('cornerEmpty', { corner: corners[leading] });
  return chartWords('corner', {
    names: names.slice(0, 3).join(', '),
    more: Math.max(0, names.length - 3),
    number: names.length,
    corner: corners[leading],
  });
}
