// What hangs on an answer of the page it stands on itself: a form without scripts shows it, and a script shows it when
// it is asked. The condition is simplified to what only the page can tell.
import { codebookOf, variableNamed } from './codebook.ts';
import { type Comparison, comparisons, holds, type Situation, variablesRead } from './condition.ts';
import { variableNames } from './question-types/index.ts';
import type { Condition, Page, Questionnaire } from './questionnaire.ts';
import type { Register } from './register.ts';
import { isNumeric, type NumericMeasure } from './variable.ts';

/** A condition as a script in the page tries it: it names variables of the page alone, and needs no definition. */
export type LiveCondition =
  | { readonly variable: string; readonly is: readonly string[] }
  | {
      readonly variable: string;
      readonly measure: NumericMeasure;
      /** Of a number: how many digits may stand behind its comma, which says how points in it are read. */
      readonly decimals: number;
      readonly atLeast?: number | undefined;
      readonly atMost?: number | undefined;
    }
  | { readonly answered: string }
  | { readonly all: readonly LiveCondition[] }
  | { readonly any: readonly LiveCondition[] }
  | { readonly not: LiveCondition };

/** The page's own variables, and whether its libraries are chosen there. */
interface OnPage {
  readonly variables: ReadonlySet<string>;
  readonly register: boolean;
}

// A definition never changes, so each page is looked through once.
const known = new WeakMap<Page, OnPage>();

function onPage(questionnaire: Questionnaire, page: Page): OnPage {
  const found = known.get(page) ?? {
    variables: new Set(page.questions.flatMap((question) => variableNames(questionnaire, question))),
    register: page.questions.some(({ type }) => type === 'register'),
  };
  known.set(page, found);
  return found;
}

/** Whether the condition reads an answer, or the library, that is given on this page. */
export function readsPage(
  questionnaire: Questionnaire,
  page: Page,
  condition: Condition | undefined,
): boolean {
  if (condition === undefined) return false;
  const { variables, register } = onPage(questionnaire, page);
  return (
    variablesRead(condition).some((name) => variables.has(name)) ||
    (register && comparisons(condition).some((part) => 'register' in part))
  );
}

/** Whether the condition also reads something that is not given on this page. */
export function readsElsewhere(questionnaire: Questionnaire, page: Page, condition: Condition): boolean {
  const { variables, register } = onPage(questionnaire, page);
  return comparisons(condition).some((part) =>
    'register' in part ? !register : !variables.has(nameIn(part)),
  );
}

function nameIn(part: Exclude<Comparison, { register: unknown }>): string {
  return 'answered' in part ? part.answered : part.variable;
}

/**
 * What is left of a condition once everything is filled in that the page itself does not ask: true or false when that
 * decides it.
 * @param situation of the answers so far.
 * @param libraries the register, for conditions on the library where that is chosen on the page; without it such a part
 * may go either way, and what hangs on it alone is shown.
 */
export function leftToDecide(
  questionnaire: Questionnaire,
  page: Page,
  condition: Condition | undefined,
  situation: Situation,
  libraries: Register | null,
): LiveCondition | boolean {
  if (condition === undefined) return true;
  const here = onPage(questionnaire, page);
  const codebook = codebookOf(questionnaire);

  function compare(part: Comparison, otherwise: boolean): LiveCondition | boolean {
    if ('register' in part) {
      if (!here.register || codebook.registerVariable === null) return holds(part, situation);
      if (libraries === null) return otherwise;
      const is = [...libraries].flatMap(([code, facts]) =>
        part.is.includes(facts[part.register]) ? [code] : [],
      );
      return { variable: codebook.registerVariable, is };
    }
    if (!here.variables.has(nameIn(part))) return holds(part, situation);
    if ('answered' in part || 'is' in part) return part;
    const variable = variableNamed(codebook, part.variable);
    const { atLeast, atMost } = part;
    if (isNumeric(variable)) {
      const question = page.questions.find(({ code }) => code === variable.question);
      const decimals = question?.type === 'number' ? question.decimals : question?.type === 'slider' ? 10 : 0;
      return { variable: variable.name, measure: variable.measure, decimals, atLeast, atMost };
    }
    const is = variable.categories.filter(
      ({ value }) => value !== null && value >= (atLeast ?? value) && value <= (atMost ?? value),
    );
    return { variable: variable.name, is: is.map(({ code }) => code) };
  }

  /** `otherwise`: what a part that cannot be tried counts as, so that the whole is rather shown than hidden. */
  function left(part: Condition, otherwise: boolean): LiveCondition | boolean {
    if ('not' in part) {
      const inner = left(part.not, !otherwise);
      return typeof inner === 'boolean' ? !inner : { not: inner };
    }
    if (!('all' in part || 'any' in part)) return compare(part, otherwise);
    const [parts, decides] = 'all' in part ? [part.all, false] : [part.any, true];
    const inner = parts.map((each) => left(each, otherwise));
    if (inner.includes(decides)) return decides;
    const open = inner.filter((each) => typeof each !== 'boolean');
    const [only] = open;
    if (only === undefined) return !decides;
    if (open.length === 1) return only;
    return decides ? { any: open } : { all: open };
  }

  return left(condition, true);
}
