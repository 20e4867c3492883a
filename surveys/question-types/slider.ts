// A place on a line, empty until somebody touches it. It is stored as a number.
import type { QuestionOf } from '../questionnaire.ts';
import { emptyReading, type QuestionType, quoted } from './question-type.ts';
import { typedNumber } from './typed-number.ts';

export const slider: QuestionType<QuestionOf<'slider'>> = {
  variables: (_questionnaire, question) => [
    {
      name: question.code,
      question: question.code,
      type: 'slider',
      measure: 'number',
      label: question.label,
      item: null,
      categories: [{ code: 'given', label: question.label, value: null, missing: null }],
    },
  ],

  read: (_questionnaire, question, fields) => {
    const { code: field, label, min, max, step } = question;
    const typed = fields[field] ?? '';
    if (typed.trim() === '') return emptyReading(question, question.required, field);
    const stored = typedNumber(typed, 10);
    const place = stored === null ? Number.NaN : (Number(stored) - min) / step;
    const onLine =
      Number(stored) >= min && Number(stored) <= max && Math.abs(place - Math.round(place)) < 1e-6;
    if (stored !== null && onLine) return { answers: { [field]: stored }, problems: [] };
    const values = { question: label, value: quoted(typed), min, max, step };
    return { answers: {}, problems: [{ field, target: field, key: 'notOnLine', values }] };
  },

  field: (_questionnaire, question, given, { say }) => ({
    type: 'slider',
    id: question.code,
    name: question.code,
    value: given[question.code] ?? '',
    min: question.min,
    max: question.max,
    step: question.step,
    low: say(question.low),
    high: say(question.high),
    unit: question.unit ? say(question.unit) : null,
  }),

  seconds: () => 10,
};
