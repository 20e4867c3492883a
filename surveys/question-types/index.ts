// The record of question types: leaving one out does not compile.
import type { Answers } from '../answers.ts';
import type { Question, Questionnaire, QuestionOf } from '../questionnaire.ts';
import type { Variable } from '../variable.ts';
import { consent } from './consent.ts';
import { grid } from './grid.ts';
import { multiple } from './multiple.ts';
import type { Given, QuestionType, ReadContext, Reading, ViewContext } from './question-type.ts';
import type { QuestionBody } from './question-view.ts';
import { rank } from './rank.ts';
import { register } from './register.ts';
import { single } from './single.ts';
import { text } from './text.ts';

const questionTypes: { readonly [T in Question['type']]: QuestionType<QuestionOf<T>> } = {
  consent,
  register,
  single,
  multiple,
  grid,
  rank,
  text,
};

/** The type of this question. The record above pairs each type with its own question, which TypeScript cannot follow through a lookup. */
function typeOf(question: Question): QuestionType<Question> {
  return questionTypes[question.type];
}

/** The variables a question gives, in codebook order. */
export function variablesOf(questionnaire: Questionnaire, question: Question): readonly Variable[] {
  return typeOf(question).variables(questionnaire, question);
}

// A definition never changes, so the names its questions give are counted out once.
const namesByQuestion = new WeakMap<Question, readonly string[]>();

/** The names of the variables a question gives. */
export function variableNames(questionnaire: Questionnaire, question: Question): readonly string[] {
  const known = namesByQuestion.get(question);
  if (known) return known;
  const names = variablesOf(questionnaire, question).map((variable) => variable.name);
  namesByQuestion.set(question, names);
  return names;
}

/** The names of every form field of a question: its variables and the boxes that fill several at once. */
export function fieldNames(questionnaire: Questionnaire, question: Question): readonly string[] {
  const extra = typeOf(question).extraFields?.(questionnaire, question) ?? [];
  return [...variableNames(questionnaire, question), ...extra];
}

/** The variables of a question that these answers leave unasked. */
export function variablesNotAsked(
  questionnaire: Questionnaire,
  question: Question,
  answers: Answers,
): readonly string[] {
  return typeOf(question).notAsked?.(questionnaire, question, answers) ?? [];
}

/** Raw fields → the answers to one question, or what is wrong with them. */
export function readQuestion(
  questionnaire: Questionnaire,
  question: Question,
  fields: Given,
  context: ReadContext,
): Reading {
  return typeOf(question).read(questionnaire, question, fields, context);
}

/** A question as plain data for its partial. */
export function questionBody(
  questionnaire: Questionnaire,
  question: Question,
  given: Given,
  context: ViewContext,
): QuestionBody {
  return typeOf(question).field(questionnaire, question, given, context);
}

/** About how long a question takes to answer, in seconds. */
export function secondsFor(questionnaire: Questionnaire, question: Question): number {
  return typeOf(question).seconds(questionnaire, question);
}

/** Whether something of the question must be answered before the respondent can go on. */
export function needsAnswer(question: Question): boolean {
  if (question.type === 'consent' || question.required) return true;
  return question.type === 'grid' && question.requiredRows.length > 0;
}
