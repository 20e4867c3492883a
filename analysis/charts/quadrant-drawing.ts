// A quadrant as plain shapes: dots, the crosshair with its values, a name in every corner, and number and name of every
// dot where they lie on nothing else, with a line that leads there; every number stands in the table.
import { type Box, type LabelPlace, placeLabels } from './dot-labels.ts';
import { type Drawing, type DrawnWords, lengthOf, round, word, wrap } from './drawing.ts';
import type { Corner, Quadrant } from './quadrant.ts';

const radius = 6;
const textSize = 14;
/** Room between a number and the name behind it, as it is drawn. */
const gap = 7;
const colours: Readonly<Record<Corner, string>> = {
  lowLow: '#857B6C',
  lowHigh: '#857B6C',
  highLow: '#857B6C',
  highHigh: '#857B6C',
};

/** The shapes in a field of this width. Below 480 units there is only room for the numbers. */
export function quadrantDrawing(quadrant: Quadrant, leading: Corner, width: number): Drawing {
  const narrow = width < 480;
  const axis = wrap(quadrant.y.label, width, 15);
  const top = axis.length * 20 + 8;
  const field: Box = { left: 1, right: width - 1, top, bottom: top + (narrow ? 320 : 440) };
  const across = (value: number) => round(place(value, quadrant.x, field.left + 16, field.right - 16));
  const up = (value: number) => round(place(value, quadrant.y, field.bottom - 34, field.top + 34));
  const cross = { x: across(quadrant.x.cross), y: up(quadrant.y.cross) };
  const dots = quadrant.points.map(({ x, y, corner }) => ({
    x: across(x),
    y: up(y),
    radius,
    fill: corner === leading ? '#0A5257' : colours[corner],
    hollow: false,
  }));
  const corners = cornerWords(quadrant, field, cross);
  const values = crossWords(quadrant, field, cross);
  const labels = labelsOf(quadrant, dots, {
    field,
    cross,
    narrow,
    taken: [...corners, ...values].map(boxOf),
  });
  const under = wrap(quadrant.x.label, width, 15);
  return {
    width,
    height: field.bottom + 26 + under.length * 20,
    hatches: [],
    bars: [],
    lines: [
      { path: `M${field.left} ${field.top}H${field.right}V${field.bottom}H${field.left}Z`, pen: 'line' },
      { path: `M${cross.x} ${field.top}V${field.bottom}`, pen: 'muted' },
      { path: `M${field.left} ${cross.y}H${field.right}`, pen: 'muted' },
      ...labels.leaders.map((path) => ({ path, pen: 'muted' as const })),
    ],
    dots,
    words: [
      ...axis.map((text, line) => word(0, 14 + line * 20, line === 0 ? `↑ ${text}` : text)),
      ...under.map((text, line) => ({
        ...word(width, field.bottom + 40 + line * 20, line === under.length - 1 ? `${text} →` : text),
        anchor: 'end' as const,
      })),
      ...corners,
      ...values,
      ...labels.words,
    ],
  };
}

function place(value: number, axis: Quadrant['x'], from: number, to: number): number {
  return from + ((value - axis.min) / (axis.max - axis.min || 1)) * (to - from);
}

function cornerWords({ corners }: Quadrant, field: Box, cross: { x: number; y: number }): DrawnWords[] {
  const at = (corner: Corner): DrawnWords[] => {
    const [right, high] = [corner.startsWith('high'), corner.endsWith('High')];
    const room = right ? field.right - cross.x : cross.x - field.left;
    const lines = wrap(corners[corner], Math.max(60, room - 20), 14);
    return lines.map((text, line) => ({
      ...word(
        right ? field.right - 10 : field.left + 10,
        high ? field.top + 20 + line * 18 : field.bottom - 12 - (lines.length - 1 - line) * 18,
        text,
      ),
      anchor: right ? 'end' : 'start',
      tone: 'muted',
      small: true,
    }));
  };
  return (['lowLow', 'lowHigh', 'highLow', 'highHigh'] as const).flatMap(at);
}

/** The values of the crosshair, at its ends. */
function crossWords({ x, y }: Quadrant, field: Box, cross: { x: number; y: number }): DrawnWords[] {
  const small = { tone: 'muted', small: true } as const;
  return [
    { ...word(cross.x, field.bottom + 18, x.say(x.cross)), ...small, anchor: 'middle' },
    { ...word(field.right - 6, cross.y - 6, y.say(y.cross)), ...small, anchor: 'end' },
  ];
}

interface Labelling {
  readonly field: Box;
  readonly cross: { readonly x: number; readonly y: number };
  /** There is no room for names: the numbers stand alone. */
  readonly narrow: boolean;
  readonly taken: readonly Box[];
}

/** Number and name of every dot, and the lines that lead to them; where a name has no room its number has. */
function labelsOf({ points }: Quadrant, dots: Drawing['dots'], labelling: Labelling) {
  const { field, cross, narrow } = labelling;
  const lines: Box[] = [
    { left: cross.x - 4, right: cross.x + 4, top: field.top, bottom: field.bottom },
    { left: field.left, right: field.right, top: cross.y - 4, bottom: cross.y + 4 },
  ];
  const room = { radius, field, taken: [...labelling.taken, ...lines] };
  const placesFor = (named: readonly boolean[]) =>
    placeLabels(
      dots,
      points.map(({ label }, index) => ({
        width: lengthOf(String(index + 1), textSize) + (named[index] ? gap + lengthOf(label, textSize) : 0),
        height: 18,
      })),
      room,
    );
  const wished = points.map(() => !narrow);
  const first = placesFor(wished);
  const named = wished.map((wish, index) => wish && first[index] !== null);
  const places = named.every((name, index) => name === wished[index]) ? first : placesFor(named);
  return {
    leaders: places.flatMap((place) => place?.leader ?? []),
    words: points.flatMap(({ label }, index) => numbered(places[index], index, named[index] ? label : '')),
  };
}

function numbered(place: LabelPlace | null | undefined, index: number, name: string): readonly DrawnWords[] {
  if (!place) return [];
  const { left, bottom } = place.box;
  return [{ ...word(left, bottom - 4, String(index + 1)), strong: true, small: true, after: name }];
}

/** The room that words take. */
function boxOf({ x, y, text, anchor }: DrawnWords): Box {
  const size = lengthOf(text, textSize);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - size : x - size / 2;
  return { left, right: left + size, top: y - 14, bottom: y + 5 };
}
