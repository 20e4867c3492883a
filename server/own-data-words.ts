// The words around a questionnaire that is made of a file: nobody will be asked it again, and it says so.
import type { ColumnFacts } from '../surveys/formats/propose/column-facts.ts';
import { languageOf } from '../surveys/formats/propose/language-of.ts';
import type { Setting } from '../surveys/formats/propose/questionnaire-of-plan.ts';
import type { Text } from '../surveys/questionnaire.ts';
import type { Texts } from './texts.ts';

/** Welcome, notice and thanks of an imported survey. Languages the workspace does not speak get English. */
export function importedWords(texts: Texts, language: string): Setting['words'] {
  const spoken = texts.workspaceLanguages.includes(language) ? language : 'en';
  const text = (key: string): Text => ({ [language]: texts.say(spoken, `own-data.imported.${key}`) });
  return {
    welcome: { title: text('welcome'), paragraph: text('paragraph') },
    notice: [{ title: text('notice'), text: text('noticeText') }],
    thanks: { title: text('thanks'), paragraph: text('paragraph') },
    other: text('other'),
  };
}

/** The language the words of a file are most likely in. */
export function languageOfFile(columns: readonly ColumnFacts[]): string {
  return languageOf(columns.flatMap(({ heading, examples }) => [heading, ...examples]));
}
