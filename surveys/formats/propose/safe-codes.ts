// Codes for questions, options and rows, made of their words: safe in names and files, unique, and the same whenever the
// same words come in the same order.
import { codeBeside, codeFrom } from '../../editing/starts.ts';

/** Codes that mean something of their own in names, fields or pages. */
const reserved = [
  'text',
  'instead',
  'form',
  'main',
  'page',
  'summary',
  'consent',
  'group',
  'constructor',
  'given',
  'unranked',
  'decline',
];

/** A code made of words that is none of `taken`. @param otherwise for words without a letter or digit of the alphabet. */
export function safeCode(words: string, taken: readonly string[], otherwise: string): string {
  const plain = codeFrom(words)
    .toLowerCase()
    .replace(/^[_-]+/, '');
  const wish = plain === '' || plain === 'x' ? otherwise : plain;
  return codeBeside([...taken, ...reserved], wish);
}

/** The code of a question: its heading where that is short, else its place in the file: `q7`. */
export function questionCode(heading: string, place: number, taken: readonly string[]): string {
  const words = heading.length <= 30 ? heading : '';
  const code = safeCode(words, taken, `q${place + 1}`);
  return /^[a-z]/.test(code) ? code : safeCode(`q-${code}`.slice(0, 40), taken, `q${place + 1}`);
}

/** A code per label, in order. */
export function safeCodes(labels: readonly string[]): readonly string[] {
  const taken: string[] = [];
  for (const [index, label] of labels.entries()) taken.push(safeCode(label, taken, `o${index + 1}`));
  return taken;
}
