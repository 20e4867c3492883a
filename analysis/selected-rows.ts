// Which responses a selection of the catalogue means: a pass over the columns it names.

import { variableNamed } from '../surveys/codebook.ts';
import type { Selection, ShareDefinition } from '../surveys/needs-catalogue.ts';
import { isNumeric, type Variable } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';

/** What a selection makes of each row: chosen, a figure but not chosen, or missing. */
export const isMissing = 0;
export const isFigure = 1;
export const isChosen = 2;

/**
 * A selection worked out row by row: one byte a row, 0 missing, 1 a figure but not chosen, 2 chosen.
 * @param rows what other selections made of them: the best of both stays.
 * @param from the row of the dataset that the first of these is.
 */
export function selectRows(
  dataset: Dataset,
  selection: Selection,
  rows: Uint8Array = new Uint8Array(dataset.size),
  from = 0,
): Uint8Array {
  for (const name of variablesMeant(dataset, selection)) {
    const variable = variableNamed(dataset.codebook, name);
    const meaning = meaningOfBytes(variable, selection.codes);
    const column = dataset.column(name);
    for (let row = 0; row < rows.length; row += 1) {
      const value = meaning[column[from + row] as number] as number;
      if (value > (rows[row] as number)) rows[row] = value;
    }
    if (isNumeric(variable)) selectNumbers(rows, dataset.numbers(name), selection, from);
  }
  return rows;
}

/** Rows whose number lies between the bounds; without bounds none does. */
function selectNumbers(
  rows: Uint8Array,
  places: Float64Array,
  { atLeast, atMost }: Selection,
  from: number,
): void {
  if (atLeast === undefined && atMost === undefined) return;
  const [least, most] = [atLeast ?? Number.NEGATIVE_INFINITY, atMost ?? Number.POSITIVE_INFINITY];
  for (let row = 0; row < rows.length; row += 1) {
    const place = places[from + row] as number;
    if (place >= least && place <= most) rows[row] = isChosen;
  }
}

/** What each byte of a variable is to a selection that names these codes. */
export function meaningOfBytes(variable: Variable, codes: readonly string[]): Uint8Array {
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
