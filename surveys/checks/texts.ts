// Every text, wherever it stands in the definition, has words in every language of the questionnaire.
import type { Questionnaire, Text } from '../questionnaire.ts';
import { type DefinitionProblem, error } from './problem.ts';

/** Texts that lack a language; a language without any words at all is told once. */
export function checkTexts(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const texts = textsIn(questionnaire);
  return questionnaire.languages.flatMap((language, index) => {
    const missing = texts.filter(({ text }) => !text[language]?.trim());
    if (missing.length === texts.length) return [error(`languages[${index}]`, 'emptyLanguage', { language })];
    return missing.map(({ path }) => error(path, 'missingText', { language }));
  });
}

export interface PlacedText {
  readonly path: string;
  readonly text: Text;
}

/** Every text in a part of a definition with its path, in the order of the JSON. */
export function textsIn(part: unknown, path = ''): readonly PlacedText[] {
  if (Array.isArray(part)) return part.flatMap((item, index) => textsIn(item, `${path}[${index}]`));
  if (isText(part)) return [{ path, text: part }];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    textsIn(value, path === '' ? name : `${path}.${name}`),
  );
}

/** A text is the only object whose every key is a two-letter language and every value words. */
function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([name, words]) => /^[a-z]{2}$/.test(name) && typeof words === 'string')
  );
}
