// A day, month or year, or a period between two of them.
import { dateInWords } from '../in-words.ts';
import { answerAt, placeOf } from '../number-line.ts';
import type { QuestionOf, Text } from '../questionnaire.ts';
import type { NumericMeasure } from '../variable.ts';
import { emptyReading, type Problem, type QuestionType, quoted } from './question-type.ts';
import type { MessageView } from './question-view.ts';

type DateQuestion = QuestionOf<'date'>;

export const date: QuestionType<DateQuestion> = {
  variables: (_questionnaire, question) =>
    fieldsOf(question).map(({ name }) => ({
      name,
      question: question.code,
      type: 'date',
      measure: question.precision as NumericMeasure,
      label: question.label,
      item: null,
      categories: [{ code: 'given', label: question.label, value: null, missing: null }],
    })),

  read: (_questionnaire, question, fields) => {
    const answers: Record<string, string> = {};
    const problems: Problem[] = [];
    for (const { name } of fieldsOf(question)) {
      const typed = (fields[name] ?? '').trim();
      if (typed === '') continue;
      const stored = typedDate(typed, question.precision);
      const wrong = problemOf(question, name, typed, stored);
      if (wrong) problems.push(wrong);
      else if (stored !== null) answers[name] = stored;
    }
    const first = fieldsOf(question)[0]?.name ?? question.code;
    if (problems.length > 0) return { answers: {}, problems: problems.slice(0, 1) };
    const given = Object.keys(answers).length;
    if (given === 0) return emptyReading(question, question.required, first);
    const wrong = periodProblem(question, answers);
    return wrong ? { answers: {}, problems: [wrong] } : { answers, problems: [] };
  },

  field: (_questionnaire, question, given, { language, problems }) => ({
    type: 'date',
    precision: question.precision,
    earliest: question.earliest ?? null,
    latest: question.latest ?? null,
    hint: hintOf(question, language),
    fields: fieldsOf(question).map((field) => ({
      ...field,
      ...shownAgain(question.precision, given[field.name] ?? ''),
      id: field.name,
      wrong: problems.some(({ target }) => target === field.name),
    })),
  }),

  seconds: (_questionnaire, question) => (question.period ? 20 : 10),
};

function fieldsOf(question: DateQuestion) {
  return question.period
    ? ([
        { name: `${question.code}.begin`, part: 'begin' },
        { name: `${question.code}.end`, part: 'end' },
      ] as const)
    : ([{ name: question.code, part: 'moment' }] as const);
}

/** `2024-03-01` as a browser sends it, or `1/3/2024` as it is typed; days and months of one digit are fine. Null when it is none. */
function typedDate(typed: string, precision: DateQuestion['precision']): string | null {
  const parts = typed.split(/[-/. ]+/);
  const ordered = (parts[0]?.length ?? 0) === 4 ? parts : [...parts].reverse();
  const wanted = { year: 1, month: 2, day: 3 }[precision];
  const [year = '', ...rest] = ordered;
  // A year of two digits could be of this century or the last: it is asked for in full.
  if (parts.length !== wanted || !/^\d{4}$/.test(year) || !rest.every((part) => /^\d{1,2}$/.test(part)))
    return null;
  const stored = [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
  const place = placeOf(precision, stored);
  return place === null ? null : answerAt(precision, place);
}

function problemOf(
  question: DateQuestion,
  name: string,
  typed: string,
  stored: string | null,
): Problem | null {
  const { code: field, label, precision, earliest, latest } = question;
  const about = (key: string, more: Problem['values'] = {}): Problem => ({
    field,
    target: name,
    key,
    values: { question: label, value: quoted(typed), ...more },
  });
  if (stored === null) return about('noDate', { precision });
  // Written alike, dates stand in the order of their letters.
  if (earliest !== undefined && stored < earliest)
    return about('dateTooEarly', { earliest: textOfDate(question, earliest) });
  if (latest !== undefined && stored > latest)
    return about('dateTooLate', { latest: textOfDate(question, latest) });
  return null;
}

function periodProblem(question: DateQuestion, answers: Readonly<Record<string, string>>): Problem | null {
  if (!question.period) return null;
  const { code: field, label } = question;
  const [begin, end] = [`${field}.begin`, `${field}.end`];
  const values = { question: label };
  if (answers[begin] === undefined) return { field, target: begin, key: 'noBegin', values };
  if (answers[end] === undefined) return { field, target: end, key: 'noEnd', values };
  return answers[begin] > answers[end] ? { field, target: end, key: 'endBeforeBegin', values } : null;
}

/** A stored day for the browser's own date field, a month as it is typed, and anything else as it came. */
function shownAgain(precision: DateQuestion['precision'], given: string) {
  if (precision === 'day')
    return {
      value: given,
      kind: given === '' || placeOf('day', given) !== null ? ('date' as const) : ('text' as const),
    };
  const stored = precision === 'month' ? /^(\d{4})-(\d{2})$/.exec(given) : null;
  return { value: stored ? `${stored[2]}/${stored[1]}` : given, kind: 'text' as const };
}

function hintOf({ precision, earliest, latest }: DateQuestion, language: string): MessageView | null {
  if (earliest === undefined && latest === undefined) return null;
  const range = earliest === undefined ? 'atMost' : latest === undefined ? 'atLeast' : 'between';
  const say = (bound: string | undefined) => dateInWords(precision, bound ?? '', language);
  return { key: `fields.date.${range}`, values: { earliest: say(earliest), latest: say(latest) } };
}

/** A bound in words, in every language the question has. */
function textOfDate({ precision, label }: DateQuestion, bound: string): Text {
  return Object.fromEntries(
    Object.keys(label).map((language) => [language, dateInWords(precision, bound, language)]),
  );
}
