// What a team can point at when it says what counts as a sign of a need: questions and scales with the things they ask
// about and the answers to those, all by their labels. A selection of the catalogue in these terms, and back.
import type { Selection } from '../needs-catalogue.ts';
import { variablesOf } from '../question-types/index.ts';
import { type Question, type Questionnaire, questionsOf, rowsOf, type Text } from '../questionnaire.ts';
import { isNumeric, type Variable } from '../variable.ts';

export interface Named {
  readonly code: string;
  readonly label: Text;
}
/** A question, or one scale of a grid. */
export interface VariableSet {
  /** Of its one variable, or what stands before the dot in the names of its variables. */
  readonly name: string;
  /** The question's words; of a grid its scale's too. */
  readonly labels: readonly Text[];
  /** The options or rows it asks about; empty where it is one variable. */
  readonly items: readonly Named[];
  /** The answers each of them can have. */
  readonly codes: readonly Named[];
  /** Numbers are chosen by bounds. */
  readonly numeric: boolean;
  /** Single choice: what a survey may be split by. */
  readonly background: boolean;
}

/** Everything a selection can be about, in the order of the questionnaire; words and dates are none of it. */
export function variableSets(questionnaire: Questionnaire): readonly VariableSet[] {
  return questionsOf(questionnaire).flatMap((question) => setsOf(questionnaire, question));
}

function setsOf(questionnaire: Questionnaire, question: Question): readonly VariableSet[] {
  if (question.type === 'consent' || question.type === 'register' || question.type === 'date') return [];
  const variables = variablesOf(questionnaire, question).filter(({ measure }) => measure !== 'text');
  if (question.type === 'grid') {
    const { options } = rowsOf(questionnaire, question);
    return question.scales.map(({ variable, label }) => {
      const own = variables.filter(({ name }) => name.startsWith(`${variable}.`));
      return setOf(variable, [question.label, label], options, own);
    });
  }
  const items = variables.flatMap(({ name, item }) =>
    item === null ? [] : [{ code: name.slice(question.code.length + 1), label: item }],
  );
  const set = setOf(question.code, [question.label], items, variables);
  return variables.length === 0 ? [] : [{ ...set, background: question.type === 'single' }];
}

function setOf(
  name: string,
  labels: readonly Text[],
  items: readonly Named[],
  variables: readonly Variable[],
): VariableSet {
  const [first] = variables;
  const numeric = first !== undefined && isNumeric(first);
  const codes = (first?.categories ?? [])
    .filter(({ missing }) => !numeric || missing !== null)
    .map(({ code, label }) => ({ code, label }));
  return {
    name,
    labels,
    items: items.map(({ code, label }) => ({ code, label })),
    codes,
    numeric,
    background: false,
  };
}

/** Every single answer on a scale with values: what a mean can be of, and what can be set against each other. */
export function scalesIn(questionnaire: Questionnaire): readonly RatedScale[] {
  return questionsOf(questionnaire)
    .flatMap((question) => variablesOf(questionnaire, question))
    .filter((variable) => !isNumeric(variable) && valuesOf(variable).length > 2)
    .map((variable) => ({
      code: variable.name,
      labels: [variable.label, ...(variable.item ? [variable.item] : [])],
      values: valuesOf(variable),
    }));
}

/** A variable on a scale, by its name. */
export interface RatedScale {
  readonly code: string;
  readonly labels: readonly Text[];
  /** From low to high: two scales are alike when these are. */
  readonly values: readonly number[];
}

function valuesOf({ categories }: Variable): readonly number[] {
  return categories
    .flatMap(({ value, missing }) => (value === null || missing !== null ? [] : [value]))
    .toSorted((one, other) => one - other);
}

/** A selection as it is ticked: of which set, which of its items, and which answers to them. */
export interface Ticked {
  readonly set: string;
  readonly items: readonly string[];
  readonly codes: readonly string[];
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** The selection in terms of one set; null where it is about several, or about what no set has. */
export function tickedOf(sets: readonly VariableSet[], selection: Selection): Ticked | null {
  const set = sets.find((each) =>
    selection.variables.every((name) => name === each.name || name.startsWith(`${each.name}.`)),
  );
  if (!set) return null;
  const named = selection.variables.flatMap((name) =>
    name === `${set.name}.*` ? set.items.map(({ code }) => `${set.name}.${code}`) : [name],
  );
  const names = named.filter((name) => !selection.except.includes(name));
  const items = names.map((name) => name.slice(set.name.length + 1));
  const known = (code: string, of: readonly Named[]) => of.some((each) => each.code === code);
  const fits =
    set.items.length === 0 ? names.join() === set.name : items.every((item) => known(item, set.items));
  if (!fits || names.length === 0 || !selection.codes.every((code) => known(code, set.codes))) return null;
  return {
    set: set.name,
    items: set.items.length === 0 ? [] : items,
    codes: selection.codes,
    atLeast: selection.atLeast ?? null,
    atMost: selection.atMost ?? null,
  };
}

/** What was ticked as a selection: every item is `<set>.*`, so that what is added later counts too. */
export function selectionOf(set: VariableSet, { items, codes, atLeast, atMost }: Ticked): Selection {
  const all = set.items.length > 0 && set.items.every(({ code }) => items.includes(code));
  const variables =
    set.items.length === 0
      ? [set.name]
      : all
        ? [`${set.name}.*`]
        : set.items.filter(({ code }) => items.includes(code)).map(({ code }) => `${set.name}.${code}`);
  return {
    variables,
    except: [],
    codes: set.codes.filter(({ code }) => codes.includes(code)).map(({ code }) => code),
    ...(atLeast === null ? {} : { atLeast }),
    ...(atMost === null ? {} : { atMost }),
  };
}

/** Whether two ways of ticking say the same. */
export function sameTicks(one: Ticked, other: Ticked): boolean {
  const alike = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return (
    one.set === other.set &&
    alike(one.items, other.items) &&
    alike(one.codes, other.codes) &&
    one.atLeast === other.atLeast &&
    one.atMost === other.atMost
  );
}
