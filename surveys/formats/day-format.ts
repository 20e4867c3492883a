// Dates as other tools write them → a day, by a format given as data such as `M/D/YY H:mm`.

const parts: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '\\d{2}',
  H: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}(?:\\.\\d+)?',
  '*': '.*',
};
const tokens = /YYYY|YY|MM|M|DD|D|HH|H|mm|ss|\*|[^A-Za-z*]+|[A-Za-z]/g;

/** Whether a format names a year, a month and a day once each. */
export function isDayFormat(format: string): boolean {
  const found = format.match(tokens) ?? [];
  const once = (names: readonly string[]) => found.filter((token) => names.includes(token)).length === 1;
  return once(['YYYY', 'YY']) && once(['MM', 'M']) && once(['DD', 'D']);
}

/**
 * A reader of dates in one format: gives the day as `2018-06-26`, or null when the text is no such date or the
 * date does not exist. Two-digit years are 2000-2099; `*` stands for anything, such as a time zone.
 * @throws RangeError when the format lacks a year, month or day.
 */
export function dayReader(format: string): (text: string) => string | null {
  if (!isDayFormat(format)) throw new RangeError(`"${format}" needs a year, a month and a day`);
  const source = (format.match(tokens) ?? []).map(
    (token) => parts[token] ?? token.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'),
  );
  const pattern = new RegExp(`^${source.join('')}$`);
  return (text) => {
    const found = pattern.exec(text)?.groups;
    if (!found) return null;
    const year = found.year ? Number(found.year) : 2000 + Number(found.shortYear);
    const date = new Date(Date.UTC(year, Number(found.month) - 1, Number(found.day)));
    const exists = date.getUTCMonth() + 1 === Number(found.month) && date.getUTCDate() === Number(found.day);
    return exists ? date.toISOString().slice(0, 10) : null;
  };
}
