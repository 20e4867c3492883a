// Words on their way into XML: a picture, a codebook, a workbook.

/** Words as XML takes them, also within quotes; what XML knows no character for is left out. */
export function xmlWords(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
