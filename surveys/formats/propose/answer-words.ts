// Answers as words that can be compared: what differs only in capitals, blanks, kinds of apostrophe or a full stop at
// the end is the same answer.
import type { Counted } from './profile.ts';

/** The words of an answer in lower case, with plain apostrophes and single blanks, without a full stop at the end. */
export function answerWords(answer: string): string {
  return answer
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘´`ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{L})\?(?=(s|t|re|ve|ll|d|m)\b)/gu, "'")
    .trim()
    .replace(/[.:;]$/, '')
    .trim();
}

/** One answer with every spelling it has, the most frequent first. */
export interface SpelledAnswer {
  readonly spellings: readonly string[];
  readonly count: number;
}

/** Cells as answers: spellings of one answer together. In the order of the cells. */
export function spelledAnswers(cells: readonly Counted[]): readonly SpelledAnswer[] {
  const answers = new Map<string, { spellings: string[]; count: number }>();
  for (const [cell, count] of cells) {
    // Signs alone, such as "-" and "–", are compared as they are.
    const words = /[\p{L}\d]/u.test(cell) ? answerWords(cell) : cell;
    const known = answers.get(words);
    if (known) {
      known.spellings.push(cell);
      known.count += count;
    } else answers.set(words, { spellings: [cell], count });
  }
  return [...answers.values()];
}
