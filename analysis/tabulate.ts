// Passes over columns: how often each answer was given, and which respondents a selection counts.
// What follows reads tables, not rows.

import { variableNamed } from '../surveys/codebook.ts';
import type { Selection, ShareDefinition } from '../surveys/needs-catalogue.ts';
import type { MissingReason } from '../surveys/questionnaire.ts';
import { reasonOfByte } from '../surveys/response-document.ts';
import { isNumeric, type Variable } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import { type MissingCounts, noneMissing, type Share } from './figure.ts';
import { clustersOf, countPerLibrary, type LibraryCounts, type Mask, withAlone } from './library-counts.ts';
import { shareOf } from './share.ts';
import { sumClusters } from './statistics/cluster-share.ts';

/** Counts of a variable as a statistician reads them: figures by category, missing by reason. */
export interface Counts {
  readonly variable: Variable;
  readonly base: number;
  readonly missing: MissingCounts;
  /** Per category of the variable, missing ones included. */
  readonly categories: readonly number[];
  /** The same counts library by library, for intervals. */
  readonly perLibrary: LibraryCounts;
}

/** Base, missing by reason and counts per category of one variable. */
export function countVariable(dataset: Dataset, name: string, mask: Mask = null): Counts {
  const variable = variableNamed(dataset.codebook, name);
  const perLibrary = countPerLibrary(dataset, variable, mask);
  const { totals, width } = perLibrary;
  const missing: Record<MissingReason, number> = {
    ...noneMissing,
    skipped: totals[width - 2] as number,
    notShown: totals[width - 1] as number,
  };
  let base = 0;
  for (const [index, category] of variable.categories.entries()) {
    if (category.missing === null) base += totals[index] as number;
    else missing[category.missing] += totals[index] as number;
  }
  return { variable, base, missing, categories: [...totals.subarray(0, width - 2)], perLibrary };
}

/** A share of a counted variable: those with one of `counted` (places of categories), of everybody with a figure. */
export function shareOfCounts(counts: Counts, counted: readonly number[]): Share {
  return shareAmong(counts, counted, figuresIn(counts.variable), counts.missing);
}

/** The same of everybody who saw the question, whatever they did with it. */
export function shareOfAsked(counts: Counts, counted: readonly number[], missing?: MissingCounts): Share {
  const skipped = counts.perLibrary.width - 2;
  return shareAmong(counts, counted, [...counts.variable.categories.keys(), skipped], missing);
}

/** The share with one of `counted` among those with one of `among`: places on a line of `LibraryCounts`. */
export function shareAmong(
  { perLibrary }: Counts,
  counted: readonly number[],
  among: readonly number[],
  missing?: MissingCounts,
): Share {
  const sum = (places: readonly number[]) =>
    places.reduce((total, place) => total + (perLibrary.totals[place] as number), 0);
  return shareOf(sum(counted), sum(among), { missing, clusters: clustersOf(perLibrary, counted, among) });
}

/** Places of the categories that are figures. */
export function figuresIn({ categories }: Variable): readonly number[] {
  return categories.flatMap(({ missing }, index) => (missing === null ? [index] : []));
}

/**
 * Who gave any of several variables a figure, and why the others have none: a question whose options are not all
 * offered to everybody. A reason that was given goes before "skipped", and that before "not shown".
 */
export function countTogether(
  dataset: Dataset,
  counted: readonly Counts[],
  mask: Mask = null,
): Pick<Counts, 'base' | 'missing'> {
  const [first] = counted;
  const missing: Record<MissingReason, number> = { ...noneMissing };
  if (!first) return { base: 0, missing };
  const alike = ({ base, missing: { notShown } }: Counts) =>
    base === first.base && notShown === first.missing.notShown;
  if (counted.every(alike)) return { base: first.base, missing: first.missing };
  // Per row the best there is: 0 not shown, 1 skipped, 2 … the first reason given, last a figure.
  const best = new Uint8Array(dataset.size);
  for (const { variable } of counted) {
    const meaning = whatBytesTell(variable);
    const column = dataset.column(variable.name);
    for (let row = 0; row < column.length; row += 1) {
      const told = meaning[column[row] as number] as number;
      const known = best[row] as number;
      if (told === tellsFigure || known <= tellsSkipped) best[row] = Math.max(told, known);
    }
  }
  const totals = new Uint32Array(tellsFigure + 1);
  for (let row = 0; row < best.length; row += 1) {
    if (mask === null || mask[row] === 1) {
      const told = best[row] as number;
      totals[told] = (totals[told] as number) + 1;
    }
  }
  for (const [told, reason] of reasonsTold.entries()) missing[reason] = totals[told] as number;
  return { base: totals[tellsFigure] as number, missing };
}

const reasonsTold = ['notShown', 'skipped', 'notApplicable', 'dontKnow', 'preferNotToSay'] as const;
const tellsSkipped = 1;
const tellsFigure = reasonsTold.length;

function whatBytesTell(variable: Variable): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    const reason = reasonOfByte(variable, byte);
    return reason === null ? tellsFigure : reasonsTold.indexOf(reason);
  });
}

/** What a selection makes of each row: chosen, a figure but not chosen, or missing. */
const isMissing = 0;
const isFigure = 1;
const isChosen = 2;

/**
 * A selection worked out for every row: one byte a row, 0 missing, 1 a figure but not chosen, 2 chosen.
 * @param rows what other selections made of them: the best of both stays.
 */
export function selectRows(
  dataset: Dataset,
  selection: Selection,
  rows: Uint8Array = new Uint8Array(dataset.size),
): Uint8Array {
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
  const [from, to] = [atLeast ?? Number.NEGATIVE_INFINITY, atMost ?? Number.POSITIVE_INFINITY];
  for (let row = 0; row < places.length; row += 1) {
    if ((places[row] as number) >= from && (places[row] as number) <= to) rows[row] = isChosen;
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

/** A share worked out over the rows: the figure, and who it rests on. */
export interface RowShare {
  readonly share: Share;
  /** Per row: 0 outside the base, 1 in the base, 2 counted. */
  readonly rows: Uint8Array;
}

/**
 * Counts a declared share: a respondent counts when any selection holds, is in the base when any has a figure, and
 * takes part only where every `where` holds.
 */
export function countShare(dataset: Dataset, share: ShareDefinition, mask: Mask = null): RowShare {
  const rows = new Uint8Array(dataset.size);
  for (const selection of share.any) selectRows(dataset, selection, rows);
  const asked = whoIsAsked(dataset, share, mask);
  const missing: Record<MissingReason, number> = { ...noneMissing };
  const reasonOf = reasonsOf(dataset, share);
  for (let row = 0; row < rows.length; row += 1) {
    if (asked !== null && asked[row] !== 1) rows[row] = isMissing;
    else if (rows[row] === isMissing) missing[reasonOf(row)] += 1;
  }
  return { share: shareOfRows(dataset, rows, missing), rows };
}

/** Whom a share is about: 1 per row where every condition holds; null: everybody. */
function whoIsAsked(dataset: Dataset, share: ShareDefinition, mask: Mask): Mask {
  if (share.where.length === 0) return mask;
  const asked = mask === null ? new Uint8Array(dataset.size).fill(1) : Uint8Array.from(mask);
  for (const selection of share.where) {
    const holds = selectRows(dataset, selection);
    for (let row = 0; row < asked.length; row += 1) if (holds[row] !== isChosen) asked[row] = 0;
  }
  return asked;
}

/** The share of rows that are chosen among those in the base, with libraries as clusters. */
export function shareOfRows(dataset: Dataset, rows: Uint8Array, missing?: MissingCounts): Share {
  const { library, libraries } = dataset;
  const counts = new Float64Array(libraries.length);
  const bases = new Float64Array(libraries.length);
  let [aloneCount, aloneBase] = [0, 0];
  for (let row = 0; row < rows.length; row += 1) {
    const value = rows[row] as number;
    if (value === isMissing) continue;
    const chosen = value === isChosen ? 1 : 0;
    const at = library[row] as number;
    if (at < 0) {
      aloneCount += chosen;
      aloneBase += 1;
    } else {
      counts[at] = (counts[at] as number) + chosen;
      bases[at] = (bases[at] as number) + 1;
    }
  }
  const sums = sumClusters(counts, bases);
  const clusters = withAlone(sums, aloneCount, aloneBase);
  return shareOf(sums.count + aloneCount, sums.base + aloneBase, { missing, clusters });
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
