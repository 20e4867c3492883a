// A skill that nobody is asked about, read from the rows it restates: of each person the means of both ratings over the rows
// they rated twice. One person counts once, whatever they rated.
import { variableNamed } from '../../surveys/codebook.ts';
import type { Dataset } from '../dataset.ts';
import { valuePerByte } from '../needs/ratings.ts';
import type { RowCodes } from '../row-codes.ts';
import { isChosen, isFigure, isMissing } from '../selected-rows.ts';
import { countPairs, SAME_RATING } from '../statistics/pair-counts.ts';
import { scoresOfPairs } from './gap-scores.ts';
import type { GapScores } from './results.ts';

/** The names of both ratings of one row. */
export interface RatedPair {
  readonly importance: string;
  readonly ability: string;
}

/**
 * Per response 0 who rated none of the rows twice, 1 whose mean ability is not below the mean importance, 2 whose is.
 * @throws RangeError when a variable is not in the dataset.
 * @example importance 5 and 3, ability 2 and 4: means 4 and 3, below
 */
export function derivedCodes(dataset: Dataset, pairs: readonly RatedPair[]): RowCodes {
  const meansOf = reader(dataset, pairs);
  return {
    key: `derived ${JSON.stringify(pairs)}`,
    width: 3,
    fill: (codes, from) => {
      for (let row = 0; row < codes.length; row += 1) {
        const means = meansOf(from + row);
        if (!means) codes[row] = isMissing;
        else codes[row] = means.importance - means.ability > SAME_RATING ? isChosen : isFigure;
      }
    },
  };
}

/** Means and gap scores over who rated at least one row twice; null where nobody did. */
export function derivedScores(dataset: Dataset, pairs: readonly RatedPair[]): GapScores | null {
  const meansOf = reader(dataset, pairs);
  const means = Array.from({ length: dataset.size }, (_, row) => meansOf(row));
  return scoresOfPairs(
    countPairs(
      means.map((own) => own?.importance ?? null),
      means.map((own) => own?.ability ?? null),
    ),
  );
}

function reader(dataset: Dataset, pairs: readonly RatedPair[]) {
  const read = (name: string) => {
    const values = valuePerByte(variableNamed(dataset.codebook, name), 'asIs');
    const column = dataset.column(name);
    return (row: number) => values[column[row] as number] ?? null;
  };
  const rated = pairs.map(({ importance, ability }) => ({
    importance: read(importance),
    ability: read(ability),
  }));
  return (row: number): { readonly importance: number; readonly ability: number } | null => {
    let [importance, ability, count] = [0, 0, 0];
    for (const pair of rated) {
      const [wanted, there] = [pair.importance(row), pair.ability(row)];
      if (wanted === null || there === null) continue;
      importance += wanted;
      ability += there;
      count += 1;
    }
    return count === 0 ? null : { importance: importance / count, ability: ability / count };
  };
}
