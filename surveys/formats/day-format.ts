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

/** How much of a date is given. */
export type Precision = 'day' | 'month' | 'year';

/** Whether a format names a year, a month and a day once each. */
export function isDayFormat(format: string): boolean {
  return precisionOf(format) === 'day';
}

/** What a format names once each: a year, a month of it, a day of that; null when it names less, or something twice. */
export function precisionOf(format: string): Precision | null {
  const found = format.match(tokens) ?? [];
  const times = (names: readonly string[]) => found.filter((token) => names.includes(token)).length;
  const [years, months, days] = [times(['YYYY', 'YY']), times(['MM', 'M']), times(['DD', 'D'])];
  if (years !== 1 || months > 1 || days > months) return null;
  return days === 1 ? 'day' : months === 1 ? 'month' : 'year';
}

/**
 * A reader of dates in one format: gives the day as `2018-06-26`, or null when the text is no such date or the
 * date does not exist. Two-digit years are 2000-2099; `*` stands for anything, such as a time zone.
 * @throws RangeError when the format lacks a year, month or day.
 */
export function dayReader(format: string): (text: string) => string | null {
  if (!isDayFormat(format)) throw new RangeError(`"${format}" needs a year, a month and a day`);
  return dateReader(format);
}

/**
 * The same for a format that may leave out the day, or the month too: gives `2018-06` or `2018`.
 * @throws RangeError when the format names no year, or something twice.
 */
export function dateReader(format: string): (text: string) => string | null {
  const precision = precisionOf(format);
  if (precision === null) throw new RangeError(`"${format}" needs a year, or a year and a month`);
  const source = (format.match(tokens) ?? []).map(
    (token) => parts[token] ?? token.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'),
  );
  const pattern = new RegExp(`^${source.join('')}$`);
  const length = { day: 10, month: 7, year: 4 }[precision];
  return (text) => {
    const found = pattern.exec(text)?.groups;
    if (!found) return null;
    const year = found.year ? Number(found.year) : 2000 + Number(found.shortYear);
    const [month, day] = [Number(found.month ?? 1), Number(found.day ?? 1)];
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
    return exists ? date.toISOString().slice(0, length) : null;
  };
}
