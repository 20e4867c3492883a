// A cell that lists several answers, such as "Books; Films" → the options it ticks. Options may hold the separator
// themselves ("Employed, full-time"): the longest option that fits is taken.
import { plain } from './headings.ts';

/**
 * A reader of lists: gives the code of each part, in order, or the first part that is no option.
 * @param codes what a part may say → its code. @param separator the sign between parts, such as `;`.
 */
export function listReader(
  codes: ReadonlyMap<string, string>,
  separator: string,
): (content: string) => { readonly codes: readonly string[] } | { readonly unknown: string } {
  const longest = Math.max(1, ...[...codes.keys()].map((option) => option.split(separator).length));
  return (content) => {
    const parts = content.split(separator);
    const found: string[] = [];
    for (let at = 0; at < parts.length; ) {
      const taken = longestOption(codes, parts, at, Math.min(longest, parts.length - at), separator);
      if (taken === null) {
        // A separator at the end, or two of them, says nothing.
        if (plain(parts[at] ?? '') !== '') return { unknown: plain(parts[at] ?? '') };
        at += 1;
        continue;
      }
      found.push(taken.code);
      at += taken.length;
    }
    return { codes: found };
  };
}

function longestOption(
  codes: ReadonlyMap<string, string>,
  parts: readonly string[],
  at: number,
  most: number,
  separator: string,
) {
  for (let length = most; length > 0; length -= 1) {
    const code = codes.get(plain(parts.slice(at, at + length).join(separator)));
    if (code !== undefined) return { code, length };
  }
  return null;
}
