// Stored numbers and dates as people of a language write them: in fields that show an answer again, and in messages.
import type { NumericMeasure } from './variable.ts';

/** English days in the European order; the other languages have one that people here share. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language);

/** Languages that write a comma before the decimals; the others have a point. */
const withComma = new Set(['nl', 'fr', 'de', 'da']);

/** A stored number (`12.5`) as it is typed in the language (`12,5`), without signs between thousands; other text stays as it is. */
export function numberToType(stored: string, language: string): string {
  return withComma.has(language) && /^-?\d+\.\d+$/.test(stored) ? stored.replace('.', ',') : stored;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A stored number as it stands in a sentence: `1234.5` is `1.234,5` in Dutch. */
export function numberInWords(stored: string, language: string): string {
  let format = numberFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 10 });
    numberFormats.set(language, format);
  }
  return format.format(Number(stored));
}

const dateForms = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A stored day, month or year in words: `2024-03-01` is `1 maart 2024`; what is no date stays as it is. */
export function dateInWords(
  precision: Exclude<NumericMeasure, 'number'>,
  stored: string,
  language: string,
): string {
  if (precision === 'year') return stored;
  const moment = Date.parse(precision === 'day' ? `${stored}T00:00:00Z` : `${stored}-01T00:00:00Z`);
  if (Number.isNaN(moment)) return stored;
  const key = `${precision} ${language}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { ...dateForms[precision], timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(moment);
}
