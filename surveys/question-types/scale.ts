// A line of points from low to high, with words at its ends only.
import type { QuestionOf } from '../questionnaire.ts';
import { controlId, emptyReading, type QuestionType, unknownCode } from './question-type.ts';

export const scale: QuestionType<QuestionOf<'scale'>> = {
  variables: (_questionnaire, question) => [
    {
      name: question.code,
      question: question.code,
      type: 'scale',
      measure: 'ordinal',
      label: question.label,
      item: null,
      categories: pointsOf(question).map((value) => ({
        code: String(value),
        label: labelOf(question, value),
        value,
        missing: null,
      })),
    },
  ],

  read: (_questionnaire, question, fields) => {
    const value = fields[question.code] ?? '';
    const target = controlId(question.code, String(question.from));
    if (value === '') return emptyReading(question, question.required, target);
    if (!pointsOf(question).map(String).includes(value)) return unknownCode(question, target, value);
    return { answers: { [question.code]: value }, problems: [] };
  },

  field: (_questionnaire, question, given, { say }) => ({
    type: 'scale',
    from: question.from,
    to: question.to,
    low: say(question.low),
    high: say(question.high),
    options: pointsOf(question)
      .map(String)
      .map((value) => ({
        id: controlId(question.code, value),
        name: question.code,
        value,
        label: value,
        note:
          value === String(question.from)
            ? say(question.low)
            : value === String(question.to)
              ? say(question.high)
              : null,
        checked: given[question.code] === value,
        apart: false,
        exclusive: false,
        text: null,
        showIf: null,
      })),
  }),

  seconds: () => 8,
};

function pointsOf({ from, to }: QuestionOf<'scale'>): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The number alone, with its words at both ends: "1: helemaal niet". */
function labelOf({ from, to, low, high, label }: QuestionOf<'scale'>, value: number) {
  const words = value === from ? low : value === to ? high : {};
  const languages = Object.keys(label);
  return Object.fromEntries(
    languages.map((language) => [
      language,
      words[language] === undefined ? String(value) : `${value}: ${words[language]}`,
    ]),
  );
}
