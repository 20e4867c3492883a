// Words longer than a line, such as an address somebody pasted, get places to break: without them they run off the page, and
// the typesetter would weigh every letter of them.
import { eachText } from '../each-text.ts';

/** A hash of 64 letters fits a line and stays whole, so that it can be copied. */
const longest = 64;
const piece = 40;
const breaking = '\u200B';
const longWord = new RegExp(`\\S{${longest + 1},}`, 'gu');
const pieces = new RegExp(`.{${piece}}(?=.)`, 'gu');

/** Names of fields whose words are not set as text. */
const untouched = new Set([
  'anchor',
  'to',
  'kind',
  'tone',
  'date',
  'language',
  'alternative',
  'drawing',
  'shelf',
  'legend',
]);

/** The same plain value with every long word in its texts broken into pieces. */
export function withBreaks<T>(value: T): T {
  return eachText(value, broken, untouched);
}

function broken(text: string): string {
  return text.replaceAll(longWord, (word) => word.replaceAll(pieces, (part) => part + breaking));
}
