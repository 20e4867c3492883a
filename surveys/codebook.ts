// Definition → variables in order: the one list that storage, exports and analysis share.

import { variablesOf } from './question-types/index.ts';
import type { Questionnaire } from './questionnaire.ts';
import { withoutReferences } from './references.ts';
import { isNumeric, type Variable } from './variable.ts';

export interface Codebook {
  readonly variables: readonly Variable[];
  /** Place of each variable in `variables`, and so of its byte in a response document. */
  readonly position: ReadonlyMap<string, number>;
  /** Variables on a number line, in order: each has a number behind the bytes of a response document. */
  readonly numeric: readonly string[];
  /** The variable that says which library; null where none is asked. */
  readonly registerVariable: string | null;
}

// A definition never changes, so its variables are counted out once.
const codebooks = new WeakMap<Questionnaire, Codebook>();

/** The codebook of a questionnaire: every variable in the order of the questions. */
export function codebookOf(questionnaire: Questionnaire): Codebook {
  const known = codebooks.get(questionnaire);
  if (known) return known;
  const variables = questionnaire.pages
    .flatMap((page) => page.questions)
    .flatMap((question) => variablesOf(questionnaire, question))
    .map(inWords);
  const codebook = {
    variables,
    position: new Map(variables.map((variable, index) => [variable.name, index])),
    numeric: variables.filter(isNumeric).map(({ name }) => name),
    registerVariable: variables.find(({ measure }) => measure === 'register')?.name ?? null,
  };
  codebooks.set(questionnaire, codebook);
  return codebook;
}

/** The variable with words that name nobody's answers: a codebook is about everybody. */
function inWords(variable: Variable): Variable {
  const { label, item, categories } = variable;
  return {
    ...variable,
    label: withoutReferences(label),
    item: item && withoutReferences(item),
    categories: categories.map((category) => ({ ...category, label: withoutReferences(category.label) })),
  };
}

/** The variable by name. @throws RangeError when the codebook has none of that name. */
export function variableNamed(codebook: Codebook, name: string): Variable {
  const variable = codebook.variables[codebook.position.get(name) ?? -1];
  if (!variable) throw new RangeError(`the codebook has no variable "${name}"`);
  return variable;
}
