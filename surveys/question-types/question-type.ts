// What every kind of question must be able to do. One file per type; index.ts is the exhaustive record.
import type { Answers } from '../answers.ts';
import type { Condition, Question, Questionnaire, Text } from '../questionnaire.ts';
import type { Register } from '../register.ts';
import type { Variable } from '../variable.ts';
import type { QuestionBody } from './question-view.ts';

/** Form fields by name, one value each; a field left empty is absent or ''. Stored answers have the same shape. */
export type Given = Readonly<Record<string, string | undefined>>;

/** What is wrong with an answer: a message key with its values; the words are in views/texts. */
export interface Problem {
  /** The field (variable, or the question's code) the message belongs to. */
  readonly field: string;
  /** The id of the control where the respondent can repair it. */
  readonly target: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Text>>;
  /** Asks once more; whoever goes on then may. */
  readonly soft?: true;
}

export interface Reading {
  /** Variable → code or words; what was wrong or not given is absent. */
  readonly answers: Answers;
  readonly problems: readonly Problem[];
}

export interface ReadContext {
  /** The libraries somebody can choose. */
  readonly libraries: Register;
}

/** Libraries of the register as the pick shows them. */
export interface LibraryGroup {
  readonly label: string;
  readonly libraries: readonly { readonly code: string; readonly name: string }[];
}

export interface ViewContext {
  readonly language: string;
  /** Words of the definition in the language of the page, with earlier answers filled in. */
  say(text: Text): string;
  /** What is left to the answers of this page of the condition of an option or row, as JSON; null when nothing is. */
  showIf(condition: Condition | undefined): string | null;
  readonly problems: readonly Problem[];
  readonly libraries: readonly LibraryGroup[];
}

export interface QuestionType<Q extends Question> {
  /** The variables the question gives, in codebook order. */
  variables(questionnaire: Questionnaire, question: Q): readonly Variable[];
  /** Names of form fields that are no variables of their own, such as "the whole group". */
  extraFields?(questionnaire: Questionnaire, question: Q): readonly string[];
  /** Which of its variables are not asked, given the answers; without it all are asked. */
  notAsked?(questionnaire: Questionnaire, question: Q, answers: Answers): readonly string[];
  /** Raw fields → answers, or what is wrong with them. */
  read(questionnaire: Questionnaire, question: Q, fields: Given, context: ReadContext): Reading;
  /** The question with what was given so far, as plain data for its partial. */
  field(questionnaire: Questionnaire, question: Q, given: Given, context: ViewContext): QuestionBody;
  /** About how long answering takes, in seconds. */
  seconds(questionnaire: Questionnaire, question: Q): number;
}

/** The id of the control for one code of a variable; a text or list has the variable's own name. */
export function controlId(variable: string, code: string): string {
  return `${variable}:${code}`;
}

/** A value as a message may repeat it: what someone sent can be very long. */
export function quoted(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** The reading of a question that was left empty: nothing, or a problem where an answer is asked for. */
export function emptyReading(question: Question, required: Question['required'], target: string): Reading {
  const values = { question: question.label };
  const { code: field } = question;
  if (required === 'soft')
    return { answers: {}, problems: [{ field, target, key: 'softRequired', values, soft: true }] };
  return { answers: {}, problems: required ? [{ field, target, key: 'required', values }] : [] };
}

/** The reading of a code the question does not have. */
export function unknownCode(question: Question, target: string, value: string): Reading {
  const values = { question: question.label, value: quoted(value) };
  return { answers: {}, problems: [{ field: question.code, target, key: 'unknownCode', values }] };
}
