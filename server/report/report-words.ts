// Says the generated sentences and figures of a report in one language.

import { wholePercent } from '../../analysis/chart.ts';
import type { Share } from '../../analysis/figure.ts';
import type { Day, Quoted, Sentence } from '../../analysis/report/model.ts';
import { inLanguage, type Text } from '../../surveys/questionnaire.ts';
import { formatDate, formatNumber, formatPercent, localeOf } from '../format-values.ts';
import { readMessage, spoken, type Texts, type Values } from '../texts.ts';

/** A stretch of a sentence; the project's own words in it stand out. */
export interface Part {
  readonly text: string;
  readonly strong: boolean;
  /** The code of the figure it says. */
  readonly figure?: string;
}

/** A share as it is read: the figure, what it is of, and its interval where there is one. */
export interface ShareWords {
  /** "36%", "5 van de 6", or "te weinig antwoorden". */
  readonly figure: string;
  /** "38 van de 105", or empty where the figure says it already. */
  readonly of: string;
  /** "28–46%", or empty. */
  readonly interval: string;
  readonly smallGroup: boolean;
}

export interface ReportWords {
  readonly language: string;
  /** The same words in another language. */
  as(language: string): ReportWords;
  t(key: string, values?: Values): string;
  text(text: Text | null): string;
  say(sentence: Sentence): string;
  parts(sentence: Sentence): readonly Part[];
  /** A message that is data of the project, filled. */
  list(words: readonly string[]): string;
  fill(message: Text, values: Readonly<Record<string, string | number>>): string;
  share(share: Share): ShareWords;
  number(value: number, digits?: number): string;
  percent(share: number): string;
  date(iso: string): string;
}

// Private-use characters: they mark where the project's words begin and end inside a said sentence.
const open = '\uE000';
const close = '\uE001';

/** The words of a report in a language. */
export function reportWords(texts: Texts, language: string): ReportWords {
  const lists = new Intl.ListFormat(localeOf(language), { type: 'conjunction' });
  const marked = (text: Text) => `${open}${inLanguage(text, language)}${close}`;
  const filled = (value: Sentence['values'][string]): string | number => {
    if (typeof value !== 'object') return value;
    if (isList(value)) return lists.format(value.map(marked));
    if (isQuoted(value)) return `“${inLanguage(value.quoted, language)}”`;
    return isDay(value) ? formatDate(language, value.day) : marked(value);
  };
  const withMarks = ({ key, values }: Sentence) =>
    texts.say(
      language,
      key,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(value)])),
    );
  const percent = (share: number) => formatPercent(language, wholePercent(share) / 100);
  const t = (key: string, values?: Values) => texts.say(language, key, values);
  return {
    language,
    as: (other) => reportWords(texts, other),
    t,
    text: (text) => (text ? inLanguage(text, language) : ''),
    say: (sentence) => withMarks(sentence).replaceAll(open, '').replaceAll(close, ''),
    parts: (sentence) =>
      withMarks(sentence)
        .split(open)
        .flatMap((piece, index) => {
          if (index === 0) return [{ text: piece, strong: false }];
          const [strong = '', after = ''] = piece.split(close);
          return [
            { text: strong, strong: true },
            { text: after, strong: false },
          ];
        })
        .filter(({ text }) => text !== ''),
    list: (items) => lists.format(items),
    fill: (message, values) => spoken(readMessage(inLanguage(message, language), language), language, values),
    number: (value, digits = 0) => formatNumber(language, value, digits),
    percent,
    date: (iso) => formatDate(language, iso),
    share: (share) => {
      const { count, base, estimate, interval, openness, unit, method } = share;
      const nothing = { of: '', interval: '', smallGroup: openness === 'smallGroup' };
      if (openness === 'withheld' || (estimate === null && count === null))
        return { figure: t('report.share.withheld'), ...nothing };
      if (method === 'mean' && estimate !== null)
        return {
          ...nothing,
          figure: t('report.share.mean', { score: wholePercent(estimate) }),
          of: t('report.share.meanOf', { base: base ?? 0 }),
        };
      const of = count === null || base === null ? '' : t('report.share.of', { count, base });
      // Interviews are always "5 van de 6": so few talks make no percentage (docs/rules.md, Evidence).
      if (estimate === null || openness === 'countOnly' || unit === 'interviews')
        return { figure: of || String(count), ...nothing };
      const range = interval && t('report.share.interval', ends(interval));
      return { ...nothing, figure: percent(estimate), of, interval: range ?? '' };
    },
  };
}

function ends({ lower, upper }: { readonly lower: number; readonly upper: number }) {
  return { lower: wholePercent(lower), upper: wholePercent(upper) };
}

function isQuoted(value: Text | Day | Quoted): value is Quoted {
  return 'quoted' in value;
}

function isList(value: Text | readonly Text[] | Day | Quoted): value is readonly Text[] {
  return Array.isArray(value);
}

function isDay(value: Text | Day): value is Day {
  return 'day' in value;
}
