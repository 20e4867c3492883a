// A number with a unit and a range.
import { numberToType } from '../in-words.ts';
import type { QuestionOf } from '../questionnaire.ts';
import { emptyReading, type Problem, type QuestionType, quoted } from './question-type.ts';
import type { MessageView } from './question-view.ts';
import { decimalsOf, numberField, textOfNumber, typedNumber } from './typed-number.ts';

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

  field: (_questionnaire, question, given, { say, language }) => ({
    type: 'number',
    ...numberField(question.code, given[question.code] ?? '', language, question.min, question.decimals > 0),
    unit: question.unit ? say(question.unit) : null,
    size: sizeOf(question),
    hint: hintOf(question, language),
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
  if (min !== undefined && Number(stored) < min)
    return about('numberTooLow', { min: textOfNumber(min, label) });
  if (max !== undefined && Number(stored) > max)
    return about('numberTooHigh', { max: textOfNumber(max, label) });
  return null;
}

function hintOf({ min, max, decimals }: NumberQuestion, language: string): MessageView {
  const kind = decimals > 0 ? 'decimal' : 'whole';
  const range =
    min === undefined ? (max === undefined ? 'any' : 'atMost') : max === undefined ? 'atLeast' : 'between';
  const say = (bound: number | undefined) => numberToType(String(bound ?? ''), language);
  return { key: `fields.number.${kind}.${range}`, values: { min: say(min), max: say(max), decimals } };
}

/** Room for the longest number that fits, in characters; a roomy field where there is no bound. */
function sizeOf({ min, max, decimals }: NumberQuestion): number {
  if (min === undefined || max === undefined) return 12;
  const longest = Math.max(...[min, max].map((bound) => String(bound).length));
  return Math.max(5, longest + (decimals > 0 ? decimals + 1 : 0)) + 1;
}
