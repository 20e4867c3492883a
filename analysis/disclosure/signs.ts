// Which signs of needs, and which highlights, tell more than the views of the guaranteed family do (docs/rules.md, Subtraction). A sign may be
// limited to whoever has certain answers to a background; then it is shown only where it can be added up from cells that
// every view shows, or from groups that are not few, so that no two signs subtracted from each other, or from a table, give
// somebody's answer. Two signs that count nearly the same answers are no part of that, as two questions are not.
import { variableNamed } from '../../surveys/codebook.ts';
import {
  type Counted,
  countedBy,
  type Indicator,
  mostConditions,
  type Selection,
} from '../../surveys/needs-catalogue.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import { type Answered, answersFor, showsNoGroups } from '../answered.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { splitBy } from '../explore/splits.ts';
import { type IndicatorInput, surveyOf } from '../needs/indicators.ts';
import { measureGap } from '../needs/ratings-indicators.ts';
import type { Filter } from '../results/survey.ts';
import type { RowCodes } from '../row-codes.ts';
import { variablesMeant } from '../selected-rows.ts';
import { countShare } from '../tabulate.ts';
import type { Family } from './family.ts';
import { familyFor } from './kept-families.ts';
import { mergedGroups } from './merged-groups.ts';

/** The answers of one survey, and what its figures may be split by. */
export interface SignSurvey extends Answered {
  /** Empty where the survey is not about the libraries of the register. */
  readonly register: readonly RegisterLibrary[];
  /** As the project declares them; what this survey does not ask is passed over. */
  readonly background: readonly string[];
}

/** Whether readers must not see what this sign says now. @param background what the project declares. */
export function hidesIndicator(
  indicator: Indicator,
  { surveys, register }: IndicatorInput,
  background: readonly string[],
): boolean {
  const counted = countedBy(indicator);
  const [main] = surveys.keys();
  const survey = surveyOf(counted, surveys);
  const answered = surveys.get(survey);
  if (!counted || !answered) return false;
  return hidesSign(counted, { ...answered, register: survey === main ? register : [], background });
}

/**
 * Whether a figure must stay hidden from readers because its conditions, or answers to a background set beside other
 * answers, make it a cross that the views of the family do not show.
 * @param counted of which every variable is in the dataset.
 */
export function hidesSign(counted: Counted, survey: SignSurvey): boolean {
  const { register, background } = survey;
  const dataset = answersFor(counted.where, survey);
  const declared = background.filter((name) => dataset.codebook.position.has(name));
  const read = variablesRead(counted, dataset);
  if (read.length > 1 && read.some((name) => declared.includes(name))) return true;
  if (counted.where.length === 0) return false;
  if (showsNoGroups(survey)) return true;
  const conditions = counted.where.map((selection) => conditionOf(selection, declared));
  const known = conditions.flatMap((condition) => condition ?? []);
  const different = new Set(known.map(({ variable }) => variable)).size;
  if (different < conditions.length || conditions.length > mostConditions) return true;
  const [name, another] = read;
  const variable = name === undefined ? null : variableNamed(dataset.codebook, name);
  if (another !== undefined || !variable || isNumeric(variable)) return hidesMade(counted, known, dataset);
  const family = familyFor(dataset, register, declared);
  if (variable.type !== 'rank') return hidesAnswers(counted, variable, known, family);
  // Tables show whether an option was ranked, signs also at which place.
  return hiddenBy(variable.name, known, family).inside.size > 0 || hidesMade(counted, known, dataset);
}

/** The variables a sign reads, its conditions aside. */
function variablesRead(counted: Counted, dataset: Dataset): readonly string[] {
  if ('variable' in counted) return [counted.variable];
  if ('importance' in counted) return [...new Set([counted.importance, counted.ability])];
  return [...new Set(counted.any.flatMap((selection) => variablesMeant(dataset, selection)))];
}

/** Groups of one background. */
interface Condition {
  readonly variable: string;
  readonly codes: readonly string[];
}

/** A condition on one declared background, by its codes; null for any other. */
function conditionOf(
  { variables, codes, atLeast, atMost }: Selection,
  background: readonly string[],
): Condition | null {
  const [variable] = variables;
  const bounded = atLeast !== undefined || atMost !== undefined;
  if (variable === undefined || variables.length > 1 || bounded || !background.includes(variable))
    return null;
  return { variable, codes };
}

/** A sign of one variable is added up from the cells of its tables, whatever it makes of them. */
function hidesAnswers(
  counted: Counted,
  variable: Variable,
  conditions: readonly Condition[],
  family: Family,
): boolean {
  const figures = variable.categories.filter(({ missing }) => missing === null).map(({ code }) => code);
  const named = 'any' in counted ? counted.any.flatMap(({ codes }) => codes) : figures;
  const codes = named.filter((code) => variable.categories.some((category) => category.code === code));
  const known =
    codes.every((code) => figures.includes(code)) &&
    conditions.every(({ variable: name, codes: own }) =>
      own.every((code) => family.groupsBy(name).includes(code)),
    );
  if (!known) return true;
  const { inside, outside } = hiddenBy(variable.name, conditions, family);
  // Everything that is hidden of an answer is what the whole leaves beside what is shown.
  const alone = conditions.length === 1;
  return codes.some((code) => {
    const answer = figures.indexOf(code);
    return inside.has(answer) && (outside.has(answer) || !alone);
  });
}

/** Which answers to a variable are hidden somewhere in these groups, and somewhere outside them. */
function hiddenBy(
  variable: string,
  conditions: readonly Condition[],
  family: Family,
): { readonly inside: ReadonlySet<number>; readonly outside: ReadonlySet<number> } {
  const groups = conditions.map((condition) => [...family.groupsBy(condition.variable), null]);
  const [inside, outside] = [new Set<number>(), new Set<number>()];
  for (const filters of filtersOver(conditions, groups)) {
    if (family.countsIn(variable, filters).every((count) => count === 0)) continue;
    const belongs = conditions.every((condition, place) =>
      condition.codes.includes(filters[place]?.code ?? ''),
    );
    for (const answer of family.hiddenAnswers(variable, filters)) (belongs ? inside : outside).add(answer);
  }
  return { inside, outside };
}

/** A sign that reads several answers stands in no table: one background at most, in groups that are not few. */
function hidesMade(counted: Counted, conditions: readonly Condition[], dataset: Dataset): boolean {
  const [condition, second] = conditions;
  const codes = codesOf(counted, dataset);
  if (!condition || second || !codes) return true;
  const split = splitBy(dataset, [], condition.variable);
  const chosen = condition.codes.map((code) => split.groups.findIndex((group) => group.code === code));
  const whole = mergedGroups(split, codes).filter((block) => block.every((group) => chosen.includes(group)));
  return !chosen.every((group) => whole.some((block) => block.includes(group)));
}

/** Per response what a share or a gap makes of it, whoever it is limited to; null for a mean. */
function codesOf(counted: Counted, dataset: Dataset): RowCodes | null {
  if ('any' in counted) return countShare(dataset, { ...counted, where: [] }).codes;
  if ('variable' in counted) return null;
  return measureGap(dataset, { ...counted, where: [] })?.sample?.codes ?? null;
}

/** Every group of one background, or every two of two. */
function filtersOver(
  conditions: readonly Condition[],
  groups: readonly (readonly (string | null)[])[],
): readonly (readonly Filter[])[] {
  return conditions.reduce<readonly (readonly Filter[])[]>(
    (sofar, { variable }, place) =>
      sofar.flatMap((filters) => (groups[place] ?? []).map((code) => [...filters, { variable, code }])),
    [[]],
  );
}
