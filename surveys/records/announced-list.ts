// A list pasted from a page: what announces it, its lines, and where it ends. What comes after the list is another text and
// never becomes part of it.

export interface AnnouncedList {
  /** The line that says a list will come; null where the text begins with the list itself. */
  readonly lead: string | null;
  /** Without the marks before them, each once. */
  readonly entries: readonly string[];
  /** How many lines stand after the end of the list: they are let be. */
  readonly after: number;
}

const marks = /^(?:[•‣◦▪*–—-]|\d{1,3}[.)])\s*/u;

/**
 * Reads a pasted text. A line that ends with a colon announces the list; its lines follow, up to the first empty line. Without
 * such a line the list is the first lines of the text. Announced and not there, it has no entries.
 */
export function readAnnouncedList(text: string): AnnouncedList {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const announcing = lines.findIndex((line) => line.endsWith(':'));
  const rest = lines.slice(announcing + 1);
  const begin = rest.findIndex((line) => line !== '');
  const found = begin < 0 ? [] : rest.slice(begin);
  const end = found.indexOf('');
  const entries = (end < 0 ? found : found.slice(0, end))
    .map((line) => line.replace(marks, '').trim())
    .filter((line) => line !== '');
  return {
    lead: announcing < 0 ? null : (lines[announcing] ?? null),
    entries: entries.filter((entry, place) => entries.indexOf(entry) === place),
    after: end < 0 ? 0 : found.slice(end).filter((line) => line !== '').length,
  };
}
