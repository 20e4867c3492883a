// Definition → variables in order: the one list that storage, exports and analysis share.

import { variablesOf } from './question-types/index.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Variable } from './variable.ts';

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
