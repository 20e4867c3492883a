// The simplest blocks of a document for paper: a heading, and words in one tone.
import type { PaperBlock, Stretches, Tone } from './document.ts';

/** Words as stretches of a sentence. */
export function plain(said: string | Stretches): Stretches {
  return typeof said === 'string' ? [{ text: said }] : said;
}

export function heading(level: 2 | 3, text: string, anchor: string | null = null): PaperBlock {
  return { kind: 'heading', level, text, mark: '', anchor };
}

export function paragraph(said: string | Stretches, tone: Tone = 'plain'): PaperBlock {
  return { kind: 'paragraph', tone, stretches: plain(said) };
}

/** Smaller words beside what matters. */
export function note(said: string | Stretches): PaperBlock {
  return paragraph(said, 'note');
}
