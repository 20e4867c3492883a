// Words as every paper format can hold them. Control characters and halves of characters cannot stand in XML or in a
// font; each becomes the sign for "no such character", so that it is seen that something stood there.

/** Tabs and ends of lines stay; C0 and C1 controls, halves of pairs, and what XML refuses do not. */
const unprintable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** Ends of lines and marks of a file's beginning that came along with pasted words: PDF refuses them. */
const lineEnd = /[\u2028\u2029]/g;
const fileMark = /\uFEFF/g;
const stays = new Set(['\t', '\n', '\r']);

/** The same plain value with every word in it printable. */
export function printable<T>(value: T): T {
  // The walk keeps every shape and only changes letters in strings, which TypeScript cannot follow.
  return walked(value) as T;
}

function walked(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replaceAll(lineEnd, '\n')
      .replaceAll(fileMark, '')
      .replaceAll(unprintable, (sign) => (stays.has(sign) ? sign : '\uFFFD'));
  if (Array.isArray(value)) return value.map(walked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walked(entry)]));
}
