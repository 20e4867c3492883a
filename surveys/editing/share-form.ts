// What counts as a sign, as fields of a form and back: a survey, "any of these answers", and "only of whoever …". A part
// of the catalogue that no form can say is kept as it is.
import { mostConditions, type Selection, type ShareDefinition } from '../needs-catalogue.ts';
import { typedNumber } from '../question-types/typed-number.ts';
import { type FormFields, type FormProblem, fieldsUnder, itemsIn, ticked } from './form-fields.ts';
import {
  type RatedScale,
  sameTicks,
  selectionOf,
  type Ticked,
  tickedOf,
  type VariableSet,
} from './variable-sets.ts';

/** A survey of the project and what can be chosen in it. */
export interface SurveyChoices {
  readonly code: string;
  readonly sets: readonly VariableSet[];
  /** Names of the sets a share may be limited by (docs/rules.md, Subtraction). */
  readonly background: readonly string[];
  /** What a mean can be of. */
  readonly scales: readonly RatedScale[];
}

/** Who counts, and who is counted at all. */
export type SelectionList = 'any' | 'where';

/** What the fields of one selection say. */
export interface SelectionGiven {
  /** The place of the stored selection it began as; '' for a new one. */
  readonly was: string;
  readonly ticks: Ticked;
  readonly atLeast: string;
  readonly atMost: string;
}

/** The stored share as fields. */
export function shareFields(share: ShareDefinition, surveys: readonly SurveyChoices[]): FormFields {
  const survey = surveyOf(share, surveys);
  return Object.assign(
    { survey: survey?.code ?? share.survey ?? '' },
    ...selectionListFields('any', share.any, survey),
    ...selectionListFields('where', share.where, survey),
  );
}

function selectionFields(
  prefix: string,
  was: number,
  selection: Selection,
  survey: SurveyChoices | undefined,
): FormFields {
  const ticks = survey ? tickedOf(survey.sets, selection) : null;
  const fields: Record<string, string> = {
    [`${prefix}.was`]: String(was),
    [`${prefix}.set`]: ticks?.set ?? '',
  };
  fields[`${prefix}.drawn`] = ticks?.set ?? '';
  for (const item of ticks?.items ?? []) fields[`${prefix}.item.${item}`] = ticked;
  for (const code of ticks?.codes ?? []) fields[`${prefix}.code.${code}`] = ticked;
  if (ticks?.atLeast != null) fields[`${prefix}.atLeast`] = String(ticks.atLeast);
  if (ticks?.atMost != null) fields[`${prefix}.atMost`] = String(ticks.atMost);
  return fields;
}

/** The survey a share is about: the one it names, else the main one. */
export function surveyOf(
  { survey }: { readonly survey?: string | undefined },
  surveys: readonly SurveyChoices[],
): SurveyChoices | undefined {
  return survey === undefined ? surveys[0] : surveys.find(({ code }) => code === survey);
}

/** The selections of a list as they were sent; where another question was chosen, the answers ticked before it are gone. */
export function selectionsGiven(fields: FormFields, list: SelectionList): readonly SelectionGiven[] {
  return itemsIn(fields, list).map((number) => {
    const own = fieldsUnder(fields, `${list}.${number}`);
    const set = own.set ?? '';
    const kept = set === (own.drawn ?? set);
    const ticks = (part: string) =>
      kept ? Object.keys(fieldsUnder(own, part)).filter((name) => own[`${part}.${name}`] === ticked) : [];
    const [atLeast, atMost] = [own.atLeast ?? '', own.atMost ?? ''];
    return {
      was: own.was ?? '',
      atLeast,
      atMost,
      ticks: {
        set,
        items: ticks('item'),
        codes: ticks('code'),
        atLeast: numberIn(atLeast),
        atMost: numberIn(atMost),
      },
    };
  });
}

function numberIn(typed: string): number | null {
  const stored = typedNumber(typed, 6);
  return stored === null ? null : Number(stored);
}

/**
 * The share the fields say. Selections nobody changed stay as they were stored, word for word.
 * @param before the stored share, whose selections the form was drawn from.
 */
export function readShare(
  fields: FormFields,
  surveys: readonly SurveyChoices[],
  before: ShareDefinition | null,
): { readonly share: ShareDefinition | null; readonly problems: readonly FormProblem[] } {
  const chosen = surveys.find(({ code }) => code === fields.survey);
  if (!chosen) return { share: null, problems: [wrong('survey', 'noSurvey')] };
  const one = readSelections(fields, 'any', chosen, before?.any ?? []);
  const other = readSelections(fields, 'where', chosen, before?.where ?? []);
  const [any, where] = [one.selections, other.selections];
  const problems = [...one.problems, ...other.problems];
  if (any.length === 0 && problems.length === 0) problems.push(wrong('any', 'noAnswer'));
  if (problems.length > 0) return { share: null, problems };
  const isMain = chosen === surveys[0];
  // A share of the main survey names none, as it was before; one that named it keeps its name.
  const name = isMain && before?.survey === undefined ? {} : { survey: chosen.code };
  return { share: { ...name, any: [...any], where: [...where] }, problems };
}

/** One list of selections; those nobody changed stay as they were stored. */
export function readSelections(
  fields: FormFields,
  list: SelectionList,
  survey: SurveyChoices,
  before: readonly Selection[],
): { readonly selections: readonly Selection[]; readonly problems: readonly FormProblem[] } {
  const { sets } = survey;
  const problems: FormProblem[] = [];
  const selections = selectionsGiven(fields, list).flatMap((given, index) => {
    const stored = before[Number(given.was === '' ? Number.NaN : given.was)];
    const ticks = stored ? tickedOf(sets, stored) : null;
    // A stored selection that no form can say has no set, and stays.
    if (stored && given.ticks.set === '' && ticks === null) return [stored];
    if (stored && ticks && sameTicks(ticks, given.ticks)) return [stored];
    const set = sets.find(({ name }) => name === given.ticks.set);
    const found = selectionProblem(`${list}.${numberOf(fields, list, index)}`, set, given);
    if (found) problems.push(found);
    return set ? [selectionOf(set, given.ticks)] : [];
  });
  if (list === 'where') problems.push(...conditionProblems(fields, survey, before));
  return { selections, problems };
}

/** Who is counted at all hangs on at most two declared backgrounds (docs/rules.md, Subtraction); what was stored before stays. */
function conditionProblems(
  fields: FormFields,
  { background }: SurveyChoices,
  before: readonly Selection[],
): readonly FormProblem[] {
  const given = selectionsGiven(fields, 'where').map(({ ticks }) => ticks.set);
  if (given.length > mostConditions) return [wrong('where', 'mostConditions')];
  const stored = before.flatMap(({ variables }) => variables);
  return given.flatMap((set, index) => {
    const place = `where.${numberOf(fields, 'where', index)}.set`;
    if (set === '') return [];
    if (given.indexOf(set) < index) return [wrong(place, 'conditionOnce')];
    return background.includes(set) || stored.includes(set) ? [] : [wrong(place, 'notBackground')];
  });
}

/** The selections of a list as fields. */
export function selectionListFields(
  name: SelectionList,
  selections: readonly Selection[],
  survey: SurveyChoices | undefined,
): readonly FormFields[] {
  return selections.map((selection, index) => selectionFields(`${name}.${index}`, index, selection, survey));
}

function numberOf(fields: FormFields, list: string, index: number): number {
  return itemsIn(fields, list)[index] ?? index;
}

function selectionProblem(
  place: string,
  set: VariableSet | undefined,
  { ticks, atLeast, atMost }: SelectionGiven,
): FormProblem | null {
  if (!set) return wrong(`${place}.set`, 'noQuestion');
  if (set.items.length > 0 && ticks.items.length === 0) return wrong(`${place}.item`, 'noItem');
  if (set.numeric) {
    for (const [name, typed, value] of [
      ['atLeast', atLeast, ticks.atLeast],
      ['atMost', atMost, ticks.atMost],
    ] as const)
      if (typed.trim() !== '' && value === null) return wrong(`${place}.${name}`, 'noNumber');
    if (ticks.atLeast === null && ticks.atMost === null && ticks.codes.length === 0)
      return wrong(`${place}.atLeast`, 'noBound');
    if (ticks.atLeast !== null && ticks.atMost !== null && ticks.atLeast > ticks.atMost)
      return wrong(`${place}.atMost`, 'boundsReversed');
    return null;
  }
  return ticks.codes.length === 0 ? wrong(`${place}.code`, 'noCode') : null;
}

function wrong(field: string, key: string): FormProblem {
  return { field, key: `catalogue.problem.${key}`, values: {} };
}
