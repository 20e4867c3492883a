// A quadrant as plain shapes: numbered dots, the crosshair with its values, a name in every corner, and the name of a
// dot beside it where there is room; every number stands in the table.
import { type Drawing, type DrawnWords, lengthOf, round, word, wrap } from './drawing.ts';
import type { Corner, Quadrant } from './quadrant.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const radius = 10;
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
    ],
    dots,
    words: [
      ...axis.map((text, line) => word(0, 14 + line * 20, line === 0 ? `↑ ${text}` : text)),
      ...under.map((text, line) => ({
        ...word(width, field.bottom + 40 + line * 20, line === under.length - 1 ? `${text} →` : text),
        anchor: 'end' as const,
      })),
      ...cornerWords(quadrant, field, cross),
      ...crossWords(quadrant, field, cross),
      ...dots.map(
        (dot, index): DrawnWords => ({
          ...word(dot.x, dot.y + 5, String(index + 1)),
          anchor: 'middle',
          tone: 'paper',
          strong: true,
          small: true,
        }),
      ),
      ...(narrow ? [] : names(quadrant, dots, field, cross)),
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

/** Names beside their dots: right, left, above or under, the first that lies over nothing; without room, none. */
function names(
  { points }: Quadrant,
  dots: Drawing['dots'],
  field: Box,
  cross: { x: number; y: number },
): DrawnWords[] {
  const taken: Box[] = dots.map(({ x, y }) => boxAround(x, y, radius + 1));
  taken.push({ left: field.right - 60, right: field.right, top: cross.y - 22, bottom: cross.y });
  return points.flatMap(({ label }, index) => {
    const dot = dots[index];
    if (!dot) return [];
    const size = lengthOf(label, 14);
    const tries = [
      { x: dot.x + radius + 5, y: dot.y + 5, anchor: 'start', left: dot.x + radius + 4 },
      { x: dot.x - radius - 5, y: dot.y + 5, anchor: 'end', left: dot.x - radius - 6 - size },
      { x: dot.x, y: dot.y - radius - 6, anchor: 'middle', left: dot.x - size / 2 },
      { x: dot.x, y: dot.y + radius + 16, anchor: 'middle', left: dot.x - size / 2 },
    ] as const;
    for (const { x, y, anchor, left } of tries) {
      const box = { left, right: left + size, top: y - 13, bottom: y + 4 };
      const inside = box.left > field.left + 4 && box.right < field.right - 4 && box.top > field.top + 2;
      if (!inside || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      return [{ ...word(x, y, label), anchor, small: true }];
    }
    return [];
  });
}

function boxAround(x: number, y: number, size: number): Box {
  return { left: x - size, right: x + size, top: y - size, bottom: y + size };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
