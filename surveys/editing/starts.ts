// What new things begin as: an empty questionnaire, a page, a question of each type. Their words come from the caller,
// because no words on screen are written here.
import type { Page, Question, Questionnaire, Text } from '../questionnaire.ts';

/** Placeholder words, in the languages of the questionnaire. */
export interface StartWords {
  readonly welcome: { readonly title: Text; readonly paragraph: Text };
  /** The headings of PRV-14, each with a text whose blanks stand between square brackets: see blanks.ts. */
  readonly notice: readonly { readonly title: Text; readonly text: Text }[];
  readonly thanks: { readonly title: Text; readonly paragraph: Text };
  readonly consent: { readonly page: Text; readonly label: Text; readonly statement: Text };
  readonly page: Text;
  readonly question: Text;
  readonly options: readonly [Text, Text, Text];
  readonly row: Text;
  readonly scale: Text;
  readonly low: Text;
  readonly high: Text;
  readonly paragraph: Text;
}

/** A sound questionnaire: consent, and one page with one question. */
export function emptyQuestionnaire(
  _code: string,
  _languages: readonly string[],
  _title: Text,
  _words: StartWords,
): Questionnaire {
  throw new RangeError('not there yet');
}

/**
 * A sound question of a type.
 * @param questionnaire a grid takes its first scale; without any scale it is given a list of answers as rows and the
 * scale `scale` of the caller: see `newScale`.
 */
export function newQuestion(
  _type: Question['type'],
  _code: string,
  _words: StartWords,
  _questionnaire: Questionnaire,
): Question {
  throw new RangeError('not there yet');
}

/** A page with one question of its own. */
export function newPage(_code: string, _question: Question, _words: StartWords): Page {
  throw new RangeError('not there yet');
}

/** The wish when no page, question, list or scale has it as code; else with a number behind it. */
export function freeCode(_questionnaire: Questionnaire, _wish: string): string {
  throw new RangeError('not there yet');
}
