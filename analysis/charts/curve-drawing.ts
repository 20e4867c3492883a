// A running total as plain shapes: its steps, the ends of both axes and the last total in words.
import type { WordedChart } from '../chart.ts';
import type { Drawing, DrawnWords } from './drawing.ts';

const height = 200;
const box = { left: 2, top: 34, bottom: 168, end: 60 } as const;

/** The shapes of a stepped line; what it is drawn from are points with the first at the origin. */
export function curveDrawing(config: NonNullable<WordedChart['config']>, width: number): Drawing {
  const points = (config.data.datasets[0]?.data ?? []).flatMap((point) =>
    typeof point === 'object' && point !== null && 'x' in point ? [point] : [],
  );
  const last = points.at(-1) ?? { x: 0, y: 0 };
  const right = width - box.end;
  const across = (x: number) => tenth(box.left + (x / (last.x || 1)) * (right - box.left));
  const up = (y: number) => tenth(box.bottom - (y / (last.y || 1)) * (box.bottom - box.top));
  const steps = points.map(({ x, y }) => `H${across(x)}V${up(y)}`).join('');
  const [from, to] = config.data.labels;
  const words = (x: number, y: number, text: string, anchor: DrawnWords['anchor']): DrawnWords => ({
    x,
    y,
    text,
    after: '',
    anchor,
    tone: 'ink',
    strong: false,
    small: true,
  });
  return {
    width,
    height,
    hatches: [],
    bars: [],
    lines: [
      { path: `M${box.left} ${box.bottom}H${right}`, pen: 'line' },
      { path: `M${box.left} ${box.bottom}${steps}`, pen: 'ink' },
    ],
    dots: [{ x: across(last.x), y: up(last.y), radius: 5.5, fill: '#0A5257', hollow: false }],
    words: [
      words(box.left, box.bottom + 22, from ?? '', 'start'),
      words(right, box.bottom + 22, to ?? '', 'end'),
      { ...words(right - 4, box.top - 12, String(last.y), 'end'), strong: true, small: false },
    ],
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
