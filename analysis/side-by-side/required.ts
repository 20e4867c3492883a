// How many stay below what is required at their level: each person is held against the level they named themselves.
import { variableNamed } from '../../surveys/codebook.ts';
import type { SideBySideOf } from '../../surveys/side-by-side.ts';
import type { Dataset } from '../dataset.ts';
import { valuePerByte } from '../needs/ratings.ts';
import type { RowCodes } from '../row-codes.ts';
import { isChosen, isFigure, isMissing, variablesMeant } from '../selected-rows.ts';
import { type SharedRow, sharedRows } from './row-sets.ts';

/** The rows of what is declared: those of the row set, or its bundles; none where the survey does not ask them. */
export function requiredRows(dataset: Dataset, declared: SideBySideOf<'required'>): readonly SharedRow[] {
  const { ability, bundles, level } = declared;
  const { codebook } = dataset;
  if (!codebook.position.has(level)) return [];
  if (ability !== undefined) return sharedRows(dataset, [ability]);
  return bundles
    .map(({ code, label, variables }) => ({
      code,
      label,
      variables: variables
        .filter((name) => name.endsWith('.*') || codebook.position.has(name))
        .flatMap((name) => variablesMeant(dataset, { variables: [name], codes: [], except: [] })),
    }))
    .filter(({ variables }) => variables.length > 0);
}

/**
 * Per response 0 outside the base (no level, a level without a requirement, or nothing answered), 1 at or above what is
 * required, 2 below it. Several variables count by the mean of those that were answered.
 * @throws RangeError when a variable is not in the dataset.
 * @example level 7 requires 3; answers 3, 2 and one skipped have a mean of 2.5: below
 */
export function belowRequired(
  dataset: Dataset,
  variables: readonly string[],
  level: string,
  required: Readonly<Record<string, number>>,
): RowCodes {
  const asked = variableNamed(dataset.codebook, level).categories.map(({ code }) => required[code] ?? null);
  const levels = dataset.column(level);
  const rated = variables.map((name) => ({
    values: valuePerByte(variableNamed(dataset.codebook, name), 'asIs'),
    column: dataset.column(name),
  }));
  return {
    key: `required ${JSON.stringify([variables, level, required])}`,
    width: 3,
    fill: (codes, from) => {
      for (let row = 0; row < codes.length; row += 1) {
        const least = asked[levels[from + row] as number] ?? null;
        let [sum, answered] = [0, 0];
        for (const { values, column } of rated) {
          const value = values[column[from + row] as number] ?? null;
          if (value === null) continue;
          sum += value;
          answered += 1;
        }
        if (least === null || answered === 0) codes[row] = isMissing;
        else codes[row] = sum / answered < least ? isChosen : isFigure;
      }
    },
  };
}
