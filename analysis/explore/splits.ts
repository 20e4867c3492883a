// How responses are split into groups: by a variable of the questionnaire or a fact of the register, one small
// number a response. Filters and crossings are passes over such columns.
import { variableNamed } from '../../surveys/codebook.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import { reasonOfByte } from '../../surveys/response-document.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import type { Filter } from '../results/survey.ts';

/** Facts that the register knows of a library, beside what respondents say of themselves. */
export const registerFacts = ['province', 'sizeClass'] as const;
export type RegisterFact = (typeof registerFacts)[number];

/** The place of a response in none of the groups. */
export const noGroup = 255;

export interface Split {
  readonly variable: string;
  /** Words of the question; null for a fact of the register. */
  readonly label: Text | null;
  readonly groups: readonly { readonly code: string; readonly label: Text | null }[];
  /** Whether the groups rise, as years of service do. */
  readonly ordered: boolean;
  /** Per library of the dataset its group, where who is of one library is of one group; null for what people answer. */
  readonly ofLibraries: Uint8Array | null;
  /** Per response its group, `noGroup` for none: no figure was given, or the library is not in the register. */
  readonly of: Uint8Array;
}

export function isRegisterFact(name: string): name is RegisterFact {
  return registerFacts.some((fact) => fact === name);
}

/**
 * All responses split by a variable with categories or a fact of the register.
 * @throws RangeError when there is no such variable, or a fact has more groups than one byte holds.
 */
export function splitBy(dataset: Dataset, register: readonly RegisterLibrary[], name: string): Split {
  return isRegisterFact(name) ? byLibrary(dataset, register, name) : byAnswer(dataset, name);
}

function byAnswer(dataset: Dataset, name: string): Split {
  const variable = variableNamed(dataset.codebook, name);
  const groupOf = new Uint8Array(256).fill(noGroup);
  const figures = variable.categories.filter(({ missing }) => missing === null);
  for (const [group, { code }] of figures.entries()) {
    const byte = variable.categories.findIndex((category) => category.code === code);
    if (reasonOfByte(variable, byte) === null) groupOf[byte] = group;
  }
  const { size } = dataset;
  const column = dataset.column(name);
  return {
    variable: name,
    label: variable.item ?? variable.label,
    groups: figures.map(({ code, label }) => ({ code, label })),
    ordered: figures.every(
      ({ value }, place) => value !== null && value > (figures[place - 1]?.value ?? -Infinity),
    ),
    ofLibraries: null,
    get of() {
      return groupsOfRows(column, groupOf, size);
    },
  };
}

/** Worked out when it is asked for: most tables are counted without it. */
function groupsOfRows(numbers: Uint8Array | Int32Array, groupOf: Uint8Array, size: number): Uint8Array {
  const of = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) of[row] = groupOf[numbers[row] as number] ?? noGroup;
  return of;
}

function byLibrary(dataset: Dataset, register: readonly RegisterLibrary[], fact: RegisterFact): Split {
  const codes = [...new Set(register.map((library) => library[fact]))];
  if (codes.length > noGroup) throw new RangeError(`${fact} has ${codes.length} groups; 255 is the most`);
  const place = new Map(codes.map((code, group) => [code, group]));
  const perLibrary = new Map(register.map((library) => [library.code, place.get(library[fact]) ?? noGroup]));
  const groupOf = Uint8Array.from(dataset.libraries, (code) => perLibrary.get(code) ?? noGroup);
  const { library, size } = dataset;
  return {
    variable: fact,
    label: null,
    groups: codes.map((code) => ({ code, label: null })),
    ordered: false,
    ofLibraries: groupOf,
    get of() {
      return groupsOfRows(library, groupOf, size);
    },
  };
}

/** The group of a split with this code; `noGroup` for null. @throws RangeError when there is no such group. */
export function groupNamed(split: Split, code: string | null): number {
  if (code === null) return noGroup;
  const group = split.groups.findIndex((entry) => entry.code === code);
  if (group < 0) throw new RangeError(`${split.variable} has no group "${code}"`);
  return group;
}

/**
 * Which responses all filters hold for, 1 per response that takes part; null without filters.
 * @throws RangeError when a filter names no variable or group.
 */
export function maskOf(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  filters: readonly Filter[],
): Uint8Array | null {
  if (filters.length === 0) return null;
  const mask = new Uint8Array(dataset.size).fill(1);
  for (const { variable, code } of filters) {
    const split = splitBy(dataset, register, variable);
    const { of } = split;
    const group = groupNamed(split, code);
    for (let row = 0; row < mask.length; row += 1) if (of[row] !== group) mask[row] = 0;
  }
  return mask;
}
