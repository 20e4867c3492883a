// The few words an "other" option asks for: a text variable named after the option.
import type { Variable } from '../codebook.ts';
import type { Option, Question } from '../questionnaire.ts';

/** `A2` with option `other` gives the variable `A2.other.text`. */
export function otherTextVariable(question: Question, option: Option): Variable {
  return textVariable(`${question.code}.${option.code}.text`, question, option);
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
