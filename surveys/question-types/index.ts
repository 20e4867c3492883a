// The record of question types: leaving one out does not compile.
import type { Variable } from '../codebook.ts';
import type { Question, Questionnaire, QuestionOf } from '../questionnaire.ts';
import { consent } from './consent.ts';
import { grid } from './grid.ts';
import { multiple } from './multiple.ts';
import type { QuestionType } from './question-type.ts';
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
  return questionTypes[question.type] as QuestionType<Question>;
}

/** The variables a question gives, in codebook order. */
export function variablesOf(questionnaire: Questionnaire, question: Question): readonly Variable[] {
  return typeOf(question).variables(questionnaire, question);
}
