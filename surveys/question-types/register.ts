// Pick from the register: which library the respondent works for. The library itself is a key of the response;
// the variable only tells whether one was given or the respondent would rather not say.
import type { Category } from '../codebook.ts';
import type { QuestionOf } from '../questionnaire.ts';
import type { QuestionType } from './question-type.ts';

export const declineCode = 'decline';

export const register: QuestionType<QuestionOf<'register'>> = {
  variables: (_questionnaire, question) => {
    const given: Category = { code: 'given', label: question.label, value: null, missing: null };
    const declined: Category[] = question.decline
      ? [{ code: declineCode, label: question.decline, value: null, missing: 'preferNotToSay' }]
      : [];
    return [
      {
        name: question.code,
        question: question.code,
        type: 'register',
        measure: 'register',
        label: question.label,
        item: null,
        categories: [given, ...declined],
      },
    ];
  },
};
