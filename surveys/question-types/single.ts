// Single choice: one code out of a list or scale; an option may ask for a few words of its own.
import { categoryOf } from '../codebook.ts';
import { optionsOf, type QuestionOf } from '../questionnaire.ts';
import { otherTextVariable } from './other-text.ts';
import type { QuestionType } from './question-type.ts';

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
};
