// Numbers, shares and dates as people in each language write them. Formatters are kept: making one is slow.
import type { NumericMeasure } from '../surveys/variable.ts';

const locales: Readonly<Record<string, string>> = {
  nl: 'nl-BE',
  en: 'en-GB',
  fr: 'fr-BE',
  de: 'de-BE',
  da: 'da-DK',
};
const timeZone = 'Europe/Brussels';

/** The locale by which numbers and dates of a screen language are written. */
export function localeOf(language: string): string {
  return locales[language] ?? language;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(language: string, style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${language} ${style} ${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { style, maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format;
}

/** A number with at most `digits` decimals: `1.234,5` in Dutch. */
export function formatNumber(language: string, value: number, digits = 2): string {
  return numberFormat(language, 'decimal', digits).format(value);
}

/** A number with exactly so many decimals, for columns and axes: `2,0`. */
export function formatFixed(language: string, value: number, digits: number): string {
  return value.toLocaleString(localeOf(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A share between 0 and 1 in percent: 0.28 is `28%`. */
export function formatPercent(language: string, share: number, digits = 0): string {
  return numberFormat(language, 'percent', digits).format(share);
}

const euroFormats = new Map<string, Intl.NumberFormat>();
/** Whole euro: `€ 12.000` in Dutch. */
export function formatEuro(language: string, amount: number): string {
  let format = euroFormats.get(language);
  if (!format) {
    const style = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const;
    format = new Intl.NumberFormat(localeOf(language), style);
    euroFormats.set(language, format);
  }
  return format.format(amount);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
type DateKind = 'day' | 'date' | 'month' | 'time';
function dateFormat(language: string, kind: DateKind): Intl.DateTimeFormat {
  const key = `${language} ${kind}`;
  let format = dateFormats.get(key);
  if (!format) {
    const styles: Readonly<Record<DateKind, Intl.DateTimeFormatOptions>> = {
      day: { dateStyle: 'long', timeZone: 'UTC' },
      date: { dateStyle: 'long', timeZone },
      month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
      time: { timeStyle: 'short', timeZone },
    };
    format = new Intl.DateTimeFormat(localeOf(language), styles[kind]);
    dateFormats.set(key, format);
  }
  return format;
}

/** A day (`2024-03-01`) or a moment (ISO 8601, read in Belgian time) as `1 maart 2024`. */
export function formatDate(language: string, iso: string): string {
  return dateFormat(language, iso.length === 10 ? 'day' : 'date').format(new Date(iso));
}

/** The time of a moment in Belgium: `14:03`. */
export function formatTime(language: string, iso: string): string {
  return dateFormat(language, 'time').format(new Date(iso));
}

/** A stored answer with a place on a number line: `12,5`, `1 maart 2024`, `maart 2024` or `2024`. */
export function formatPlace(language: string, measure: NumericMeasure, answer: string): string {
  switch (measure) {
    case 'number':
      return formatNumber(language, Number(answer), 10);
    case 'day':
      return formatDate(language, answer);
    case 'month':
      return dateFormat(language, 'month').format(new Date(`${answer}-01T00:00:00Z`));
    case 'year':
      return answer;
  }
}
