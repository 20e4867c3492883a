// Two waves as plain shapes: an upright line per wave, a line from then to now per figure, and its name and figures at the
// ends (slope graph: Tufte 1983). A series that broke is two ends with a gap between them.
import { type Drawing, type DrawnWords, lengthOf, round, word, wrap } from './drawing.ts';

/** A figure with its words said. */
export interface SaidSlope {
  readonly label: string;
  readonly first: { readonly value: number | null; readonly words: string };
  readonly second: { readonly value: number | null; readonly words: string };
  readonly sure: boolean;
}
export interface SlopeOptions {
  /** How the two waves are called. */
  readonly first: string;
  readonly second: string;
  /** The least room on the scale: a small change may not look large. In the unit of the figures. */
  readonly span: number;
  readonly width: number;
}

const size = 14;
const lineHeight = 18;
const dotRadius = 5;
const strong = '#0A5257';
const quiet = '#857B6C';

/** Every figure from then to now; a figure that may be seen in one wave alone is a dot without a line. */
export function slopeDrawing(slopes: readonly SaidSlope[], options: SlopeOptions): Drawing {
  const { width } = options;
  const axes = axesOf(width);
  const heads = headsOf(options);
  const labels = slopes.map((slope) => labelOf(slope, width - axes.right - 20));
  const rows = labels.reduce((sum, lines) => sum + lines.length * lineHeight + 2, 0);
  const top = heads.height + 30;
  const bottom = top + Math.max(120, rows);
  const up = scaleOf(slopes, options.span, top, bottom);
  const ends = (side: 'first' | 'second') => slopes.map((slope) => up(slope[side].value));
  const [then, now] = [ends('first'), ends('second')];
  const room = [top - lineHeight, bottom + lineHeight] as const;
  const left = spread(
    then.map((y) => ({ y, height: lineHeight })),
    ...room,
  );
  const right = spread(
    now.map((y, index) => ({
      y: y ?? then[index] ?? null,
      height: (labels[index]?.length ?? 1) * lineHeight + 2,
    })),
    ...room,
  );
  return {
    width,
    height: Math.ceil(bottom + lineHeight + 4),
    hatches: [],
    bars: [],
    lines: [
      ...[axes.left, axes.right].map((x) => ({
        path: `M${x} ${top - 12}V${bottom + 12}`,
        pen: 'line' as const,
      })),
      ...slopes.flatMap(({ sure }, index) => {
        const [from, to] = [then[index], now[index]];
        if (from == null || to == null) return [];
        return [
          {
            path: `M${axes.left} ${round(from)}L${axes.right} ${round(to)}`,
            pen: sure ? ('ink' as const) : ('muted' as const),
          },
        ];
      }),
    ],
    dots: slopes.flatMap(({ sure }, index) =>
      [dotAt(axes.left, then[index], sure), dotAt(axes.right, now[index], sure)].flat(),
    ),
    words: [
      ...heads.words,
      ...slopes.flatMap(({ first, sure }, index) => {
        const y = left[index];
        return first.value === null || y == null
          ? []
          : [
              {
                ...word(axes.left - 10, y + 5, first.words),
                anchor: 'end' as const,
                small: true,
                strong: sure,
              },
            ];
      }),
      ...labels.flatMap((lines, index) =>
        labelWords(lines, right[index] ?? null, axes.right + 12, slopes[index]?.sure ?? false),
      ),
    ],
  };
}

/** A question that was changed between the waves: its series stops and begins again. */
export function brokenDrawing(words: string, options: Omit<SlopeOptions, 'span'>): Drawing {
  const axes = axesOf(options.width);
  const heads = headsOf(options);
  const y = heads.height + 34;
  const lines = wrap(words, axes.right - axes.left - 60, size);
  const half = Math.min(lengthOf(lines[0] ?? '', size), axes.right - axes.left - 60) / 2 + 8;
  const middle = (axes.left + axes.right) / 2;
  return {
    width: options.width,
    height: y + 26,
    hatches: [],
    bars: [],
    lines: [
      ...[axes.left, axes.right].map((x) => ({ path: `M${x} ${y - 20}V${y + 20}`, pen: 'line' as const })),
      {
        path: `M${axes.left} ${y}H${round(middle - half)}M${round(middle + half)} ${y}H${axes.right}`,
        pen: 'muted',
      },
    ],
    dots: [axes.left, axes.right].map((x) => ({ x, y, radius: dotRadius, fill: quiet, hollow: true })),
    words: [
      ...heads.words,
      ...lines.map((text, index) => ({
        ...word(middle, y + 5 + (index - (lines.length - 1) / 2) * lineHeight, text),
        anchor: 'middle' as const,
        tone: 'muted' as const,
        small: true,
      })),
    ],
  };
}

/** Where the waves stand. */
function axesOf(width: number): { readonly left: number; readonly right: number } {
  return width < 480 ? { left: 52, right: 150 } : { left: 90, right: 380 };
}

/** What the waves are called, above their lines. */
function headsOf({ first, second, width }: Omit<SlopeOptions, 'span'>) {
  const { left, right } = axesOf(width);
  const start = left - (width < 480 ? 52 : 90);
  const columns = [
    { x: start, lines: wrap(first, right - start - 24, size) },
    { x: right, lines: wrap(second, width - right, size) },
  ];
  const most = Math.max(...columns.map(({ lines }) => lines.length));
  return {
    height: most * lineHeight,
    words: columns.flatMap(({ x, lines }) =>
      lines.map(
        (text, index): DrawnWords => ({
          ...word(x, 14 + (most - lines.length + index) * lineHeight, text),
          tone: 'muted',
          small: true,
        }),
      ),
    ),
  };
}

/** From a figure to its height; the scale takes in every figure and never less than the span. */
function scaleOf(slopes: readonly SaidSlope[], span: number, top: number, bottom: number) {
  const values = slopes.flatMap(({ first, second }) => [first.value ?? [], second.value ?? []].flat());
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const short = Math.max(0, span - (most - least)) / 2;
  const [from, to] = [least - short, most + short];
  return (value: number | null): number | null =>
    value === null ? null : bottom - ((value - from) / (to - from || 1)) * (bottom - top);
}

function dotAt(x: number, y: number | null | undefined, sure: boolean): Drawing['dots'] {
  return y == null ? [] : [{ x, y: round(y), radius: dotRadius, fill: sure ? strong : quiet, hollow: false }];
}

function labelOf({ label, second }: SaidSlope, room: number): readonly string[] {
  const lines = wrap(`${second.value === null ? '' : `${second.words} `}${label}`, room, size);
  return lines.length > 0 ? lines : [''];
}

function labelWords(
  lines: readonly string[],
  middle: number | null,
  x: number,
  sure: boolean,
): readonly DrawnWords[] {
  if (middle === null) return [];
  return lines.map((text, index) => ({
    ...word(x, middle + 5 + (index - (lines.length - 1) / 2) * lineHeight, text),
    small: true,
    strong: sure,
  }));
}

interface Block {
  readonly places: readonly { readonly index: number; readonly height: number; readonly y: number }[];
  readonly height: number;
  readonly start: number;
}

/**
 * Heights as near to what is wished as they can be without one lying on another: neighbours that would are moved as one,
 * about the middle of what they wish (pool adjacent violators; Barlow et al. 1972).
 * @returns the middle of each; null where there is nothing to place
 */
function spread(
  wished: readonly { readonly y: number | null; readonly height: number }[],
  top: number,
  bottom: number,
): readonly (number | null)[] {
  const blockOf = (places: Block['places']): Block => {
    const height = places.reduce((sum, place) => sum + place.height, 0);
    let above = 0;
    let wish = 0;
    for (const { y, height: own } of places) {
      wish += (y - own / 2 - above) / places.length;
      above += own;
    }
    return { places, height, start: Math.max(top, Math.min(wish, bottom - height)) };
  };
  const order = wished
    .flatMap(({ y, height }, index) => (y === null ? [] : [{ y, height, index }]))
    .sort((one, other) => one.y - other.y);
  const blocks: Block[] = [];
  for (const place of order) {
    let block = blockOf([place]);
    for (
      let before = blocks.at(-1);
      before && before.start + before.height > block.start;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      block = blockOf([...before.places, ...block.places]);
    }
    blocks.push(block);
  }
  const placed: (number | null)[] = wished.map(() => null);
  for (const { places, start } of blocks) {
    let edge = start;
    for (const { index, height } of places) {
      placed[index] = edge + height / 2;
      edge += height;
    }
  }
  return placed;
}
