// Consent: one box that must be ticked before anything else is asked.
import type { QuestionOf } from '../questionnaire.ts';
import { controlId, emptyReading, type QuestionType, unknownCode } from './question-type.ts';

const agreed = 'yes';

export const consent: QuestionType<QuestionOf<'consent'>> = {
  variables: (_questionnaire, question) => [
    {
      name: question.code,
      question: question.code,
      type: 'consent',
      measure: 'nominal',
      label: question.label,
      item: null,
      categories: [{ code: agreed, label: question.statement, value: null, missing: null }],
    },
  ],

  read: (_questionnaire, question, fields) => {
    const value = fields[question.code] ?? '';
    const target = controlId(question.code, agreed);
    if (value === '') {
      const { problems } = emptyReading(question, true, target);
      return { answers: {}, problems: problems.map((problem) => ({ ...problem, key: 'consent' })) };
    }
    if (value !== agreed) return unknownCode(question, target, value);
    return { answers: { [question.code]: agreed }, problems: [] };
  },

  field: (_questionnaire, question, given, { say }) => ({
    type: 'consent',
    id: controlId(question.code, agreed),
    name: question.code,
    statement: say(question.statement),
    checked: given[question.code] === agreed,
  }),

  seconds: () => 15,
};
