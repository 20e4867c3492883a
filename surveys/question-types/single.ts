// Single choice: one code out of a list or scale; an option may ask for a few words of its own.

import { type Option, optionsOf, type QuestionOf } from '../questionnaire.ts';
import { categoryOf } from '../variable.ts';
import { otherTextVariable, otherTextView, readOtherTexts } from './other-text.ts';
import { controlId, emptyReading, type QuestionType, unknownCode } from './question-type.ts';

/** More options than this are picked from a list that opens. */
const mostInSight = 15;

export const single: QuestionType<QuestionOf<'single'>> = {
  variables: (questionnaire, question) => {
    const options = optionsOf(questionnaire, question);
    const ordered = options.some((option) => option.value !== undefined);
    return [
      {
        name: question.code,
        question: question.code,
        type: 'single',
        measure: ordered ? 'ordinal' : 'nominal',
        label: question.label,
        item: null,
        categories: options.map(categoryOf),
      },
      ...options.filter((option) => option.text).map((option) => otherTextVariable(question, option)),
    ];
  },

  read: (questionnaire, question, fields) => {
    const options = optionsOf(questionnaire, question);
    const value = fields[question.code] ?? '';
    const target = isList(options) ? question.code : controlId(question.code, options[0]?.code ?? '');
    if (value === '') return emptyReading(question, question.required, target);
    const chosen = options.find((option) => option.code === value);
    if (!chosen) return unknownCode(question, target, value);
    const words = readOtherTexts(question, [chosen], fields);
    return { answers: { [question.code]: value, ...words.answers }, problems: words.problems };
  },

  field: (questionnaire, question, given, { say, showIf }) => ({
    type: 'single',
    id: question.code,
    list: isList(optionsOf(questionnaire, question)),
    scale: !Array.isArray(question.options) && 'scale' in question.options,
    options: optionsOf(questionnaire, question).map((option) => ({
      id: controlId(question.code, option.code),
      name: question.code,
      value: option.code,
      label: say(option.label),
      note: option.note ? say(option.note) : null,
      checked: given[question.code] === option.code,
      apart: option.missing !== undefined,
      exclusive: false,
      text: otherTextView(question, option, given, option.code),
      showIf: showIf(option.showIf),
    })),
  }),

  seconds: () => 12,
};

function isList(options: readonly Option[]): boolean {
  return options.length > mostInSight;
}
