// Codes for new questions, and which words are still those a new thing began with.
import { freeCode, type StartWords } from '../../../../surveys/editing/starts.ts';
import type { Page, Questionnaire } from '../../../../surveys/questionnaire.ts';
import { startWords } from '../../../start-words.ts';
import type { Texts } from '../../../texts.ts';

/** Placeholder words in the first language alone: a translation that nobody wrote must be missed. */
export function newWords(texts: Texts, { languages }: Questionnaire): StartWords {
  return startWords(texts, languages.slice(0, 1));
}

/** Whether these words are a placeholder for an option or row, so that a code made of the real words is better. */
export function isPlaceholder(words: string, start: StartWords): boolean {
  const said = [...start.options, start.row, start.scale].flatMap((text) => Object.values(text));
  return said.some((placeholder) => words === placeholder || words.replace(/ \d+$/, '') === placeholder);
}

/** The code after the last one of the page, such as B5 after B4; else the next Q. */
export function nextCode(questionnaire: Questionnaire, page: Page): string {
  const last = page.questions.findLast(({ code }) => /\d$/.test(code))?.code ?? 'Q0';
  const [, stem = '', number = '0'] = /^(.*?)(\d+)$/.exec(last) ?? [];
  return freeCode(questionnaire, `${stem}${Number(number) + 1}`);
}
