// Words of people on their way out: what leads straight to somebody is taken out of them.

/** What stands in the place of what was taken out. */
export const masked = '[…]';

const email = /[^\s@<>()[\]",;:]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Numbers of eight to fifteen digits with what people write between them; a year or an amount is shorter. */
const phone = /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s./()-]{0,2}\d){7,14}(?![\p{L}\p{N}])/gu;

/**
 * Takes out e-mail addresses, telephone numbers and these names, whatever their capitals. Names of persons that nobody
 * listed stay: a human reads before words are released.
 * @param names such as those of the libraries in the register.
 */
export function wordsMasker(names: readonly string[]): (words: string) => string {
  const known = names
    .map((name) => name.trim())
    // Shorter ones are ordinary words too, and what stands in their place would be longer.
    .filter((name) => name.length > 4)
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const listed =
    known.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (words) => {
    const without = words.replace(email, masked).replace(phone, masked);
    return listed === null ? without : without.replace(listed, masked);
  };
}
