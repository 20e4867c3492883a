// Every text of a definition by its place in the JSON: to be translated side by side, and searched for references.
import type { DefinitionProblem } from '../check.ts';
import type { Questionnaire, Text } from '../questionnaire.ts';
import { refusal } from './refusal.ts';

export interface PlacedText {
  /** As in `DefinitionProblem.path`: `pages[2].questions[0].label`. */
  readonly path: string;
  readonly text: Text;
}

/** New words for one text, by its place in the JSON; empty words take the language away. */
export interface TextEdit {
  readonly path: string;
  readonly language: string;
  readonly words: string;
}

/** Every text, in the order of the definition. */
export function textsOf(questionnaire: Questionnaire): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const visit = (value: unknown, path: string): void => {
    if (isText(value)) found.push({ path, text: value });
    else eachPart(value, path, visit);
  };
  visit(questionnaire, '');
  return found;
}

/** The questionnaire with new words in its texts, or the texts that are not there (any more). */
export function withTexts(
  questionnaire: Questionnaire,
  edits: readonly TextEdit[],
): { readonly questionnaire: Questionnaire } | { readonly problems: readonly DefinitionProblem[] } {
  const byPath = new Map<string, TextEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  const places = new Set(textsOf(questionnaire).map(({ path }) => path));
  const lost = [...byPath.keys()].filter((path) => !places.has(path));
  if (lost.length > 0) return { problems: lost.map((path) => refusal(path, 'noSuchText')) };
  const questionnaireNow = mapTexts(questionnaire, (text, path) => {
    const now = { ...text };
    for (const { language, words } of byPath.get(path) ?? []) {
      if (words.trim() === '') delete now[language];
      else now[language] = words.trim();
    }
    return now;
  });
  return { questionnaire: questionnaireNow };
}

/** A copy of a part of a definition with each text replaced. */
export function mapTexts<T>(value: T, change: (text: Text, path: string) => Text, path = ''): T {
  const copy = (part: unknown, place: string): unknown => {
    if (isText(part)) return change(part, place);
    if (Array.isArray(part)) return part.map((item, index) => copy(item, `${place}[${index}]`));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, copy(inner, below(place, name))]),
    );
  };
  // The copy has the shape of the original: only words inside texts differ.
  return copy(value, path) as T;
}

/** Calls for each part of an array or object, with its path. */
export function eachPart(
  value: unknown,
  path: string,
  visit: (part: unknown, path: string, name: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) visit(part, `${path}[${index}]`, String(index));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) visit(part, below(path, name), name);
  }
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** A text is the only object whose every key is a two-letter language and every value words. */
export function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([name, words]) => /^[a-z]{2}$/.test(name) && typeof words === 'string')
  );
}
