// Which words of a text stand in a language: nobody reads what the team withdrew, in whatever language it was rewritten.
import type { ReportBlock } from './blocks.ts';

type TextBlock = Extract<ReportBlock, { kind: 'text' }>;

export interface WrittenText {
  readonly language: string;
  readonly words: string;
}

/**
 * The written words of a text, per language; none where it says in every language what is proposed. Rewriting one of the
 * template's own words withdraws them all; writing a language the template lacks only adds.
 */
export function writtenWords({ words = {}, edited = {} }: TextBlock): Readonly<Record<string, string>> {
  const rewritten = Object.keys(edited).some((language) => words[language] !== undefined);
  return rewritten ? edited : { ...words, ...edited };
}

/**
 * The written words a reader gets, and the language they are in; null where the text says what is proposed.
 * @param order languages in the order they are taken where the reader's own is missing.
 */
export function writtenText(
  block: TextBlock,
  language: string,
  order: readonly string[],
): WrittenText | null {
  const written = writtenWords(block);
  const found = [language, ...order, ...Object.keys(written)].find((each) => written[each] !== undefined);
  return found === undefined ? null : { language: found, words: written[found] ?? '' };
}
