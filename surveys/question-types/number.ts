// A number with a unit and a range.
import type { QuestionOf } from '../questionnaire.ts';
import { emptyReading, type Problem, type QuestionType, quoted } from './question-type.ts';
import { decimalsOf, typedNumber } from './typed-number.ts';

type NumberQuestion = QuestionOf<'number'>;

export const number: QuestionType<NumberQuestion> = {
  variables: (_questionnaire, question) => [
    {
      name: question.code,
      question: question.code,
      type: 'number',
      measure: 'number',
      label: question.label,
      item: null,
      categories: [{ code: 'given', label: question.label, value: null, missing: null }],
    },
  ],

  read: (_questionnaire, question, fields) => {
    const typed = fields[question.code] ?? '';
    if (typed.trim() === '') return emptyReading(question, question.required, question.code);
    const stored = typedNumber(typed, question.decimals);
    const wrong = problemOf(question, typed, stored);
    return wrong || stored === null
      ? { answers: {}, problems: wrong ? [wrong] : [] }
      : { answers: { [question.code]: stored }, problems: [] };
  },

  field: (_questionnaire, question, given, { say }) => ({
    type: 'number',
    id: question.code,
    name: question.code,
    value: given[question.code] ?? '',
    unit: question.unit ? say(question.unit) : null,
    min: question.min ?? null,
    max: question.max ?? null,
    decimals: question.decimals,
  }),

  seconds: () => 12,
};

function problemOf(question: NumberQuestion, typed: string, stored: string | null): Problem | null {
  const { code: field, label, min, max, decimals } = question;
  const about = (key: string, more: Problem['values'] = {}): Problem => ({
    field,
    target: field,
    key,
    values: { question: label, value: quoted(typed), ...more },
  });
  if (stored === null) return about('noNumber');
  if (decimalsOf(stored) > decimals) return about('tooManyDecimals', { decimals });
  if (min !== undefined && Number(stored) < min) return about('numberTooLow', { min });
  if (max !== undefined && Number(stored) > max) return about('numberTooHigh', { max });
  return null;
}
