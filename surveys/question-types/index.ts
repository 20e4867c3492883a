// The record of question types: leaving one out does not compile.
import type { Situation } from '../condition.ts';
import { optionsOf, type Question, type Questionnaire, type QuestionOf } from '../questionnaire.ts';
import type { Variable } from '../variable.ts';
import { questionAsAsked } from './as-asked.ts';
import { consent } from './consent.ts';
import { date } from './date.ts';
import { grid } from './grid.ts';
import {
  insteadName,
  insteadOf,
  insteadView,
  readReason,
  reasonGiven,
  withoutReasons,
  withReasons,
} from './instead.ts';
import { multiple } from './multiple.ts';
import { number } from './number.ts';
import { pick } from './pick.ts';
import { points } from './points.ts';
import type { Given, QuestionType, ReadContext, Reading, ViewContext } from './question-type.ts';
import type { ChoiceView, QuestionBody } from './question-view.ts';
import { rank } from './rank.ts';
import { register } from './register.ts';
import { scale } from './scale.ts';
import { section } from './section.ts';
import { single } from './single.ts';
import { slider } from './slider.ts';
import { text } from './text.ts';

const questionTypes: { readonly [T in Question['type']]: QuestionType<QuestionOf<T>> } = {
  consent,
  register,
  single,
  multiple,
  grid,
  rank,
  pick,
  points,
  scale,
  slider,
  number,
  date,
  text,
  section,
};

/** The type of this question. The record above pairs each type with its own question, which TypeScript cannot follow through a lookup. */
function typeOf(question: Question): QuestionType<Question> {
  return questionTypes[question.type];
}

/** The variables a question gives, in codebook order. */
export function variablesOf(questionnaire: Questionnaire, question: Question): readonly Variable[] {
  return typeOf(question)
    .variables(questionnaire, question)
    .map((variable) => withReasons(question, variable));
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
  const reason = insteadOf(question).length > 0 ? [insteadName(question)] : [];
  return [...variableNames(questionnaire, question), ...extra, ...reason];
}

/**
 * The variables of a question that are not asked in this situation: by its own rule, because their option or row is
 * not offered, or all of them when nothing is.
 */
export function variablesNotAsked(
  questionnaire: Questionnaire,
  question: Question,
  situation: Situation,
): readonly string[] {
  const asked = questionAsAsked(questionnaire, question, situation);
  const all = variableNames(questionnaire, question);
  if (asked === null) return all;
  const unasked = typeOf(asked).notAsked?.(questionnaire, asked, situation.answers) ?? [];
  if (asked === question) return unasked;
  const offered = new Set(variableNames(questionnaire, asked));
  return [...all.filter((name) => !offered.has(name)), ...unasked];
}

/** The variables whose answer is a code that is not offered any more: they were asked, and have no answer now. */
export function answersNotOffered(
  questionnaire: Questionnaire,
  question: Question,
  situation: Situation,
): readonly string[] {
  const answer = situation.answers[question.code];
  if (question.type !== 'single' || answer === undefined) return [];
  const asked = questionAsAsked(questionnaire, question, situation);
  if (asked === null || asked === question) return [];
  return optionsOf(questionnaire, asked).some(({ code }) => code === answer) ? [] : [question.code];
}

/** Raw fields → the answers to one question, or what is wrong with them. */
export function readQuestion(
  questionnaire: Questionnaire,
  question: Question,
  fields: Given,
  context: ReadContext,
): Reading {
  const names = variableNames(questionnaire, question).filter((name) => !name.endsWith('.text'));
  const reason = reasonGiven(question, names, fields);
  const own = typeOf(question).read(
    questionnaire,
    question,
    withoutReasons(question, names, fields),
    context,
  );
  return reason === '' ? own : readReason(question, names, reason, own);
}

/** A question as plain data for its partial. */
export function questionBody(
  questionnaire: Questionnaire,
  question: Question,
  given: Given,
  context: ViewContext,
): QuestionBody {
  const names = variableNames(questionnaire, question);
  return typeOf(question).field(questionnaire, question, withoutReasons(question, names, given), context);
}

/** The reasons a question offers instead of an answer, as boxes; none for most. */
export function questionReasons(
  questionnaire: Questionnaire,
  question: Question,
  given: Given,
  context: ViewContext,
): readonly ChoiceView[] {
  const names = variableNames(questionnaire, question);
  return insteadView(question, reasonGiven(question, names, given), context.say);
}

/** About how long a question takes to answer, in seconds. */
export function secondsFor(questionnaire: Questionnaire, question: Question): number {
  return typeOf(question).seconds(questionnaire, question);
}

/** Whether something of the question must be answered before the respondent can go on. */
export function needsAnswer(question: Question): boolean {
  if (question.type === 'consent' || question.required === true) return true;
  return question.type === 'grid' && question.requiredRows.length > 0;
}
