// The few words an "other" option asks for: a text variable named after the option. Also how typed words are cleaned.

import type { Option, Question } from '../questionnaire.ts';
import type { LiveCondition } from '../same-page.ts';
import type { Variable } from '../variable.ts';
import type { Given, Reading } from './question-type.ts';
import type { OtherTextView } from './question-view.ts';

/** Longest "other" text, in characters. */
export const otherTextLength = 200;

/** `A2` with option `other` gives the variable `A2.other.text`. */
export function otherTextVariable(question: Question, option: Option): Variable {
  return textVariable(otherTextName(question, option), question, option);
}

function otherTextName(question: Question, option: Option): string {
  return `${question.code}.${option.code}.text`;
}

/** A text variable: its category only tells that words were given; the words live in rows of their own. */
export function textVariable(name: string, question: Question, option?: Option): Variable {
  return {
    name,
    question: question.code,
    type: question.type,
    measure: 'text',
    label: question.label,
    item: option?.label ?? null,
    categories: [{ code: 'given', label: question.label, value: null, missing: null }],
  };
}

/** Words as they are kept: one kind of line end, no control characters, no space around. */
export function cleanWords(typed: string): string {
  // Control characters but line end and tab, and halves of characters: no database keeps them.
  const unprintable = /\p{Cs}|(?![\n\t])\p{Cc}/gu;
  return typed.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(unprintable, '').trim();
}

/** The words of one text field, or a problem that says how many characters there are too many. */
export function readWords(question: Question, name: string, typed: string, maximum: number): Reading {
  const words = cleanWords(typed);
  const length = [...words].length;
  if (length > maximum) {
    const values = { question: question.label, maximum, length, over: length - maximum };
    return { answers: {}, problems: [{ field: name, target: name, key: 'tooLong', values }] };
  }
  return { answers: words === '' ? {} : { [name]: words }, problems: [] };
}

/** The words beside those options that were chosen; words beside another option are let go. */
export function readOtherTexts(question: Question, chosen: readonly Option[], fields: Given): Reading {
  const readings = chosen
    .filter((option) => option.text)
    .map((option) => {
      const name = otherTextName(question, option);
      return readWords(question, name, fields[name] ?? '', otherTextLength);
    });
  return {
    answers: Object.assign({}, ...readings.map((reading) => reading.answers)),
    problems: readings.flatMap((reading) => reading.problems),
  };
}

/**
 * The text field beside an option, or null where the option asks for none.
 * @param chosenBy the code that chooses the option; null where it has a tick of its own.
 */
export function otherTextView(
  question: Question,
  option: Option,
  given: Given,
  chosenBy: string | null,
): OtherTextView | null {
  if (!option.text) return null;
  const name = otherTextName(question, option);
  const chosen: LiveCondition =
    chosenBy === null
      ? { variable: `${question.code}.${option.code}`, is: ['1'] }
      : { variable: question.code, is: [chosenBy] };
  return { name, value: given[name] ?? '', showIf: JSON.stringify(chosen) };
}
