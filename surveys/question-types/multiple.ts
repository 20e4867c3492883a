// Multiple choice: one variable per option, 1 ticked and 0 seen but not ticked.
// Nothing ticked at all means the question was skipped: its base is whoever ticked anything.
import type { Category } from '../codebook.ts';
import { optionsOf, type QuestionOf } from '../questionnaire.ts';
import { otherTextVariable } from './other-text.ts';
import type { QuestionType } from './question-type.ts';

export const ticked = '1';
export const notTicked = '0';

const categories: readonly Category[] = [
  { code: notTicked, label: { nl: 'Niet aangekruist', en: 'Not ticked' }, value: 0, missing: null },
  { code: ticked, label: { nl: 'Aangekruist', en: 'Ticked' }, value: 1, missing: null },
];

export const multiple: QuestionType<QuestionOf<'multiple'>> = {
  variables: (questionnaire, question) => {
    const options = optionsOf(questionnaire, question);
    return [
      ...options.map((option) => ({
        name: `${question.code}.${option.code}`,
        question: question.code,
        type: 'multiple' as const,
        measure: 'nominal' as const,
        label: question.label,
        item: option.label,
        categories,
      })),
      ...options.filter((option) => option.text).map((option) => otherTextVariable(question, option)),
    ];
  },
};
