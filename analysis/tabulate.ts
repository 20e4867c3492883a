// Passes over columns: how often each answer was given, and which respondents a selection counts.
// What follows reads tables, not rows.

import { variableNamed } from '../surveys/codebook.ts';
import type { Selection, ShareDefinition } from '../surveys/needs-catalogue.ts';
import type { MissingReason } from '../surveys/questionnaire.ts';
import { reasonOfByte } from '../surveys/response-document.ts';
import { isNumeric, type Variable } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import { type MissingCounts, noneMissing } from './figure.ts';

/** Which responses take part: 1 per row that does. Null: all. */
export type Mask = Uint8Array | null;

/** How often each byte occurs in a variable's column, over the rows of the mask. */
export function countBytes(dataset: Dataset, variable: string, mask: Mask): Uint32Array {
  const counts = new Uint32Array(256);
  const column = dataset.column(variable);
  if (mask === null) for (const byte of column) (counts[byte] as number) += 1;
  else
    for (let row = 0; row < column.length; row += 1) {
      if (mask[row] === 1) (counts[column[row] as number] as number) += 1;
    }
  return counts;
}

/** Counts of a variable as a statistician reads them: figures by category, missing by reason. */
export interface Counts {
  readonly variable: Variable;
  readonly base: number;
  readonly missing: MissingCounts;
  /** Per category of the variable, missing ones included. */
  readonly categories: readonly number[];
}

/** Base, missing by reason and counts per category of one variable. */
export function countVariable(dataset: Dataset, name: string, mask: Mask = null): Counts {
  const variable = variableNamed(dataset.codebook, name);
  const bytes = countBytes(dataset, name, mask);
  const missing: Record<MissingReason, number> = { ...noneMissing };
  let base = 0;
  bytes.forEach((count, byte) => {
    if (count === 0) return;
    const reason = reasonOfByte(variable, byte);
    if (reason === null) base += count;
    else missing[reason] += count;
  });
  return { variable, base, missing, categories: variable.categories.map((_, index) => bytes[index] ?? 0) };
}

/**
 * Who gave any of several variables a figure, and why the others have none: a question whose options are not all
 * offered to everybody. A reason that was given goes before "skipped", and that before "not shown".
 */
export function countTogether(
  dataset: Dataset,
  names: readonly string[],
  mask: Mask = null,
): Pick<Counts, 'base' | 'missing'> {
  const counted = names.map((name) => countVariable(dataset, name, mask));
  const [first] = counted;
  const none = { base: 0, missing: { ...noneMissing } };
  if (!first) return none;
  const alike = ({ base, missing }: Counts) =>
    base === first.base && missing.notShown === first.missing.notShown;
  if (counted.every(alike)) return { base: first.base, missing: first.missing };
  const columns = names.map((name) => ({
    variable: variableNamed(dataset.codebook, name),
    bytes: dataset.column(name),
  }));
  const missing: Record<MissingReason, number> = { ...noneMissing };
  let base = 0;
  for (let row = 0; row < dataset.size; row += 1) {
    if (mask !== null && mask[row] !== 1) continue;
    const reasons = columns.map(({ variable, bytes }) => reasonOfByte(variable, bytes[row] as number));
    const why =
      reasons.find((reason) => reason !== 'notShown' && reason !== 'skipped' && reason !== null) ??
      reasons.find((reason) => reason === 'skipped') ??
      'notShown';
    if (reasons.includes(null)) base += 1;
    else missing[why] += 1;
  }
  return { base, missing };
}

/** What a selection makes of each row: chosen, a figure but not chosen, or missing. */
const isMissing = 0;
const isFigure = 1;
const isChosen = 2;

/** A selection worked out for every row: one byte a row, 0 missing, 1 a figure but not chosen, 2 chosen. */
export function selectRows(dataset: Dataset, selection: Selection): Uint8Array {
  const rows = new Uint8Array(dataset.size);
  for (const name of variablesMeant(dataset, selection)) {
    const variable = variableNamed(dataset.codebook, name);
    const meaning = meaningOfBytes(variable, selection.codes);
    const column = dataset.column(name);
    for (let row = 0; row < column.length; row += 1) {
      const value = meaning[column[row] as number] as number;
      if (value > (rows[row] as number)) rows[row] = value;
    }
    if (isNumeric(variable)) selectNumbers(rows, dataset.numbers(name), selection);
  }
  return rows;
}

/** Rows whose number lies between the bounds; without bounds none does. */
function selectNumbers(rows: Uint8Array, places: Float64Array, { atLeast, atMost }: Selection): void {
  if (atLeast === undefined && atMost === undefined) return;
  for (const [row, place] of places.entries()) {
    if (place >= (atLeast ?? Number.NEGATIVE_INFINITY) && place <= (atMost ?? Number.POSITIVE_INFINITY))
      rows[row] = isChosen;
  }
}

function meaningOfBytes(variable: Variable, codes: readonly string[]): Uint8Array {
  const meaning = new Uint8Array(256);
  variable.categories.forEach((category, index) => {
    // A code named by the selection counts even where it is a missing answer elsewhere ("geen of weet niet").
    if (codes.includes(category.code)) meaning[index] = isChosen;
    else if (category.missing === null) meaning[index] = isFigure;
  });
  return meaning;
}

/** The variables a selection names: `B2.*` is every variable of that row set. @throws RangeError for none. */
export function variablesMeant(dataset: Dataset, selection: Selection): readonly string[] {
  const names = selection.variables.flatMap((name) => {
    if (!name.endsWith('.*')) return [name];
    const start = name.slice(0, -1);
    return dataset.codebook.variables
      .filter((variable) => variable.name.startsWith(start) && variable.measure !== 'text')
      .map((variable) => variable.name);
  });
  const meant = names.filter((name) => !selection.except.includes(name));
  if (meant.length === 0) throw new RangeError(`no variable is named by ${selection.variables.join(', ')}`);
  return meant;
}

/** Whether every variable a share names is in the dataset: a later version may no longer ask it. */
export function canCount(dataset: Dataset, share: ShareDefinition): boolean {
  const { variables, position } = dataset.codebook;
  const known = (name: string) =>
    name.endsWith('.*')
      ? variables.some(
          (variable) => variable.name.startsWith(name.slice(0, -1)) && variable.measure !== 'text',
        )
      : position.has(name);
  return [...share.any, ...share.where].every(
    (selection) =>
      selection.variables.every(known) &&
      selection.variables.some((name) => name.endsWith('.*') || !selection.except.includes(name)),
  );
}

/** A share worked out over the rows: who counts, who is in the base, and why the others are missing. */
export interface RowShare {
  readonly count: number;
  readonly base: number;
  readonly missing: MissingCounts;
  /** Per row: 0 outside the base, 1 in the base, 2 counted. */
  readonly rows: Uint8Array;
}

/**
 * Counts a declared share: a respondent counts when any selection holds, is in the base when any has a figure, and
 * takes part only where every `where` holds.
 */
export function countShare(dataset: Dataset, share: ShareDefinition, mask: Mask = null): RowShare {
  const rows = share.any
    .map((selection) => selectRows(dataset, selection))
    .reduce((best, next) => best.map((value, row) => Math.max(value, next[row] as number)));
  const conditions = share.where.map((selection) => selectRows(dataset, selection));
  const reasons = reasonsOf(dataset, share);
  const missing: Record<MissingReason, number> = { ...noneMissing };
  let base = 0;
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const asked =
      (mask === null || mask[row] === 1) && conditions.every((condition) => condition[row] === isChosen);
    if (!asked) {
      rows[row] = isMissing;
      continue;
    }
    const value = rows[row] as number;
    if (value === isMissing) missing[reasons(row)] += 1;
    else {
      base += 1;
      if (value === isChosen) count += 1;
    }
  }
  return { count, base, missing, rows };
}

/** Why a row without any figure is missing: the reason given on the first variable of the share. */
function reasonsOf(dataset: Dataset, share: ShareDefinition): (row: number) => MissingReason {
  const [selection] = share.any;
  const name = selection ? variablesMeant(dataset, selection)[0] : undefined;
  if (name === undefined) return () => 'skipped';
  const variable = variableNamed(dataset.codebook, name);
  const column = dataset.column(name);
  return (row) => reasonOfByte(variable, column[row] as number) ?? 'skipped';
}
