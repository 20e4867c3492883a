// Passes over columns: how often each answer was given, and which respondents a selection counts.
// What follows reads tables, not rows.

import { variableNamed } from '../surveys/codebook.ts';
import type { ShareDefinition } from '../surveys/needs-catalogue.ts';
import type { MissingReason } from '../surveys/questionnaire.ts';
import { notShownByte, reasonOfByte, skippedByte } from '../surveys/response-document.ts';
import { isNumeric, type Variable } from '../surveys/variable.ts';
import type { Dataset } from './dataset.ts';
import { type MissingCounts, noneMissing, type Share } from './figure.ts';
import {
  clustersOf,
  countCodes,
  countPerLibrary,
  type LibraryCounts,
  type Mask,
  regroup,
} from './library-counts.ts';
import type { RowCodes } from './row-codes.ts';
import {
  isChosen,
  isFigure,
  isMissing,
  meaningOfBytes,
  selectRows,
  variablesMeant,
} from './selected-rows.ts';
import { shareOf } from './share.ts';

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
  const { totals } = countCodes(dataset, bestTold(dataset, counted), mask);
  for (const [told, reason] of reasonsTold.entries()) missing[reason] = totals[told] as number;
  return { base: totals[tellsFigure] as number, missing };
}

/** Per row the best there is: 0 not shown, 1 skipped, 2 … the first reason given, last a figure. */
function bestTold(dataset: Dataset, counted: readonly Counts[]): RowCodes {
  const columns = counted.map(({ variable }) => ({
    meaning: whatBytesTell(variable),
    column: dataset.column(variable.name),
  }));
  return {
    key: `together ${JSON.stringify(counted.map(({ variable }) => variable.name))}`,
    width: tellsFigure + 1,
    fill: (best, from) => {
      best.fill(0);
      for (const { meaning, column } of columns) {
        for (let row = 0; row < best.length; row += 1) {
          const told = meaning[column[from + row] as number] as number;
          const known = best[row] as number;
          if (told === tellsFigure || known <= tellsSkipped) best[row] = Math.max(told, known);
        }
      }
    },
  };
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

/** A declared share worked out: the figure, and what it makes of each response. */
export interface CountedShare {
  readonly share: Share;
  /** 1 in the base, 2 counted, anything else outside the base. */
  readonly codes: RowCodes;
}

/**
 * Counts a declared share: a respondent counts when any selection holds, is in the base when any has a figure, and
 * takes part only where every `where` holds.
 */
export function countShare(dataset: Dataset, share: ShareDefinition, mask: Mask = null): CountedShare {
  const codes = shareCodes(dataset, share);
  const alone = onlyVariable(dataset, share);
  const counts = alone
    ? regroup(countPerLibrary(dataset, alone, mask), placesOfShare(alone, share), codes.width)
    : countCodes(dataset, codes, mask);
  const missing: Record<MissingReason, number> = { ...noneMissing };
  for (const [told, reason] of reasonsTold.entries())
    missing[reason] = counts.totals[isReason + told] as number;
  return { share: shareOfCodes(counts, missing), codes };
}

/** How a share about one variable and everybody is counted library by library; null for any other share. */
export function countPerLibraryOfShare(
  dataset: Dataset,
  share: ShareDefinition,
): { readonly variable: Variable; readonly counts: LibraryCounts } | null {
  const variable = onlyVariable(dataset, share);
  if (!variable) return null;
  const places = placesOfShare(variable, share);
  const counts = regroup(countPerLibrary(dataset, variable, null), places, isReason + reasonsTold.length);
  return { variable, counts };
}

/** The share of codes that are 2 among those that are 1 or 2, with libraries as clusters. */
export function shareOfCodes(counts: LibraryCounts, missing?: MissingCounts): Share {
  const [inBase, chosen] = [counts.totals[isFigure] as number, counts.totals[isChosen] as number];
  return shareOf(chosen, inBase + chosen, {
    missing,
    clusters: clustersOf(counts, [isChosen], [isFigure, isChosen]),
  });
}

/** From this code on: why a row is in no base, in the order of `reasonsTold`. Who is not asked has code 0. */
const isReason = 3;

function shareCodes(dataset: Dataset, share: ShareDefinition): RowCodes {
  const reasonOf = reasonsOf(dataset, share);
  let holds = new Uint8Array(0);
  return {
    key: `share ${JSON.stringify([share.any, share.where])}`,
    width: isReason + reasonsTold.length,
    fill: (codes, from) => {
      codes.fill(isMissing);
      for (const selection of share.any) selectRows(dataset, selection, codes, from);
      for (let row = 0; row < codes.length; row += 1)
        if (codes[row] === isMissing) codes[row] = reasonOf(from + row);
      for (const selection of share.where) {
        if (holds.length !== codes.length) holds = new Uint8Array(codes.length);
        selectRows(dataset, selection, holds.fill(isMissing), from);
        for (let row = 0; row < codes.length; row += 1) if (holds[row] !== isChosen) codes[row] = isMissing;
      }
    },
  };
}

/** The variable of a share that is about one alone and everybody: its counts by category say everything. */
function onlyVariable(dataset: Dataset, { any, where }: ShareDefinition): Variable | null {
  const [selection, other] = any;
  if (!selection || other || where.length > 0) return null;
  const [name, more] = variablesMeant(dataset, selection);
  if (name === undefined || more !== undefined) return null;
  const variable = variableNamed(dataset.codebook, name);
  return isNumeric(variable) ? null : variable;
}

/** The code of a share for each place of a variable's counts. */
function placesOfShare(variable: Variable, { any }: ShareDefinition): Uint8Array {
  const meaning = meaningOfBytes(variable, any[0]?.codes ?? []);
  const reasons = reasonsPerByte(variable);
  const code = (byte: number) => (meaning[byte] === isMissing ? reasons[byte] : meaning[byte]) as number;
  const bytes = [...variable.categories.keys(), skippedByte, notShownByte];
  return Uint8Array.from(bytes, code);
}

/** Why a row without any figure is missing: the reason given on the first variable of the share. */
function reasonsOf(dataset: Dataset, { any: [selection] }: ShareDefinition): (row: number) => number {
  const name = selection ? variablesMeant(dataset, selection)[0] : undefined;
  if (name === undefined) return () => isReason + reasonsTold.indexOf('skipped');
  const reasons = reasonsPerByte(variableNamed(dataset.codebook, name));
  const column = dataset.column(name);
  return (row) => reasons[column[row] as number] as number;
}

function reasonsPerByte(variable: Variable): Uint8Array {
  return Uint8Array.from(
    { length: 256 },
    (_, byte) => isReason + reasonsTold.indexOf(reasonOfByte(variable, byte) ?? 'skipped'),
  );
}
