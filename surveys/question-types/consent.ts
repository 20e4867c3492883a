// Consent: one box that must be ticked before anything else is asked.
import type { QuestionOf } from '../questionnaire.ts';
import type { QuestionType } from './question-type.ts';

export const consent: QuestionType<QuestionOf<'consent'>> = {
  variables: (_questionnaire, question) => [
    {
      name: question.code,
      question: question.code,
      type: 'consent',
      measure: 'nominal',
      label: question.label,
      item: null,
      categories: [{ code: 'yes', label: question.statement, value: null, missing: null }],
    },
  ],
};
