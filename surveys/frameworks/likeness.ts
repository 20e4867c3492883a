// How like two texts are once capitals, spaces and signs are set aside, and whether what is left looks like a slip of the pen.

/** Words without capitals or signs around them: what counts when texts are compared. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** Whether two texts say the same but for capitals, spaces and signs around words. */
export function sayTheSame(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

/** Letters a word must have before one letter more or less can be a slip. */
const fewestLetters = 4;
/** Letters a word must have before another letter can be a slip: short words that differ in one are often two words. */
const fewestLettersReplaced = 8;

/**
 * The words that differ in nothing but a probable slip of the pen, as pairs; null when the texts differ more, or not at all.
 * A slip is one letter left out, put in or replaced, or two swapped (Damerau-Levenshtein distance 1), within a word and not
 * at its last letter, where Dutch and English keep their endings; a number is never a slip.
 * @example probableSlips('kennen en tepassen', 'kennen en toepassen') // [['tepassen', 'toepassen']]
 */
export function probableSlips(one: string, other: string): readonly (readonly [string, string])[] | null {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.length !== others.length) return null;
  const pairs = words.flatMap((word, index): readonly (readonly [string, string])[] => {
    const beside = others[index] ?? '';
    return word === beside ? [] : [[word, beside]];
  });
  return pairs.length > 0 && pairs.every(([word, beside]) => isSlip(word, beside)) ? pairs : null;
}

function isSlip(one: string, other: string): boolean {
  if (/\d/.test(one + other)) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < fewestLetters || long.length - short.length > 1) return false;
  const at = [...long].findIndex((letter, index) => letter !== short[index]);
  const rest = (word: string, skipped: number) => word.slice(at + skipped);
  if (at >= long.length - 1) return false;
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, 2) === rest(long, 2);
  return swapped || (short.length >= fewestLettersReplaced && rest(short, 1) === rest(long, 1));
}

/** The share of words two texts have in common, 0 to 1 (Dice): twice the shared words by all words. */
export function likeness(one: string, other: string): number {
  const [words, others] = [wordsOf(one), [...wordsOf(other)]];
  const all = words.length + others.length;
  let shared = 0;
  for (const word of words) {
    const at = others.indexOf(word);
    if (at === -1) continue;
    others.splice(at, 1);
    shared += 1;
  }
  return all === 0 ? 1 : (2 * shared) / all;
}
