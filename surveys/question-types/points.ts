// A number of points shared out over options: one number per option, together exactly the total.
import { type Option, optionsOf, type QuestionOf } from '../questionnaire.ts';
import { emptyReading, type Given, type QuestionType, quoted } from './question-type.ts';
import { typedNumber } from './typed-number.ts';

type Points = QuestionOf<'points'>;

export const points: QuestionType<Points> = {
  variables: (questionnaire, question) =>
    optionsOf(questionnaire, question).map((option) => ({
      name: pointsName(question, option),
      question: question.code,
      type: 'points',
      measure: 'number',
      label: question.label,
      item: option.label,
      categories: [{ code: 'given', label: question.label, value: null, missing: null }],
    })),

  read: (questionnaire, question, fields) => {
    const options = optionsOf(questionnaire, question);
    const { code: field, label, total, required } = question;
    const target = pointsName(question, options[0]);
    const answers: Record<string, string> = {};
    for (const option of options) {
      const name = pointsName(question, option);
      const typed = fields[name] ?? '';
      const stored = typed.trim() === '' ? '0' : typedNumber(typed, 0);
      if (stored === null || !/^\d+$/.test(stored) || Number(stored) > total) {
        const values = { question: label, row: option.label, value: quoted(typed), total };
        return { answers: {}, problems: [{ field, target: name, key: 'noPoints', values }] };
      }
      answers[name] = stored;
    }
    const given = sumOf(Object.values(answers));
    if (given === 0) return emptyReading(question, required, target);
    if (given === total) return { answers, problems: [] };
    const key = given < total ? 'pointsLeft' : 'pointsOver';
    const values = { question: label, total, given, rest: Math.abs(total - given) };
    return { answers: {}, problems: [{ field, target, key, values }] };
  },

  field: (questionnaire, question, given, { say, showIf }) => {
    const options = optionsOf(questionnaire, question);
    return {
      type: 'points',
      total: question.total,
      step: question.total < 50 ? 1 : 5,
      left: question.total - sumOf(options.map((option) => pointsIn(question, option, given))),
      options: options.map((option) => ({
        id: pointsName(question, option),
        name: pointsName(question, option),
        label: say(option.label),
        note: option.note ? say(option.note) : null,
        showIf: showIf(option.showIf),
        value: pointsIn(question, option, given),
      })),
    };
  },

  seconds: (questionnaire, question) => 15 + 3 * optionsOf(questionnaire, question).length,
};

function pointsName(question: Points, option: Option | undefined): string {
  return `${question.code}.${option?.code ?? ''}`;
}

function pointsIn(question: Points, option: Option, given: Given): string {
  return given[pointsName(question, option)] ?? '';
}

/** Of what is no number nothing is counted. */
function sumOf(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + Number(typedNumber(value, 0) ?? 0), 0);
}
