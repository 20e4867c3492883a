// Pick from the register: which library the respondent works for. The library itself is a key of the response;
// the variable only tells whether one was given or the respondent would rather not say.

import type { QuestionOf } from '../questionnaire.ts';
import type { Category } from '../variable.ts';
import { emptyReading, type QuestionType, quoted } from './question-type.ts';

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

  read: (_questionnaire, question, fields, { libraries }) => {
    const { code } = question;
    const value = fields[code] ?? '';
    if (value === '') return emptyReading(question, question.required, code);
    if (libraries.has(value) || (question.decline && value === declineCode)) {
      return { answers: { [code]: value }, problems: [] };
    }
    const values = { question: question.label, value: quoted(value) };
    return { answers: {}, problems: [{ field: code, target: code, key: 'unknownLibrary', values }] };
  },

  field: (_questionnaire, question, given, { say, libraries }) => {
    const value = given[question.code];
    return {
      type: 'register',
      id: question.code,
      name: question.code,
      decline: question.decline
        ? {
            value: declineCode,
            label: say(question.decline),
            selected: value === declineCode,
          }
        : null,
      groups: libraries.map((group) => ({
        label: group.label,
        libraries: group.libraries.map((library) => ({ ...library, selected: library.code === value })),
      })),
    };
  },

  seconds: () => 15,
};
