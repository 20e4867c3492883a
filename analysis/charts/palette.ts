// Colours of bars per kind of scale. Each fill has a label colour that reads on it, and a fixed order;
// "not used" stays out of the hue as a hatch, so that colour means use (look/README, chart palettes).
import type { ScaleLook } from '../results/questions.ts';

export interface BarColour {
  readonly fill: string;
  /** Lines of a hatch on plain paper; null for a plain fill. */
  readonly hatch: string | null;
  /** Whether words on it are paper-coloured. */
  readonly dark: boolean;
}

export const teal = '#0A5257';
export const tealLight = '#7FB7B2';
export const sand = '#CFC6B7';

const plain = (fill: string, dark = false): BarColour => ({ fill, hatch: null, dark });
const hatched = (hatch: string): BarColour => ({ fill: '#FFFDF8', hatch, dark: false });

const frequency = [
  hatched('#BDB2A0'),
  plain(sand),
  plain('#BBDAD6'),
  plain(tealLight),
  plain('#2C7C79', true),
  plain('#0A474B', true),
];
const mastery = [
  hatched('#B5A4D9'),
  plain('#DACFEC'),
  plain('#B5A4D9'),
  plain('#725BAC', true),
  plain('#3D2A73', true),
];
const diverging = ['#8C3F17', '#DCA985', '#E6DFD2', tealLight, '#0A474B'];
const sequential = ['#BBDAD6', tealLight, '#2C7C79', '#0A474B'];

/** Colours for a scale of `count` answers, in its own order. */
export function coloursOf(look: ScaleLook, count: number): readonly BarColour[] {
  if (look === 'frequency' && count === frequency.length) return frequency;
  if (look === 'mastery' && count === mastery.length) return mastery;
  return spread(look === 'agreement' ? diverging : sequential, count).map((fill) => readable(fill));
}

/** `count` colours at equal steps along the given ones. */
function spread(stops: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const position = count === 1 ? stops.length - 1 : (index / (count - 1)) * (stops.length - 1);
    const low = Math.min(Math.floor(position), stops.length - 1);
    const high = Math.min(low + 1, stops.length - 1);
    return blend(stops[low] as string, stops[high] as string, position - low);
  });
}

function blend(from: string, to: string, part: number): string {
  const [one, other] = [channels(from), channels(to)];
  const hex = one.map((value, index) => Math.round(value + ((other[index] as number) - value) * part));
  return `#${hex.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/**
 * The colour with the words that read best on it. Halfway between light and dark neither ink nor paper reaches
 * 4.5:1; such a colour is darkened until paper does.
 */
function readable(colour: string): BarColour {
  if (contrast(colour, '#211D19') >= 4.5) return plain(colour);
  const paper = contrast(colour, '#FFFDF8');
  return paper >= 4.5 ? plain(colour, true) : readable(blend(colour, '#000000', 0.04));
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, 0 for black to 1 for white (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
