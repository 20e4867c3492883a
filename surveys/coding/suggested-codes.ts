// Codes the words of a remark point to: those whose name or keywords stand in it. Proposals for a person, never codes.
import type { CodebookEntry } from '../needs-catalogue.ts';

/** Shorter names are parts of ordinary words too. */
const shortestName = 4;

/**
 * The codes of a dimension whose name or one of whose keywords begins a word of the text, in the order of the codebook.
 * Capitals and accents make no difference.
 */
export function suggestedCodes(codes: readonly CodebookEntry[], text: string): readonly string[] {
  const words = ` ${spelled(text)}`;
  const said = (name: string) => name !== '' && words.includes(` ${name}`);
  return codes
    .filter(
      ({ label, keywords = [] }) =>
        Object.values(label)
          .map(spelled)
          .some((name) => name.length >= shortestName && said(name)) || keywords.map(spelled).some(said),
    )
    .map(({ code }) => code);
}

/** Words without accents, capitals and signs, one space between each. */
function spelled(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
