// Definition → variables in order: the one list that storage, exports and analysis share.

import { variablesOf } from './question-types/index.ts';
import type { MissingReason, Option, Question, Questionnaire, Text } from './questionnaire.ts';

/** One thing an answer can be. `missing` makes it a reason instead of a figure; `value` places it on a number line. */
export interface Category {
  readonly code: string;
  readonly label: Text;
  readonly value: number | null;
  readonly missing: MissingReason | null;
}

/** One column of the data. `text` variables keep their words in rows of their own; here only given or not. */
export interface Variable {
  readonly name: string;
  readonly question: string;
  readonly type: Question['type'];
  readonly measure: 'nominal' | 'ordinal' | 'text' | 'register';
  readonly label: Text;
  /** The row or option this variable is about, where a question gives several variables. */
  readonly item: Text | null;
  readonly categories: readonly Category[];
}

export interface Codebook {
  readonly variables: readonly Variable[];
  /** Place of each variable in `variables`, and so of its byte in a response document. */
  readonly position: ReadonlyMap<string, number>;
}

/** The codebook of a questionnaire: every variable in the order of the questions. */
export function codebookOf(questionnaire: Questionnaire): Codebook {
  const variables = questionnaire.pages
    .flatMap((page) => page.questions)
    .flatMap((question) => variablesOf(questionnaire, question));
  return { variables, position: new Map(variables.map((variable, index) => [variable.name, index])) };
}

/** The variable by name. @throws RangeError when the codebook has none of that name. */
export function variableNamed(codebook: Codebook, name: string): Variable {
  const variable = codebook.variables[codebook.position.get(name) ?? -1];
  if (!variable) throw new RangeError(`the codebook has no variable "${name}"`);
  return variable;
}

/** An option of the definition as a category of a variable. */
export function categoryOf(option: Option): Category {
  return {
    code: option.code,
    label: option.label,
    value: option.value ?? null,
    missing: option.missing ?? null,
  };
}
