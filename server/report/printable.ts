// Words as every paper format can hold them. Control characters and halves of characters cannot stand in XML or in a
// font; each becomes the sign for "no such character", so that it is seen that something stood there.
import { eachText } from './each-text.ts';

/** Tabs and ends of lines stay; C0 and C1 controls, halves of pairs, and what XML refuses do not. */
const unprintable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** Ends of lines and marks of a file's beginning that came along with pasted words: PDF refuses them. */
const lineEnd = /[\u2028\u2029]/g;
const fileMark = /\uFEFF/g;
const stays = new Set(['\t', '\n', '\r']);

/** The same plain value with every word in it printable. */
export function printable<T>(value: T): T {
  return eachText(value, (text) =>
    text
      .replaceAll(lineEnd, '\n')
      .replaceAll(fileMark, '')
      .replaceAll(unprintable, (sign) => (stays.has(sign) ? sign : '\uFFFD')),
  );
}
