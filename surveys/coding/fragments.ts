// The part of an answer a remark is about: it is always words of the answer itself, as they may be read.
import { masked } from '../masked-words.ts';

/** Spaces and line breaks count as one space: what is copied from a page has lost them. */
const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();

/**
 * The fragment as it stands in the answer, or null where the answer has no such words.
 * @param typed as somebody typed or selected it; nothing typed is the whole answer.
 */
export function fragmentOf(answer: string, typed: string): string | null {
  const [whole, part] = [plain(answer), plain(typed)];
  if (part === '' || part === whole) return answer.trim();
  return whole.includes(part) ? part : null;
}

/** What of an answer no remark is about yet; empty where nothing is left but signs between words. */
export function restOf(answer: string, fragments: readonly string[]): string {
  const rest = fragments.reduce((left, fragment) => left.replace(plain(fragment), '\n'), plain(answer));
  const [longest = ''] = rest
    .split('\n')
    .map((piece) => piece.replace(/^[\s,;.:!?–-]+/u, '').trim())
    .sort((one, other) => other.length - one.length);
  return /[\p{L}\p{N}]/u.test(longest) ? longest : '';
}

/**
 * The words with every occurrence of these taken out, whatever their capitals; null where they do not stand in them.
 */
export function withTakenOut(words: string, taken: string): string | null {
  const part = plain(taken);
  if (part === '' || part === masked) return null;
  const pattern = part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/ /g, '\\s+');
  const without = words.replace(new RegExp(pattern, 'giu'), masked);
  return without === words ? null : without;
}
