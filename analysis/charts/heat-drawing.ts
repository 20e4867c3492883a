// A heat table as plain shapes, for a picture in a file.
import { type Drawing, type DrawnWords, word, wrap } from './drawing.ts';
import { type HeatHue, type HeatTable, inWords } from './heat-table.ts';

/** Fills from the lightest step to the darkest; words on the last three are paper-coloured. Screens use the same. */
export const heatFills: Readonly<Record<HeatHue, readonly string[]>> = {
  frequency: ['#F4F1E8', '#E0ECE8', '#BBDAD6', '#7FB7B2', '#2C7C79', '#1B6160', '#0A474B'],
  mastery: ['#F4F1F4', '#E9E2F3', '#DACFEC', '#B5A4D9', '#725BAC', '#574391', '#3D2A73'],
  verdict: ['#FFFDF8', '#FFFDF8', '#FFFDF8', '#FFFDF8', '#FFFDF8', '#FFFDF8', '#FFFDF8'],
};
/** From this step on words are paper-coloured. */
export const firstDark = 4;

const name = 190;
const row = 32;
const column = 72;
const line = 16;

/** The shapes of a heat table: a rectangle and a number per cell, heads above, services at the left. */
export function heatDrawing({ columns, rows }: HeatTable): Drawing {
  const heads = columns.map(({ label }) => wrap(label, column - 6, 14));
  const top = 12 + line * Math.max(...heads.map(({ length }) => length));
  const bars: Drawing['bars'][number][] = [];
  const words: DrawnWords[] = heads.flatMap((pieces, place) =>
    pieces.map((text, index) => ({
      ...word(name + place * column, top - 8 - (pieces.length - 1 - index) * line, text),
      small: true,
    })),
  );
  rows.forEach(({ label, cells }, place) => {
    const y = top + place * row;
    words.push(word(0, y + 21, wrap(label, name - 12, 15)[0] ?? ''));
    cells.forEach(({ hue, percent, step, holds }, at) => {
      const x = name + at * column;
      const fill = holds ? '#DFECE9' : (heatFills[hue][step] ?? '');
      bars.push({ x, y, width: column - 2, height: row - 2, fill, outlined: false });
      const dark = hue !== 'verdict' && step >= firstDark;
      words.push({
        ...word(x + column / 2 - 1, y + 20, inWords(percent)),
        anchor: 'middle',
        strong: holds,
        tone: dark ? 'paper' : 'ink',
      });
    });
  });
  return {
    width: name + columns.length * column,
    height: top + rows.length * row,
    hatches: [],
    bars,
    lines: [],
    dots: [],
    words,
  };
}
