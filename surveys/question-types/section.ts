// Words between questions: nothing is asked, nothing is stored.
import type { QuestionOf } from '../questionnaire.ts';
import type { QuestionType } from './question-type.ts';

export const section: QuestionType<QuestionOf<'section'>> = {
  variables: () => [],

  read: () => ({ answers: {}, problems: [] }),

  field: (_questionnaire, question, _given, { say }) => ({
    type: 'section',
    paragraphs: question.paragraphs.map(say),
  }),

  seconds: (_questionnaire, question) => 5 * question.paragraphs.length,
};
