// A place on a line, empty until somebody touches it. It is stored as a number.
import { numberToType } from '../in-words.ts';
import type { QuestionOf } from '../questionnaire.ts';
import { emptyReading, type QuestionType, quoted } from './question-type.ts';
import { decimalsOf, numberField, textOfNumber, typedNumber } from './typed-number.ts';

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
    const stored = placeOnLine(question, typed);
    if (stored !== null) return { answers: { [field]: stored }, problems: [] };
    const bounds = { min: textOfNumber(min, label), max: textOfNumber(max, label) };
    const values = { question: label, value: quoted(typed), ...bounds, step: textOfNumber(step, label) };
    return { answers: {}, problems: [{ field, target: field, key: 'notOnLine', values }] };
  },

  field: (_questionnaire, question, given, { say, language }) => {
    const { code, min, max, step } = question;
    const decimals = decimalsOn(question) > 0;
    const [minWords, maxWords, stepWords] = [min, max, step].map((value) =>
      numberToType(String(value), language),
    ) as [string, string, string];
    const values = { min: minus(minWords), max: minus(maxWords), step: stepWords };
    return {
      type: 'slider',
      ...numberField(code, given[code] ?? '', language, min, decimals),
      unit: question.unit ? say(question.unit) : null,
      size: Math.max(4, minWords.length, maxWords.length) + 2,
      hint: { key: `fields.slider.${step === 1 ? 'hint' : 'hintStep'}`, values },
      min,
      max,
      step,
      minWords: minus(minWords),
      maxWords: minus(maxWords),
      low: say(question.low),
      high: say(question.high),
    };
  },

  seconds: () => 10,
};

type Slider = QuestionOf<'slider'>;

/** Digits behind the point that the places of this line have. */
function decimalsOn({ min, step }: Slider): number {
  return Math.max(decimalsOf(String(min)), decimalsOf(String(step)));
}

/** The place somebody typed as it is stored, on a whole step of the line; null when it is not on the line. */
function placeOnLine(question: Slider, typed: string): string | null {
  const { min, max, step } = question;
  const stored = typedNumber(typed, decimalsOn(question));
  if (stored === null || Number(stored) < min || Number(stored) > max) return null;
  const steps = (Number(stored) - min) / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-6) return null;
  // 0.1 + 0.2 is not 0.3 in a computer: what is stored has the decimals of the line.
  return typedNumber((min + Math.round(steps) * step).toFixed(decimalsOn(question)), 10);
}

/** A number below nought as it is printed. */
function minus(words: string): string {
  return words.replace('-', '−');
}
