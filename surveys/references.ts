// References to answers in words of the definition: `{A2}`, or `{A2|je bib}` with words for where there is no answer.
import type { Text } from './questionnaire.ts';

/** One reference: its name, and behind the bar the words without an answer. */
export const reference = /\{([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)(?:\|([^{}]*))?\}/g;

export interface Reference {
  /** A variable, or a question whose ticks are to be named. */
  readonly name: string;
  /** What stands there without an answer; null when nothing was thought of. */
  readonly otherwise: string | null;
}

/** The references in one text, in one language. */
export function referencesIn(words: string): readonly Reference[] {
  return [...words.matchAll(reference)].map(([, name = '', otherwise]) => ({
    name,
    otherwise: otherwise ?? null,
  }));
}

/** The words with every reference under the name that it has now. */
export function renameReferences(words: string, rename: (name: string) => string): string {
  return words.replaceAll(
    reference,
    (_, name: string, otherwise?: string) =>
      `{${rename(name)}${otherwise === undefined ? '' : `|${otherwise}`}}`,
  );
}

/** A text as it reads for nobody in particular: with the words behind the bar, or dots where there are none. */
export function withoutReferences(text: Text): Text {
  if (!Object.values(text).some((words) => words.includes('{'))) return text;
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [
      language,
      words.replaceAll(reference, (_, _name: string, otherwise?: string) => otherwise ?? '…'),
    ]),
  );
}
