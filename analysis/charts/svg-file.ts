// A chart as a picture that stands alone: title, sentence, key, drawing and base in one SVG with real text.
import { xmlWords } from '../../surveys/formats/xml-words.ts';
import type { WordedChart } from '../chart.ts';
import { type Drawing, type DrawnWords, lengthOf, wrap } from './drawing.ts';

/** What a picture says around its drawing. */
export type PictureWords = Pick<WordedChart, 'title' | 'sentence' | 'caption' | 'legend'>;

const margin = 24;
const ink = '#211D19';
const muted = '#514940';
const paper = '#FFFDF8';
const tones: Readonly<Record<DrawnWords['tone'], string>> = { ink, muted, paper };
const pens: Readonly<Record<Drawing['lines'][number]['pen'], string>> = { ink, muted, line: '#DDD4C4' };

/** The SVG of a drawing with its words, on paper of its own: the same in every program, light or dark around it. */
export function svgOfDrawing(words: PictureWords, drawing: Drawing): string {
  const width = drawing.width + 2 * margin;
  const parts: string[] = [];
  let y = margin;
  const lines = (text: string, size: number, fill: string, weight = 400) => {
    for (const line of wrap(text, drawing.width, size)) {
      y += Math.round(size * 1.4);
      parts.push(
        `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${xmlWords(line)}</text>`,
      );
    }
  };
  lines(words.title, 20, ink, 650);
  lines(words.sentence, 15, muted);
  y += keyOf(words.legend, drawing.width, y + 16, parts);
  y += 20;
  parts.push(`<g transform="translate(${margin} ${y})">${shapesOf(drawing)}</g>`);
  y += drawing.height;
  lines(words.caption.join(' · '), 13, muted);
  const height = y + margin;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="'Atkinson Hyperlegible Next', 'Segoe UI', system-ui, sans-serif" font-size="15">` +
    `<title>${xmlWords(words.title)}</title><desc>${xmlWords(words.sentence)}</desc>` +
    `${hatchesOf(drawing)}<rect width="${width}" height="${height}" fill="${paper}"/>${parts.join('')}</svg>`
  );
}

/** A drawing with its key alone, without paper around it: for a document that says the title and the base itself. */
export function svgOfShapes(legend: PictureWords['legend'], drawing: Drawing): string {
  const parts: string[] = [];
  const key = keyOf(legend, drawing.width, 2, parts, 0);
  parts.push(`<g transform="translate(0 ${key})">${shapesOf(drawing)}</g>`);
  const height = drawing.height + key;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${drawing.width}" height="${height}" viewBox="0 0 ${drawing.width} ${height}" font-family="'Atkinson Hyperlegible Next'" font-size="15">` +
    `${hatchesOf(drawing)}${parts.join('')}</svg>`
  );
}

/** The key in rows that fit; what it adds to the height. */
function keyOf(
  legend: PictureWords['legend'],
  room: number,
  top: number,
  parts: string[],
  left = margin,
): number {
  let [x, y] = [0, top];
  for (const { label, fill, hatch } of legend) {
    const size = 40 + lengthOf(label, 14) + 24;
    if (x > 0 && x + size > room) [x, y] = [0, y + 24];
    const edge = hatch ? ` stroke="${hatch}"` : '';
    const lines = hatch
      ? `<path d="M${left + x + 6} ${y + 12}l12 -12m-4 12l12 -12" stroke="${hatch}" stroke-width="1.5"/>`
      : '';
    parts.push(
      `<rect x="${left + x}" y="${y}" width="30" height="12" fill="${fill}"${edge}/>${lines}<text x="${left + x + 38}" y="${y + 11}" font-size="14" fill="${ink}">${xmlWords(label)}</text>`,
    );
    x += size;
  }
  return legend.length === 0 ? 0 : y - top + 28;
}

function hatchesOf({ hatches }: Drawing): string {
  const patterns = hatches.map(
    ({ id, colour }) =>
      `<pattern id="${xmlWords(id)}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${paper}"/><rect width="1.5" height="6" fill="${colour}"/></pattern>`,
  );
  return patterns.length > 0 ? `<defs>${patterns.join('')}</defs>` : '';
}

function shapesOf({ bars, lines, dots, words }: Drawing): string {
  const pen = ({ path, pen }: Drawing['lines'][number]) =>
    `<path d="${path}" fill="none" stroke="${pens[pen]}" stroke-width="${pen === 'line' ? 1 : 1.5}"/>`;
  return [
    ...lines.filter(({ pen }) => pen === 'line').map(pen),
    ...bars.map(({ x, y, width, height, fill, outlined }) =>
      outlined
        ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paper}" stroke="#857B6C" stroke-width="1.25"/>`
        : `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`,
    ),
    ...lines
      .filter(({ pen }) => pen !== 'line')
      .map(({ path }) => `<path d="${path}" fill="none" stroke="${paper}" stroke-width="4"/>`),
    ...lines.filter(({ pen }) => pen !== 'line').map(pen),
    ...dots.map(({ x, y, radius, fill, hollow }) =>
      hollow
        ? `<circle cx="${x}" cy="${y}" r="${radius}" fill="${paper}" stroke="${fill}" stroke-width="2"/>`
        : `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="${paper}" stroke-width="2"/>`,
    ),
    ...words.map(textOf),
  ].join('');
}

function textOf({ x, y, text, after, anchor, tone, strong, small }: DrawnWords): string {
  const size = small ? ' font-size="14"' : '';
  const weight = strong ? ' font-weight="650"' : '';
  const rest = after ? `<tspan dx="7" font-size="14" fill="${muted}">${xmlWords(after)}</tspan>` : '';
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${tones[tone]}"${size}><tspan${weight}>${xmlWords(text)}</tspan>${rest}</text>`;
}
