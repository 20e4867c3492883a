// Every word on screen: read once from views/texts/<language>/<area>.json, spoken as ICU messages.
// Every language has the areas respondents and the public see; the others are in the languages of the workspace alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { inLanguage, type Text } from '../surveys/questionnaire.ts';
import { formatNumber, localeOf } from './format-values.ts';

/** What fills a message: words, numbers, or words of a questionnaire in several languages. */
export type Values = Readonly<Record<string, string | number | Text>>;

/** A sentence a pure room asks for: the key of its words and what fills them. */
export interface Message {
  readonly key: string;
  readonly values?: Values | undefined;
}

export interface Texts {
  /** The languages of what respondents and the public see: every folder of words, Dutch first. */
  readonly languages: readonly string[];
  /** Those that also have the words of the workspace, the panel, reports and commands: every area Dutch has. */
  readonly workspaceLanguages: readonly string[];
  /** Those a report can be read in: every word that a published page says is there. */
  readonly reportLanguages: readonly string[];
  /** The words under `area.key`, filled. @throws RangeError when there are none: a programming mistake. */
  say(language: string, key: string, values?: Values): string;
  has(language: string, key: string): boolean;
  /** Every key of a language, for the check that all languages say the same things. */
  keys(language: string): readonly string[];
}

type Entry = string | IntlMessageFormat;

/** Reads all words under a folder: one folder per language, one file per area. The first language is Dutch. */
export function loadTexts(folder: string): Texts {
  const languages = readdirSync(folder).sort((a, b) => Number(b === 'nl') - Number(a === 'nl'));
  const entries = new Map(languages.map((language) => [language, readLanguage(join(folder, language))]));
  const areas = languages.map((language) => areasOf(join(folder, language)));
  const [first = ''] = languages;

  function say(language: string, key: string, values?: Values): string {
    const words = entries.get(language);
    const entry = words?.get(key);
    // A report in a language of readers alone: one sentence in Dutch is better than no page. A test finds it first.
    if (words && entry === undefined && readersAlone.includes(language) && entries.get(first)?.has(key))
      return say(first, key, values);
    if (entry === undefined || !words) throw new RangeError(`no words for "${key}" in "${language}"`);
    if (typeof entry !== 'string') return spoken(entry, language, values);
    // Most words have nothing to fill and need no parser.
    if (!entry.includes('{') && !entry.includes("''")) return entry;
    const format = readMessage(entry, language);
    words.set(key, format);
    return spoken(format, language, values);
  }

  const having = (wanted: readonly string[]) =>
    languages.filter((_, index) => wanted.every((area) => areas[index]?.includes(area)));
  const workspaceLanguages = having(areas[0] ?? []);
  const reportLanguages = having(['report']);
  const readersAlone = reportLanguages.filter((language) => !workspaceLanguages.includes(language));

  return {
    languages,
    workspaceLanguages,
    reportLanguages,
    say,
    has: (language, key) => entries.get(language)?.has(key) ?? false,
    keys: (language) => [...(entries.get(language)?.keys() ?? [])],
  };
}

/** A message ready to be filled, again and again. @throws SyntaxError when it is no ICU message. */
export function readMessage(message: string, language: string): IntlMessageFormat {
  const format = new IntlMessageFormat(message, localeOf(language), undefined, { ignoreTag: true });
  renamePrinted(format.getAst());
  return format;
}

/** A message of `readMessage` with its values. */
export function spoken(format: IntlMessageFormat, language: string, values: Values = {}): string {
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    const plain = typeof value === 'object' ? inLanguage(value, language) : value;
    filled[name] = plain;
    filled[printed(name)] = typeof plain === 'number' ? formatNumber(language, plain) : plain;
  }
  return String(format.format(filled));
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;
/** How the parser numbers a bare `{name}`; its own enum is not exported where we could import it. */
const bareArgument = 1;
const isBare = ({ type }: { readonly type: number }) => type === bareArgument;
const printed = (name: string) => `printed ${name}`;

/** ICU prints the number of a bare `{count}` without points and commas; under a name of its own it can have them. */
function renamePrinted(ast: Ast): void {
  for (const part of ast) {
    if ('options' in part) for (const { value } of Object.values(part.options)) renamePrinted(value);
    else if (isBare(part) && 'value' in part) part.value = printed(part.value);
  }
}

function areasOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

function readLanguage(folder: string): Map<string, Entry> {
  const words = new Map<string, Entry>();
  for (const area of areasOf(folder)) {
    const content: unknown = JSON.parse(readFileSync(join(folder, `${area}.json`), 'utf8'));
    gather(area, content, words);
  }
  return words;
}

/** Nested objects of words become dotted keys. */
function gather(key: string, content: unknown, words: Map<string, Entry>): void {
  if (typeof content === 'string') {
    words.set(key, content);
  } else if (typeof content === 'object' && content !== null) {
    for (const [name, value] of Object.entries(content)) gather(`${key}.${name}`, value, words);
  } else {
    throw new TypeError(`the words "${key}" are neither text nor a group of texts`);
  }
}
