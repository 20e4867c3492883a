// Which groups of people readers outside the team see told apart: by the conditions of signs and highlights, and by the
// views that stand in the report. Figures about these move together (docs/rules.md, Subtraction).
import type { Codebook } from '../../surveys/codebook.ts';
import { countedBy, type NeedsCatalogue, type Selection } from '../../surveys/needs-catalogue.ts';
import { isNumeric } from '../../surveys/variable.ts';
import { registerFacts } from '../explore/splits.ts';
import type { ExploreView } from '../explore/view.ts';
import type { ShownTables } from './hidden-between.ts';

/** People told apart by one variable or fact of the register: who has one of these codes from who has not; null: by every code. */
export interface ByCodes {
  readonly variable: string;
  readonly codes: readonly string[] | null;
}
/** Who was asked a question from who was not, by its code. */
export interface ByAsked {
  readonly asked: string;
}
type Apart = ByCodes | ByAsked;
/** People told apart in one figure: by one background, or by two together. */
export type Grouping = readonly Apart[];

/** The groups that signs of needs and highlights count in one survey, and those that what stands side by side is split by. @param main whether it is meant where none is named. */
export function groupingsInSigns(
  { needs, highlights, sideBySide }: NeedsCatalogue,
  survey: string,
  main: boolean,
): readonly Grouping[] {
  const signs = needs.flatMap(({ indicators }) => indicators.flatMap((sign) => countedBy(sign) ?? []));
  const own = (counted: { readonly survey?: string | undefined }) =>
    counted.survey === undefined ? main : counted.survey === survey;
  const split = sideBySide.filter(own).flatMap((one) => {
    const by = 'by' in one && one.by ? [[one.by]] : [];
    if (one.kind !== 'required') return by;
    // What is required hangs on the level, in each group as well.
    const levels = by.flat().includes(one.level) ? [] : [...by, []].map((names) => [...names, one.level]);
    return [...by, ...levels];
  });
  const limited = [...signs, ...highlights.map(({ share }) => share)]
    .filter(own)
    .filter(({ where }) => where.length > 0)
    .map(({ where }) => where.flatMap((condition) => apartBy(condition) ?? []));
  return [...limited, ...split.map((names) => names.map((variable) => ({ variable, codes: null })))];
}

/** A condition on answers to one variable; any other is never shown. */
function apartBy({ variables, codes, atLeast, atMost }: Selection): ByCodes | null {
  const [variable] = variables;
  if (variable === undefined || variables.length > 1) return null;
  return atLeast === undefined && atMost === undefined ? { variable, codes } : null;
}

/**
 * The groups that a view of the explorer tells apart; none for a figure of everybody. Weights and figures of libraries
 * hang on who is of which province and size.
 * @param background what the project declares.
 */
export function groupingsInView(
  { question, by, filters, weighting, unit }: ExploreView,
  background: readonly string[],
): readonly Grouping[] {
  const whole = (variable: string): ByCodes => ({ variable, codes: null });
  const facts = registerFacts.map(whole);
  const limits = filters.map(({ variable, code }) => ({ variable, codes: code === null ? null : [code] }));
  const known = [by, question].filter((name) =>
    [...registerFacts, ...background].some((one) => one === name),
  );
  const crossing = by === null ? [] : known.length === 0 ? [by] : known;
  const apart = [...limits, ...crossing.flatMap((name) => (name === null ? [] : [whole(name)]))];
  return [
    ...apart.map((one) => [one]),
    ...apart.flatMap((one, place) => apart.slice(place + 1).map((other) => [one, other])),
    ...(weighting === 'none' && unit === 'persons' ? [] : facts.map((fact) => [fact])),
    ...(weighting === 'cells' ? [facts] : []),
  ];
}

/**
 * The tables of the family that views show, by variable. A variable that is a number has no counts to hide.
 * @param background what the project declares.
 */
export function tablesInViews(
  views: readonly ExploreView[],
  { variables }: Codebook,
  background: readonly string[],
): readonly ShownTables[] {
  const isBackground = (name: string) => [...registerFacts, ...background].some((one) => one === name);
  const shown = views.flatMap((view) => {
    const by = view.by === null || !isBackground(view.by) ? [] : [view.by];
    const [first, second] = [...by, ...view.filters.map(({ variable }) => variable)];
    return variables
      .filter(({ name, question }) => question === view.question && (view.variable ?? name) === name)
      .filter((variable) => variable.measure !== 'text' && !isNumeric(variable) && first !== undefined)
      .map(({ name }) => ({ name, first: first ?? '', second }));
  });
  return [...new Set(shown.map(({ name }) => name))].map((variable) => {
    const own = shown.filter(({ name }) => name === variable);
    return {
      variable,
      by: [...new Set(own.flatMap(({ first, second }) => (second === undefined ? [first] : [])))],
      together: own.flatMap(({ first, second }) => (second === undefined ? [] : [[first, second] as const])),
    };
  });
}
