// Open text, short or long. The words are kept in rows of their own, with their own rights and retention.
import type { QuestionOf } from '../questionnaire.ts';
import { textVariable } from './other-text.ts';
import type { QuestionType } from './question-type.ts';

export const text: QuestionType<QuestionOf<'text'>> = {
  variables: (_questionnaire, question) => [textVariable(question.code, question)],
};
