// The placeholder words that new questionnaires, pages and questions begin with, in the languages asked for.
import type { StartWords } from '../surveys/editing/starts.ts';
import type { Text } from '../surveys/questionnaire.ts';
import type { Texts } from './texts.ts';

/** The subjects of the information notice (PRV-14). */
const noticeParts = [
  'purpose',
  'controller',
  'who',
  'storage',
  'retention',
  'rights',
  'contact',
  'complaint',
];

/**
 * Words under `project.start`. A language the workspace does not speak is left out, to be translated, except where it
 * is the first one: its words then begin in English.
 */
export function startWords(texts: Texts, languages: readonly string[]): StartWords {
  const text = (key: string): Text =>
    Object.fromEntries(
      languages.flatMap((language, index) => {
        const known = texts.workspaceLanguages.includes(language);
        if (!known && index > 0) return [];
        return [[language, texts.say(known ? language : 'en', `project.start.${key}`)]];
      }),
    );
  return {
    welcome: { title: text('welcome.title'), paragraph: text('welcome.paragraph') },
    notice: noticeParts.map((part) => ({
      title: text(`notice.${part}.title`),
      text: text(`notice.${part}.text`),
    })),
    thanks: { title: text('thanks.title'), paragraph: text('thanks.paragraph') },
    consent: {
      page: text('consent.page'),
      label: text('consent.label'),
      statement: text('consent.statement'),
    },
    page: text('page'),
    question: text('question'),
    options: [text('options.first'), text('options.second'), text('options.third')],
    row: text('row'),
    scale: text('scale'),
    low: text('low'),
    high: text('high'),
    paragraph: text('paragraph'),
  };
}
