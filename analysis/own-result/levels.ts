// One person held against what their own level requires: row by row, or bundle by bundle by the mean of what was answered in it,
// as the figures of everybody do. A second view, where there is one, stands beside it and changes nothing.
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import type { Questionnaire, Text } from '../../surveys/questionnaire.ts';
import type { SideBySideOf } from '../../surveys/side-by-side.ts';
import type { Variable } from '../../surveys/variable.ts';
import { asked, chosenOf, type Rating, ratingOf } from './chosen.ts';

/** A place on the scale: the step it is, or the two steps it lies between. */
export interface LevelPlace {
  readonly value: number;
  readonly steps: readonly [Text] | readonly [Text, Text];
}
/** One answer inside a bundle. */
export interface LevelPart {
  readonly code: string;
  readonly label: Text;
  readonly present: Rating | null;
  readonly second: Rating | null;
  /** This answer lies below what is required. */
  readonly short: boolean;
}
export interface LevelRow {
  readonly code: string;
  readonly label: Text;
  readonly required: LevelPlace;
  /** Of a bundle the mean of its answers; null where only a second view answered. */
  readonly present: LevelPlace | null;
  readonly second: LevelPlace | null;
  readonly short: boolean;
  /** How far below, as a part of the scale from 0 to 1; 0 where nothing is missing. */
  readonly gap: number;
  /** The steps of the scale that come after where somebody is, up to what is required. */
  readonly next: readonly Text[];
  readonly parts: readonly LevelPart[];
}
export interface LevelResult {
  readonly code: string;
  readonly label: Text;
  /** The level the person named. */
  readonly level: Text;
  /** The ends of the scale. */
  readonly least: number;
  readonly most: number;
  readonly rows: readonly LevelRow[];
}

type Declared = SideBySideOf<'required'>;

/**
 * What was answered beside what the named level requires; null without a level, where it requires nothing, or where nothing was answered.
 * @param second what a second view answered; null without one.
 */
export function levelResult(
  declared: Declared,
  label: Text,
  questionnaire: Questionnaire,
  answers: Answers,
  second: Answers | null,
): LevelResult | null {
  const level = asked(questionnaire, declared.level);
  const chosen = level && chosenOf(level, answers);
  const required = chosen && declared.required[chosen.code];
  if (!chosen || required === undefined) return null;
  const bundles = bundlesOf(declared, codebookOf(questionnaire).variables);
  const values = bundles.flatMap(({ variables }) => variables.flatMap(stepsOf)).map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const rows = bundles.flatMap(
    (bundle) => levelRow(bundle, required, most - least, { answers, second }) ?? [],
  );
  if (rows.length === 0) return null;
  return {
    code: declared.code,
    label,
    level: chosen.label,
    least,
    most,
    rows,
  };
}

interface Bundle {
  readonly code: string;
  readonly label: Text;
  readonly variables: readonly Variable[];
  /** Whether it is one row of a row set, which has no parts. */
  readonly single: boolean;
}

function bundlesOf({ ability, bundles }: Declared, all: readonly Variable[]): readonly Bundle[] {
  const rated = all.filter(({ measure }) => measure === 'ordinal');
  if (ability !== undefined) {
    return rated
      .filter(({ name }) => name.startsWith(`${ability}.`))
      .map((variable) => ({
        code: variable.name.slice(ability.length + 1),
        label: variable.item ?? variable.label,
        variables: [variable],
        single: true,
      }));
  }
  return bundles.map(({ code, label, variables }) => ({
    code,
    label,
    variables: rated.filter(({ name }) =>
      variables.some((one) => (one.endsWith('.*') ? name.startsWith(one.slice(0, -1)) : name === one)),
    ),
    single: false,
  }));
}

function levelRow(
  { code, label, variables, single }: Bundle,
  required: number,
  length: number,
  { answers, second }: { readonly answers: Answers; readonly second: Answers | null },
): LevelRow | null {
  const parts = variables.map((variable) => {
    const present = ratingOf(chosenOf(variable, answers));
    return {
      code: variable.name.slice(variable.name.indexOf('.') + 1),
      label: variable.item ?? variable.label,
      present,
      second: second && ratingOf(chosenOf(variable, second)),
      short: present !== null && present.value < required,
    };
  });
  const steps = variables[0] ? stepsOf(variables[0]) : [];
  const present = meanPlace(
    parts.flatMap((part) => part.present ?? []),
    steps,
  );
  const beside = meanPlace(
    parts.flatMap((part) => part.second ?? []),
    steps,
  );
  const asks = placeOf(required, steps);
  if (!asks || (!present && !beside)) return null;
  const short = present !== null && present.value < required;
  return {
    code,
    label,
    required: asks,
    present,
    second: beside,
    short,
    gap: short && length > 0 ? (required - present.value) / length : 0,
    next:
      short && single
        ? steps.filter(({ value }) => value > present.value && value <= required).map((step) => step.label)
        : [],
    parts: single ? [] : parts.filter((part) => part.present ?? part.second),
  };
}

function meanPlace(ratings: readonly Rating[], steps: readonly Rating[]): LevelPlace | null {
  if (ratings.length === 0) return null;
  return placeOf(ratings.reduce((sum, { value }) => sum + value, 0) / ratings.length, steps);
}

/** Where a value lies among the steps; null outside them. */
function placeOf(value: number, steps: readonly Rating[]): LevelPlace | null {
  const below = steps.findLast((step) => step.value <= value);
  const above = steps.find((step) => step.value >= value);
  if (!below || !above) return null;
  return { value, steps: below === above ? [below.label] : [below.label, above.label] };
}

/** Steps of the scale of a variable, from low to high. */
function stepsOf({ categories }: Variable): readonly Rating[] {
  return categories
    .flatMap((category) => ratingOf(category) ?? [])
    .toSorted((one, other) => one.value - other.value);
}
