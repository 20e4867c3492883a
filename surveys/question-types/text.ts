// Open text, short or long. The words are kept in rows of their own, with their own rights and retention.
import type { QuestionOf } from '../questionnaire.ts';
import { cleanWords, readWords, textVariable } from './other-text.ts';
import { emptyReading, type QuestionType } from './question-type.ts';

export const text: QuestionType<QuestionOf<'text'>> = {
  variables: (_questionnaire, question) => [textVariable(question.code, question)],

  read: (_questionnaire, question, fields) => {
    const typed = fields[question.code] ?? '';
    if (cleanWords(typed) === '') return emptyReading(question, question.required, question.code);
    return readWords(question, question.code, typed, question.maxLength);
  },

  field: (_questionnaire, question, given) => {
    const value = given[question.code] ?? '';
    return {
      type: 'text',
      id: question.code,
      name: question.code,
      value,
      maxLength: question.maxLength,
      left: question.maxLength - [...value].length,
      nameNobody: question.nameNobody,
      rows: question.maxLength <= 200 ? 2 : 5,
    };
  },

  seconds: (_questionnaire, question) => (question.maxLength <= 200 ? 20 : 30),
};
