// Cells with numbers and dates, and what a question says of them: the same rules as for who answers on screen.
import { placeOf } from '../number-line.ts';
import { readQuestion, variableNames } from '../question-types/index.ts';
import { insteadName, insteadOf } from '../question-types/instead.ts';
import { type Question, type Questionnaire, questionsOf, type Text } from '../questionnaire.ts';
import { noRegister } from '../register.ts';
import type { NumericMeasure, Variable } from '../variable.ts';
import { type ImportProblem, type MappedColumn, problem } from './column-map.ts';
import { dateReader } from './day-format.ts';
import { plain } from './headings.ts';

type Answered = Record<string, string>;

/** A cell that holds a number or date of a variable, or a reason why there is none. */
export function takeNumber(
  variable: Variable & { readonly measure: NumericMeasure },
  codes: Readonly<Record<string, string>> | null,
  mapped: Pick<MappedColumn, 'column' | 'format' | 'decimal' | 'number'>,
  mapDecimal: '.' | ',',
) {
  const { column, format = null, decimal = mapDecimal } = mapped;
  const reasons = new Map(
    codes
      ? Object.entries(codes).map(([spelling, given]) => [plain(spelling), given])
      : variable.categories.filter(({ missing }) => missing !== null).map(({ code }) => [code, code]),
  );
  const read =
    variable.measure === 'number' ? numberReader(decimal, mapped.number) : dateIn(variable.measure, format);
  return (content: string, taken: { readonly answers: Answered; readonly problems: ImportProblem[] }) => {
    const given = reasons.get(content) ?? read(content);
    if (given !== null) taken.answers[variable.name] = given;
    else {
      const value = content.length > 60 ? `${content.slice(0, 59)}…` : content;
      taken.problems.push(
        variable.measure === 'number'
          ? problem('badNumber', column, { value, decimal })
          : problem('badDay', column, { value, format: format ?? storedForms[variable.measure] }),
      );
    }
  };
}

const storedForms = { day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' } as const;

/** What stands beside the digits of numbers in a column. */
export type NumberForm = MappedColumn['number'];

/**
 * Digits with one sign before the decimals; anything else, such as a sign between thousands, could be read two ways
 * unless the map says which it is. Gives the number as it is stored, or null.
 */
export function numberReader(decimal: '.' | ',', form?: NumberForm): (content: string) => string | null {
  const digits = decimal === '.' ? /^-?\d{1,15}(\.\d{1,10})?$/ : /^-?\d{1,15}(,\d{1,10})?$/;
  const around = (form?.around ?? []).toSorted((first, second) => second.length - first.length);
  return (content) => {
    const bare = around.length === 0 ? content : withoutAround(content, around);
    const text = form?.thousands === undefined ? bare : withoutThousands(bare, form.thousands);
    if (!digits.test(text)) return null;
    const read = Number(text.replace(',', '.'));
    const number = form?.round === undefined ? read : Number(read.toFixed(form.round));
    return String(number === 0 ? 0 : number);
  };
}

function withoutAround(content: string, around: readonly string[]): string {
  let rest = content;
  for (const sign of around) {
    if (rest.startsWith(sign)) rest = rest.slice(sign.length).trim();
    if (rest.endsWith(sign)) rest = rest.slice(0, -sign.length).trim();
  }
  return rest;
}

/** `1,234,567` without its signs; where they stand elsewhere it is no such number. */
function withoutThousands(text: string, sign: string): string {
  const groups = text.replace(/^-/, '').split(sign);
  const last = groups.length - 1;
  const sound = groups.every((group, place) =>
    place === 0 ? /^\d{1,3}$/.test(group) : (place === last ? /^\d{3}([.,]\d+)?$/ : /^\d{3}$/).test(group),
  );
  return last > 0 && sound ? text.replaceAll(sign, '') : text;
}

function dateIn(measure: Exclude<NumericMeasure, 'number'>, format: string | null) {
  const read = format === null ? (content: string) => content : dateReader(format);
  return (content: string) => {
    const date = read(content);
    return date !== null && placeOf(measure, date) !== null ? date : null;
  };
}

/** What is wrong with the answers to a question taken together, and the variable it is about. */
export interface AnswerProblem {
  readonly target: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}
/** Checks a row's answers; a reason becomes the answer of every variable of its question. */
export type QuestionCheck = (answers: Answered) => readonly AnswerProblem[];

/** The checks of every question whose answers are more than codes. */
export function questionChecks(questionnaire: Questionnaire): readonly QuestionCheck[] {
  return questionsOf(questionnaire)
    .filter((question) => hasRules(question) || insteadOf(question).length > 0)
    .map((question) => (answers) => checkQuestion(questionnaire, question, answers));
}

function hasRules({ type }: Question): boolean {
  return ['number', 'slider', 'date', 'points', 'pick'].includes(type);
}

function checkQuestion(
  questionnaire: Questionnaire,
  question: Question,
  answers: Answered,
): readonly AnswerProblem[] {
  const names = variableNames(questionnaire, question);
  const reasons = insteadOf(question).map(({ code }) => code);
  const isReason = (name: string) => reasons.includes(answers[name] ?? '');
  const hasReason = answers[insteadName(question)] !== undefined || names.some(isReason);
  if (!hasReason && !(hasRules(question) && names.some((name) => answers[name] !== undefined))) return [];
  const { answers: read, problems } = readQuestion(questionnaire, question, answers, {
    libraries: noRegister,
  });
  delete answers[insteadName(question)];
  // A file may leave open what a page insists on.
  const wrong = problems.filter(({ key }) => key !== 'required' && key !== 'softRequired');
  if (wrong.length === 0 && question.type !== 'pick') replace(answers, names, read);
  if (wrong.length === 0 && hasReason) replace(answers, names, read);
  return wrong.map(({ key, target, field, values }) => ({
    key,
    target: names.includes(target) ? target : (names.find((name) => answers[name] !== undefined) ?? field),
    values: plainValues(values),
  }));
}

function replace(answers: Answered, names: readonly string[], read: Readonly<Answered>): void {
  for (const name of names) delete answers[name];
  Object.assign(answers, read);
}

/** Words of the questionnaire stay out of messages about a file: the column says where it is. */
function plainValues(values: Readonly<Record<string, string | number | Text>>) {
  const kept = Object.entries(values).filter(
    (entry): entry is [string, string | number] => typeof entry[1] !== 'object',
  );
  return Object.fromEntries(kept);
}
