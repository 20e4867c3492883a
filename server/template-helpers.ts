// The helpers templates may call. They speak, format and compare; they decide nothing.
import type Handlebars from 'handlebars';
import { inLanguage, type Text } from '../surveys/questionnaire.ts';
import { formatDate, formatNumber, formatPercent, formatTime } from './format-values.ts';
import type { Assets } from './static.ts';
import type { Message, Texts, Values } from './texts.ts';

/** Handlebars' last argument of every helper: named values, and the data the page was rendered with. */
interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly language: string };
}

/**
 * {{t "respond.next" n=3}}, {{message m}}, {{text value}}, {{json value}}, {{number x digits=1}}, {{percent share}},
 * {{date iso}}, {{time iso}}, {{mistakeOf mistakes "field"}}, {{eq a b}}, {{not a}}, {{and a b}}, {{or a b}}, {{concat a b}}, {{add a b}}, {{asset "site.css"}}.
 */
export function templateHelpers(
  handlebars: typeof Handlebars,
  texts: Texts,
  assets: Assets,
): Readonly<Record<string, Handlebars.HelperDelegate>> {
  const languageOf = (options: HelperOptions) => options.data.language;
  return {
    t: (key: string, options: HelperOptions) => texts.say(languageOf(options), key, options.hash as Values),
    message: (message: Message, options: HelperOptions) =>
      texts.say(languageOf(options), message.key, message.values),
    text: (text: Text, options: HelperOptions) => inLanguage(text, languageOf(options)),
    // A closing script tag inside a string would end the element early.
    json: (value: unknown) => new handlebars.SafeString(JSON.stringify(value).replaceAll('<', '\\u003c')),
    number: (value: number, options: HelperOptions) =>
      formatNumber(languageOf(options), value, digitsOf(options) ?? 2),
    percent: (share: number, options: HelperOptions) =>
      formatPercent(languageOf(options), share, digitsOf(options) ?? 0),
    date: (iso: string, options: HelperOptions) => formatDate(languageOf(options), iso),
    time: (iso: string, options: HelperOptions) => formatTime(languageOf(options), iso),
    eq: (a: unknown, b: unknown) => a === b,
    mistakeOf: (mistakes: readonly (Message & { readonly field: string })[], field: string) =>
      mistakes.find((mistake) => mistake.field === field) ?? null,
    not: (value: unknown) => !value,
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    or: (...values: unknown[]) => values.slice(0, -1).some(Boolean),
    concat: (...values: unknown[]) => values.slice(0, -1).join(''),
    add: (a: number, b: number) => a + b,
    asset: (name: string) => assets.address(name),
  };
}

function digitsOf(options: HelperOptions): number | undefined {
  const { digits } = options.hash;
  return typeof digits === 'number' ? digits : undefined;
}
